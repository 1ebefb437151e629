public import ConcordatDiagnostics
import SourceText

/// The Reviewdog Diagnostic Format: one object, which reviewdog turns into comments on a change, with suggestions to accept.
///
/// Columns count bytes of the line as it is on disk, from 1, a byte order mark among them, because reviewdog cuts lines of bytes. What only a person can judge
/// and what was accepted is left out.
public struct RDJSONReport: Reporter {
  public init() {}

  /// Appends the object and a line feed.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var json = JSONWriter(layout: .indented, appendingTo: output)
    output = []
    let places = UndecidedPlaces(report)
    json.object { json in
      json.key("source")
      json.object { $0.member("name", report.tool.name) }
      json.key("diagnostics")
      json.array { json in
        for diagnostic in report.diagnostics {
          if let severity = Grade(diagnostic.severity).names.rdjson { write(diagnostic, severity, to: &json) }
        }
        for undecided in report.undecided {
          guard let severity = Grade.undecided.names.rdjson else { continue }
          json.object { json in
            json.member("message", "Undecided: " + PlainText.ended(PlainText.folded(undecided.reason)))
            location(places.place(of: undecided), to: &json)
            json.member("severity", severity)
            code(undecided.rule, nil, to: &json)
          }
        }
      }
    }
    json.finish()
    output = json.bytes
  }

  private func write(_ diagnostic: Diagnostic, _ severity: String, to json: inout JSONWriter) {
    json.object { json in
      var parts = [PlainText.ended(PlainText.line(diagnostic.message))]
      if let help = diagnostic.help { parts.append(PlainText.ended(PlainText.folded(help))) }
      if let provision = diagnostic.provision { parts.append(CitationWords(provision).sentence) }
      json.member("message", parts.joined(separator: " "))
      location(diagnostic.place, to: &json)
      json.member("severity", severity)
      code(diagnostic.rule, diagnostic.provision?.link, to: &json)
      let edits = suggestions(of: diagnostic)
      if !edits.isEmpty {
        json.key("suggestions")
        json.array(edits) { json, edit in
          json.object { json in
            range(edit.place, to: &json)
            json.member("text", edit.replacement)
          }
        }
      }
      if !diagnostic.related.isEmpty {
        json.key("related_locations")
        json.array(diagnostic.related) { json, related in
          json.object { json in
            json.member("message", PlainText.line(related.text))
            location(related.place, to: &json)
          }
        }
      }
    }
  }

  /// A suggestion is one edit of the file with the finding; a fix of several cannot be said.
  private func suggestions(of diagnostic: Diagnostic) -> [Fix.Edit] {
    diagnostic.fixes.compactMap { fix in
      guard let edit = fix.edits.first, fix.edits.count == 1, edit.place.file === diagnostic.place.file else { return nil }
      return edit
    }
  }

  private func code(_ rule: String, _ address: String?, to json: inout JSONWriter) {
    json.key("code")
    json.object { json in
      json.member("value", PlainText.line(rule))
      if let address { json.member("url", address) }
    }
  }

  private func location(_ place: Diagnostic.Place, to json: inout JSONWriter) {
    json.key("location")
    json.object { json in
      json.member("path", ReportPath.clean(place.file.path))
      range(place, to: &json)
    }
  }

  private func range(_ place: Diagnostic.Place, to json: inout JSONWriter) {
    let span = Span(place, in: .bytes)
    json.key("range")
    json.object { json in
      point("start", span.start, to: &json)
      point("end", span.end, to: &json)
    }
  }

  private func point(_ name: String, _ point: Span.Point, to json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.member("line", point.line)
      json.member("column", point.column)
    }
  }
}
