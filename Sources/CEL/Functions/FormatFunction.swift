#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `text.format(list)` of the strings extension: `%s %d %f %e %b %o %x %X %%`, `%f` and `%e` with a precision.
enum FormatFunction {
  static let builtins: [Builtin] = [.member("format", cost: 0, format)]

  /// Bytes of output that the price of the format pays for.
  private static let freeBytes = 256
  /// Bytes of output beyond those, for one unit.
  private static let bytesPerUnit = 16
  /// The most digits after the point.
  private static let maximumPrecision = 1_000

  static func format(_ c: Context, _ text: Value, _ arguments: Value, _ node: NodeID) -> Value {
    guard text.tag == .string, arguments.tag == .list else { return c.noOverload(node) }
    c.charge(tenthOf: UTF8Text.count(text))
    var formatter = Formatter(
      limit: min(c.pointee.scratch.limit, freeBytes + c.affordable(bytesPerUnit)))
    let outcome = formatter.run(text.rawBytes, arguments.elements)
    c.charge(Int64(max(0, formatter.output.count - freeBytes) / bytesPerUnit))
    if c.isOverLimit { return c.costBreach(node) }
    switch outcome {
    case .done: return c.string(formatter.output, node)
    case .tooLong: return c.memoryBreach(node)
    case .fault(let message): return c.failure(.invalidArgument, node, c.string(message, node))
    }
  }

  /// The first fault of a literal format with arguments of these types; nothing where a type is not known.
  static func fault(in format: Value, _ types: [CELType]) -> String? {
    var formatter = Formatter(limit: .max)
    let samples = types.map(sample)
    return samples.withUnsafeBufferPointer { samples in
      guard case .fault(let message) = formatter.run(format.rawBytes, samples) else { return nil }
      return message
    }
  }

  /// A value of a type; unset for a type that is only known when it is evaluated.
  private static func sample(_ type: CELType) -> Value {
    switch type {
    case .null: return .null
    case .bool: return .false
    case .int: return .int(0)
    case .uint: return .uint(0)
    case .double: return .double(0)
    case .string: return .emptyString
    case .bytes: return Value(tag: .bytes)
    case .list: return .emptyList
    case .map, .structure: return .emptyMap
    case .timestamp: return .timestamp(seconds: 0)
    case .duration: return .duration(nanoseconds: 0)
    case .type: return .type("type")
    default: return .unset
    }
  }

  private enum Outcome {
    case done
    case tooLong
    case fault(String)
  }

  private struct Formatter {
    var output: [UInt8] = []
    let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func run(_ format: UnsafeBufferPointer<UInt8>, _ arguments: UnsafeBufferPointer<Value>) -> Outcome {
      var i = 0
      var used = 0
      while i < format.count {
        if output.count > limit { return .tooLong }
        let byte = format[i]
        i += 1
        guard byte == UInt8(ascii: "%") else {
          output.append(byte)
          continue
        }
        guard i < format.count else { return .fault("unexpected end of the format after '%'") }
        if format[i] == UInt8(ascii: "%") {
          output.append(byte)
          i += 1
          continue
        }
        var precision: Int?
        if format[i] == UInt8(ascii: ".") {
          i += 1
          var number = 0
          while i < format.count, format[i] >= UInt8(ascii: "0"), format[i] <= UInt8(ascii: "9") {
            number = min(number * 10 + Int(format[i] - UInt8(ascii: "0")), 1 << 20)
            i += 1
          }
          precision = number
        }
        guard i < format.count else { return .fault("the precision in the format has no clause after it") }
        guard (precision ?? 0) <= maximumPrecision else { return .fault("the precision in the format is too large") }
        guard used < arguments.count else { return .fault("the format asks for argument \(used), which is not there") }
        if let fault = write(arguments[used], format[i], precision) { return .fault(fault) }
        used += 1
        i += 1
      }
      guard used == arguments.count else {
        return .fault("the format takes \(used) arguments and was given \(arguments.count)")
      }
      return output.count > limit ? .tooLong : .done
    }

    private mutating func write(_ value: Value, _ clause: UInt8, _ precision: Int?) -> String? {
      if value.tag == .unset && Array("sdfeboxX".utf8).contains(clause) { return nil }
      switch clause {
      case UInt8(ascii: "s"): return writeString(value, depth: 0)
      case UInt8(ascii: "d"): return writeDecimal(value)
      case UInt8(ascii: "f"), UInt8(ascii: "e"): return writeReal(value, clause, precision ?? 6)
      case UInt8(ascii: "b"):
        if value.tag == .bool {
          append(value.asBool ? "1" : "0")
          return nil
        }
        return writeInteger(value, radix: 2, uppercase: false, "a whole number or a bool for '%b'")
      case UInt8(ascii: "o"): return writeInteger(value, radix: 8, uppercase: false, "a whole number for '%o'")
      case UInt8(ascii: "x"), UInt8(ascii: "X"): return writeHexadecimal(value, uppercase: clause == UInt8(ascii: "X"))
      default: return "the format has an unknown clause '%\(String(Unicode.Scalar(clause)))'"
      }
    }

    private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

    private func wrongKind(_ value: Value, _ wanted: String) -> String {
      "the format needs \(wanted), not \(Value.typeName(of: value.tag).text())"
    }

    private mutating func writeString(_ value: Value, depth: Int) -> String? {
      guard output.count <= limit, depth < Equality.maximumDepth else { return nil }
      switch value.tag {
      case .string, .type: output.append(contentsOf: value.rawBytes)
      case .bytes: output.append(contentsOf: String(decoding: value.rawBytes, as: UTF8.self).utf8)
      case .null: append("null")
      case .bool: append(value.asBool ? "true" : "false")
      case .int: append(String(value.asInt))
      case .uint: append(String(value.payload))
      case .double: writePlain(value.asDouble)
      case .timestamp: output.append(contentsOf: TimestampText.write(value))
      case .duration: output.append(contentsOf: DurationText.write(value.asInt))
      case .address, .network: append(value.networkText ?? "")
      case .list:
        append("[")
        for (i, element) in value.elements.enumerated() {
          if i > 0 { append(", ") }
          if let fault = writeString(element, depth: depth + 1) { return fault }
        }
        append("]")
      case .map: return writeMap(value, depth: depth)
      case .unset, .optional, .error: return wrongKind(value, "text, a number, a list or a map for '%s'")
      }
      return nil
    }

    /// Entries in the order of their keys' text.
    private mutating func writeMap(_ value: Value, depth: Int) -> String? {
      var entries: [(key: [UInt8], value: Value)] = []
      for entry in value.entries {
        var key = Formatter(limit: limit)
        if let fault = key.writeString(entry.key, depth: depth + 1) { return fault }
        entries.append((key.output, entry.value))
      }
      entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
      append("{")
      for (i, entry) in entries.enumerated() {
        if i > 0 { append(", ") }
        output.append(contentsOf: entry.key)
        append(": ")
        if let fault = writeString(entry.value, depth: depth + 1) { return fault }
      }
      append("}")
      return nil
    }

    private mutating func writeDecimal(_ value: Value) -> String? {
      switch value.tag {
      case .int: append(String(value.asInt))
      case .uint: append(String(value.payload))
      case .double: writePlain(value.asDouble)
      default: return wrongKind(value, "a number for '%d'")
      }
      return nil
    }

    /// All the digits that tell the number from its neighbours, and no exponent.
    private mutating func writePlain(_ number: Double) {
      if !writeSpecial(number) { output.append(contentsOf: DoubleText.plain(number)) }
    }

    private mutating func writeSpecial(_ number: Double) -> Bool {
      guard !number.isFinite else { return false }
      append(number.isNaN ? "NaN" : (number < 0 ? "-Infinity" : "Infinity"))
      return true
    }

    private mutating func writeReal(_ value: Value, _ clause: UInt8, _ precision: Int) -> String? {
      let number: Double
      switch value.tag {
      case .double: number = value.asDouble
      case .int: number = Double(value.asInt)
      case .uint: number = Double(value.payload)
      default: return wrongKind(value, "a number for '%\(String(Unicode.Scalar(clause)))'")
      }
      if writeSpecial(number) { return nil }
      // 309 digits before the point, and as many after it as were asked for.
      var buffer = [CChar](repeating: 0, count: 330 + precision)
      let size = buffer.count
      let count = withVaList([Int32(precision), number]) {
        vsnprintf(&buffer, size, clause == UInt8(ascii: "f") ? "%.*f" : "%.*e", $0)
      }
      output.append(contentsOf: buffer.prefix(max(0, min(Int(count), size - 1))).map { UInt8(bitPattern: $0) })
      return nil
    }

    private mutating func writeInteger(_ value: Value, radix: Int, uppercase: Bool, _ wanted: String) -> String? {
      switch value.tag {
      case .int: append(String(value.asInt, radix: radix, uppercase: uppercase))
      case .uint: append(String(value.payload, radix: radix, uppercase: uppercase))
      default: return wrongKind(value, wanted)
      }
      return nil
    }

    private mutating func writeHexadecimal(_ value: Value, uppercase: Bool) -> String? {
      guard value.tag == .string || value.tag == .bytes else {
        return writeInteger(value, radix: 16, uppercase: uppercase, "a whole number, text or bytes for '%x'")
      }
      let digits = Array((uppercase ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
      for byte in value.rawBytes {
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 15)])
      }
      return nil
    }
  }
}
