import ConcordatDiagnostics

/// What was left open, and what somebody accepted.
extension HTMLReportPage {
  func writeUndecided(to html: inout HTMLWriter) {
    guard !report.undecided.isEmpty else { return }
    let groups = UndecidedGroups(report.undecided)
    html.element("h2", .id(HTMLAnchor("undecided")), words: "What could not be decided")
    html.element("p", words: "Silence would look like compliance: these rules lacked what they need to judge a document.")
    if !groups.missing.isEmpty {
      html.element("h3", words: "Documents that are not here")
      html.element("ul") { html in
        for group in groups.missing.prefix(limits.rows) {
          html.element("li", text: "\(group.document): \(counted(group.rules.count, "rule needs", "rules need")) it")
        }
      }
      writeRest(groups.missing.count, to: &html)
    }
    guard !groups.others.isEmpty else { return }
    html.element("h3", words: "Other reasons")
    html.element("div", .classes("scroll"), .set("tabindex", "0"), .set("role", "region"), .label("Undecided rules, a table")) { html in
      html.element("table") { html in
        html.element("caption", words: "Why a rule could not be decided")
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .set("scope", "col"), words: "Reason")
            html.element("th", .set("scope", "col"), words: "File")
            html.element("th", .set("scope", "col"), words: "Rules")
          }
        }
        html.element("tbody") { html in
          for group in groups.others.prefix(limits.rows) {
            html.element("tr") { html in
              html.element("td", text: group.reason)
              html.element("td", text: group.file)
              html.element("td", text: group.rules.joined(separator: ", "))
            }
            html.newline()
          }
        }
      }
    }
    writeRest(groups.others.count, to: &html)
  }

  func writeAccepted(to html: inout HTMLWriter) {
    guard !report.suppressed.isEmpty else { return }
    html.element("h2", .id(HTMLAnchor("accepted")), words: "Accepted findings")
    html.element("p", words: "Somebody accepted these; they do not count as findings.")
    html.element("div", .classes("scroll"), .set("tabindex", "0"), .set("role", "region"), .label("Accepted findings, a table")) { html in
      html.element("table") { html in
        html.element("caption", words: "Findings that were accepted, and why")
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .set("scope", "col"), words: "Finding")
            html.element("th", .set("scope", "col"), words: "Reason")
            html.element("th", .set("scope", "col"), words: "Accepted by")
            html.element("th", .set("scope", "col"), words: "Until")
          }
        }
        html.element("tbody") { html in
          for entry in report.suppressed.prefix(limits.rows) { write(entry, to: &html) }
        }
      }
    }
    writeRest(report.suppressed.count, to: &html)
  }

  private func write(_ entry: LintReport.Suppressed, to html: inout HTMLWriter) {
    let diagnostic = entry.diagnostic
    html.element("tr") { html in
      html.element("td") { html in
        html.element("span", .classes("tag", diagnostic.severity.cssClass), words: diagnostic.severity.tag)
        let line = diagnostic.place.file.position(of: diagnostic.place.range.lowerBound).line
        html.text("\(diagnostic.message) (\(diagnostic.place.file.path), line \(line)) ")
        html.element("code", text: diagnostic.rule)
      }
      html.element("td", text: entry.suppression.reason ?? SuppressionWords.reason(entry.suppression.kind))
      html.element("td", text: entry.suppression.acceptedBy ?? "not said")
      html.element("td", text: entry.suppression.until.map(DayWords.text) ?? "open")
    }
    html.newline()
  }
}

/// What is said of an acceptance that gives no reason.
enum SuppressionWords {
  static func reason(_ kind: Suppression.Kind) -> String {
    switch kind {
    case .baseline: "in the baseline: it was there when the baseline was written"
    case .comment, .exception: "none given"
    }
  }
}
