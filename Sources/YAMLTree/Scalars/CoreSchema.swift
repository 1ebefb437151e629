/// What a scalar means under the core schema of YAML 1.2.
public enum CoreValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  /// A whole number that does not fit sixty-four bits; its digits are the text of the node.
  case largeInt
  case float(Double)
  case string
}

/// The core schema of YAML 1.2 (10.3.2): the types of plain scalars where no tag and no kind says otherwise.
///
/// `yes`, `no`, `on`, `off`, `1_000`, `12:30` and dates are text, as 1.2 has it.
public enum CoreSchema {
  /// The meaning of a plain scalar without a tag; O(bytes), and never a trap however many digits there are.
  public static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> CoreValue {
    guard let first = text.first else { return .null }
    switch first {
    case 0x7E: return text.count == 1 ? .null : .string
    case 0x6E, 0x4E: return isOneOf(text, "null", "Null", "NULL") ? .null : .string
    case 0x74, 0x54: return isOneOf(text, "true", "True", "TRUE") ? .bool(true) : .string
    case 0x66, 0x46: return isOneOf(text, "false", "False", "FALSE") ? .bool(false) : .string
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: return integer(text) ?? float(text) ?? .string
    default: return .string
    }
  }

  /// A whole number: decimal with an optional sign, `0o…` or `0x…` without one.
  public static func integer(_ text: UnsafeBufferPointer<UInt8>) -> CoreValue? {
    if text.count > 2, text[0] == 0x30, text[1] == 0x6F || text[1] == 0x78 {
      return digits(text.dropFirst(2), radix: text[1] == 0x6F ? 8 : 16, isNegative: false)
    }
    let hasSign = text.first == 0x2B || text.first == 0x2D
    return digits(text.dropFirst(hasSign ? 1 : 0), radix: 10, isNegative: text.first == 0x2D)
  }

  private static func digits(_ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: Int64, isNegative: Bool) -> CoreValue? {
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    var fits = true
    for byte in digits {
      let digit: Int64
      switch byte {
      case 0x30...0x39: digit = Int64(byte - 0x30)
      case 0x61...0x66: digit = Int64(byte - 0x61) + 10
      case 0x41...0x46: digit = Int64(byte - 0x41) + 10
      default: return nil
      }
      guard digit < radix else { return nil }
      guard fits else { continue }
      // Counted downwards for negative numbers, whose range is one wider.
      let (product, overflowed) = value.multipliedReportingOverflow(by: radix)
      let (sum, overflowedAgain) = isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      fits = !overflowed && !overflowedAgain
      value = sum
    }
    return fits ? .int(value) : .largeInt
  }

  /// A number with a point or an exponent, `.inf` or `.nan`; a whole number counts as well.
  public static func float(_ text: UnsafeBufferPointer<UInt8>) -> CoreValue? {
    let hasSign = text.first == 0x2B || text.first == 0x2D
    let unsigned = UnsafeBufferPointer(rebasing: text.dropFirst(hasSign ? 1 : 0))
    if isOneOf(unsigned, ".inf", ".Inf", ".INF") { return .float(text.first == 0x2D ? -.infinity : .infinity) }
    if !hasSign, isOneOf(text, ".nan", ".NaN", ".NAN") { return .float(.nan) }
    guard isDecimal(unsigned) else { return nil }
    return Double(String(decoding: text, as: UTF8.self)).map(CoreValue.float)
  }

  /// `12`, `12.`, `12.5`, `.5`, each with an optional exponent.
  private static func isDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func skipDigits() -> Int {
      let start = index
      while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
      return index - start
    }
    let whole = skipDigits()
    var fraction = 0
    if index < text.count, text[index] == 0x2E {
      index += 1
      fraction = skipDigits()
    }
    guard whole + fraction > 0 else { return false }
    if index < text.count, text[index] | 0x20 == 0x65 {
      index += 1
      if index < text.count, text[index] == 0x2B || text[index] == 0x2D { index += 1 }
      guard skipDigits() > 0 else { return false }
    }
    return index == text.count
  }

  /// Whether a node can be what its tag says.
  static func fits(_ meaning: YAMLTag.Meaning, kind: NodeKind, text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch meaning {
    case .other, .nonSpecific: true
    case .sequence: kind == .sequence
    case .mapping: kind == .mapping
    case .string, .merge: kind == .scalar || kind == .null
    case .null, .boolean, .integer, .float: kind == .null || kind == .scalar ? tagged(meaning, text) != nil : false
    }
  }

  /// The value of text under a tag; nil when the text is not of that type.
  static func tagged(_ meaning: YAMLTag.Meaning, _ text: UnsafeBufferPointer<UInt8>) -> CoreValue? {
    switch meaning {
    case .integer: return integer(text)
    case .float: return float(text)
    case .null: return resolve(text) == .null ? .null : nil
    case .boolean:
      guard case .bool(let value) = resolve(text) else { return nil }
      return .bool(value)
    default: return .string
    }
  }

  private static func isOneOf(_ text: UnsafeBufferPointer<UInt8>, _ words: StaticString...) -> Bool {
    words.contains { word in
      text.count == word.utf8CodeUnitCount && text.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }
}

extension YAMLTree {
  /// What a scalar means under the core schema, tags honoured; nil for collections and for aliases with a fault.
  ///
  /// An alias means what its target means. A tag that does not fit leaves text, and has its fault.
  public func value(of id: NodeID) -> CoreValue? {
    guard let meant = resolve(id) else { return nil }
    let record = record(meant)
    switch record.kind {
    case .alias, .sequence, .mapping: return nil
    case .null, .scalar: break
    }
    let text = text(of: record)
    if let tag = tag(of: meant) { return CoreSchema.tagged(tag.meaning, text) ?? .string }
    if record.kind == .null { return .null }
    return record.style == .plain ? CoreSchema.resolve(text) : .string
  }
}
