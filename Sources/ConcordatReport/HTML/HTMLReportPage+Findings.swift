import ConcordatDiagnostics

/// The findings: an index by severity and rule, then each in full by document.
extension HTMLReportPage {
  func writeBySeverity(to html: inout HTMLWriter) {
    guard !report.diagnostics.isEmpty else { return }
    html.element("h2", .id(HTMLAnchor("by-severity")), words: "Findings by severity")
    let titles = Dictionary(report.rules.map { (Array($0.id.utf8), $0.title) }, uniquingKeysWith: { first, _ in first })
    for severity in Severity.gravestFirst {
      let count = report.count(severity)
      guard count > 0 else { continue }
      html.element("details", severity == .error ? .flag("open") : nil) { html in
        html.element("summary") { html in
          html.element("h3") { html in
            html.element("span", .classes("tag", severity.cssClass), words: severity.tag)
            html.text(severity.phrase(count))
          }
        }
        html.element("ul") { html in
          for (rule, places) in byRule(severity).prefix(limits.rows) {
            writeRule(rule, titles[Array(rule.utf8)], places, to: &html)
          }
        }
      }
      html.newline()
    }
  }

  /// The findings of a severity that are shown, by rule, in the order in which the rules appear.
  private func byRule(_ severity: Severity) -> [(rule: String, findings: [HTMLFindings.Shown])] {
    var result: [(rule: String, findings: [HTMLFindings.Shown])] = []
    var indices: [[UInt8]: Int] = [:]
    for finding in findings.shown where finding.diagnostic.severity == severity {
      let key = Array(finding.diagnostic.rule.utf8)
      if let index = indices[key] {
        result[index].findings.append(finding)
      } else {
        indices[key] = result.count
        result.append((finding.diagnostic.rule, [finding]))
      }
    }
    return result
  }

  private func writeRule(
    _ rule: String, _ title: String?, _ findings: [HTMLFindings.Shown], to html: inout HTMLWriter
  ) {
    let isOneFile = report.subjects.count < 2
    html.element("li") { html in
      if let title, !title.isEmpty { html.text(title + " ") }
      html.element("code", .classes("soft"), text: rule)
      html.words(": ")
      for (index, finding) in findings.prefix(limits.linksPerRule).enumerated() {
        if index > 0 { html.words(", ") }
        let place = finding.diagnostic.place
        let line = place.file.position(of: place.range.lowerBound).line
        html.element("a", .link(to: finding.anchor), text: isOneFile ? "line \(line)" : "\(place.file.path) line \(line)")
      }
      if findings.count > limits.linksPerRule { html.text(" and \(findings.count - limits.linksPerRule) more") }
    }
    html.newline()
  }

  func writeByDocument(to html: inout HTMLWriter) {
    guard !findings.groups.isEmpty else { return }
    html.element("h2", .id(HTMLAnchor("by-document"))) { html in
      html.words(report.diagnostics.isEmpty ? "Documents" : "Findings by document")
    }
    writeDocuments(to: &html)
    guard !report.diagnostics.isEmpty else { return }
    writeFilters(to: &html)
    let groups = findings.groups.filter { !$0.counts.isEmpty }
    for group in groups { write(group, isOpen: groups.count <= 10, to: &html) }
  }

  private func writeDocuments(to html: inout HTMLWriter) {
    html.element("div", .classes("scroll"), .set("tabindex", "0"), .set("role", "region"), .label("The documents, a table")) { html in
      html.element("table") { html in
        html.element("caption", words: "The documents that were checked")
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .set("scope", "col"), words: "Document")
            html.element("th", .set("scope", "col"), words: "Kind")
            html.element("th", .set("scope", "col"), words: "File")
            html.element("th", .set("scope", "col"), words: "Day")
            for severity in Severity.gravestFirst where report.count(severity) > 0 {
              html.element("th", .set("scope", "col"), .classes("figure"), words: Self.heading(severity))
            }
          }
        }
        html.newline()
        html.element("tbody") { html in
          for group in findings.groups.prefix(limits.rows) {
            html.element("tr") { html in
              html.element("th", .set("scope", "row")) { html in
                if group.counts.isEmpty {
                  html.text(group.title)
                } else {
                  html.element("a", .link(to: group.anchor), text: group.title)
                }
              }
              html.element("td", text: group.subject?.label ?? "no document")
              html.element("td", text: group.file)
              html.element("td", text: group.subject?.day.map(DayWords.text) ?? "not known")
              for severity in Severity.gravestFirst where report.count(severity) > 0 {
                html.element("td", .classes("figure")) { $0.number(group.counts[severity] ?? 0) }
              }
            }
            html.newline()
          }
        }
      }
    }
    writeRest(findings.groups.count, to: &html)
  }

  private static func heading(_ severity: Severity) -> StaticString {
    switch severity {
    case .error: "Errors"
    case .warning: "Warnings"
    case .advice: "Advice"
    case .review: "To judge"
    }
  }

  /// Works by the style sheet alone; the search box appears where scripts run.
  private func writeFilters(to html: inout HTMLWriter) {
    html.element("fieldset", .classes("filters")) { html in
      html.element("legend", words: "Show")
      html.element("div", .classes("checks")) { html in
        for severity in Severity.gravestFirst where report.count(severity) > 0 {
          let anchor: HTMLAnchor =
            switch severity {
            case .error: HTMLAnchor("show-error")
            case .warning: HTMLAnchor("show-warning")
            case .advice: HTMLAnchor("show-advice")
            case .review: HTMLAnchor("show-review")
            }
          html.element("label", .target(anchor)) { html in
            html.void("input", .set("type", "checkbox"), .id(anchor), .flag("checked"))
            html.element("span", text: severity.phrase(report.count(severity)))
          }
        }
      }
    }
    html.newline()
    html.element("div", .classes("search"), .set("role", "search"), .id(HTMLAnchor("search")), .flag("hidden")) { html in
      html.element("label", .target(HTMLAnchor("search-box")), words: "Search the findings")
      html.void("input", .set("type", "search"), .id(HTMLAnchor("search-box")), .set("autocomplete", "off"))
      html.element("p", .set("role", "status"), .id(HTMLAnchor("search-status"))) { _ in }
    }
    html.newline()
  }

  private func write(_ group: HTMLFindings.Group, isOpen: Bool, to html: inout HTMLWriter) {
    html.element("details", .classes("document"), isOpen ? .flag("open") : nil) { html in
      html.element("summary") { html in
        html.element("h3", .id(group.anchor)) { html in
          html.text(group.title)
          html.words(" ")
          let counts = Severity.gravestFirst.compactMap { severity in group.counts[severity].map(severity.phrase) }
          html.element(
            "span", .classes("counts"),
            text: ([group.subject?.authority, group.file].compactMap(\.self) + counts).joined(separator: " · "))
        }
      }
      html.newline()
      for finding in group.shown { write(finding, to: &html) }
      if !group.hidden.isEmpty {
        let number = group.hidden.reduce(0) { $0 + $1.number }
        let rules = group.hidden.map { "\($0.number) of \($0.rule)" }.joined(separator: ", ")
        html.element("p", .classes("notice"), text: "\(counted(number, "finding", "findings")) more in this document: \(rules).")
      }
    }
    html.newline()
  }

  // MARK: One finding

  private func write(_ finding: HTMLFindings.Shown, to html: inout HTMLWriter) {
    let diagnostic = finding.diagnostic
    let title = HTMLAnchor("finding", finding.number, "-title")
    html.element(
      "article", .classes("finding", diagnostic.severity.cssClass), .id(finding.anchor), .labelled(by: title)
    ) { html in
      html.element("h4", .id(title)) { html in
        html.element("span", .classes("tag"), words: diagnostic.severity.tag)
        html.text(diagnostic.message)
      }
      html.newline()
      let excerpts = SourceExcerpt.all(of: diagnostic, relatedPlaces: limits.relatedPlaces)
      for (index, excerpt) in excerpts.enumerated() {
        html.element("p", .classes("where")) { html in
          html.text("\(excerpt.path), line \(excerpt.line), column \(excerpt.column)")
          if index == 0 {
            html.words(" · ")
            html.element("code", text: diagnostic.rule)
          }
        }
        HTMLExcerpt(excerpt: excerpt).write(to: &html)
      }
      writeRelated(diagnostic, to: &html)
      if let help = diagnostic.help {
        html.element("p") { html in
          html.element("strong", words: "What to do: ")
          html.text(help)
        }
      }
      if let provision = diagnostic.provision { HTMLCitation(provision).write(to: &html) }
      for note in diagnostic.notes {
        html.element("p") { html in
          html.words("Note: ")
          html.text(note)
        }
      }
    }
    html.newline()
  }

  private func writeRelated(_ diagnostic: Diagnostic, to html: inout HTMLWriter) {
    guard !diagnostic.related.isEmpty else { return }
    html.element("ul") { html in
      for related in diagnostic.related.prefix(limits.relatedPlaces) {
        let file = related.place.file
        let position = file.position(of: related.place.range.lowerBound)
        let name = file === diagnostic.place.file ? "" : file.path + ", "
        html.element("li", text: "\(name)line \(position.line), column \(position.column): \(related.text)")
      }
      let hidden = diagnostic.related.count - limits.relatedPlaces
      if hidden > 0 { html.element("li", text: "and \(counted(hidden, "other place", "other places"))") }
    }
  }
}

/// What a finding stands on: called law only where it is law and its text was read.
struct HTMLCitation {
  let citation: Citation

  init(_ citation: Citation) { self.citation = citation }

  func write(to html: inout HTMLWriter) {
    html.element("p") { html in
      switch (citation.reading, citation.kind) {
      case (.verified, .law): html.words("Law: ")
      case (.verified, .guidance): html.words("Guidance: ")
      default: html.words("Source: ")
      }
      writeName(to: &html)
      html.text(remark)
      if !citation.summary.isEmpty {
        html.words(". ")
        html.text(citation.summary)
      }
    }
  }

  /// The citation, as a link where it is on the web.
  func writeName(to html: inout HTMLWriter) {
    guard let address = citation.address.flatMap(HTMLAttribute.address) else { return html.text(citation.citation) }
    html.element("a", address, .set("rel", "noreferrer"), text: citation.citation)
  }

  /// The days of the provision where it was read, and how far it can be relied on where it was not.
  var remark: String {
    switch citation.reading {
    case .verified:
      switch (citation.from.map(DayWords.text), citation.through.map(DayWords.text)) {
      case (let from?, let through?): ", in force \(from) to \(through)"
      case (let from?, nil): ", in force from \(from)"
      case (nil, let through?): ", in force to \(through)"
      case (nil, nil): ""
      }
    case .summary: " (read only in a summary)"
    case .seed: " (a background document says so; not settled law)"
    case .inferred: " (an inference; not settled law)"
    }
  }
}
