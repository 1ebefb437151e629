/// The evaluation that a function body runs in: scratch memory, the host, errors and the budget.
///
/// A body must not keep it. Memory that runs out gives an error value, which the body returns like any other.
public struct Evaluation {
  let context: Context
  let node: NodeID

  /// The object that ``Activation/host`` holds.
  public var host: AnyObject? { context.pointee.activation.host }

  /// The failure of a host's function. The text is a sentence in lower case without a full stop.
  public func failure(code: Int, message: String) -> Value {
    context.failure(.host, node, .int(code), context.string(message, node))
  }

  /// The failure that a standard function gives for an argument it refuses.
  public func invalidArgument(_ message: String) -> Value {
    context.failure(.invalidArgument, node, context.string(message, node))
  }

  /// The error of kinds that the function does not take.
  public var noSuchOverload: Value { context.noOverload(node) }

  /// Adds to the cost; when this answers an error, the body returns it at once.
  public func charge(_ units: Int64) -> Value? {
    context.charge(max(0, units))
    return context.isOverLimit ? context.costBreach(node) : nil
  }

  // MARK: Values in scratch memory

  /// Text, copied. Bytes that are not UTF-8 are an error.
  public func string(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    guard let shape = UTF8Text.check(bytes) else { return context.failure(.invalidUTF8, node) }
    return context.string(capacity: bytes.count, isASCII: shape.isASCII, node) { place in
      if let base = bytes.baseAddress { place.update(from: base, count: bytes.count) }
      return bytes.count
    }
  }

  public func string(_ text: String) -> Value { context.string(text, node) }

  public func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Value { context.bytes(Array(bytes), node) }

  public func list(_ elements: [Value]) -> Value { context.list(elements, node) }

  /// A list whose elements are written in place.
  public func list(count: Int, _ fill: (UnsafeMutableBufferPointer<Value>) -> Void) -> Value {
    guard count > 0 else { return .emptyList }
    guard let place = context.pointee.scratch.values(count) else { return context.memoryBreach(node) }
    place.initialize(repeating: .null, count: count)
    fill(UnsafeMutableBufferPointer(start: place, count: count))
    return .list(UnsafeBufferPointer(start: place, count: count))
  }

  /// A map; the keys must be bool, int, uint or string, and all different.
  public func map(_ entries: [MapEntry]) -> Value { context.map(entries, node) }

  public func optional(_ value: Value) -> Value { context.optional(value, node) }

  /// How the value is shown in messages.
  public func text(of value: Value) -> String { value.text() }
}
