public import ConcordatDiagnostics
import SourceText

/// One line a finding, for editors and `grep`: `path:line:column: severity: message [rule]`.
///
/// Columns count Unicode scalars from 1. A line feed of a name or a value is shown as `\u{A}`. What was accepted is left out.
public struct ConciseReport: Reporter {
  public init() {}

  /// Appends the lines: findings, then what could not be decided.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    for diagnostic in report.diagnostics {
      write(diagnostic.place, Grade(diagnostic.severity), PlainText.line(diagnostic.message), diagnostic.rule, &output)
    }
    let places = UndecidedPlaces(report)
    for undecided in report.undecided {
      write(places.place(of: undecided), .undecided, PlainText.folded(undecided.reason), undecided.rule, &output)
    }
  }

  private func write(
    _ place: Diagnostic.Place, _ grade: Grade, _ message: String, _ rule: String, _ output: inout [UInt8]
  ) {
    let start = Span(place, in: .scalars).start
    let path = PlainText.line(ReportPath.clean(place.file.path))
    let line = "\(path):\(start.line):\(start.column): \(grade.names.word): \(message) [\(PlainText.line(rule))]\n"
    output += line.utf8
  }
}
