import ConcordatDiagnostics
import ConcordatReport
import Foundation
import SourceText
import Testing

@Suite struct `What other programs could obey` {
  @Test(arguments: ReportFormat.allCases)
  func `no character hides or steers`(_ format: ReportFormat) {
    expectHarmless(NaughtyFormat(format: format).text)
  }

  @Test func `a finding is one line, whatever it holds`() {
    let report = Naughty.report
    let lines = NaughtyFormat(format: .concise).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == report.diagnostics.count + report.undecided.count + 1)
    // By scalars: a combining mark after a colon would make another character of it.
    let form = /:\d+:\d+: (error|warning|advice|review|undecided): .*\[.*\]$/.matchingSemantics(.unicodeScalar)
    for line in lines.dropLast() { #expect(line.contains(form)) }
  }

  @Test func `a workflow gets no command of its own making`() {
    let lines = NaughtyFormat(format: .github).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.dropLast().last?.hasPrefix("Concordat: ") == true)
    let command = /^::(error|warning|notice) (file=[^:,]*,line=\d+,|title=concordat::)/.matchingSemantics(.unicodeScalar)
    for line in lines.dropLast(2) {
      #expect(line.contains(command))
    }
  }

  @Test func `a run over one string says no more than one over a word`() throws {
    // Whatever stands in the fields, the number of lines of our own making is the same.
    func lines(_ format: ReportFormat, _ text: String) -> Int {
      let file = SourceFile(path: text, text: Array(text.utf8))
      let place = Diagnostic.Place(file: file, range: ByteRange(0, 0))
      let report = LintReport([.plain("a/\(text)", .error, text, place)], undecided: [.init(rule: text, document: text, file: text, reason: text)])
      return format.reporter.render(report).count { $0 == 0x0A }
    }
    for format in FormatTests.formats + [.json] {
      let expected = lines(format, "word")
      // An empty path is the folder, which two files of a report then share no more.
      for text in Naughty.lines where !text.isEmpty { #expect(lines(format, text) == expected, "\(format): \(text.debugDescription)") }
    }
  }
}
