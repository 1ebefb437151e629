import ArgumentParser
import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatReport
import ConcordatRules

extension StatementFormat: ExpressibleByArgument {}

/// `concordat statement`: what a Government Office keeps of a submission.
struct StatementCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "State, provision by provision, what was met in a submission, what was not, and what needs judgement.",
    discussion: """
      A submission is what one authority handed in: its own documents, and those of the districts below it. The statement \
      names the bytes that were checked, the rules and the day, and leaves room for the judgement and the decision, which are \
      never the program's. A configuration that lies beside the documents is not applied: no submission switches off a rule.

      Where the paths hold the submissions of several authorities, an overview is written, and with --output FOLDER the \
      statement on each beside it.

      Examples:
        concordat statement cumbria/ --output cumbria.html
        concordat statement north-west/ --output statements/
        concordat statement cumbria/ --format json
      """)

  @Argument(help: ArgumentHelp("Files and folders of the submission. This folder, if left out.", valueName: "path"))
  var paths: [PathArgument] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Judge all documents by the law of this day.",
      discussion: "Otherwise each is judged by the day that it gives itself, such as the day of its approval.",
      valueName: "YYYY-MM-DD"),
    transform: DayArgument.parse)
  var asOf: Day?

  @Option(help: ArgumentHelp("How to write it.", valueName: "format"))
  var format = StatementFormat.html

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write to this file instead of standard output; for several submissions, into this folder.", valueName: "file or folder"))
  var output: PathArgument?

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("From which severity on a finding makes the run end with 1.", valueName: "severity"))
  var failOn = FailureThreshold.error

  @Option(
    help: ArgumentHelp("The day by which exceptions have lapsed or not. Today, if left out.", valueName: "YYYY-MM-DD"),
    transform: DayArgument.parse)
  var today: Day?

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() async throws(CommandFailure) -> ExitStatus {
    let (pack, _, files) = try packs.load(adding: [], appearance.talk, extent: .conditions)
    let jobs = System.processors
    let search = FileSearch(paths.isEmpty ? [BytePath([UInt8(ascii: ".")])] : paths.map(\.path))
    let loaded = await FileLoader(jobs: jobs).load(search.found)
    let linter = Linter(pack: pack, asOf: asOf, jobs: jobs, policy: LintPolicy(today: today ?? System.today), extent: .outcomes)
    let read = await linter.read(loaded.files)
    var report = await linter.lint(read)
    report.assignFingerprints()
    let faults = search.faults + loaded.faults
    let documents = read.flatMap(\.documents)
    guard !documents.isEmpty else {
      throw CommandFailure(
        "there is no submission to state anything of: no document of a kind that the rules know was found",
        help: "Name the folder that holds the agreement")
    }
    let digests = zip(pack.names, files).map { Statement.Pack(name: $0.name, version: $0.version, digest: $1.digest) }
    let statements = StatementMaker(pack: pack, packs: digests, report: report, documents: documents, unread: faults).statements()
    try write(statements)
    guard faults.isEmpty else {
      throw CommandFailure("\(counted(faults.count, "path", "paths")) could not be read, so the statement is not complete")
    }
    return report.diagnostics.contains { failOn.isReached(by: $0.severity) } ? .findings : .clean
  }

  private func write(_ statements: [Statement]) throws(CommandFailure) {
    let stems = StatementFileName.stems(of: statements)
    let isFolder = output.map { (try? FileStatus(following: $0.path))?.kind == .folder } ?? false
    if let output, isFolder || statements.count > 1 {
      if !isFolder { try makeFolder(output.path) }
      let names = stems.map { "\($0).\(format.fileExtension)" }
      for (statement, name) in zip(statements, names) {
        try Output.write(format.render(statement), to: output.path.appending(Array(name.utf8)))
      }
      if statements.count > 1 {
        try Output.write(
          format.render(overviewOf: statements, files: names),
          to: output.path.appending(Array("index.\(format.fileExtension)".utf8)))
      }
      return
    }
    let only = statements.count == 1 ? statements.first : nil
    let bytes = only.map { format.render($0) } ?? format.render(overviewOf: statements, files: nil)
    if let output { try Output.write(bytes, to: output.path) } else { try Output.writeReport(bytes) }
  }

  private func makeFolder(_ path: BytePath) throws(CommandFailure) {
    do throws(SystemFailure) {
      try System.makeFolders(path)
    } catch {
      throw CommandFailure("could not make the folder \(path.shown(in: System.currentFolder)): \(error.words)")
    }
  }
}
