import ConcordatDiagnostics

/// A statement as a page to print and sign.
struct StatementPage {
  let statement: Statement

  /// The most findings that are shown of one provision.
  private static let mostFindings = 20

  func render() -> [UInt8] {
    var html = HTMLWriter()
    let frame = PageFrame(title: "\(StatementWords.title(statement)) – Concordat", subtitle: "Statement, provision by provision")
    frame.write(to: &html) { html in
      html.element("h1", text: StatementWords.title(statement))
      html.element("p", words: StatementWords.caution)
      writeUnread(to: &html)
      writeCounts(to: &html)
      writeRecord(to: &html)
      writeDecision(to: &html)
      html.element("h2", .id(HTMLAnchor("provisions")), words: "Provision by provision")
      for (index, source) in statement.sources.enumerated() { write(source, index + 1, to: &html) }
      writeOthers(to: &html)
      html.element("p", text: "\(statement.untouched) more provisions of the pack bind no document and are not listed.")
    } footer: { html in
      html.element("p", words: StatementWords.caution)
    }
    return html.bytes
  }

  // MARK: The head

  private func writeUnread(to html: inout HTMLWriter) {
    guard !statement.unread.isEmpty else { return }
    html.element("section", .classes("problems"), .labelled(by: HTMLAnchor("unread"))) { html in
      html.element("h2", .id(HTMLAnchor("unread")), words: "This statement is not complete")
      html.element("p", words: "These files could not be read as documents:")
      html.element("ul") { html in
        for fault in statement.unread.prefix(100) { html.element("li", text: "\(fault.place.file.path): \(fault.message)") }
      }
      if statement.unread.count > 100 { html.element("p", text: "And \(statement.unread.count - 100) more.") }
    }
  }

  private func writeCounts(to html: inout HTMLWriter) {
    html.element("div", .classes("scroll"), .set("tabindex", "0"), .set("role", "region"), .label("The provisions by status, a table")) { html in
      html.element("table") { html in
        html.element("caption", words: "The provisions by status")
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .set("scope", "col"), words: "Status")
            html.element("th", .set("scope", "col"), .classes("figure"), words: "Provisions")
            html.element("th", .set("scope", "col"), words: "Which means")
          }
        }
        html.element("tbody") { html in
          for status in Statement.Status.allCases {
            html.element("tr") { html in
              html.element("th", .set("scope", "row")) { write(status, to: &$0) }
              html.element("td", .classes("figure")) { $0.number(statement.count(status)) }
              html.element("td", words: status.meaning)
            }
          }
        }
      }
    }
  }

  private func write(_ status: Statement.Status, to html: inout HTMLWriter) {
    html.element("span", .classes("tag", status.cssClass), words: status.tag)
  }

  private func writeRecord(to html: inout HTMLWriter) {
    html.element("h2", words: "What was checked, and with what")
    html.element("dl", .classes("facts")) { html in
      html.element("dt", words: "Law of")
      html.element("dd", text: StatementWords.day(statement))
      html.element("dt", words: "Program")
      html.element("dd", text: "\(statement.tool.name) \(statement.tool.version)")
      for pack in statement.packs {
        html.element("dt", words: "Rule pack")
        html.element("dd") { html in
          html.text("\(pack.name) \(pack.version), SHA-256 ")
          html.element("code", text: pack.digest)
        }
      }
      if !statement.changes.isEmpty {
        html.element("dt", words: "Changed by configuration")
        html.element("dd", text: statement.changes.joined(separator: "; "))
      }
    }
    html.element("div", .classes("scroll"), .set("tabindex", "0"), .set("role", "region"), .label("The documents, a table")) { html in
      html.element("table") { html in
        html.element("caption", words: "The documents, and the SHA-256 of each file")
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .set("scope", "col"), words: "Document")
            html.element("th", .set("scope", "col"), words: "Day")
            html.element("th", .set("scope", "col"), words: "File and its SHA-256")
          }
        }
        html.element("tbody") { html in
          for document in statement.documents {
            html.element("tr") { html in
              html.element("th", .set("scope", "row"), text: "\(document.title.isEmpty ? document.id ?? "" : document.title) (\(document.label))")
              html.element("td", text: document.day.map(DayWords.text) ?? "not known")
              html.element("td") { html in
                html.text(document.file + " ")
                html.element("code", text: document.digest)
              }
            }
            html.newline()
          }
        }
      }
    }
    html.element("h3", words: "Exceptions in force")
    guard !statement.exceptions.isEmpty else {
      html.element("p", words: "None: no finding was accepted.")
      return
    }
    html.element("ul") { html in
      for entry in statement.exceptions {
        html.element("li", text: "\(entry.diagnostic.message) (\(StatementWords.place(entry.diagnostic)), \(entry.diagnostic.rule)), \(StatementWords.acceptance(entry))")
      }
    }
  }

  private func writeDecision(to html: inout HTMLWriter) {
    html.element("h2", words: "Decision")
    html.element("p", words: "To be filled in by hand. Nothing here is decided by the program.")
    for label in ["Decision", "Reasons"] as [StaticString] {
      html.element("h3", words: label)
      html.element("p", .classes("answer")) { _ in }
    }
    html.element("h3", words: "Name, office, date and signature")
    html.element("p", .classes("answer", "short")) { _ in }
  }

  // MARK: The provisions

  private func write(_ source: Statement.Source, _ number: Int, to html: inout HTMLWriter) {
    html.element("section", .labelled(by: HTMLAnchor("source", number))) { html in
      html.element("h3", .id(HTMLAnchor("source", number)), text: source.title)
      let counts = Statement.Status.allCases.compactMap { status -> String? in
        let count = source.points.count { $0.status == status }
        return count > 0 ? "\(status.tag): \(count)" : nil
      }
      html.element("p", .classes("soft"), text: counts.joined(separator: " · "))
      let open = source.points.filter { $0.status != .notApplicable }
      if !open.isEmpty {
        html.element("ul", .classes("points")) { html in
          for point in open { write(point, to: &html) }
        }
      }
      writeNotApplicable(source.points.filter { $0.status == .notApplicable }, to: &html)
    }
    html.newline()
  }

  /// By reason: most provisions are not applicable for one of a few.
  private func writeNotApplicable(_ points: [Statement.Point], to html: inout HTMLWriter) {
    guard !points.isEmpty else { return }
    var groups: [(reason: String, points: [Statement.Point])] = []
    for point in points {
      let reason = point.reasons.joined(separator: "; ")
      if let index = groups.firstIndex(where: { $0.reason.utf8.elementsEqual(reason.utf8) }) {
        groups[index].points.append(point)
      } else {
        groups.append((reason, [point]))
      }
    }
    html.element("details") { html in
      html.element("summary", text: "Not applicable: \(counted(points.count, "provision", "provisions"))")
      html.element("ul") { html in
        for group in groups {
          html.element("li") { html in
            html.text("Because \(group.reason): ")
            for (index, point) in group.points.enumerated() {
              if index > 0 { html.words("; ") }
              HTMLCitation(point.provision).writeName(to: &html)
            }
          }
          html.newline()
        }
      }
    }
  }

  private func write(_ point: Statement.Point, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("h4") { html in
        write(point.status, to: &html)
        HTMLCitation(point.provision).writeName(to: &html)
      }
      html.element("p") { html in
        html.text(point.provision.summary)
        if point.provision.reading != .verified { html.text(HTMLCitation(point.provision).remark) }
      }
      if !point.findings.isEmpty { writeFindings(point.findings, to: &html) }
      for entry in point.accepted { html.element("p", text: "\(entry.diagnostic.message): \(StatementWords.acceptance(entry))") }
      if !point.reasons.isEmpty { writeList("Undecided because", point.reasons, to: &html) }
      let asked = point.questions.filter { question in !point.findings.contains { $0.message.utf8.elementsEqual(question.utf8) } }
      if point.status == .needsJudgement {
        writeList("To look at", asked, to: &html)
        html.element("p", .classes("answer"), words: "Judgement:")
      } else if !asked.isEmpty {
        writeList("Also to look at", asked, to: &html)
      }
      if !point.rules.isEmpty {
        html.element("p", .classes("soft"), text: "Checked by \(point.rules.joined(separator: ", "))\(point.passed > 0 ? "; \(point.passed) in order" : "")")
      }
    }
    html.newline()
  }

  private func writeFindings(_ findings: [Diagnostic], to html: inout HTMLWriter) {
    html.element("ul") { html in
      for finding in findings.prefix(Self.mostFindings) {
        html.element("li") { html in
          html.element("span", .classes("tag", finding.severity.cssClass), words: finding.severity.tag)
          html.text("\(finding.message) (\(StatementWords.place(finding)))")
        }
      }
      if findings.count > Self.mostFindings { html.element("li", text: "and \(findings.count - Self.mostFindings) more") }
    }
  }

  private func writeList(_ label: StaticString, _ lines: [String], to html: inout HTMLWriter) {
    guard !lines.isEmpty else { return }
    html.element("p") { html in
      html.words(label)
      html.words(":")
    }
    html.element("ul") { html in
      for line in lines.prefix(Self.mostFindings) { html.element("li", text: line) }
      if lines.count > Self.mostFindings { html.element("li", text: "and \(lines.count - Self.mostFindings) more") }
    }
  }

  private func writeOthers(to html: inout HTMLWriter) {
    guard !statement.others.isEmpty else { return }
    html.element("h2", words: "Findings that stand on no provision")
    html.element("p", words: "Faults of form: what is written there may not have been read as its author meant it.")
    writeFindings(statement.others, to: &html)
  }
}

/// The submissions of a region in one table.
struct OverviewPage {
  let statements: [Statement]
  let files: [String]?

  func render() -> [UInt8] {
    var html = HTMLWriter()
    let title = "Overview of \(counted(statements.count, "submission", "submissions"))"
    PageFrame(title: "\(title) – Concordat", subtitle: "Statements, authority by authority").write(to: &html) { html in
      html.element("h1", text: title)
      html.element("p", words: StatementWords.caution)
      html.element("div", .classes("scroll"), .set("tabindex", "0"), .set("role", "region"), .label("The submissions, a table")) { html in
        html.element("table") { html in
          html.element("caption", words: "Provisions by authority and status")
          html.element("thead") { html in
            html.element("tr") { html in
              html.element("th", .set("scope", "col"), words: "Authority")
              html.element("th", .set("scope", "col"), .classes("figure"), words: "Documents")
              for status in Statement.Status.allCases { html.element("th", .set("scope", "col"), .classes("figure"), words: status.tag) }
            }
          }
          html.newline()
          html.element("tbody") { html in
            for (index, statement) in statements.enumerated() { write(statement, files?[index], to: &html) }
          }
        }
      }
      if files == nil {
        html.element("p") { html in
          html.element("code", words: "--output FOLDER")
          html.words(" writes the statement on each beside this overview.")
        }
      }
    } footer: { html in
      html.element("p", words: StatementWords.caution)
    }
    return html.bytes
  }

  private func write(_ statement: Statement, _ file: String?, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", .set("scope", "row")) { html in
        if let link = file.flatMap(HTMLAttribute.file) {
          html.element("a", link, text: statement.authority)
        } else {
          html.text(statement.authority)
        }
        if !statement.unread.isEmpty { html.words(" (not complete)") }
      }
      html.element("td", .classes("figure")) { $0.number(statement.documents.count) }
      for status in Statement.Status.allCases { html.element("td", .classes("figure")) { $0.number(statement.count(status)) } }
    }
    html.newline()
  }
}
