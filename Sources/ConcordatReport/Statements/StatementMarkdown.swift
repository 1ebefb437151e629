import ConcordatDiagnostics
import SourceText

/// A statement as Markdown, for those who go on writing in it.
struct StatementMarkdown {
  func render(_ statement: Statement) -> [UInt8] {
    var page = Lines()
    page.line("# ", StatementWords.title(statement))
    page.blank()
    page.line("", "\(StatementWords.caution)")
    page.blank()
    if !statement.unread.isEmpty {
      page.line("**", "This statement is not complete: these files could not be read as documents.", "**")
      page.blank()
      for fault in statement.unread { page.line("- ", "\(fault.place.file.path): \(fault.message)") }
      page.blank()
    }
    page.line("| status | provisions |")
    page.line("|---|---:|")
    for status in Statement.Status.allCases { page.row(["\(status.tag)", "\(statement.count(status))"]) }
    page.blank()
    page.line("## What was checked, and with what")
    page.blank()
    page.line("- Law of: ", StatementWords.day(statement))
    page.line("- Program: ", "\(statement.tool.name) \(statement.tool.version)")
    for pack in statement.packs { page.line("- Rule pack: ", "\(pack.name) \(pack.version), SHA-256 \(pack.digest)") }
    for change in statement.changes { page.line("- Changed by configuration: ", change) }
    page.blank()
    page.line("| document | day | file | SHA-256 |")
    page.line("|---|---|---|---|")
    for document in statement.documents {
      page.row([
        "\(document.title.isEmpty ? document.id ?? "" : document.title) (\(document.label))", document.day.map(DayWords.text) ?? "not known",
        document.file, document.digest,
      ])
    }
    page.blank()
    page.line("Exceptions in force: ", statement.exceptions.isEmpty ? "none" : "\(statement.exceptions.count)")
    page.blank()
    for entry in statement.exceptions {
      page.line("- ", "\(entry.diagnostic.message) (\(StatementWords.place(entry.diagnostic))), \(StatementWords.acceptance(entry))")
    }
    page.line("## Decision")
    page.blank()
    for label in ["Decision", "Reasons", "Name and office", "Date"] as [StaticString] {
      page.line("- ", "\(label):")
    }
    page.blank()
    page.line("## Provision by provision")
    for source in statement.sources { write(source, to: &page) }
    if !statement.others.isEmpty {
      page.blank()
      page.line("## Findings that stand on no provision")
      page.blank()
      for finding in statement.others { page.line("- ", "\(finding.message) (\(StatementWords.place(finding)))") }
    }
    page.blank()
    page.line("", "\(statement.untouched) more provisions of the pack bind no document and are not listed.")
    return page.bytes
  }

  private func write(_ source: Statement.Source, to page: inout Lines) {
    page.blank()
    page.line("### ", source.title)
    page.blank()
    page.line("| provision | status | what was found, and what to look at |")
    page.line("|---|---|---|")
    for point in source.points {
      var details = point.findings.prefix(20).map { "\($0.message) (\(StatementWords.place($0)))" }
      if point.findings.count > 20 { details.append("and \(point.findings.count - 20) more") }
      details += point.accepted.map { "\($0.diagnostic.message): \(StatementWords.acceptance($0))" }
      details += point.reasons
      details += point.questions.filter { question in !point.findings.contains { $0.message.utf8.elementsEqual(question.utf8) } }.map { "to look at: \($0)" }
      if point.status == .needsJudgement { details.append("judgement:") }
      page.row(["\(point.provision.citation): \(point.provision.summary)", "\(point.status.tag)", details.joined(separator: "; ")])
    }
  }

  func render(overviewOf statements: [Statement], files: [String]?) -> [UInt8] {
    var page = Lines()
    page.line("# ", "Overview of \(counted(statements.count, "submission", "submissions"))")
    page.blank()
    page.line("", "\(StatementWords.caution)")
    page.blank()
    page.line("| authority | documents | not met | undecided | needs judgement | met | not applicable |")
    page.line("|---|---:|---:|---:|---:|---:|---:|")
    for (index, statement) in statements.enumerated() {
      let name = statement.authority + (statement.unread.isEmpty ? "" : " (not complete)")
      page.row(
        [name, "\(statement.documents.count)"] + Statement.Status.allCases.map { "\(statement.count($0))" }, link: files?[index])
    }
    return page.bytes
  }

  /// Markdown as it grows: what comes from outside is escaped so that it is read as text.
  private struct Lines {
    var bytes: [UInt8] = []

    mutating func blank() { bytes.append(0x0A) }

    mutating func line(_ start: StaticString, _ text: String = "", _ end: StaticString = "") {
      start.withUTF8Buffer { bytes.append(contentsOf: $0) }
      write(text)
      end.withUTF8Buffer { bytes.append(contentsOf: $0) }
      blank()
    }

    /// A row of a table; the first cell may be a link to a file beside this one, whose name is ours.
    mutating func row(_ cells: [String], link: String? = nil) {
      for (index, cell) in cells.enumerated() {
        bytes.append(contentsOf: (index == 0 ? "| " : " | ").utf8)
        if index == 0, let link {
          bytes.append(UInt8(ascii: "["))
          write(cell)
          bytes.append(contentsOf: "](\(link))".utf8)
        } else {
          write(cell)
        }
      }
      bytes.append(contentsOf: " |\n".utf8)
    }

    private mutating func write(_ text: String) {
      let oneLine = text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { Array($0) }.joined(separator: [0x20])
      let visible = VisibleText.string(String(decoding: Array(oneLine), as: UTF8.self))
      let all = Array(visible.utf8)
      for (index, byte) in all.enumerated() {
        switch byte {
        case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "@"): bytes.append(contentsOf: "&#64;".utf8)
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "#"),
          UInt8(ascii: "~"), UInt8(ascii: "!"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        // What looks like an address would be made a link.
        case UInt8(ascii: ":") where index + 1 < all.count && all[index + 1] == UInt8(ascii: "/"):
          bytes.append(contentsOf: "&#58;".utf8)
        case UInt8(ascii: ".") where index >= 3 && all[(index - 3)..<index].elementsEqual("www".utf8):
          bytes.append(contentsOf: "&#46;".utf8)
        default: bytes.append(byte)
        }
      }
    }
  }
}
