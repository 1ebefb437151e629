public import ConcordatDiagnostics
import SourceText

/// A comment on a change, or the summary of a job: findings by file, then what people have to judge, what could not be decided, and
/// what was accepted.
///
/// Nothing in it comes from data but text: no link, picture, mention or tag. Links lead to the provisions that the pack
/// names. It ends before the limit with a sentence that says how much is missing.
public struct MarkdownReport: Reporter {
  /// The most bytes, which are never fewer than characters. A comment on GitHub holds 65,536 characters; a summary of a job holds
  /// 1 MiB and is refused whole beyond it.
  public var limit: Int
  /// The most findings of one rule in one file that are shown; the others are counted.
  public var findingsPerRuleAndFile: Int

  public init(limit: Int = 65_000, findingsPerRuleAndFile: Int = 20) {
    self.limit = limit
    self.findingsPerRuleAndFile = findingsPerRuleAndFile
  }

  /// A piece that is shown whole or not at all.
  private struct Piece {
    var text: String
    /// How many findings, undecided rules or accepted findings it tells.
    var count = 0
  }

  /// Room that is kept for the sentence at the end.
  private static let reserve = 400

  /// Appends the page.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var page = "## Concordat: \(ReportSummary(report).description)\n"
    if let asOf = report.asOf { page += "\nJudged by the law of \(MarkdownText.line(asOf)).\n" }
    var bytes = Array(page.utf8)
    var missing = 0
    for piece in changes(report) + findings(report) + reviews(report) + undecided(report) + accepted(report) {
      guard missing == 0, bytes.count + piece.text.utf8.count + Self.reserve <= limit else {
        missing += max(1, piece.count)
        continue
      }
      bytes += piece.text.utf8
    }
    if missing > 0 {
      bytes += "\n---\n\nThis page would be too long: \(counted(missing, "matter is", "matters are")) left out. ".utf8
      bytes += "They are in the other reports of the run, such as `--format text` and `--format csv`.\n".utf8
    }
    output += bytes
  }

  private func changes(_ report: LintReport) -> [Piece] {
    guard !report.changes.isEmpty else { return [] }
    let lines = report.changes.map { "- Changed: \(MarkdownText.folded($0))\n" }.joined()
    return [Piece(text: "\n### Configuration\n\n" + lines)]
  }

  private func findings(_ report: LintReport) -> [Piece] {
    var files = ByFile<Diagnostic>()
    for diagnostic in report.diagnostics where diagnostic.severity != .review {
      files.append(diagnostic, to: diagnostic.place.file.path)
    }
    // Where the page has to end early, the gravest have been said.
    let ordered = files.sorted.enumerated().sorted { a, b in
      let (left, right) = (gravest(a.element.entries), gravest(b.element.entries))
      return left == right ? a.offset < b.offset : left > right
    }
    return ordered.flatMap { pieces(of: $0.element) }
  }

  private func gravest(_ diagnostics: [Diagnostic]) -> Severity { diagnostics.map(\.severity).max() ?? .review }

  private func pieces(of file: ByFile<Diagnostic>.File) -> [Piece] {
    var tally = RepeatedFindings(limit: findingsPerRuleAndFile)
    var pieces: [Piece] = []
    for diagnostic in file.entries where tally.admits(diagnostic) {
      pieces.append(Piece(text: item(diagnostic, place: lines(of: diagnostic.place)), count: 1))
    }
    for rest in tally.takeRest() {
      pieces.append(Piece(text: "- and \(rest.number) more of \(MarkdownText.code(rest.id)) in this file\n", count: rest.number))
    }
    let heading = "\n### \(MarkdownText.code(ReportPath.clean(file.path)))\n\n"
    if !pieces.isEmpty { pieces[0].text = heading + pieces[0].text }
    return pieces
  }

  private func lines(of place: Diagnostic.Place) -> String {
    let span = Span(place, in: .scalars)
    return span.lastLine > span.start.line ? "lines \(span.start.line) to \(span.lastLine)" : "line \(span.start.line)"
  }

  private func item(_ diagnostic: Diagnostic, place: String) -> String {
    var lines = ["**\(diagnostic.severity.rawValue)**, \(place): \(MarkdownText.line(diagnostic.message))"]
    if let help = diagnostic.help { lines.append("Next step: \(MarkdownText.folded(help))") }
    lines += diagnostic.notes.map { "Note: \(MarkdownText.folded($0))" }
    var source = MarkdownText.code(diagnostic.rule)
    if let provision = diagnostic.provision {
      let words = MarkdownText.line(CitationWords(provision).text)
      source += ", " + (provision.link.map { "[\(words)](<\($0)>)" } ?? words)
    }
    lines.append(source)
    // A backslash at the end of a line is a line break.
    return "- " + lines.joined(separator: "\\\n  ") + "\n"
  }

  private func reviews(_ report: LintReport) -> [Piece] {
    let diagnostics = report.diagnostics.filter { $0.severity == .review }
    return headed("For a person to judge", diagnostics.map { diagnostic in
      let path = MarkdownText.code(ReportPath.clean(diagnostic.place.file.path))
      return Piece(text: item(diagnostic, place: "\(path) \(lines(of: diagnostic.place))"), count: 1)
    })
  }

  private func undecided(_ report: LintReport) -> [Piece] {
    let groups = UndecidedGroups(report.undecided)
    var pieces = groups.missing.map { group in
      let words = counted(group.rules.count, "rule needs", "rules need")
      return Piece(text: "- \(words) \(MarkdownText.line(group.document)), which is not in the repository\n", count: group.rules.count)
    }
    pieces += groups.others.map { group in
      let hidden = group.rules.count - TextReport.undecidedRules
      let rules = group.rules.prefix(TextReport.undecidedRules).map(MarkdownText.code).joined(separator: ", ")
        + (hidden > 0 ? " and \(counted(hidden, "other", "others"))" : "")
      let place = MarkdownText.code(ReportPath.clean(group.file))
      return Piece(text: "- \(place): \(MarkdownText.folded(group.reason))\\\n  \(rules)\n", count: group.rules.count)
    }
    return headed("Undecided", pieces)
  }

  private func accepted(_ report: LintReport) -> [Piece] {
    headed("Accepted, and not counted", report.suppressed.map { suppressed in
      let path = MarkdownText.code(ReportPath.clean(suppressed.diagnostic.place.file.path))
      let place = "\(path) \(lines(of: suppressed.diagnostic.place))"
      let why = MarkdownText.line(suppressed.suppression.words)
      return Piece(
        text: "- \(place): \(MarkdownText.line(suppressed.diagnostic.message))\\\n  \(PlainText.capitalised(why)), \(MarkdownText.code(suppressed.diagnostic.rule))\n",
        count: 1)
    })
  }

  private func headed(_ heading: String, _ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    if !pieces.isEmpty { pieces[0].text = "\n### \(heading)\n\n" + pieces[0].text }
    return pieces
  }
}
