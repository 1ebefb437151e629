import SourceText
import Testing

@testable import YAMLTree

@Suite struct LimitTests {
  @Test(arguments: ["flow", "dashes", "block", "questions", "braces"])
  func `sixty-four levels are read and sixty-five are not`(_ form: String) {
    func nested(_ depth: Int) -> String {
      switch form {
      case "flow": String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      case "dashes": String(repeating: "- ", count: depth) + "x"
      case "questions": String(repeating: "? ", count: depth) + "x"
      case "braces": String(repeating: "{a: ", count: depth) + String(repeating: "}", count: depth)
      default: (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      }
    }
    #expect(tree(nested(63)).faults.filter { $0.kind != .collectionKey } == [])
    #expect(tree(nested(64)).faults.filter { $0.kind != .collectionKey } == [])
    let deep = tree(nested(65) + "\n---\nafter: 1\n")
    #expect(deep.faults.map(\.kind).filter { $0 != .collectionKey } == [.limitDepth])
    #expect(deep.documents.last.map { deep.node($0.root)["after"]?.string } == "1")
    #expect(tree(nested(1000)).faults.map(\.kind).contains(.limitDepth))
  }

  @Test func `a limit names itself and its value`() throws {
    let fault = try #require(tree(String(repeating: "[", count: 65)).faults.first)
    #expect(fault.message == "there are more than 64 groups and lists inside each other; the rest is not read")
    #expect(fault.range == ByteRange(64, 65))
  }

  /// A limit, texts below it, at it and above it, and what is said above.
  struct Specimen: Sendable, CustomTestStringConvertible {
    var kind: YAMLFault.Kind
    var limit: @Sendable (inout YAMLLimits) -> Void
    var below: String
    var at: String
    var above: String
    var message: String
    var help: String
    var testDescription: String { kind.rawValue }
  }

  static let specimens = [
    Specimen(
      kind: .limitNodes, limit: { $0.nodes = 4 }, below: "[a, b]", at: "[a, b, c]", above: "[a, b, c, d]",
      message: "there are more than 4 values in one file; the rest is not read", help: "Split the file"),
    Specimen(
      kind: .limitAliases, limit: { $0.aliases = 2 }, below: "[&a x, *a]", at: "[&a x, *a, *a]", above: "[&a x, *a, *a, *a]",
      message: "there are more than 2 references (*name) in one file; the rest is not read", help: "Write the values out"),
    Specimen(
      kind: .limitDocuments, limit: { $0.documents = 2 }, below: "--- a\n", at: "--- a\n--- b\n", above: "--- a\n--- b\n--- c\n",
      message: "there are more than 2 documents in one file; the rest is not read", help: "Split the file"),
    Specimen(
      kind: .limitMergeKeys, limit: { $0.mergeKeys = 2 }, below: "x: &x {}\ny: {<<: *x}", at: "x: &x {}\ny: {<<: *x}\nz: {<<: *x}",
      above: "x: &x {}\ny: {<<: *x}\nz: {<<: *x}\nw: {<<: *x}",
      message: "there are more than 2 merges (<<) in one file; the rest is not read", help: "Write the values out"),
    Specimen(
      kind: .limitVisitedNodes, limit: { $0.visitedNodes = 7 }, below: "[&a [x], *a]", at: "[&a [x, y], *a]", above: "[&a [x, y], *a, *a]",
      message: "there are more than 7 values once every reference (*name) is followed",
      help: "Write the values out, or refer to less"),
    Specimen(
      kind: .limitDepth, limit: { $0.depth = 2 }, below: "[a]", at: "[[a]]", above: "[[[a]]]",
      message: "there are more than 2 groups and lists inside each other; the rest is not read", help: "Make the structure flatter"),
    Specimen(
      kind: .limitDirectives, limit: { $0.directives = 2 }, below: "%YAML 1.1\n--- a\n", at: "%YAML 1.1\n%TAG ! x\n--- a\n",
      above: "%YAML 1.1\n%TAG ! x\n%TAG !b! x\n--- a\n",
      message: "there are more than 2 directive lines (%) in one document; the rest is not read",
      help: "Delete the lines that begin with %"),
    Specimen(
      kind: .fileTooLarge, limit: { $0.fileSize = 9 }, below: "a: 12345", at: "a: 123456", above: "a: 1234567",
      message: "the file has 10 bytes, more than the 9 that are read", help: "Split it into several files"),
    Specimen(
      kind: .limitFaults, limit: { $0.faultsOfAKind = 2 }, below: "a: 1\na: 2\n", at: "a: 1\na: 2\na: 3\n", above: "a: 1\na: 2\na: 3\na: 4\n",
      message: "1 more fault of the kind duplicate-key follows and is not listed", help: "Mend those that are listed, then check again"),
  ]

  @Test(arguments: specimens)
  func `a limit holds below and at its value, and above it is named with what to do`(_ one: Specimen) throws {
    var limits = YAMLLimits.standard
    one.limit(&limits)
    for text in [one.below, one.at] { #expect(!tree(text, limits: limits).faults.map(\.kind).contains(one.kind), "\(text)") }
    let fault = try #require(tree(one.above, limits: limits).faults.first { $0.kind == one.kind })
    #expect(fault.message == one.message)
    #expect(fault.help == one.help)
  }

  @Test func `every limit has a specimen`() {
    let limits = YAMLFault.Kind.allCases.filter { $0.rawValue.hasPrefix("limit-") } + [.fileTooLarge]
    #expect(Set(Self.specimens.map(\.kind)) == Set(limits))
  }

  @Test func `a text may be as long as its file`() {
    let long = "a: " + String(repeating: "x", count: SourceFile.sizeLimit - 3)
    let value = tree(long).root?["a"]
    #expect(value.map { $0.tree.text(of: $0.id).count } == SourceFile.sizeLimit - 3)
    #expect(tree(long + "x").faults.map(\.kind) == [.fileTooLarge])
  }

  @Test func `eight directives are read and nine are refused, counted anew in every document`() {
    func directives(_ count: Int) -> String { (0..<count).map { "%TAG !t\($0)! tag:x\n" }.joined() + "--- a\n" }
    #expect(tree(directives(8)).faults == [])
    #expect(tree(directives(8) + "...\n" + directives(8)).faults == [])
    let refused = tree(directives(9))
    #expect(refused.faults.map(\.kind) == [.limitDirectives])
    #expect(refused.documents == [])
  }

  @Test func `aliases are counted as what they mean`() {
    let bomb = (1...9).reduce("l0: &l0 [x, x, x, x, x, x, x, x, x]\n") { text, level in
      text + "l\(level): &l\(level) [" + Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let tree = tree(bomb)
    #expect(tree.faults.map(\.kind) == [.limitVisitedNodes])
    #expect(tree.nodeCount < 250)
    var visited = 0
    let root = tree.documents[0].root
    let isComplete = tree.walk(from: root, budget: 10_000) { _ in
      visited += 1
      return .enter
    }
    #expect(!isComplete)
    #expect(visited == 10_000)
  }

  @Test func `sizes do not overflow`() {
    let bomb = (1...200).reduce("l0: &l0 [x, x]\n") { text, level in text + "l\(level): &l\(level) [*l\(level - 1), *l\(level - 1)]\n" }
    #expect(tree(bomb).documents.first?.visitedNodes == UInt64.max / 4)
  }

  @Test func `merges that double twenty times are still linear`() {
    let bomb = (1...20).reduce("l0: &l0 {a: 1}\n") { text, level in
      text + "l\(level): &l\(level) {<<: [*l\(level - 1), *l\(level - 1)], k\(level): 1}\n"
    }
    let tree = tree(bomb)
    let entries = tree.effectiveEntries(of: tree.root?["l20"]?.id ?? NodeID(0))
    #expect(entries.count == 21)
    #expect(tree.faults.map(\.kind) == [.limitVisitedNodes])
  }

  @Test(arguments: hostileFiles)
  func `a large hostile file ends in faults and not in time`(_ name: String, _ text: @Sendable () -> String) {
    let tree = tree(text())
    #expect(tree.faults.count <= 30_001, "\(name)")
    #expect(tree.nodeCount <= 200_000)
  }
}

/// The big inputs of the reliability recipes at a size that a debug build reads at once.
private let hostileFiles: [(String, @Sendable () -> String)] = [
  ("flow sequences", { String(repeating: "[", count: 100_000) }),
  ("flow mappings", { String(repeating: "{", count: 20_000) }),
  ("mixed", { String(repeating: "{\"\":[", count: 50_000) }),
  ("dashes", { String(repeating: "- ", count: 100_000) + "x" }),
  ("questions", { String(repeating: "? ", count: 100_000) }),
  ("anchors", { (0..<20_000).map { "- &a\($0) x\n" }.joined() }),
  ("aliases", { "- &a x\n" + String(repeating: "- *a\n", count: 20_000) }),
  ("undefined aliases", { (0..<9_000).map { "- *a\($0)\n" }.joined() }),
  ("documents", { String(repeating: "---\n", count: 20_000) }),
  ("faulty documents", { String(repeating: "---\n]\n", count: 20_000) }),
  ("long line", { "a: " + String(repeating: "x ", count: 500_000) }),
  ("long comment", { "#" + String(repeating: "x", count: 1_000_000) }),
  ("blank lines", { "a: 1\n" + String(repeating: "\n", count: 500_000) + "b: 2\n" }),
  ("equal keys", { String(repeating: "a: 1\n", count: 20_000) }),
  ("keys", { "{" + (0..<50_000).map { "a\($0): 1, " }.joined() + "}" }),
  ("tags", { (0..<20_000).map { "- !t\($0) x\n" }.joined() }),
  ("NUL", { String(repeating: "\0", count: 50_000) }),
  ("no-break spaces", { String(repeating: "\u{A0}", count: 100_000) }),
  ("separators", { String(repeating: "a: b\u{2028}", count: 20_000) }),
  ("curly quotes", { String(repeating: "- “x”\n", count: 20_000) }),
  ("faults after spaces", { "a: 'x'\u{A0}" + String(repeating: "\u{A0}", count: 50_000) + "y" }),
]
