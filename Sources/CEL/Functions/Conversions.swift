/// `int(x)`, `string(x)` and their like. Source: CEL language definition, "Standard functions"; section 7.
enum Conversions {
  static let builtins: [Builtin] = [
    .global("bool", bool), .global("int", int), .global("uint", uint), .global("double", double),
    // Between text and bytes it costs by length.
    .global("string", cost: 0, string), .global("bytes", cost: 0, bytes), .global("timestamp", timestamp),
    .global("duration", duration), .global("type", type),
  ]

  private static func refusal(_ c: Context, _ text: Value, _ what: StaticString, _ node: NodeID) -> Value {
    c.failure(.conversion, node, text, .string(what))
  }

  static func type(_ c: Context, _ a: Value, _ node: NodeID) -> Value { .typeName(of: a.tag) }

  static func bool(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .bool: return a
    case .string:
      switch String(decoding: a.rawBytes.prefix(6), as: UTF8.self) {
      case "1", "t", "T", "true", "TRUE", "True": return .true
      case "0", "f", "F", "false", "FALSE", "False": return .false
      default: return refusal(c, a, "true or false", node)
      }
    default: return c.noOverload(node)
    }
  }

  static func int(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .int: return a
    case .uint: return Int64(exactly: a.payload).map { Value.int($0 as Int64) } ?? c.failure(.overflow, node)
    case .double:
      let number = a.asDouble
      // Both ends are excluded, although −2⁶³ would fit: the suite says so.
      guard number > -0x1p63 && number < 0x1p63 else { return c.failure(.overflow, node) }
      return .int(Int64(number))
    case .string: return (integer(a) as Int64?).map { Value.int($0 as Int64) } ?? refusal(c, a, "a whole number", node)
    case .timestamp: return .int(a.asInt)
    case .duration: return .int(a.asInt / 1_000_000_000)
    default: return c.noOverload(node)
    }
  }

  /// Decimal digits with or without a sign, and nothing else.
  private static func integer<T: FixedWidthInteger>(_ text: Value) -> T? {
    let bytes = text.rawBytes
    var digits = bytes[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if T.isSigned, isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var number: T = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let digit = T(byte - UInt8(ascii: "0"))
      let (product, first) = number.multipliedReportingOverflow(by: 10)
      // Negative numbers are built downwards: the smallest has no positive twin.
      let (sum, second) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if first || second { return nil }
      number = sum
    }
    return number
  }

  static func uint(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .uint: return a
    case .int: return a.asInt < 0 ? c.failure(.overflow, node) : .uint(a.payload)
    case .double:
      let number = a.asDouble
      guard number >= 0 && number < 0x1p64 else { return c.failure(.overflow, node) }
      return .uint(UInt64(number))
    case .string: return (integer(a) as UInt64?).map { Value.uint($0) } ?? refusal(c, a, "a whole number from 0", node)
    default: return c.noOverload(node)
    }
  }

  static func double(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .double: return a
    case .int: return .double(Double(a.asInt))
    case .uint: return .double(Double(a.payload))
    case .string: return DoubleText.parse(a.rawBytes).map { Value.double($0) } ?? refusal(c, a, "a number", node)
    default: return c.noOverload(node)
    }
  }

  static func string(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    if a.tag != .bytes { c.charge(1) }
    switch a.tag {
    case .string: return a
    case .bool: return .string(a.asBool ? "true" : "false")
    case .int: return c.string(Array(String(a.asInt).utf8), node)
    case .uint: return c.string(Array(String(a.payload).utf8), node)
    case .double: return c.string(DoubleText.shortest(a.asDouble), node)
    case .bytes:
      c.charge(tenthOf: a.count)
      guard let shape = UTF8Text.check(a.rawBytes) else { return c.failure(.invalidUTF8, node) }
      return .string(a.rawBytes, isASCII: shape.isASCII)
    case .timestamp: return c.string(TimestampText.write(a), node)
    case .duration: return c.string(DurationText.write(a.asInt), node)
    case .address, .network: return c.string(a.networkText ?? "", node)
    default: return c.noOverload(node)
    }
  }

  static func bytes(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .string:
      c.charge(tenthOf: UTF8Text.count(a))
      return .bytes(a.rawBytes)
    case .bytes:
      c.charge(1)
      return a
    default: return c.noOverload(node)
    }
  }

  static func timestamp(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .timestamp: return a
    case .string: return TimestampText.parse(a.rawBytes) ?? refusal(c, a, "a timestamp", node)
    case .int:
      guard a.asInt >= Civil.firstSecond, a.asInt <= Civil.lastSecond else { return c.failure(.overflow, node) }
      return .timestamp(seconds: a.asInt)
    default: return c.noOverload(node)
    }
  }

  static func duration(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .duration: return a
    case .string:
      return DurationText.parse(a.rawBytes).map { Value.duration(nanoseconds: $0) } ?? refusal(c, a, "a duration", node)
    case .int:
      let (product, overflow) = a.asInt.multipliedReportingOverflow(by: 1_000_000_000)
      return overflow ? c.failure(.overflow, node) : .duration(nanoseconds: product)
    default: return c.noOverload(node)
    }
  }
}
