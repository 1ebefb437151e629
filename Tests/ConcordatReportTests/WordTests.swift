import ConcordatDiagnostics
import ConcordatReport
import SourceText
import Testing

@Suite struct `Words and numbers` {
  private static let place = Marked("a: ⟦1⟧\n")[0]

  private static func report(
    error: Int = 0, advice: Int = 0, review: Int = 0, undecided: [String] = [], files: Int = 1, documents: Int = 1
  ) -> LintReport {
    let numbers: [(Severity, Int)] = [(.error, error), (.advice, advice), (.review, review)]
    let diagnostics = numbers.flatMap { severity, number in
      (0..<number).map { _ in Diagnostic.plain("a/b", severity, "message", place) }
    }
    return LintReport(
      diagnostics, undecided: undecided.map { .init(rule: $0, document: nil, file: "a.yaml", reason: "no data") },
      files: files, documents: documents
    )
  }

  @Test(arguments: [
    (report(), "no findings in 1 document (1 file)"),
    (report(files: 7, documents: 5), "no findings in 5 documents (7 files)"),
    (report(error: 1), "1 error in 1 document (1 file)"),
    (report(error: 2, advice: 3), "2 errors, 3 pieces of advice in 1 document (1 file)"),
    (
      report(advice: 1, review: 1),
      "1 piece of advice, 1 matter for a person to judge in 1 document (1 file)"
    ),
    (report(error: 1, files: 2, documents: 0), "1 error; no documents in 2 files"),
    (report(undecided: ["a/b"]), "no findings in 1 document (1 file); 1 rule undecided"),
    (report(undecided: ["a/b", "a/c", "a/b"]), "no findings in 1 document (1 file); 2 rules undecided (3 times)"),
  ])
  func `the summary counts in words`(_ report: LintReport, _ expected: String) {
    #expect(ReportSummary(report).description == expected)
  }

  @Test func `compact JSON is the same without white space`() {
    var json = JSONWriter(layout: .compact)
    json.object { json in
      json.member("a", 1)
      json.member("b", nil)
      json.key("c")
      json.array([true, false]) { $0.bool($1) }
      json.key("d")
      json.array { _ in }
      json.key("e")
      json.object { _ in }
      json.key("f")
      json.array([["x"], []]) { json, row in json.array(row) { $0.string($1) } }
    }
    json.finish()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":1,"b":null,"c":[true,false],"d":[],"e":{},"f":[["x"],[]]}"# + "\n"
    )
  }

  @Test func `JSON strings hide nothing and lose nothing`() {
    var json = JSONWriter(layout: .compact)
    json.string("\"\\/\n\r\t\u{8}\u{0}\u{7F}\u{85}é🏛\u{2028}\u{202E}\u{E0001}")
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #""\"\\/\n\r\t\u0008\u0000\u007f\u0085é🏛\u2028\u202e\udb40\udc01""#
    )
  }
}
