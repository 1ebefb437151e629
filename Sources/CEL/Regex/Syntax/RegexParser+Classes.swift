extension RegexParser {
  /// `[…]`: characters, ranges, named classes and properties.
  mutating func parseClass() throws(RegexSyntaxError) {
    let start = position
    position += 1
    let isNegated = peek() == UInt8(ascii: "^")
    if isNegated { position += 1 }
    var members = ClassMembers()
    var isFirst = true
    while let byte = peek(), byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      let memberStart = position
      if let set = try parseNamedMember(byte) {
        members.add(set, spelledAs: bytes[memberStart..<position])
      } else {
        members.add(try parseRange(inClassFrom: start), spelledAs: bytes[memberStart..<position])
      }
    }
    guard peek() != nil else { throw fault(.unclosedClass, start..<bytes.count) }
    position += 1
    let set = members.set(foldingCase: flags.contains(.ignoresCase))
    try pushSet(isNegated ? set.complement : set)
  }

  /// `[:alpha:]`, `\d`, `\pL` and their like with the flags applied, or `nil` where there is none.
  private mutating func parseNamedMember(_ byte: UInt8) throws(RegexSyntaxError) -> ScalarSet? {
    if byte == UInt8(ascii: "\\") { return try parsePropertyOrPerlClass() }
    guard byte == UInt8(ascii: "["), peek(1) == UInt8(ascii: ":") else { return nil }
    let start = position
    var end = start + 2
    while end + 1 < bytes.count, bytes[end] != UInt8(ascii: ":") || bytes[end + 1] != UInt8(ascii: "]") { end += 1 }
    guard end + 1 < bytes.count else { return nil }
    var name = bytes[start + 2..<end]
    let isNegated = name.first == UInt8(ascii: "^")
    if isNegated { name = name.dropFirst() }
    position = end + 2
    guard let set = NamedClasses.posix(String(decoding: name, as: UTF8.self)) else {
      throw fault(.unknownNamedClass, start..<position)
    }
    return applyingFlags(to: set, isNegated: isNegated)
  }

  /// A character or a range of characters, flags not yet applied.
  private mutating func parseRange(inClassFrom classStart: Int) throws(RegexSyntaxError) -> ScalarSet.Bounds {
    let start = position
    let low = try parseMember(inClassFrom: classStart)
    guard peek() == UInt8(ascii: "-"), let following = peek(1), following != UInt8(ascii: "]") else {
      return low...low
    }
    position += 1
    let high = try parseMember(inClassFrom: classStart)
    guard low <= high else { throw fault(.rangeOutOfOrder, start..<position) }
    return low...high
  }

  private mutating func parseMember(inClassFrom classStart: Int) throws(RegexSyntaxError) -> UInt32 {
    switch peek() {
    case nil: throw fault(.unclosedClass, classStart..<bytes.count)
    case UInt8(ascii: "\\"): return try parseEscapedCodePoint()
    default: return nextScalar().value
    }
  }
}

/// What stands between two brackets, collected.
private struct ClassMembers {
  private var ranges: [ScalarSet.Bounds] = []
  private var sets: [ScalarSet.Bounds] = []
  /// How named members are spelled, so that naming one a thousand times costs no more than once.
  private var seen: Set<ArraySlice<UInt8>> = []

  mutating func add(_ range: ScalarSet.Bounds, spelledAs: ArraySlice<UInt8>) { ranges.append(range) }

  mutating func add(_ set: ScalarSet, spelledAs text: ArraySlice<UInt8>) {
    if seen.insert(text).inserted { sets.append(contentsOf: set.ranges) }
  }

  func set(foldingCase: Bool) -> ScalarSet {
    let own = ScalarSet(ranges)
    return (foldingCase ? own.foldingCase() : own).union(ScalarSet(sets))
  }
}
