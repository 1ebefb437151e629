public import ConcordatDiagnostics
import SourceText

/// The report for programs: one JSON object whose shape is `schemas/report.schema.json`.
///
/// Every key is always there, with null where there is nothing to say. Lines and columns
/// count from 1, columns in Unicode scalars; `offset` counts bytes of the file from 0. Ends
/// are exclusive. Nothing is left out, however often it repeats.
public struct JSONReport: Reporter {
  /// The version of the shape; a change of meaning is a new number.
  public static let version = 1

  private let layout: JSONWriter.Layout

  /// - Parameter layout: With white space for people, or without for large reports.
  public init(layout: JSONWriter.Layout = .indented) {
    self.layout = layout
  }

  /// Appends the object and a line feed.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var writer = JSONWriter(layout: layout, appendingTo: output)
    output = []
    writer.object { json in
      json.member("version", Self.version)
      json.key("tool")
      write(report.tool, to: &json)
      json.member("as_of", report.asOf)
      json.key("changes")
      json.array(report.changes) { $0.string($1) }
      json.key("subjects")
      json.array(report.subjects) { write($1, to: &$0) }
      json.key("rules")
      writeRules(of: report, to: &json)
      json.key("diagnostics")
      json.array(report.diagnostics) { json, diagnostic in
        json.object { write(diagnostic, to: &$0) }
      }
      json.key("suppressed")
      json.array(report.suppressed) { json, suppressed in
        json.object { json in
          write(suppressed.diagnostic, to: &json)
          json.key("suppression")
          write(suppressed.suppression, to: &json)
        }
      }
      json.key("undecided")
      json.array(report.undecided) { write($1, to: &$0) }
      json.key("summary")
      writeSummary(of: report, to: &json)
    }
    writer.finish()
    output = writer.bytes
  }

  private func write(_ tool: LintReport.Tool, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", tool.name)
      json.member("version", tool.version)
      json.key("packs")
      json.array(tool.packs) { json, pack in
        json.object { json in
          json.member("name", pack.name)
          json.member("version", pack.version)
        }
      }
    }
  }

  /// The rules that appear in the report, by id. A fault of form (`syntax/…`) belongs to no
  /// rule file, and so has no entry.
  private func writeRules(of report: LintReport, to json: inout JSONWriter) {
    var seen: Set<[UInt8]> = []
    for diagnostic in report.diagnostics { seen.insert(Array(diagnostic.rule.utf8)) }
    for suppressed in report.suppressed { seen.insert(Array(suppressed.diagnostic.rule.utf8)) }
    for undecided in report.undecided { seen.insert(Array(undecided.rule.utf8)) }
    json.object { json in
      for rule in report.rules where seen.remove(Array(rule.id.utf8)) != nil {
        json.key(rule.id)
        json.object { json in
          json.member("title", rule.title)
          json.member("severity", rule.severity.rawValue)
          json.key("provision")
          write(rule.provision, to: &json)
        }
      }
    }
  }

  private func write(_ subject: LintReport.Subject, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", subject.id)
      json.member("kind", subject.kind)
      json.member("title", subject.title)
      json.member("authority", subject.authority)
      json.member("day", subject.day)
      write(subject.place, to: &json)
    }
  }

  /// Writes the members of a finding.
  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.member("rule", diagnostic.rule)
    json.member("severity", diagnostic.severity.rawValue)
    json.member("message", diagnostic.message)
    write(diagnostic.place, to: &json)
    json.member("path", diagnostic.path)
    json.member("document", diagnostic.document)
    json.member("fingerprint", diagnostic.fingerprint)
    json.key("related")
    json.array(diagnostic.related) { json, related in
      json.object { json in
        write(related.place, to: &json)
        json.member("message", related.text)
      }
    }
    json.key("provision")
    write(diagnostic.provision, to: &json)
    json.member("help", diagnostic.help)
    json.key("notes")
    json.array(diagnostic.notes) { $0.string($1) }
    json.key("fixes")
    json.array(diagnostic.fixes) { write($1, to: &$0) }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.object { json in
      json.member("title", fix.title)
      json.member("safety", fix.safety.rawValue)
      json.key("edits")
      json.array(fix.edits) { json, edit in
        json.object { json in
          write(edit.place, to: &json)
          json.member("replacement", edit.replacement)
        }
      }
    }
  }

  private func write(_ suppression: Suppression, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", suppression.kind.rawValue)
      json.member("reason", suppression.reason)
      json.member("accepted_by", suppression.acceptedBy)
      json.member("until", suppression.until)
      json.key("place")
      guard let place = suppression.place else { return json.null() }
      json.object { write(place, to: &$0) }
    }
  }

  /// Writes `file`, `start` and `end`.
  private func write(_ place: Diagnostic.Place, to json: inout JSONWriter) {
    json.member("file", place.file.path)
    json.key("start")
    write(place.range.lowerBound, of: place.file, to: &json)
    json.key("end")
    write(place.range.upperBound, of: place.file, to: &json)
  }

  private func write(_ offset: UInt32, of file: SourceFile, to json: inout JSONWriter) {
    let position = file.position(of: offset)
    json.object { json in
      json.member("line", position.line)
      json.member("column", position.column)
      json.member("offset", file.originalOffset(of: offset))
    }
  }

  private func write(_ provision: Citation?, to json: inout JSONWriter) {
    guard let provision else { return json.null() }
    json.object { json in
      json.member("id", provision.id)
      json.member("citation", provision.citation)
      json.member("summary", provision.summary)
      json.member("address", provision.address)
      json.member("reading", provision.reading.rawValue)
      json.member("from", provision.from)
      json.member("through", provision.through)
    }
  }

  private func write(_ undecided: LintReport.Undecided, to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", undecided.rule)
      json.member("document", undecided.document)
      json.member("file", undecided.file)
      json.member("reason", undecided.reason)
    }
  }

  private func writeSummary(of report: LintReport, to json: inout JSONWriter) {
    json.object { json in
      json.member("files", report.files)
      json.member("documents", report.documents)
      for severity in Severity.allCases.sorted(by: >) {
        json.member(severity.rawValue, report.count(severity))
      }
      json.member("undecided", report.undecided.count)
      json.member("suppressed", report.suppressed.count)
    }
  }
}
