import ArgumentParser
import ConcordatDiagnostics
import ConcordatReport
import ConcordatRules
import Synchronization

/// Which rule packs a command works with.
struct PackOptions: ParsableArguments {
  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp(
      "Also use the rule pack in a folder. May be given several times.",
      discussion: """
        A pack with the name of one that is in use already replaces it: a pack named england replaces the one that comes \
        with the program.
        """,
      valueName: "folder"))
  var folders: [PathArgument] = []

  /// The pack lives as long as the program: taking it apart piece by piece before the end costs as much as a third of loading it.
  private static let kept = Mutex<RulePack?>(nil)

  /// Loads the packs; where one is faulty, says what is wrong with it and refuses.
  ///
  /// Rules without fault are not run either: a report in which some rules are missing would look like compliance.
  func load(_ appearance: Appearance, extent: PackLoader.Extent = .everything) throws(CommandFailure) -> RulePack {
    try load(adding: [], appearance, extent: extent).pack
  }

  /// Loads the packs, after others that a configuration names; says which known pack each of those replaces.
  func load(before: [PathArgument], _ appearance: Appearance) throws(CommandFailure) -> (pack: RulePack, replaced: [String?]) {
    var options = self
    options.folders = before + folders
    guard !before.isEmpty else { return (try load(appearance, extent: .conditions), []) }
    var known: Set<String> = ["england"]
    let replaced = before.map { folder in
      let name = PackFolder.read(folder.path).files.name
      return known.insert(name).inserted ? nil : name
    }
    return (try options.load(appearance, extent: .conditions), replaced)
  }

  /// Loads the packs and one more, and says which files of it are its own.
  ///
  /// - Parameter isTolerant: Whether the rules without fault are to be had all the same: faults are said, and left in the pack.
  func load(
    adding more: [PathArgument], _ appearance: Appearance, extent: PackLoader.Extent = .everything, isTolerant: Bool = false
  ) throws(CommandFailure) -> (pack: RulePack, added: [PackFiles], used: [PackFiles]) {
    var packs = [(name: "england", files: PackFiles.england)]
    var added: [PackFiles] = []
    for (index, folder) in (folders + more).enumerated() {
      let read = PackFolder.read(folder.path)
      guard read.faults.isEmpty else { throw Self.refuse(read.faults, appearance) }
      if let known = packs.firstIndex(where: { $0.name == read.files.name }) {
        packs[known].files = read.files
      } else {
        packs.append((read.files.name, read.files))
      }
      if index >= folders.count { added.append(read.files) }
    }
    let pack = PackLoader.load(packs.map(\.files), extent: extent)
    if !pack.faults.isEmpty {
      let faults = pack.faults.map {
        Diagnostic(
          rule: "pack/fault", severity: .error, message: $0.message, place: .init(file: $0.file, range: $0.range), help: $0.help)
      }
      guard isTolerant else { throw Self.refuse(faults, appearance) }
      Self.say(faults, appearance)
    }
    Self.kept.withLock { $0 = pack }
    return (pack, added, packs.map(\.files))
  }

  /// Says what is wrong with a pack as findings are said.
  private static func refuse(_ faults: [Diagnostic], _ appearance: Appearance) -> CommandFailure {
    say(faults, appearance)
    return CommandFailure(
      "the rule pack has \(counted(faults.count, "fault", "faults")), so none of its rules was used",
      help: "Mend the pack: a check without some of its rules would look like compliance")
  }

  private static func say(_ faults: [Diagnostic], _ appearance: Appearance) {
    let shown = Array(faults.prefix(RunLimits.packFaults))
    Output.say(TextReport(colour: appearance.colour, glyphs: appearance.glyphs).render(findings: shown))
    let rest = faults.count - shown.count
    if rest > 0 { Output.say("and \(counted(rest, "more fault", "more faults"))\n") }
  }
}
