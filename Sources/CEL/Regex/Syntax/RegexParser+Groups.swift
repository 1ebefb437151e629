extension RegexParser {
  /// Everything that begins with `(`.
  mutating func parseGroup() throws(RegexSyntaxError) {
    let start = position
    guard peek(1) == UInt8(ascii: "?") else {
      position += 1
      return try openGroup(from: start, name: nil)
    }
    for (text, feature) in Self.unsupportedGroups where starts(with: text) {
      throw fault(.unsupported(feature), start..<start + text.utf8CodeUnitCount)
    }
    if starts(with: "(?P<") || starts(with: "(?<") { return try parseNamedGroup() }
    try parseFlags()
  }

  private static let unsupportedGroups: [(StaticString, RegexSyntaxError.Feature)] = [
    ("(?=", .lookAhead), ("(?!", .lookAhead), ("(?<=", .lookBehind), ("(?<!", .lookBehind),
    ("(?>", .atomicGroup), ("(?#", .comment), ("(?(", .conditional), ("(?P=", .backReference),
  ]

  private mutating func openGroup(from start: Int, name: String?) throws(RegexSyntaxError) {
    tree.groupNames.append(name)
    try open(
      Frame(
        opening: start..<position, firstOperand: operands.count, firstBranch: branches.count,
        group: tree.groupNames.count, flagsOutside: flags))
  }

  private mutating func open(_ frame: Frame) throws(RegexSyntaxError) {
    guard frames.count <= limits.nesting else {
      throw fault(.nestsTooDeeply(limit: limits.nesting), frame.opening)
    }
    frames.append(frame)
  }

  /// `(?P<name>` and `(?<name>`.
  private mutating func parseNamedGroup() throws(RegexSyntaxError) {
    let start = position
    position += peek(2) == UInt8(ascii: "P") ? 4 : 3
    let nameStart = position
    guard let end = bytes[nameStart...].firstIndex(of: UInt8(ascii: ">")) else {
      throw fault(.invalidGroupName, start..<bytes.count)
    }
    position = end + 1
    let name = String(decoding: bytes[nameStart..<end], as: UTF8.self)
    guard nameStart < end, name.unicodeScalars.allSatisfy(Self.mayStandInName) else {
      throw fault(.invalidGroupName, start..<position)
    }
    try openGroup(from: start, name: name)
  }

  private static func mayStandInName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }

  /// `(?i)`, `(?i-s:` and the like.
  private mutating func parseFlags() throws(RegexSyntaxError) {
    let start = position
    position += 2
    var changed = flags
    var clears = false
    var expectsFlag = false
    while let byte = peek() {
      position += 1
      let flag: Flags
      switch byte {
      case UInt8(ascii: "i"): flag = .ignoresCase
      case UInt8(ascii: "m"): flag = .multiline
      case UInt8(ascii: "s"): flag = .dotMatchesNewline
      case UInt8(ascii: "U"): flag = .lazyByDefault
      case UInt8(ascii: "-") where !clears:
        clears = true
        expectsFlag = true
        continue
      case UInt8(ascii: ":") where !expectsFlag:
        try open(
          Frame(
            opening: start..<position, firstOperand: operands.count, firstBranch: branches.count, group: nil,
            flagsOutside: flags))
        flags = changed
        return
      case UInt8(ascii: ")") where !expectsFlag:
        flags = changed
        return
      default:
        position -= 1
        _ = nextScalar()
        throw fault(.unknownGroupSyntax, start..<position)
      }
      expectsFlag = false
      if clears { changed.remove(flag) } else { changed.insert(flag) }
    }
    throw fault(.unclosedGroup, start..<position)
  }
}
