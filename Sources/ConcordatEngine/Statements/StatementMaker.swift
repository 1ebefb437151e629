package import ConcordatDiagnostics
package import ConcordatModel
package import ConcordatRules
import SourceText

/// Makes the statements on the submissions of a run.
///
/// A submission is what one authority handed in: its own documents and those of the districts below it. A provision gets its
/// status from the rules that check it, and never a better one than they can vouch for.
package struct StatementMaker {
  private let pack: RulePack
  private let report: LintReport
  private let documents: [Document]
  private let unread: [Diagnostic]
  private let packs: [Statement.Pack]
  private let coverage: Coverage
  private let rules: [String: Rule]
  private let sorted: SortedReport

  /// - Parameters:
  ///   - report: Of a run that kept its outcomes.
  ///   - documents: Those that were checked, in the order of the report's subjects.
  ///   - unread: What could not be read.
  package init(
    pack: RulePack, packs: [Statement.Pack], report: LintReport, documents: [Document], unread: [Diagnostic]
  ) {
    self.pack = pack
    self.packs = packs
    self.report = report
    self.documents = documents
    self.unread = unread
    coverage = Coverage(pack)
    rules = Dictionary(pack.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sorted = SortedReport(report, documents)
  }

  /// One statement for each authority, in the order of their names.
  package func statements() -> [Statement] {
    var groups: [UInt16: [Int]] = [:]
    for index in documents.indices { groups[submission(of: documents[index]), default: []].append(index) }
    // What names no authority belongs to the only submission there is, or stands alone.
    if groups.count == 2, let stray = groups.removeValue(forKey: 0), let only = groups.keys.first {
      groups[only] = ((groups[only] ?? []) + stray).sorted()
    }
    return groups.map { statement(on: $0.value, authority: $0.key) }
      .sorted { $0.authority.utf8.lexicographicallyPrecedes($1.authority.utf8) }
  }

  /// The symbol of the county above a district where the county's own documents are here, or else of the authority itself.
  private func submission(of document: Document) -> UInt16 {
    guard let row = pack.registers.authorities.row(of: document.authority),
      let parent = pack.registers.authorities.rows[row]["parent"]?.value.symbol, parent != 0,
      documents.contains(where: { $0.authority == parent })
    else { return document.authority }
    return parent
  }

  private func statement(on indices: [Int], authority: UInt16) -> Statement {
    let subjects = indices.map { report.subjects[$0] }
    let own = indices.first { documents[$0].authority == authority }.flatMap { report.subjects[$0].authority }
    var sources: [Statement.Source] = []
    var titles: [String: Int] = [:]
    var untouched = 0
    let evidence = Evidence(sorted, indices)
    let maker = PointMaker(rules: rules, report: report, pack: pack, subjects: subjects, evidence: evidence)
    for line in coverage.lines {
      guard line.provision.checkedBy != .none else {
        untouched += 1
        continue
      }
      let title = line.provision.source
      let index = titles[title] ?? sources.count
      if index == sources.count {
        titles[title] = index
        sources.append(Statement.Source(title: title, points: []))
      }
      sources[index].points.append(maker.point(line))
    }
    // What binds comes before what advises.
    let isLaw = { (source: Statement.Source) in source.points.first?.provision.kind == .law }
    sources = sources.filter(isLaw) + sources.filter { !isLaw($0) }
    return Statement(
      authority: own ?? (authority == 0 ? "Documents of no known authority" : "Unknown authority"), tool: report.tool, packs: packs,
      asOf: report.asOf,
      documents: zip(indices, subjects).map { index, subject in
        Statement.Document(
          id: subject.id, label: subject.label, title: subject.title, file: subject.place.file.path,
          digest: SHA256.hexDigest(of: documents[index].file.originalBytes), day: subject.day)
      }, sources: sources, others: evidence.findings.filter { $0.provision == nil }, exceptions: evidence.suppressed,
      changes: report.changes, unread: unread + sorted.homeless, untouched: untouched)
  }
}

/// A report sorted by document.
struct SortedReport {
  private(set) var findings: [[Diagnostic]]
  private(set) var suppressed: [[LintReport.Suppressed]]
  private(set) var undecided: [[LintReport.Undecided]]
  private(set) var outcomes: [[LintReport.Outcome]]
  /// Findings of files in which no document could be read.
  private(set) var homeless: [Diagnostic] = []

  init(_ report: LintReport, _ documents: [Document]) {
    let count = documents.count
    findings = Array(repeating: [], count: count)
    suppressed = Array(repeating: [], count: count)
    undecided = Array(repeating: [], count: count)
    outcomes = Array(repeating: [], count: count)
    var byFile: [[UInt8]: [Int]] = [:]
    for (index, document) in documents.enumerated() { byFile[Array(document.file.path.utf8), default: []].append(index) }
    func home(_ file: String, _ id: String?) -> Int? {
      let known = byFile[Array(file.utf8)] ?? []
      return known.first { documents[$0].id == id } ?? known.first
    }
    for diagnostic in report.diagnostics {
      if let index = home(diagnostic.place.file.path, diagnostic.document) {
        findings[index].append(diagnostic)
      } else {
        homeless.append(diagnostic)
      }
    }
    for entry in report.suppressed {
      if let index = home(entry.diagnostic.place.file.path, entry.diagnostic.document) { suppressed[index].append(entry) }
    }
    for entry in report.undecided {
      if let index = home(entry.file, entry.document) { undecided[index].append(entry) }
    }
    for outcome in report.outcomes where outcome.subject < count { outcomes[outcome.subject].append(outcome) }
  }
}

/// What a run says of the documents of one submission, by rule.
struct Evidence {
  private(set) var findings: [Diagnostic] = []
  private(set) var suppressed: [LintReport.Suppressed] = []
  private(set) var findingsOf: [String: [Diagnostic]] = [:]
  private(set) var suppressedOf: [String: [LintReport.Suppressed]] = [:]
  private(set) var undecidedOf: [String: [LintReport.Undecided]] = [:]
  private(set) var outcomesOf: [String: [LintReport.Outcome]] = [:]

  init(_ sorted: SortedReport, _ indices: [Int]) {
    for index in indices {
      findings += sorted.findings[index]
      suppressed += sorted.suppressed[index]
      for entry in sorted.undecided[index] { undecidedOf[entry.rule, default: []].append(entry) }
      for entry in sorted.outcomes[index] { outcomesOf[entry.rule, default: []].append(entry) }
    }
    for finding in findings { findingsOf[finding.rule, default: []].append(finding) }
    for entry in suppressed { suppressedOf[entry.diagnostic.rule, default: []].append(entry) }
  }
}
