import ArgumentParser
import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatReport
import ConcordatRules
import SourceText

/// `concordat diff`: what changed between two versions, by which route the law lets it, and what is missing.
struct DiffCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed between two versions of an agreement, and what the law demands for each change.",
    discussion: """
      Examples:
        concordat diff laa-2008.yaml laa-2009.yaml

      The new version should name the old one under previous. Ends with 0 when nothing is missing, with 1 when a rule on \
      changes is broken.
      """)

  @Argument(help: ArgumentHelp("The file of the old version.", valueName: "old"))
  var old: PathArgument

  @Argument(help: ArgumentHelp("The file of the new version.", valueName: "new"))
  var new: PathArgument

  @Option(
    help: ArgumentHelp("Judge both by this day, such as 2009-03-31, rather than each by its own.", valueName: "day"),
    transform: DayArgument.parse)
  var asOf: Day?

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() async throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk, extent: .conditions)
    let search = FileSearch([old.path, new.path])
    let loaded = await FileLoader(jobs: 1).load(search.found)
    if let fault = (search.faults + loaded.faults).first { throw CommandFailure("\(fault.place.file.path): \(fault.message)", help: fault.help) }
    let linter = Linter(pack: pack, asOf: asOf)
    let files = await linter.read(loaded.files)
    let (before, after) = try pair(files, shown: search.found.map(\.shown))
    let report = await linter.lint(files)
    let comparison = VersionComparison(from: before, to: after)
    let look = appearance.report

    var page = Page(look)
    DifferencePage(before: before, after: after, comparison: comparison, routes: pack.routes).write(on: &page)
    let missing = report.diagnostics.filter { Self.isOnChange($0) && $0.document == after.id }
    let undecided = report.undecided.filter { $0.rule.hasPrefix("revision/") && $0.document == after.id }
    if !missing.isEmpty { page.heading("What is missing") }
    var bytes = page.bytes
    bytes += TextReport(colour: look.colour, glyphs: look.glyphs).render(findings: missing)
    try Output.writeReport(bytes + Self.undecided(undecided, look))
    return missing.contains { $0.severity == .error } ? .findings : .clean
  }

  /// Rules that compare versions, and what stops them.
  private static func isOnChange(_ finding: Diagnostic) -> Bool {
    finding.rule.hasPrefix("revision/") || finding.rule == "statutory/effect-differs-from-approved-draft"
  }

  private static func undecided(_ entries: [LintReport.Undecided], _ look: Appearance) -> [UInt8] {
    guard !entries.isEmpty else { return [] }
    var page = Page(look)
    page.heading("What could not be decided")
    for (reason, same) in Dictionary(grouping: entries, by: \.reason).sorted(by: { $0.key < $1.key }) {
      page.paragraph("\(same.map(\.rule).sorted().joined(separator: ", ")): \(reason)", indent: 2)
    }
    return page.bytes
  }

  /// The two documents to compare: those that name each other, or the only ones of a kind.
  private func pair(_ files: [LoadedFile], shown: [String]) throws(CommandFailure) -> (Document, Document) {
    let olds = files.first { $0.file.path == shown.first }?.documents ?? []
    let news = files.first { $0.file.path == shown.last }?.documents ?? []
    guard shown.count == 2, !olds.isEmpty, !news.isEmpty else {
      let empty = olds.isEmpty ? shown.first ?? "" : shown.last ?? ""
      throw CommandFailure("there is no document to compare in \(empty)", help: "Name two files, each with one version")
    }
    for new in news {
      let previous = new.content.record["previous"]?.text
      if let old = olds.first(where: { $0.kind === new.kind && previous != nil && $0.id == previous }) { return (old, new) }
    }
    for new in news {
      let same = olds.filter { $0.kind === new.kind }
      if same.count == 1, news.count(where: { $0.kind === new.kind }) == 1 { return (same[0], new) }
    }
    throw CommandFailure(
      "the files hold no two versions of one document", help: "Write previous: and the old version's id in the new version")
  }
}
