/// A regular expression in RE2's syntax, ready to search text in linear time.
///
/// Patterns and texts are UTF-8 bytes; all offsets count bytes. `^` and `$` mean the text unless `(?m)` is on, `.`
/// leaves out the newline unless `(?s)` is on, `\d \w \s \b` are ASCII. There are no back-references and no
/// look-around, and so no pattern whose price grows faster than (bytes of text) × ``instructionCount``. Text that is
/// not UTF-8 is searched too: bytes that belong to no character match nothing.
///
/// The expression never changes after it is made, and any number of threads may search with it at once, each with a
/// ``RegexScratch`` of its own.
///
/// Source: https://github.com/google/re2/wiki/Syntax; CEL language definition, `matches`.
public final class RegularExpression: Sendable {
  /// The instructions of the compiled program: the price of one byte of text at worst.
  public let instructionCount: Int
  /// The number of groups that capture, not counting the whole match.
  public let groupCount: Int
  /// The names of the groups from 1 on; `nil` for a group without one. Two groups may have the same name.
  public let groupNames: [String?]

  /// Characters and classes after repeats are written out: places of the pattern that a search may stand at.
  let width: Int
  /// Ranges of the classes that had to be built.
  let rangeCount: Int

  let program: RegexProgram
  private let plan: Plan
  /// The characters to compare or search for, for the plans that do.
  private let literal: [UInt8]
  /// What every match begins with, when that is worth searching for.
  private let searchedPrefix: [UInt8]

  /// How to answer whether there is a match.
  private enum Plan {
    case equal
    case begin
    case end
    case contain
    case automaton
    case prefixThenAutomaton
  }

  /// Longer literals are left to the automaton, whose price does not grow with their length.
  static let longestSearchedLiteral = 64

  /// Reads and compiles a pattern.
  ///
  /// - Throws: the first fault in the pattern, or the limit that it exceeds.
  /// - Complexity: O(pattern + instructions), apart from the size of its Unicode classes.
  public init(
    _ pattern: some Sequence<UInt8>, limits: RegexLimits = .standard
  ) throws(RegexSyntaxError) {
    let bytes = Array(pattern)
    var parser = RegexParser(bytes, limits: limits)
    let tree: RegexTree
    do {
      tree = try parser.parse()
    } catch {
      var error = error
      error.rangeCount = parser.tree.rangeCount
      throw error
    }
    width = tree.nodes[tree.root].width
    rangeCount = tree.rangeCount
    groupNames = tree.groupNames
    groupCount = tree.groupNames.count
    program = RegexCompiler.program(for: tree)
    instructionCount = program.instructions.count
    let slots = instructionCount.multipliedReportingOverflow(by: 2 * (groupCount + 1))
    guard !slots.overflow, slots.partialValue <= limits.captureSlots else {
      throw RegexSyntaxError(kind: .tooManyGroups, range: 0..<bytes.count, excerpt: "", rangeCount: rangeCount)
    }

    let outline = LiteralOutline(tree)
    literal = outline.prefix
    plan = Self.plan(for: outline)
    searchedPrefix = outline.beginsText ? [] : Array(outline.prefix.prefix(Self.longestSearchedLiteral))
  }

  private static func plan(for outline: LiteralOutline) -> Plan {
    switch (outline.isWhole, outline.beginsText, outline.endsText) {
    case (true, true, true): .equal
    case (true, true, false): .begin
    case (true, false, true): .end
    case (true, false, false) where outline.prefix.count <= longestSearchedLiteral: .contain
    case (_, false, _) where !outline.prefix.isEmpty: .prefixThenAutomaton
    default: .automaton
    }
  }

  /// Whether the expression matches anywhere in the text.
  ///
  /// Complexity: O(text × instructions) at worst; one load per byte once the automaton is built.
  public func matches(_ text: UnsafeBufferPointer<UInt8>, scratch: RegexScratch) -> Bool {
    switch plan {
    case .equal: text.count == literal.count && ByteSearch.matches(literal, in: text, at: 0)
    case .begin: ByteSearch.matches(literal, in: text, at: 0)
    case .end: ByteSearch.matches(literal, in: text, at: text.count - literal.count)
    case .contain: ByteSearch.firstIndex(of: literal, in: text, from: 0) != nil
    case .automaton: hasMatch(in: text, from: 0, scratch)
    case .prefixThenAutomaton: hasMatchAfterPrefix(in: text, from: 0, scratch)
    }
  }

  /// The first match that begins at or after an offset, and what its groups hold.
  ///
  /// The text before the offset still counts for `^`, `\b` and their like. Of the matches that begin first, it is
  /// the one that preferring earlier alternatives and longer (or, if lazy, shorter) repeats leads to. An offset
  /// outside the text has no match, and one inside a character means the character after it. Searching on from
  /// match to match may read the rest of the text each time.
  ///
  /// Complexity: O(text × instructions × groups).
  public func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int = 0, scratch: RegexScratch
  ) -> RegexMatch? {
    guard offset >= 0, offset <= text.count else { return nil }
    var offset = offset
    while offset > 0, offset < text.count, UTF8.isContinuation(text[offset]) { offset += 1 }
    guard hasMatchAfterPrefix(in: text, from: offset, scratch) else { return nil }
    let slots = ThreadMachine.search(
      program, prefix: searchedPrefix, in: text, from: offset, slotCount: 2 * (groupCount + 1),
      workspace: scratch.workspace)
    return slots.map(RegexMatch.init)
  }

  private func hasMatchAfterPrefix(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int, _ scratch: RegexScratch
  ) -> Bool {
    guard let start = ByteSearch.firstIndex(of: searchedPrefix, in: text, from: offset) else { return false }
    return hasMatch(in: text, from: start, scratch)
  }

  @inline(__always)
  private func hasMatch(in text: UnsafeBufferPointer<UInt8>, from offset: Int, _ scratch: RegexScratch) -> Bool {
    switch scratch.automaton(for: self).search(text, from: offset) {
    case .match: true
    case .noMatch: false
    case .gaveUp: hasMatchByThreads(in: text, from: offset, scratch)
    }
  }

  @inline(never)
  private func hasMatchByThreads(in text: UnsafeBufferPointer<UInt8>, from offset: Int, _ scratch: RegexScratch) -> Bool {
    ThreadMachine.search(
      program, prefix: searchedPrefix, in: text, from: offset, slotCount: 0, workspace: scratch.workspace) != nil
  }
}

/// Where an expression matched.
public struct RegexMatch: Hashable, Sendable {
  /// Byte offsets of the whole match, then of the groups from 1 on; `nil` for a group that took no part.
  public let spans: [Range<Int>?]

  /// Byte offsets of the whole match.
  public var range: Range<Int> { spans.first.flatMap(\.self) ?? 0..<0 }

  init(slots: [Int]) {
    spans = stride(from: 0, to: slots.count - 1, by: 2).map { index in
      let (start, end) = (slots[index], slots[index + 1])
      return start != ThreadMachine.unset && start <= end ? start..<end : nil
    }
  }
}
