import ConcordatDiagnostics
import ConcordatEngine
import ConcordatRules
import SourceText
import Testing

/// What one rule may take and say of one document, at the limits, below and above.
struct RunLimitTests {
  /// The report on a ledger of lines that the rule is asked about one by one.
  private func report(loops: String, require: String, lines: [Int]) async -> LintReport {
    let rule = RuleCostTests.rule(loops: loops, require: require)
    let pack = PackLoader.load([
      .england,
      PackFiles(
        name: "specimen",
        files: [
          "targets/specimen.yaml": SourceFile(path: "targets/specimen.yaml", text: Array(rule.utf8)),
          "kinds/ledger.yaml": SourceFile(path: "kinds/ledger.yaml", text: Array(RuleCostTests.kind.utf8)),
        ]),
    ])
    #expect(pack.faults.isEmpty, "\(pack.faults.map(\.message))")
    let pages = lines.map { "  - lines: [" + Array(repeating: "[]", count: $0).joined(separator: ", ") + "]\n" }.joined()
    let text = "kind: ledger\nid: one\npublished: 2008-06-30\nentries: []\npages:\n" + pages
    return await Linter(pack: pack).lint([InputFile(file: SourceFile(path: "ledger.yaml", text: Array(text.utf8)), isNamed: true)])
  }

  @Test(arguments: [-1, 0, 1])
  func `ten thousand findings of a rule are listed, and one more is said to be missing`(difference: Int) async {
    let lines = Array(repeating: 200, count: 50) + (difference > 0 ? [difference] : [])
    let report = await report(
      loops: "for_each:\n  page: document.pages\n  line: page.lines\n", require: "line.size() > 0",
      lines: difference < 0 ? lines.dropLast() + [199] : lines)
    #expect(report.diagnostics.count == min(10_000, 10_000 + difference))
    #expect(
      report.undecided.filter { $0.rule == "targets/specimen" }.map(\.reason)
        == (difference > 0
          ? ["it has more than 10,000 findings, and the rest was not looked at; mend those that are listed, then check again"] : []))
  }

  @Test func `a rule that takes too many steps is undecided, and says how many it may take`() async {
    let require = "document.pages.all(p, p.lines.all(l, document.pages.all(q, q.lines.all(m, l.size() == m.size()))))"
    let small = await report(loops: "", require: require, lines: Array(repeating: 10, count: 10))
    #expect(small.undecided.isEmpty && small.diagnostics.isEmpty)
    let large = await report(loops: "", require: require, lines: Array(repeating: 300, count: 10))
    #expect(
      large.undecided.map(\.reason) == [
        "it takes more than 10,000,000 steps, the most of one rule on one document; make the document smaller, or the rule simpler"
      ])
    #expect(large.diagnostics.isEmpty)
  }

  @Test func `a rule that takes too much memory is undecided, and says how much it may take`() async {
    let grown = await report(
      loops: "let:\n  wide: document.pages.map(p, p.lines.map(l, 'wwwwwwwwww').join(''))\n  wider: wide.map(a, wide.map(b, a + b).join('')).join('')\n",
      require: "size(wider) > 0", lines: Array(repeating: 200, count: 50))
    #expect(
      grown.undecided.map(\.reason) == [
        "it takes more than 16 MiB of memory, the most of one rule on one document; make the document smaller, or the rule simpler"
      ])
  }
}
