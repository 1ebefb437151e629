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
        concordat check -                         what comes on standard input
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

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "From which severity on a finding makes the run end with 1.",
      discussion: "What only a person can judge never does.", valueName: "severity"))
  var failOn = FailureThreshold.error

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

  @OptionGroup var appearance: AppearanceOptions

  func execute() async throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk, extent: .conditions)
    let jobs = jobs ?? System.processors
    let progress = Progress(isWanted: !quiet && System.isTerminal(System.standardError) && !Appearance.isDumb)
    let search = FileSearch(paths.isEmpty ? [BytePath([UInt8(ascii: ".")])] : paths.map(\.path))
    progress.begin("reading", of: search.found.count, isCounted: true)
    let loaded = await FileLoader(jobs: jobs).load(search.found) { progress.advance() }
    progress.begin("checking", of: loaded.files.count, isCounted: false)
    var report = await Linter(pack: pack, asOf: asOf, jobs: jobs).lint(loaded.files)
    progress.end()

    let faults = Self.once(search.faults + loaded.faults)
    report.diagnostics = Self.merge(faults, into: report.diagnostics)
    report.assignFingerprints()
    let isNothing = report.documents == 0 && faults.isEmpty && !report.diagnostics.contains { $0.severity == .error }
    // Without a finding, the report for people could only say that nothing was found.
    try write(report, isNothing: isNothing && report.diagnostics.isEmpty)
    if isNothing { throw nothingToCheck(fileCount: loaded.files.count, pack) }
    guard faults.isEmpty else {
      throw CommandFailure("\(counted(faults.count, "path", "paths")) could not be read, so the check is not complete")
    }
    return report.diagnostics.contains { failOn.isReached(by: $0.severity) } ? .findings : .clean
  }

  /// Puts what could not be read among the findings, by path.
  private static func merge(_ faults: [Diagnostic], into diagnostics: [Diagnostic]) -> [Diagnostic] {
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
  private static func once(_ faults: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<[String]> = []
    return faults.filter { seen.insert([$0.place.file.path, $0.rule, $0.message]).inserted }
  }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    a.place.file.path.utf8.lexicographicallyPrecedes(b.place.file.path.utf8)
  }

  /// Writes every report that was asked for: those to files first, so that what is said of them is said.
  ///
  /// - Parameter isNothing: Whether there was nothing to check, and so nothing to tell people.
  private func write(_ report: LintReport, isNothing: Bool) throws(CommandFailure) {
    for request in formats.requests {
      guard let path = request.path else { continue }
      try Output.write(request.format.reporter.render(report), to: path)
    }
    for request in formats.requests where request.path == nil {
      guard request.format == .text else {
        try Output.writeReport(request.format.reporter.render(report))
        continue
      }
      if !isNothing { try writeText(report) }
    }
  }

  private func writeText(_ report: LintReport) throws(CommandFailure) {
    var report = report
    if quiet {
      report.diagnostics.removeAll { !failOn.isReached(by: $0.severity) && !FileFault.rules.contains($0.rule) }
      report.undecided = []
      if report.diagnostics.isEmpty { return }
    }
    let look = appearance.report
    try Output.writeReport(TextReport(colour: look.colour, glyphs: look.glyphs).render(report))
  }

  /// A run over nothing must not look like one that found nothing.
  private func nothingToCheck(fileCount: Int, _ pack: RulePack) -> CommandFailure {
    let currentFolder = System.currentFolder
    let places = paths.isEmpty ? "this folder" : paths.map { $0.path.shown(in: currentFolder) }.joined(separator: ", ")
    guard fileCount > 0 else {
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
