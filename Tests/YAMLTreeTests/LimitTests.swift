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

  @Test func `each limit holds at its value and stops one above`() {
    func kinds(_ text: String, _ set: (inout YAMLLimits) -> Void) -> [YAMLFault.Kind] {
      var limits = YAMLLimits.standard
      set(&limits)
      return tree(text, limits: limits).faults.map(\.kind)
    }
    #expect(kinds("[a, b, c]") { $0.nodes = 4 } == [])
    #expect(kinds("[a, b, c, d]") { $0.nodes = 4 } == [.limitNodes])
    #expect(kinds("[&a x, *a, *a]") { $0.aliases = 2 } == [])
    #expect(kinds("[&a x, *a, *a, *a]") { $0.aliases = 2 } == [.limitAliases])
    #expect(kinds("--- a\n--- b\n") { $0.documents = 2 } == [])
    #expect(kinds("--- a\n--- b\n--- c\n") { $0.documents = 2 } == [.limitDocuments])
    #expect(kinds("x: &x {}\ny: {<<: *x}\nz: {<<: *x}") { $0.mergeKeys = 2 } == [])
    #expect(kinds("x: &x {}\ny: {<<: *x}\nz: {<<: *x}\nw: {<<: *x}") { $0.mergeKeys = 2 } == [.limitMergeKeys])
    #expect(kinds("[&a [x, y], *a]") { $0.visitedNodes = 7 } == [])
    #expect(kinds("[&a [x, y], *a, *a]") { $0.visitedNodes = 7 } == [.limitVisitedNodes])
    #expect(kinds("a: 123456") { $0.fileSize = 9 } == [])
    #expect(kinds("a: 1234567") { $0.fileSize = 9 } == [.fileTooLarge])
    #expect(kinds("a: 1\na: 2\na: 3\n") { $0.faultsOfAKind = 2 } == [.duplicateKey, .duplicateKey])
    #expect(kinds("a: 1\na: 2\na: 3\na: 4\n") { $0.faultsOfAKind = 2 } == [.duplicateKey, .duplicateKey, .limitFaults])
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
