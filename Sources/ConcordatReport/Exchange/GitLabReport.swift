public import ConcordatDiagnostics
import SourceText

/// GitLab's Code Quality report, which a merge request shows: one array of findings.
///
/// Fingerprints are those of the findings, so that a finding stays the same though lines move. What only a person can judge and
/// what was accepted is left out.
public struct GitLabReport: Reporter {
  public init() {}

  /// Appends the array and a line feed.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var json = JSONWriter(layout: .indented, appendingTo: output)
    output = []
    let places = UndecidedPlaces(report)
    json.array { json in
      for diagnostic in report.diagnostics {
        guard let severity = Grade(diagnostic.severity).names.gitlab else { continue }
        let parts = [PlainText.line(diagnostic.message)] + (diagnostic.help.map { [PlainText.folded($0)] } ?? [])
        let span = Span(diagnostic.place, in: .scalars)
        write(
          parts.map(PlainText.ended).joined(separator: " "), diagnostic.rule, diagnostic.fingerprint, severity,
          diagnostic.place.file.path, span.start.line, span.lastLine, to: &json)
      }
      var seen: [String: Int] = [:]
      for undecided in report.undecided {
        guard let severity = Grade.undecided.names.gitlab else { continue }
        let document = undecided.document.map { "id:" + $0 } ?? "file:" + undecided.file
        let key = "undecided\u{0}\(undecided.rule)\u{0}\(document)"
        let number = seen[key, default: 0]
        seen[key] = number + 1
        let line = Span(places.place(of: undecided), in: .scalars).start.line
        write(
          "Undecided: " + PlainText.ended(PlainText.folded(undecided.reason)), undecided.rule,
          SHA256.hexDigest(of: (number == 0 ? key : "\(key)\u{0}\(number)").utf8), severity, undecided.file, line, line,
          to: &json)
      }
    }
    json.finish()
    output = json.bytes
  }

  private func write(
    _ description: String, _ rule: String, _ fingerprint: String, _ severity: String, _ path: String, _ first: Int,
    _ last: Int, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("description", description)
      json.member("check_name", PlainText.line(rule))
      json.member("fingerprint", fingerprint)
      json.member("severity", severity)
      json.key("location")
      json.object { json in
        json.member("path", ReportPath.clean(path))
        json.key("lines")
        json.object { json in
          json.member("begin", first)
          json.member("end", last)
        }
      }
    }
  }
}
