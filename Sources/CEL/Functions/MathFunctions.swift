/// The math extension. `math.greatest` and `math.least` are macros that end in `math.@max` and `math.@min`.
enum MathFunctions {
  static let builtins: [Builtin] = [
    .global("math.@max") { c, a, node in extreme(c, a, isMaximum: true, node) },
    .global("math.@max") { c, a, b, node in extreme(c, a, b, isMaximum: true, node) },
    .global("math.@min") { c, a, node in extreme(c, a, isMaximum: false, node) },
    .global("math.@min") { c, a, b, node in extreme(c, a, b, isMaximum: false, node) },
    rounding("math.ceil", .up), rounding("math.floor", .down), rounding("math.trunc", .towardZero),
    rounding("math.round", .toNearestOrAwayFromZero),
    test("math.isNaN") { $0.isNaN }, test("math.isInf") { $0.isInfinite }, test("math.isFinite") { $0.isFinite },
    .global("math.abs", absolute), .global("math.sign", sign), .global("math.sqrt", squareRoot),
    bits("math.bitAnd") { $0 & $1 }, bits("math.bitOr") { $0 | $1 }, bits("math.bitXor") { $0 ^ $1 },
    .global("math.bitNot") { c, a, node in
      a.tag == .int || a.tag == .uint ? Value(tag: a.tag, payload: ~a.payload) : c.noOverload(node)
    },
    .global("math.bitShiftLeft") { c, a, b, node in shift(c, a, b, node) { $0 << $1 } },
    // Logical: the sign is shifted like any other bit.
    .global("math.bitShiftRight") { c, a, b, node in shift(c, a, b, node) { $0 >> $1 } },
  ]

  private static func rounding(_ name: String, _ rule: FloatingPointRoundingRule) -> Builtin {
    .global(name) { c, a, node in
      a.tag == .double ? .double(a.asDouble.rounded(rule)) : c.noOverload(node)
    }
  }

  private static func test(_ name: String, _ holds: @escaping (Double) -> Bool) -> Builtin {
    .global(name) { c, a, node in a.tag == .double ? .bool(holds(a.asDouble)) : c.noOverload(node) }
  }

  private static func bits(_ name: String, _ combine: @escaping (UInt64, UInt64) -> UInt64) -> Builtin {
    .global(name) { c, a, b, node in
      guard a.tag == b.tag, a.tag == .int || a.tag == .uint else { return c.noOverload(node) }
      return Value(tag: a.tag, payload: combine(a.payload, b.payload))
    }
  }

  private static func shift(
    _ c: Context, _ a: Value, _ b: Value, _ node: NodeID, _ move: (UInt64, UInt64) -> UInt64
  ) -> Value {
    guard a.tag == .int || a.tag == .uint, b.tag == .int else { return c.noOverload(node) }
    guard b.asInt >= 0 else { return c.failure(.invalidArgument, node, .string("a shift cannot be negative")) }
    return Value(tag: a.tag, payload: b.asInt >= 64 ? 0 : move(a.payload, b.payload))
  }

  private static func absolute(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .uint: return a
    case .double: return .double(a.asDouble.magnitude)
    case .int: return a.asInt == .min ? c.failure(.overflow, node) : .int(abs(a.asInt))
    default: return c.noOverload(node)
    }
  }

  private static func sign(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .uint: return .uint(a.payload == 0 ? 0 : 1)
    case .int: return .int(a.asInt.signum())
    case .double:
      let number = a.asDouble
      return number.isNaN || number == 0 ? a : .double(number < 0 ? -1 : 1)
    default: return c.noOverload(node)
    }
  }

  private static func squareRoot(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .double: return .double(a.asDouble.squareRoot())
    case .int: return .double(Double(a.asInt).squareRoot())
    case .uint: return .double(Double(a.payload).squareRoot())
    default: return c.noOverload(node)
    }
  }

  /// Of one number, or of a list of numbers.
  private static func extreme(_ c: Context, _ a: Value, isMaximum: Bool, _ node: NodeID) -> Value {
    guard a.tag == .list else { return a.isNumber ? a : c.noOverload(node) }
    if a.count > 10 { c.charge(tenthOf: a.count - 10) }
    guard var best = a.elements.first else {
      return c.failure(.invalidArgument, node, .string("the list is empty"))
    }
    guard best.isNumber else { return c.noOverload(node) }
    for element in a.elements.dropFirst() {
      best = extreme(c, best, element, isMaximum: isMaximum, node)
      if best.isError { return best }
    }
    return best
  }

  /// The winner keeps its own kind; of two that are equal the first wins.
  private static func extreme(_ c: Context, _ a: Value, _ b: Value, isMaximum: Bool, _ node: NodeID) -> Value {
    guard a.isNumber, b.isNumber else { return c.noOverload(node) }
    guard let order = Value.compareNumbers(a, b) else { return c.failure(.notANumber, node) }
    return (isMaximum ? order < 0 : order > 0) ? b : a
  }
}
