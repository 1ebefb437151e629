import ConcordatDiagnostics

/// A statement for programs and for the file: its shape is `schemas/statement.schema.json`.
struct StatementJSON {
  static let version = 1

  func render(_ statement: Statement) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { json in
      json.member("version", Self.version)
      json.member("form", "statement")
      json.member("authority", statement.authority)
      json.key("tool")
      json.object { json in
        json.member("name", statement.tool.name)
        json.member("version", statement.tool.version)
      }
      json.key("packs")
      json.array(statement.packs) { json, pack in
        json.object { json in
          json.member("name", pack.name)
          json.member("version", pack.version)
          json.member("sha256", pack.digest)
        }
      }
      json.member("as_of", statement.asOf)
      json.key("documents")
      json.array(statement.documents) { json, document in
        json.object { json in
          json.member("id", document.id)
          json.member("kind", document.label)
          json.member("title", document.title)
          json.member("file", document.file)
          json.member("sha256", document.digest)
          json.member("day", document.day)
        }
      }
      json.key("counts")
      writeCounts(of: statement, to: &json)
      json.key("provisions")
      json.array(statement.sources.flatMap(\.points)) { write($1, to: &$0) }
      json.key("other_findings")
      json.array(statement.others) { write($1, to: &$0) }
      json.key("exceptions")
      json.array(statement.exceptions) { write($1, to: &$0) }
      json.key("configuration_changes")
      json.array(statement.changes) { $0.string($1) }
      json.key("unread")
      json.array(statement.unread) { write($1, to: &$0) }
      json.key("decision")
      json.object { json in
        for name in ["decision", "reasons", "name", "office", "date"] { json.member(name, nil) }
      }
    }
    writer.finish()
    return writer.bytes
  }

  func render(overviewOf statements: [Statement], files: [String]?) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { json in
      json.member("version", Self.version)
      json.member("form", "overview")
      json.key("submissions")
      json.array(statements.enumerated()) { json, entry in
        json.object { json in
          json.member("authority", entry.element.authority)
          json.member("file", files?[entry.offset])
          json.member("documents", entry.element.documents.count)
          json.key("complete")
          json.bool(entry.element.unread.isEmpty)
          json.key("counts")
          writeCounts(of: entry.element, to: &json)
        }
      }
    }
    writer.finish()
    return writer.bytes
  }

  private func writeCounts(of statement: Statement, to json: inout JSONWriter) {
    json.object { json in
      for status in Statement.Status.allCases { json.member(status.rawValue, statement.count(status)) }
    }
  }

  private func write(_ point: Statement.Point, to json: inout JSONWriter) {
    json.object { json in
      json.member("provision", point.provision.id)
      json.member("citation", point.provision.citation)
      json.member("summary", point.provision.summary)
      json.member("reading", point.provision.reading.rawValue)
      json.member("from", point.provision.from)
      json.member("through", point.provision.through)
      json.member("status", point.status.rawValue)
      json.key("rules")
      json.array(point.rules) { $0.string($1) }
      json.member("passed", point.passed)
      json.key("findings")
      json.array(point.findings) { write($1, to: &$0) }
      json.key("accepted")
      json.array(point.accepted) { write($1, to: &$0) }
      json.key("questions")
      json.array(point.questions) { $0.string($1) }
      json.key("reasons")
      json.array(point.reasons) { $0.string($1) }
      json.member("judgement", nil)
    }
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", diagnostic.rule)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      json.member("file", diagnostic.place.file.path)
      json.member("line", diagnostic.place.file.position(of: diagnostic.place.range.lowerBound).line)
      json.member("document", diagnostic.document)
      json.member("fingerprint", diagnostic.fingerprint)
    }
  }

  private func write(_ entry: LintReport.Suppressed, to json: inout JSONWriter) {
    json.object { json in
      json.key("finding")
      write(entry.diagnostic, to: &json)
      json.member("kind", entry.suppression.kind.rawValue)
      json.member("reason", entry.suppression.reason)
      json.member("accepted_by", entry.suppression.acceptedBy)
      json.member("until", entry.suppression.until)
    }
  }
}
