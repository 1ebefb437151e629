public import ConcordatDiagnostics

/// The report as a page for people who would rather look than read: one file, no network, nothing that needs a script.
///
/// What matters most comes first: the errors as links, then counts, then every finding by document with its lines, then
/// the course of each target, whose priorities are reflected, and all that was left open. Whatever is cut to keep the
/// page usable is said, with how to see it.
public struct HTMLReport: Reporter {
  var limits = HTMLLimits()

  public init() {}

  init(limits: HTMLLimits) {
    self.limits = limits
  }

  /// Appends the page.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var html = HTMLWriter(appendingTo: output)
    output = []
    let page = HTMLReportPage(report: report, limits: limits)
    page.write(to: &html)
    output = html.bytes
  }
}

/// One page while it is written.
struct HTMLReportPage {
  let report: LintReport
  let limits: HTMLLimits
  let findings: HTMLFindings
  let matrices: [DistrictMatrix]
  /// Documents with figures to draw, and their targets.
  let plots: [(group: HTMLFindings.Group, targets: [LintReport.Target])]
  let hiddenPlots: Int

  init(report: LintReport, limits: HTMLLimits) {
    self.report = report
    self.limits = limits
    findings = HTMLFindings(report, limits: limits)
    matrices = DistrictMatrix.all(in: report.subjects)
    var room = limits.plots
    var hidden = 0
    var plots: [(group: HTMLFindings.Group, targets: [LintReport.Target])] = []
    for group in findings.groups {
      let targets = (group.subject?.outline.targets ?? []).filter { $0.baseline != nil || !$0.figures.isEmpty }
      guard !targets.isEmpty else { continue }
      let shown = Array(targets.prefix(room))
      room -= shown.count
      hidden += targets.count - shown.count
      if !shown.isEmpty { plots.append((group, shown)) }
    }
    self.plots = plots
    hiddenPlots = hidden
  }

  /// What the page is about.
  private var name: String {
    let subjects = report.subjects
    if subjects.count == 1, let only = findings.groups.first { return only.title }
    let authorities = Set(subjects.compactMap { $0.authority.map { Array($0.utf8) } })
    // A county's agreement and the strategies of its districts are one submission.
    if let main = subjects.first(where: { !$0.outline.districts.isEmpty }), matrices.count == 1, !main.title.isEmpty {
      return main.title
    }
    if authorities.count == 1, let one = subjects.compactMap(\.authority).first { return one }
    return counted(report.documents, "document", "documents")
  }

  func write(to html: inout HTMLWriter) {
    let errors = report.count(.error)
    let title = (errors > 0 ? "Error: \(counted(errors, "problem", "problems")) – " : "") + name + " – Concordat"
    let frame = PageFrame(title: title, subtitle: "Check of documents against the law and guidance of their day", hasSearch: true)
    frame.write(to: &html) { html in
      html.element("h1", text: "Check of \(name)")
      writeProblems(to: &html)
      writeFacts(to: &html)
      writeContents(to: &html)
      writeBySeverity(to: &html)
      writeByDocument(to: &html)
      writeTargets(to: &html)
      writeDistricts(to: &html)
      writeUndecided(to: &html)
      writeAccepted(to: &html)
      writeChanges(to: &html)
      writeOmitted(to: &html)
    } footer: { html in
      html.element("p") { html in
        html.words("Concordat is no legal advice. It says what the files show, not what a council did or did not do.")
      }
    }
  }

  // MARK: The top

  private func writeProblems(to html: inout HTMLWriter) {
    let errors = findings.shown.filter { $0.diagnostic.severity == .error }
    let total = report.count(.error)
    guard total > 0 else {
      html.element("section", .classes("problems", "none"), .labelled(by: HTMLAnchor("problems"))) { html in
        html.element("h2", .id(HTMLAnchor("problems"))) { html in
          html.words(report.documents == 0 ? "There was no document to check" : "There are no errors")
        }
        html.element("p", text: ReportSummary(report).description)
      }
      return
    }
    html.element("section", .classes("problems"), .labelled(by: HTMLAnchor("problems"))) { html in
      html.element("h2", .id(HTMLAnchor("problems"))) { html in
        if total == 1 { html.words("There is a problem") } else { html.text("There are \(total) problems") }
      }
      html.element("ul") { html in
        for finding in errors.prefix(limits.problems) {
          html.element("li") { html in
            html.element("a", .link(to: finding.anchor), text: finding.diagnostic.message)
          }
          html.newline()
        }
      }
      let rest = total - min(errors.count, limits.problems)
      if rest > 0 { html.element("p", text: "And \(rest) more, below.") }
    }
  }

  private func writeFacts(to html: inout HTMLWriter) {
    html.element("dl", .classes("facts")) { html in
      fact("Found", ReportSummary(report).description, to: &html)
      let days = Set(report.subjects.compactMap(\.day))
      if let asOf = report.asOf {
        fact("Judged by the law of", DayWords.text(of: asOf), to: &html)
      } else if days.count == 1, let day = days.first {
        fact("Judged by the law of", "\(DayWords.text(of: day)), the day that the documents give themselves", to: &html)
      } else if !days.isEmpty {
        fact("Judged by the law of", "the day that each document gives itself", to: &html)
      }
      let packs = report.tool.packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
      if !packs.isEmpty { fact("Rules", "\(counted(report.rules.count, "rule", "rules")), pack \(packs)", to: &html) }
      fact("Program", "\(report.tool.name) \(report.tool.version)", to: &html)
      if !report.changes.isEmpty {
        html.element("dt", words: "Configuration")
        html.element("dd") { html in
          html.element("a", .link(to: HTMLAnchor("changes")), words: "The rules were changed for this run")
        }
      }
    }
  }

  private func fact(_ name: StaticString, _ text: String, to html: inout HTMLWriter) {
    html.element("dt", words: name)
    html.element("dd", text: text)
    html.newline()
  }

  private func writeContents(to html: inout HTMLWriter) {
    var entries: [(HTMLAnchor, StaticString)] = []
    if !report.diagnostics.isEmpty {
      entries.append((HTMLAnchor("by-severity"), "Findings by severity"))
      entries.append((HTMLAnchor("by-document"), "Findings by document"))
    } else if !findings.groups.isEmpty {
      entries.append((HTMLAnchor("by-document"), "Documents"))
    }
    if !plots.isEmpty { entries.append((HTMLAnchor("targets"), "Course of each target")) }
    if !matrices.isEmpty { entries.append((HTMLAnchor("districts"), "Priorities of the districts")) }
    if !report.undecided.isEmpty { entries.append((HTMLAnchor("undecided"), "What could not be decided")) }
    if !report.suppressed.isEmpty { entries.append((HTMLAnchor("accepted"), "Accepted findings")) }
    if !report.changes.isEmpty { entries.append((HTMLAnchor("changes"), "Changes to the rules")) }
    if hasOmissions { entries.append((HTMLAnchor("left-out"), "What this page leaves out")) }
    guard entries.count > 1 else { return }
    html.element("nav", .classes("contents"), .label("On this page")) { html in
      html.element("h2", words: "On this page")
      html.element("ul") { html in
        for (anchor, words) in entries {
          html.element("li") { $0.element("a", .link(to: anchor), words: words) }
        }
      }
    }
  }

  // MARK: The end

  private var hasOmissions: Bool { findings.hiddenCount > 0 || hiddenPlots > 0 }

  private func writeOmitted(to html: inout HTMLWriter) {
    guard hasOmissions else { return }
    html.element("h2", .id(HTMLAnchor("left-out")), words: "What this page leaves out")
    html.element("ul") { html in
      if findings.hiddenCount > 0 {
        html.element(
          "li",
          text: "\(counted(findings.hiddenCount, "finding", "findings")): of one rule in one file, "
            + "\(limits.findingsPerRuleAndFile) are shown, and \(limits.findings) in all, the gravest first.")
      }
      if hiddenPlots > 0 {
        html.element("li", text: "The course of \(counted(hiddenPlots, "target", "targets")): \(limits.plots) are drawn.")
      }
    }
    html.element("p") { html in
      html.words("All of it is in ")
      html.element("code", words: "--format json")
      html.words("; a page for one authority is had by checking its folder alone.")
    }
  }

  private func writeChanges(to html: inout HTMLWriter) {
    guard !report.changes.isEmpty else { return }
    html.element("h2", .id(HTMLAnchor("changes")), words: "Changes to the rules")
    html.element("p", words: "The configuration of this run changed what the rule pack says:")
    html.element("ul") { html in
      for change in report.changes.prefix(limits.rows) { html.element("li", text: change) }
    }
    writeRest(report.changes.count, to: &html)
  }

  /// Says how many rows of a table or list are cut.
  func writeRest(_ count: Int, to html: inout HTMLWriter) {
    guard count > limits.rows else { return }
    html.element("p", text: "And \(count - limits.rows) more, which --format json has.")
  }
}

/// A day as people write it.
enum DayWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `30 June 2008` for `2008-06-30`; other text as it is.
  static func text(of iso: String) -> String {
    let parts = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { Int(Substring($0)) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month),
      year > 0, day > 0
    else { return iso }
    return "\(day) \(months[month - 1]) \(year)"
  }
}
