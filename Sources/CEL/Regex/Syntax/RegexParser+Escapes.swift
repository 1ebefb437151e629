extension RegexParser {
  /// Everything that begins with a backslash outside a class.
  mutating func parseBackslash() throws(RegexSyntaxError) {
    let start = position
    switch peek(1) {
    case UInt8(ascii: "b"): try pushAssertion(.wordBoundary)
    case UInt8(ascii: "B"): try pushAssertion(.noWordBoundary)
    case UInt8(ascii: "A"): try pushAssertion(.beginText)
    case UInt8(ascii: "z"): try pushAssertion(.endText)
    case UInt8(ascii: "C"): throw fault(.unsupported(.singleByte), start..<start + 2)
    case UInt8(ascii: "Q"): try parseQuoted()
    case let digit? where (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit) && !isOctalEscape:
      throw fault(.unsupported(.backReference), start..<start + 2)
    case UInt8(ascii: "k") where peek(2) == UInt8(ascii: "<"):
      throw fault(.unsupported(.backReference), start..<start + 3)
    default:
      if let set = try parsePropertyOrPerlClass() {
        try pushSet(set)
      } else {
        try pushCodePoint(parseEscapedCodePoint())
      }
    }
  }

  private var isOctalEscape: Bool {
    guard let first = peek(1), let second = peek(2) else { return false }
    let octal = UInt8(ascii: "0")...UInt8(ascii: "7")
    return octal.contains(first) && octal.contains(second)
  }

  private mutating func pushAssertion(_ assertion: Assertion) throws(RegexSyntaxError) {
    position += 2
    try push(tree.assertion(assertion))
  }

  /// A code point by number may be a surrogate, which no text contains.
  private mutating func pushCodePoint(_ value: UInt32) throws(RegexSyntaxError) {
    if let scalar = Unicode.Scalar(value) { try pushLiteral(scalar) } else { try pushSet(ScalarSet()) }
  }

  /// `\Q…\E`: everything between is itself; without `\E`, up to the end.
  private mutating func parseQuoted() throws(RegexSyntaxError) {
    position += 2
    while peek() != nil {
      if starts(with: "\\E") {
        position += 2
        return
      }
      try pushLiteral(nextScalar())
    }
  }

  /// `\pL`, `\p{Greek}`, `\d` and their like, or `nil` where there is none.
  mutating func parsePropertyOrPerlClass() throws(RegexSyntaxError) -> ScalarSet? {
    guard let letter = peek(1) else { return nil }
    if letter == UInt8(ascii: "p") || letter == UInt8(ascii: "P") { return try parseProperty() }
    guard let (set, isNegated) = NamedClasses.perl(letter) else { return nil }
    position += 2
    return applyingFlags(to: set, isNegated: isNegated)
  }

  private mutating func parseProperty() throws(RegexSyntaxError) -> ScalarSet {
    let start = position
    var isNegated = peek(1) == UInt8(ascii: "P")
    position += 2
    guard let first = peek() else { throw fault(.unknownProperty, start..<position) }
    var name: ArraySlice<UInt8>
    if first == UInt8(ascii: "{") {
      guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else {
        throw fault(.unknownProperty, start..<bytes.count)
      }
      name = bytes[position + 1..<end]
      position = end + 1
    } else {
      let nameStart = position
      _ = nextScalar()
      name = bytes[nameStart..<position]
    }
    if name.first == UInt8(ascii: "^") {
      isNegated.toggle()
      name = name.dropFirst()
    }
    guard let set = property(String(decoding: name, as: UTF8.self)) else {
      throw fault(.unknownProperty, start..<position)
    }
    return applyingFlags(to: set, isNegated: isNegated)
  }

  private mutating func property(_ name: String) -> ScalarSet? {
    if let known = properties[name] { return known }
    let set = name == "Any" ? .all : GeneralCategories.set(named: name) ?? Scripts.set(named: name)
    properties[name] = set
    return set
  }

  /// Case is folded before the set is turned around: `(?i)\W` leaves out whatever folds into a word character.
  func applyingFlags(to set: ScalarSet, isNegated: Bool) -> ScalarSet {
    let folded = flags.contains(.ignoresCase) ? set.foldingCase() : set
    return isNegated ? folded.complement : folded
  }

  /// An escape that stands for one code point, inside a class or outside.
  mutating func parseEscapedCodePoint() throws(RegexSyntaxError) -> UInt32 {
    let start = position
    position += 1
    guard let byte = peek() else { throw fault(.trailingBackslash, start..<position) }
    let scalar = nextScalar()
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "v"): return 0x0B
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "x"): return try parseHexadecimal(from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position -= 1
      if byte != UInt8(ascii: "0"), octalDigit(1) == nil { break }
      var value: UInt32 = 0
      let end = position + 3
      while position < end, let digit = octalDigit(0) {
        value = value * 8 + digit
        position += 1
      }
      return value
    default:
      if byte < 0x80, !isLetterOrDigit(byte) { return scalar.value }
    }
    position = start + 1
    _ = nextScalar()
    throw fault(.unknownEscape, start..<position)
  }

  private func octalDigit(_ distance: Int) -> UInt32? {
    guard let byte = peek(distance), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { return nil }
    return UInt32(byte - UInt8(ascii: "0"))
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// `\x7F` and `\x{10FFFF}`, after the x.
  private mutating func parseHexadecimal(from start: Int) throws(RegexSyntaxError) -> UInt32 {
    let isBraced = peek() == UInt8(ascii: "{")
    if isBraced { position += 1 }
    let digitsStart = position
    var value: UInt32 = 0
    while let digit = peek().flatMap({ Unicode.Scalar($0).hexadecimalValue }), isBraced || position < digitsStart + 2 {
      value = value * 16 + digit
      position += 1
      guard value <= ScalarSet.maximum else { throw fault(.unknownEscape, start..<position) }
    }
    let count = position - digitsStart
    guard isBraced ? (count > 0 && peek() == UInt8(ascii: "}")) : count == 2 else {
      throw fault(.unknownEscape, start..<position)
    }
    if isBraced { position += 1 }
    return value
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII hexadecimal digit.
  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
