import ArgumentParser
import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatReport
import ConcordatRules

/// `concordat check`: the main job.
struct CheckCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check documents, and report what is wrong with them.",
    discussion: """
      All documents found are looked at together: an agreement is compared with the strategies of its districts when they \
      are among them. In folders, files ending in .yaml or .yml are read, except where a name begins with a dot; a file \
      that holds none of our documents is passed over there, and is a fault when it is named.

      Examples:
        concordat check                           everything below this folder
        concordat check draft.yaml strategies/    a draft and what it rests on
        concordat check --as-of 2009-04-01        by the law of that day
        concordat check --format json laa.yaml    for a script
        concordat check --diff laa.yaml           what --fix would change
        concordat check -                         what comes on standard input
        concordat check --changed-since main      what this branch touched
        concordat check --watch                   again whenever a file is saved
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to check; - is standard input. This folder, if left out.", valueName: "path"))
  var paths: [PathArgument] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Judge all documents by the law of this day.",
      discussion: "Otherwise each is judged by the day that it gives itself, such as the day of its approval.",
      valueName: "YYYY-MM-DD"),
    transform: DayArgument.parse)
  var asOf: Day?

  @OptionGroup var formats: FormatOptions

  @OptionGroup var findings: FindingOptions

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var fixes: FixOptions

  @OptionGroup var packs: PackOptions

  @Option(
    help: ArgumentHelp(
      "How many threads may work at once. As many as there are processors, if left out.", valueName: "number"),
    transform: JobsArgument.parse)
  var jobs: Int?

  @Flag(
    name: [.customShort("q"), .long],
    help: "Show only findings at or above --fail-on, and nothing where there are none.")
  var quiet = false

  @Flag(name: .long, help: "Also say what the check works by and which files of folders were not read.")
  var verbose = false

  @Flag(name: .long, help: "Also say which rules found most, and how long the parts of the check took.")
  var statistics = false

  @Flag(
    name: .long,
    help: ArgumentHelp("Check again whenever a file is saved, until Ctrl-C.", discussion: "Only what changed is read again."))
  var watch = false

  @OptionGroup var appearance: AppearanceOptions

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose ask for less and for more: give one of them") }
    let readsInput = findings.readsStandardInput || findings.standardInputName != nil
      || paths.contains { $0.path.bytes == FileSearch.standardInput.argument }
    if watch, readsInput { throw ValidationError("--watch looks at files, and standard input comes only once") }
    if fixes.isAsked, watch || readsInput || findings.changedSince != nil {
      throw ValidationError("--fix, --fix-all and --diff go with files and folders, not with --watch, --changed-since or standard input")
    }
    if watch, findings.updatesBaseline { throw ValidationError("--watch and --update-baseline would accept every new finding: give one of them") }
  }

  func execute() async throws(CommandFailure) -> ExitStatus {
    if watch { return try await WatchLoop(self).run() }
    let clock = ContinuousClock.now
    let setup = try self.setup()
    let loading = clock.duration(to: .now)
    if verbose { Output.say(setup.description(of: paths)) }
    let progress = Progress(isWanted: !quiet && System.isTerminal(System.standardError) && !Appearance.isDumb)
    let run = CheckRun(command: self, setup: setup, progress: progress)
    let mended = await run.mend()
    var outcome: CheckRun.Outcome
    do throws(CommandFailure) {
      outcome = try await run.check()
    } catch {
      progress.end()
      throw error
    }
    progress.end()
    let since = ContinuousClock.now
    let end = try finish(outcome, setup) { (report, isNothing) throws(CommandFailure) in
      if let patch = mended?.patch { try Output.writeReport(patch) } else { try write(report, setup, isNothing: isNothing) }
    }
    if let failure = mended?.failure { throw failure }
    outcome.statistics.add("loading rules", loading)
    outcome.statistics.add("writing", since.duration(to: .now))
    sayMore(outcome)
    return try end.get()
  }

  func setup() throws(CommandFailure) -> CheckSetup {
    let given = CheckSetup.Given(
      packs: packs, configuration: configuration, failOn: findings.failOn, failsOnUndecided: findings.failsOnUndecided,
      baseline: findings.baseline?.path, today: findings.today)
    var places = paths.map(\.path).filter { $0.bytes != FileSearch.standardInput.argument }
    if let name = findings.standardInputName?.path { places.append(name) }
    return try CheckSetup(for: places.isEmpty ? [BytePath(Array(".".utf8))] : places, given, talk: appearance.talk)
  }

  /// Writes the report and says how the run ends.
  func finish(
    _ outcome: CheckRun.Outcome, _ setup: CheckSetup,
    write: (LintReport, _ isNothing: Bool) throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> Result<ExitStatus, CommandFailure> {
    let report = outcome.report
    // Without a finding, the report for people could only say that nothing was found.
    try write(report, outcome.isNothing && report.diagnostics.isEmpty)
    if outcome.isNothing { return .failure(nothingToCheck(outcome, setup.pack)) }
    guard outcome.faults.isEmpty else {
      return .failure(
        CommandFailure("\(counted(outcome.faults.count, "path", "paths")) could not be read, so the check is not complete"))
    }
    if setup.failsOnUndecided.content, !report.undecided.isEmpty { return .success(.findings) }
    return .success(report.diagnostics.contains { setup.failOn.content.isReached(by: $0.severity) } ? .findings : .clean)
  }

  /// Says what was asked for beside the report.
  func sayMore(_ outcome: CheckRun.Outcome) {
    if verbose {
      let lines = outcome.passedOver.sorted { $0.shown.utf8.lexicographicallyPrecedes($1.shown.utf8) }.map { "not read: \($0.shown): \($0.reason.rawValue)" }
      Output.say((lines + ["read: \(counted(outcome.readFiles, "file", "files"))"]).joined(separator: "\n"))
    }
    if statistics { Output.say(outcome.statistics.text(of: outcome.report)) }
  }

  /// Puts what could not be read among the findings, by path.
  static func merge(_ faults: [Diagnostic], into diagnostics: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    result.reserveCapacity(faults.count + diagnostics.count)
    var rest = faults.sorted { precedes($0, $1) }[...]
    for diagnostic in diagnostics {
      while let fault = rest.first, !precedes(diagnostic, fault) { result.append(rest.removeFirst()) }
      result.append(diagnostic)
    }
    return result + rest
  }

  /// What is named twice is told of once.
  static func once(_ faults: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<[String]> = []
    return faults.filter { seen.insert([$0.place.file.path, $0.rule, $0.message]).inserted }
  }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    a.place.file.path.utf8.lexicographicallyPrecedes(b.place.file.path.utf8)
  }

  /// Writes every report that was asked for: those to files first, so that what is said of them is said.
  ///
  /// - Parameter isNothing: Whether there was nothing to check, and so nothing to tell people.
  private func write(_ report: LintReport, _ setup: CheckSetup, isNothing: Bool) throws(CommandFailure) {
    try writeFiles(report, setup)
    guard let request = formats.requests.first(where: { $0.path == nil }), request.format != .text || !isNothing else { return }
    try Output.writeReport(bytes(of: report, setup))
  }

  func writeFiles(_ report: LintReport, _ setup: CheckSetup) throws(CommandFailure) {
    for request in formats.requests {
      if let path = request.path { try Output.write(reporter(request.format, setup).render(report), to: path) }
    }
  }

  /// The report on standard output; empty where none was asked for.
  func bytes(of report: LintReport, _ setup: CheckSetup) -> [UInt8] {
    guard let request = formats.requests.first(where: { $0.path == nil }) else { return [] }
    return request.format == .text ? text(of: report, setup) : reporter(request.format, setup).render(report)
  }

  private func reporter(_ format: ReportFormat, _ setup: CheckSetup) -> any Reporter {
    format.reporter(failingFrom: setup.failOn.content.severity, failsOnUndecided: setup.failsOnUndecided.content)
  }

  /// The report for people on standard output; empty where there is nothing to say.
  private func text(of report: LintReport, _ setup: CheckSetup) -> [UInt8] {
    var report = report
    if quiet {
      report.diagnostics.removeAll { !setup.failOn.content.isReached(by: $0.severity) && !FileFault.rules.contains($0.rule) }
      if !setup.failsOnUndecided.content { report.undecided = [] }
      if report.diagnostics.isEmpty, report.undecided.isEmpty { return [] }
    }
    let look = appearance.report
    return TextReport(colour: look.colour, glyphs: look.glyphs).render(report)
  }

  /// A run over nothing must not look like one that found nothing.
  private func nothingToCheck(_ outcome: CheckRun.Outcome, _ pack: RulePack) -> CommandFailure {
    let fileCount = outcome.readFiles
    let currentFolder = System.currentFolder
    let places = paths.isEmpty ? "this folder" : paths.map { $0.path.shown(in: currentFolder) }.joined(separator: ", ")
    guard fileCount > 0 else {
      if let first = outcome.passedOver.first {
        return CommandFailure(
          "nothing to check: what is in \(places) is not read; \(first.shown), for one, is \(first.reason.rawValue)",
          help: first.reason == .git ? "Name the files themselves, or give --no-ignore" : "Name the files themselves, or see concordat config")
      }
      return CommandFailure(
        "nothing to check: no file ending in .yaml or .yml was found in \(places)",
        help: "Name the files, or the folder they are in")
    }
    let files = counted(fileCount, "file was read", "files were read")
    let kinds = pack.kinds.map(\.name).joined(separator: ", ")
    return CommandFailure(
      "nothing to check: \(files) in \(places), but none holds a document of a kind that the rules know",
      help: "A document begins with kind: and one of \(kinds)")
  }
}
