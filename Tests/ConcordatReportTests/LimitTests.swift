import ConcordatDiagnostics
@testable import ConcordatReport
import Foundation
import SourceText
import Testing

/// What other programs refuse, cut or show only in part.
@Suite struct `Limits of other programs` {
  /// So many findings, each on a line of its own.
  private static func findings(_ number: Int, _ severity: Severity = .warning, files: Int = 1) -> [Diagnostic] {
    (0..<files).flatMap { file in
      let marked = Marked("f\(file).yaml", (0..<number).map { "- ⟦\($0)⟧\n" }.joined())
      return (0..<number).map { Diagnostic.plain("quality/rule-\($0 % 7)", severity, "fault \($0)", marked[$0]) }
    }
  }

  private static func text(_ reporter: some Reporter, _ report: LintReport) -> String {
    String(decoding: reporter.render(report), as: UTF8.self)
  }

  // MARK: GitHub's annotations

  @Test func `at most ten annotations of a kind come, the gravest first, and the last says how many are missing`() {
    let diagnostics = Self.findings(15, .advice) + Self.findings(12, .warning) + Self.findings(3, .error)
    let lines = Self.text(GitHubReport(), LintReport(diagnostics)).split(separator: "\n")
    let kinds = lines.map { $0.prefix { $0 != " " } }
    #expect(kinds == Array(repeating: "::error", count: 3) + Array(repeating: "::warning", count: 10) + Array(repeating: "::notice", count: 10) + ["Concordat:"])
    #expect(lines[22].contains("::and 8 more: "))
  }

  @Test func `ten notices need no word on those that are missing`() {
    let lines = Self.text(GitHubReport(), LintReport(Self.findings(10, .advice))).split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.last == "Concordat: 10 pieces of advice in 1 document (1 file)")
  }

  // MARK: SARIF

  @Test func `too many results are cut by severity, and a notification says so`() throws {
    let report = LintReport(Self.findings(6, .advice) + Self.findings(4, .error))
    let run = try Self.run(SARIFReport(kinds: .failures, resultLimit: 5).render(report))
    let levels = try #require(run["results"] as? [[String: Any]]).map { $0["level"] as? String }
    #expect(levels.sorted { ($0 ?? "") < ($1 ?? "") } == ["error", "error", "error", "error", "note"])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(notes.map { ($0["message"] as? [String: String])?["text"] } == ["5 results were left out, the mildest: code scanning takes 5 of a run. They are in the other formats."])
    #expect(SARIFReport.resultLimit == 25_000)
  }

  @Test func `descriptions and names are cut, and related places counted`() throws {
    let long = String(repeating: "🏛", count: 2000)
    let marked = Marked((0..<140).map { "- ⟦\($0)⟧\n" }.joined())
    let related = (1..<140).map { Diagnostic.Related(place: marked[$0], text: "place \($0)") }
    let report = LintReport(
      [.plain("quality/\(long)", .error, "m", marked[0], related: related)],
      rules: [.init(id: "quality/\(long)", title: long, severity: .error, provision: nil, rationale: long)])
    let run = try Self.run(SARIFReport().render(report))
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect((result["relatedLocations"] as? [Any])?.count == 100)
    #expect((result["message"] as? [String: String])?["text"]?.hasSuffix("(5), and 134 other places.") == true)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rule = try #require((driver?["rules"] as? [[String: Any]])?.first)
    for key in ["shortDescription", "fullDescription"] {
      let text = try #require((rule[key] as? [String: String])?["text"])
      #expect(text.utf16.count <= 1024)
      #expect(text.hasSuffix("🏛…"))
    }
    #expect(try #require(rule["name"] as? String).utf16.count <= 255)
  }

  @Test func `what is no failure comes only when it is asked for`() throws {
    func kinds(_ kinds: SARIFReport.Kinds) throws -> [String] {
      let run = try Self.run(SARIFReport(kinds: kinds).render(Specimen.daily))
      return try #require(run["results"] as? [[String: Any]]).compactMap { $0["kind"] as? String }
    }
    #expect(try kinds(.failures) == ["fail", "fail", "fail", "fail", "fail", "fail"])
    #expect(try kinds(.all) == ["fail", "fail", "fail", "fail", "fail", "open", "open", "review", "fail"])
  }

  private static func run(_ bytes: [UInt8]) throws -> [String: Any] {
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  // MARK: Markdown

  @Test func `a page ends before the limit, with the gravest said and the rest counted`() {
    let report = LintReport(Self.findings(100, .advice, files: 20) + Self.findings(40, .error))
    let page = Self.text(MarkdownReport(), report)
    #expect(page.utf8.count <= 65_000)
    #expect(page.contains("**error**, line 1: "))
    let shown = page.matches(of: /\n- \*\*/).count
    let counted = page.matches(of: /- and (\d+) more of/).compactMap { Int($0.1) }.reduce(0, +)
    let missing = page.matches(of: /too long: (\d+) matters are left out/).compactMap { Int($0.1) }.reduce(0, +)
    #expect(missing > 0)
    #expect(shown + counted + missing == 2040)
  }

  @Test func `thirty thousand findings are a page like another`() {
    let report = LintReport(Self.findings(150, .warning, files: 200))
    #expect(Self.text(MarkdownReport(limit: 1 << 20), report).utf8.count < 1 << 20)
  }

  // MARK: Spreadsheets

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1+1", "'+1+1"), ("-2+3+cmd", "'-2+3+cmd"), ("@SUM(1)", "'@SUM(1)"), ("-5", "-5"), ("+5.25", "+5.25"), ("-5.", "-5."), ("-", "'-"),
    ("--1", "'--1"), ("\t=1+1", "'\\u{09}=1+1"), ("\r=1+1", "'\\u{0D}=1+1"), ("\0=1", "'\\u{00}=1"), (" =1+1", "' =1+1"), ("\u{A0}=1", "'\u{A0}=1"),
    ("＝1+1", "'＝1+1"), ("a;=1+1", "\"a;=1+1\""), (" a ", "\" a \""), ("1.2.3", "1.2.3"), ("a\nb", "a\\u{0A}b"),
  ])
  func `a cell is never calculated`(_ text: String, _ cell: String) {
    #expect(CSVReport.cell(text) == cell)
  }

  // MARK: Lines that code scanning knows again

  /// From the tests of github/codeql-action (`src/fingerprints.test.ts`).
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
    (
      " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
      [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1",
        "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ]
    ),
    (
      String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      [
        "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5",
        "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
      ]
    ),
  ])
  func `the hash of a line is that of the upload action`(_ text: String, _ expected: [String]) {
    let hashes = LineHashes(SourceFile(path: "a.yaml", text: Array(text.utf8)))
    #expect((1...expected.count).map { hashes[$0] } == expected)
  }

  // MARK: Tests

  @Test(arguments: [(Severity.warning as Severity?, 2), (.error, 1), (nil, 0)])
  func `a case fails where the run would`(_ threshold: Severity?, _ failures: Int) {
    let marked = Marked("a: ⟦1⟧\nb: ⟦2⟧\n")
    let report = LintReport([.plain("a/a", .error, "m", marked[0]), .plain("a/b", .warning, "n", marked[1])])
    let xml = Self.text(JUnitReport(failingFrom: threshold), report)
    #expect(xml.contains("failures=\"\(failures)\" errors=\"0\""))
    #expect(xml.matches(of: /<failure\b/).count == failures)
  }

  @Test func `a rule that could not be decided fails where the run would`() {
    let report = LintReport([], undecided: [.init(rule: "a/b", document: nil, file: "a.yaml", reason: "no data")])
    #expect(Self.text(JUnitReport(), report).contains("failures=\"0\" errors=\"0\" skipped=\"1\""))
    #expect(Self.text(JUnitReport(failsOnUndecided: true), report).contains("failures=\"1\" errors=\"0\" skipped=\"0\""))
  }
}
