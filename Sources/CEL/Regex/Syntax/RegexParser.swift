/// Reads a pattern in RE2's syntax.
///
/// Works with stacks of its own instead of recursion. Accepts what RE2 accepts with its Perl classes, word boundaries and
/// Unicode groups on, except for `\C`, which could match part of a character.
struct RegexParser {
  /// What `(?imsU)` turns on.
  struct Flags: OptionSet {
    var rawValue: UInt8
    static let ignoresCase = Flags(rawValue: 1)
    static let multiline = Flags(rawValue: 2)
    static let dotMatchesNewline = Flags(rawValue: 4)
    static let lazyByDefault = Flags(rawValue: 8)
  }

  /// A group that is open: what to go back to when it closes.
  struct Frame {
    var opening: Range<Int>
    var firstOperand: Int
    var firstBranch: Int
    /// The number of its capture, if it captures.
    var group: Int?
    var flagsOutside: Flags
  }

  let bytes: [UInt8]
  let limits: RegexLimits
  var position = 0
  var flags: Flags = []
  var tree = RegexTree()
  /// Finished nodes of the concatenations that are open.
  var operands: [RegexTree.Index] = []
  /// Finished alternatives of the groups that are open.
  var branches: [RegexTree.Index] = []
  /// Open groups; the first stands for the whole pattern.
  var frames: [Frame]
  /// The repeat operator that was read just before, if nothing came between.
  var previousRepeat: Range<Int>?
  /// Sets of properties that the pattern has asked for.
  var properties: [String: ScalarSet] = [:]
  /// Instructions of all characters, classes and conditions read so far, before repeats.
  private var leafSize = 0

  init(_ bytes: [UInt8], limits: RegexLimits) {
    self.bytes = bytes
    self.limits = limits
    frames = [Frame(opening: 0..<0, firstOperand: 0, firstBranch: 0, group: nil, flagsOutside: [])]
  }

  /// The tree of the whole pattern.
  ///
  /// Complexity: O(pattern), plus the sets of the classes.
  mutating func parse() throws(RegexSyntaxError) -> RegexTree {
    guard bytes.count <= limits.patternBytes else {
      throw fault(.patternTooLong(limit: limits.patternBytes), limits.patternBytes..<bytes.count, excerpt: 0)
    }
    if let bad = UTF8Scanner.firstInvalidByte(in: bytes) { throw fault(.invalidUTF8, bad..<bad + 1) }
    while let byte = peek() {
      let before = previousRepeat
      previousRepeat = nil
      try parseNext(byte, after: before)
    }
    guard frames.count == 1 else { throw fault(.unclosedGroup, frames[frames.count - 1].opening) }
    let root = try closeFrame()
    tree.finish(root: root)
    return tree
  }

  private mutating func parseNext(_ byte: UInt8, after before: Range<Int>?) throws(RegexSyntaxError) {
    switch byte {
    case UInt8(ascii: "("): try parseGroup()
    case UInt8(ascii: ")"): try closeGroup()
    case UInt8(ascii: "|"):
      position += 1
      try closeBranch()
    case UInt8(ascii: "^"):
      position += 1
      try push(tree.assertion(flags.contains(.multiline) ? .beginLine : .beginText))
    case UInt8(ascii: "$"):
      position += 1
      try push(tree.assertion(flags.contains(.multiline) ? .endLine : .endText))
    case UInt8(ascii: "."):
      position += 1
      try pushSet(flags.contains(.dotMatchesNewline) ? .all : NamedClasses.notNewline)
    case UInt8(ascii: "["): try parseClass()
    case UInt8(ascii: "*"): try parseRepeat(minimum: 0, maximum: nil, after: before)
    case UInt8(ascii: "+"): try parseRepeat(minimum: 1, maximum: nil, after: before)
    case UInt8(ascii: "?"): try parseRepeat(minimum: 0, maximum: 1, after: before)
    case UInt8(ascii: "{"): try parseCountedRepeat(after: before)
    case UInt8(ascii: "\\"): try parseBackslash()
    default: try pushLiteral(nextScalar())
    }
  }

  // MARK: Groups

  private mutating func closeGroup() throws(RegexSyntaxError) {
    let start = position
    guard frames.count > 1 else { throw fault(.unopenedGroup, start..<start + 1) }
    position += 1
    let frame = frames[frames.count - 1]
    let inside = try closeFrame()
    flags = frame.flagsOutside
    operands.append(frame.group.map { tree.group($0, inside) } ?? inside)
  }

  /// Ends the innermost frame and returns what it holds.
  private mutating func closeFrame() throws(RegexSyntaxError) -> RegexTree.Index {
    try closeBranch()
    let frame = frames.removeLast()
    let node = tree.alternation(branches[frame.firstBranch...])
    branches.removeSubrange(frame.firstBranch...)
    return try checked(node, frame.opening.lowerBound..<position)
  }

  private mutating func closeBranch() throws(RegexSyntaxError) {
    let frame = frames[frames.count - 1]
    let node = tree.concatenation(operands[frame.firstOperand...])
    operands.removeSubrange(frame.firstOperand...)
    branches.append(try checked(node, frame.opening.lowerBound..<position))
  }

  // MARK: Leaves

  /// Adds a leaf to the innermost concatenation.
  ///
  /// Stops at the limit at once, so that a pattern of many large classes is refused before they are all built.
  mutating func push(_ leaf: RegexTree.Index) throws(RegexSyntaxError) {
    leafSize += tree.nodes[leaf].size
    guard leafSize < limits.instructions else {
      throw fault(.tooManyInstructions(limit: limits.instructions), 0..<position)
    }
    operands.append(leaf)
  }

  mutating func pushLiteral(_ scalar: Unicode.Scalar) throws(RegexSyntaxError) {
    if flags.contains(.ignoresCase) {
      try pushSet(ScalarSet([scalar.value...scalar.value]).foldingCase())
    } else {
      try push(tree.literal(scalar))
    }
  }

  mutating func pushSet(_ set: ScalarSet) throws(RegexSyntaxError) { try push(tree.set(set)) }

  // MARK: Reading

  func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < bytes.count ? bytes[index] : nil
  }

  func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// Reads one code point; there must be one.
  mutating func nextScalar() -> Unicode.Scalar {
    let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: position)
    position += width
    return scalar
  }

  // MARK: Faults

  /// The node, unless it has become larger than the limit.
  func checked(_ node: RegexTree.Index, _ range: Range<Int>) throws(RegexSyntaxError) -> RegexTree.Index {
    guard tree.nodes[node].size < limits.instructions else {
      throw fault(.tooManyInstructions(limit: limits.instructions), range)
    }
    return node
  }

  /// An error at a place; the excerpt is that place, cut to 80 bytes or the given number.
  func fault(_ kind: RegexSyntaxError.Kind, _ range: Range<Int>, excerpt: Int = 80) -> RegexSyntaxError {
    let place = range.clamped(to: 0..<bytes.count)
    return RegexSyntaxError(
      kind: kind, range: place, excerpt: String(decoding: bytes[place].prefix(excerpt), as: UTF8.self))
  }
}
