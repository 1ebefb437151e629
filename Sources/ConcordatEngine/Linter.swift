import CEL
package import ConcordatDiagnostics
package import ConcordatModel
package import ConcordatRules
package import SourceText

/// A file to check.
package struct InputFile: Sendable {
  package var file: SourceFile
  /// Whether the user named it, rather than a folder that holds it.
  package var isNamed: Bool

  package init(file: SourceFile, isNamed: Bool) {
    self.file = file
    self.isNamed = isNamed
  }
}

/// Checks files as one repository: reads them, connects them, judges each document by each rule that is for it.
///
/// The report is the same for any order of the input and any number of jobs.
package struct Linter: Sendable {
  private let pack: RulePack
  private let asOf: Day?
  private let jobs: Int
  private let policy: LintPolicy
  private let extent: Extent

  /// What a report holds beyond what every format says.
  package struct Extent: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The targets and priorities of each document.
    package static let outlines = Extent(rawValue: 1)
    /// What became of each rule on each document.
    package static let outcomes = Extent(rawValue: 2)
  }

  /// - Parameters:
  ///   - asOf: The day that all documents are judged by; each document's own day if left out.
  ///   - jobs: How many threads may work at once; at least 1.
  package init(
    pack: RulePack, asOf: Day? = nil, jobs: Int = 1, policy: LintPolicy = LintPolicy(), extent: Extent = []
  ) {
    self.extent = extent
    self.pack = pack
    self.asOf = asOf
    self.jobs = max(1, jobs)
    self.policy = policy
  }

  /// What each file was found to hold, in the order of their paths.
  package func read(_ input: [InputFile]) async -> [LoadedFile] {
    let ordered = input.sorted { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
    let reader = FileReader(kinds: pack.kinds, symbols: pack.symbols)
    return await Workers(jobs).map(ordered, state: { RegexScratch() }) { scratch, input in
      reader.read(input.file, isNamed: input.isNamed, scratch: scratch)
    }
  }

  /// Checks files and reports on them.
  package func lint(_ input: [InputFile]) async -> LintReport {
    await lint(await read(input))
  }

  /// Checks what was read, as one repository.
  package func lint(_ files: [LoadedFile]) async -> LintReport { await lint(files, isTraced: false).report }

  /// Checks what was read, and says with which files each file was compared.
  ///
  /// - Parameter isTraced: Whether to say so; counterparts are empty otherwise.
  package func lint(
    _ files: [LoadedFile], isTraced: Bool
  ) async -> (report: LintReport, counterparts: [String: Set<String>]) {
    let documents = files.flatMap(\.documents)
    let repository = Repository(documents)
    let references = ReferenceChecker(registers: pack.registers, repository: repository, kinds: pack.kinds)
    let judgements = await Workers(jobs).map(
      documents,
      state: {
        Judge(
          pack: pack, repository: repository, asOf: asOf, off: policy.off, recordsOutcomes: extent.contains(.outcomes))
      }
    ) { judge, document in
      var judgement = judge.judge(document, isTraced: isTraced)
      if isTraced { judgement.counterparts.formUnion(references.counterparts(of: document)) }
      judgement.diagnostics += references.check(document)
      return judgement
    }
    let diagnostics = files.flatMap(\.diagnostics) + repository.diagnostics + judgements.flatMap(\.diagnostics)
    let undecided = judgements.flatMap(\.undecided).sorted(by: Linter.precedes)
    let places = PathFinder(documents)
    let told = policy.applied(to: diagnostics.sorted(by: Linter.precedes)).map(places.placed)
    let (counted, suppressed) = except(told, undecided, files, places)
    var counterparts: [String: Set<String>] = [:]
    if isTraced {
      for (document, judgement) in zip(documents, judgements) {
        counterparts[document.file.path, default: []].formUnion(judgement.counterparts)
      }
    }
    let outlines =
      extent.contains(.outlines) ? OutlineReader(registers: pack.registers, repository: repository, kinds: pack.kinds) : nil
    var report = LintReport(
      tool: .init(
        name: "concordat", version: Linter.version, packs: pack.names.map { (name: $0.name, version: $0.version) }),
      rules: pack.rules.filter { !policy.off.contains($0.id) }.map {
        LintReport.Rule(
          id: $0.id, title: $0.title, severity: policy.severities[$0.id] ?? $0.severity, provision: $0.citation,
          rationale: $0.rationale, help: $0.help, kinds: $0.kinds)
      },
      diagnostics: counted, undecided: undecided, files: files.count { !$0.documents.isEmpty || !$0.diagnostics.isEmpty },
      documents: documents.count, suppressed: suppressed, subjects: documents.map { subject($0, outlines) }, changes: policy.changes,
      asOf: asOf?.iso, formRules: FormRules.structure + FormRules.syntax + RuleNames.exceptions)
    report.outcomes = judgements.enumerated().flatMap { subject, judgement in
      judgement.outcomes.map { .init(rule: $0.rule, subject: subject, passed: $0.passed, isInForce: $0.isInForce) }
    }
    return (report, counterparts)
  }

  /// Takes out what somebody accepted, and adds what is wrong with exceptions.
  private func except(
    _ diagnostics: [Diagnostic], _ undecided: [LintReport.Undecided], _ files: [LoadedFile], _ places: PathFinder
  ) -> (counted: [Diagnostic], suppressed: [LintReport.Suppressed]) {
    let reader = ExceptionReader(names: RuleNames(pack))
    let mayHave = files.filter { !$0.directives.isEmpty || $0.documents.contains { $0.content.record["exceptions"] != nil } }
    guard !mayHave.isEmpty else { return (diagnostics, []) }
    let read = mayHave.map(reader.read)
    var ledger = ExceptionLedger(read.flatMap(\.entries), today: policy.today)
    let (counted, suppressed) = ledger.divide(diagnostics)
    let open = Set(undecided.map { Pending(rule: $0.rule, document: $0.document, file: $0.file) })
    let ours = read.flatMap(\.faults) + ledger.diagnostics { entry in
      // A rule that was not decided may yet find what the exception is for; so may one that is not in force on a day that was
      // given for once.
      !policy.off.contains(entry.rule) && (asOf == nil || pack.rule(id: entry.rule).map { $0.inForce.covers(asOf ?? Day(number: 0)) } ?? true)
        && !open.contains(Pending(rule: entry.rule, document: entry.document, file: entry.place.file.path))
    }
    let told = policy.applied(to: ours).map(places.placed)
    return (told.isEmpty ? counted : (counted + told).sorted(by: Linter.precedes), suppressed)
  }

  private struct Pending: Hashable {
    var rule: String
    var document: String?
    var file: String
  }

  private func subject(_ document: Document, _ outlines: OutlineReader?) -> LintReport.Subject {
    let day = asOf ?? document.day
    let record = document.content.record
    return LintReport.Subject(
      id: document.id, kind: document.kind.name, label: document.kind.label, title: record["title"]?.text ?? "",
      authority: record["authority"].flatMap { pack.registers.name(of: $0.value)?.stringValue },
      day: day?.iso, place: .init(file: document.file, range: document.shownRange),
      outline: outlines?.outline(of: document, on: day) ?? .init())
  }

  /// The version of the tool.
  package static let version = "0.1.0"

  static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.place.file !== b.place.file, a.place.file.path != b.place.file.path {
      return a.place.file.path.utf8.lexicographicallyPrecedes(b.place.file.path.utf8)
    }
    if a.place.range.lowerBound != b.place.range.lowerBound { return a.place.range.lowerBound < b.place.range.lowerBound }
    if a.rule != b.rule { return a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8) }
    return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
  }

  private static func precedes(_ a: LintReport.Undecided, _ b: LintReport.Undecided) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    let (left, right) = (a.document ?? "", b.document ?? "")
    if left != right { return left.utf8.lexicographicallyPrecedes(right.utf8) }
    if a.rule != b.rule { return a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8) }
    return a.reason.utf8.lexicographicallyPrecedes(b.reason.utf8)
  }
}
