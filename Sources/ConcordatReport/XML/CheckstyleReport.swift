public import ConcordatDiagnostics
import SourceText

/// The XML of Checkstyle, which Jenkins, SonarQube and reviewdog read: a `file` for each file with findings, an `error` for
/// each finding.
///
/// Columns count Unicode scalars from 1. What only a person can judge and what was accepted is left out.
public struct CheckstyleReport: Reporter {
  public init() {}

  /// Appends the document and a line feed.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var files = ByFile<Entry>()
    for diagnostic in report.diagnostics {
      guard let severity = Grade(diagnostic.severity).names.checkstyle else { continue }
      let parts = [PlainText.line(diagnostic.message)] + (diagnostic.help.map { [PlainText.folded($0)] } ?? [])
      files.append(
        Entry(
          start: Span(diagnostic.place, in: .scalars).start, severity: severity,
          message: parts.map(PlainText.ended).joined(separator: " "), rule: diagnostic.rule),
        to: diagnostic.place.file.path)
    }
    let places = UndecidedPlaces(report)
    for undecided in report.undecided {
      guard let severity = Grade.undecided.names.checkstyle else { continue }
      files.append(
        Entry(
          start: Span(places.place(of: undecided), in: .scalars).start, severity: severity,
          message: "undecided: " + PlainText.ended(PlainText.folded(undecided.reason)), rule: undecided.rule),
        to: undecided.file)
    }
    var xml = XMLWriter(appendingTo: output)
    output = []
    xml.element("checkstyle", ["version": "8.0"]) { xml in
      for file in files.sorted {
        xml.element("file", ["name": PlainText.line(ReportPath.clean(file.path))]) { xml in
          for entry in file.entries {
            xml.element(
              "error",
              [
                "line": String(entry.start.line), "column": String(entry.start.column), "severity": entry.severity,
                "message": entry.message, "source": "concordat." + PlainText.line(entry.rule),
              ])
          }
        }
      }
    }
    xml.finish()
    output = xml.bytes
  }

  private struct Entry {
    let start: Span.Point
    let severity: String
    let message: String
    let rule: String
  }
}
