import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatReport
import ConcordatRules

/// What a check works by, from the command line, the configuration and the defaults.
struct CheckSetup {
  /// A value and where it comes from.
  struct Value<Content> {
    var content: Content
    /// Such as "concordat.yaml:4", "--fail-on" or "default".
    var origin: String
  }

  let configuration: Configuration?
  /// Round the first path.
  let surroundings: Surroundings?
  let pack: RulePack
  let policy: LintPolicy
  let packs: [Value<String>]
  let failOn: Value<FailureThreshold>
  let failsOnUndecided: Value<Bool>
  /// The file of the baseline, if there is one.
  let baseline: Value<BytePath>?
  let heedsGit: Value<Bool>

  /// What the command line gives.
  struct Given {
    var packs: PackOptions
    var configuration: ConfigurationOptions
    var failOn: FailureThreshold?
    var failsOnUndecided = false
    var baseline: BytePath?
    var today: Day?
  }

  init(for paths: [BytePath], _ given: Given, talk: Appearance) throws(CommandFailure) {
    var configuration = try Self.configuration(for: paths, given.configuration, talk)
    self.surroundings = paths.lazy.compactMap { Surroundings(of: $0) }.first
    if let configuration, !configuration.faults.isEmpty { throw Self.refuse(configuration, talk) }
    let folders = configuration?.packs ?? []
    let loaded = try given.packs.load(before: folders.map { PathArgument($0.value) }, talk)
    pack = loaded.pack
    var policy = configuration?.policy(for: pack, today: given.today ?? System.today) ?? LintPolicy(today: given.today ?? System.today)
    if let configuration, !configuration.faults.isEmpty { throw Self.refuse(configuration, talk) }

    let currentFolder = System.currentFolder
    var packs = [Value(content: "the pack of the program", origin: "default")]
    if let configuration {
      for (index, folder) in folders.enumerated() {
        let shown = configuration.shown(folder.value)
        let place = configuration.place(of: folder)
        packs.append(Value(content: shown, origin: place))
        let replaced = loaded.replaced.indices.contains(index) ? loaded.replaced[index] : nil
        policy.changes.append(
          replaced.map { "the rule pack \($0) is replaced by the one in \(shown) (\(place))" } ?? "the rule pack in \(shown) is also used (\(place))")
      }
    }
    packs += given.packs.folders.map { Value(content: $0.path.shown(in: currentFolder), origin: "--pack") }
    self.packs = packs

    if let asked = given.failOn {
      failOn = Value(content: asked, origin: "--fail-on")
    } else if let configuration, let set = configuration.failOn {
      failOn = Value(content: set.value, origin: configuration.place(of: set))
      if set.value != .error {
        policy.changes.append(
          (set.value == .never ? "no finding makes the run fail" : "findings from \(set.value.rawValue) on make the run fail") + " (\(configuration.place(of: set)))")
      }
    } else {
      failOn = Value(content: .error, origin: "default")
    }
    if given.failsOnUndecided {
      failsOnUndecided = Value(content: true, origin: "--fail-on-undecided")
    } else if let configuration, let set = configuration.failOnUndecided {
      failsOnUndecided = Value(content: set.value, origin: configuration.place(of: set))
    } else {
      failsOnUndecided = Value(content: false, origin: "default")
    }
    if let asked = given.baseline {
      baseline = Value(content: asked, origin: "--baseline")
    } else if let configuration, let set = configuration.baseline {
      baseline = Value(content: set.value, origin: configuration.place(of: set))
    } else {
      baseline = nil
    }
    heedsGit = given.configuration.isIgnoringNothing ? Value(content: false, origin: "--no-ignore") : Value(content: true, origin: "default")
    if let configuration {
      for pattern in configuration.exclude { policy.changes.append("'\(pattern.value)' is not read (\(configuration.place(of: pattern)))") }
      if let first = configuration.include.first {
        policy.changes.append("only \(configuration.include.map { "'\($0.value)'" }.joined(separator: ", ")) is read (\(configuration.place(of: first)))")
      }
    }
    self.policy = policy
    self.configuration = configuration
  }

  /// What of a folder is left out.
  func filter(for path: BytePath) -> PathFilter {
    var filter = PathFilter()
    let repository = Surroundings(of: path)?.repository
    guard let root = repository ?? configuration?.root else { return filter }
    filter.root = root
    filter.heedsGit = heedsGit.content && repository != nil
    guard let configuration else { return filter }
    let base = configuration.root.inside(root) ?? []
    let patterns = { (settings: [Configuration.Setting<String>]) in
      settings.isEmpty ? nil : IgnoreList(base: base, patterns: settings.compactMap { IgnorePattern(line: $0.value.utf8) })
    }
    filter.include = patterns(configuration.include)
    filter.exclude = patterns(configuration.exclude)
    return filter
  }

  // MARK: Finding the configuration

  private static func configuration(
    for paths: [BytePath], _ options: ConfigurationOptions, _ talk: Appearance
  ) throws(CommandFailure) -> Configuration? {
    if options.isIsolated { return nil }
    let currentFolder = System.currentFolder
    if let named = options.file {
      let shown = named.path.shown(in: currentFolder)
      guard let real = System.realPath(named.path) else {
        throw CommandFailure("there is no configuration \(shown)", help: "Correct the path of --config")
      }
      return try read(real)
    }
    var found: BytePath?
    for path in paths {
      guard let surroundings = Surroundings(of: path) else { continue }
      if let other = surroundings.misnamed {
        Output.say("warning: \(other.shownFrom(currentFolder)) is not read: a configuration is called \(Surroundings.configurationName)")
      }
      guard let file = surroundings.configuration else { continue }
      if let found, found != file {
        throw CommandFailure(
          "two configurations stand above the paths: \(found.shownFrom(currentFolder)) and \(file.shownFrom(currentFolder))",
          help: "Check them in two runs, or name one with --config")
      }
      found = file
    }
    return try found.map { path throws(CommandFailure) in try read(path) }
  }

  private static func read(_ path: BytePath) throws(CommandFailure) -> Configuration {
    do throws(FileFault) {
      return try Configuration(reading: path)
    } catch {
      let shown = path.shownFrom(System.currentFolder)
      throw CommandFailure("the configuration \(shown) cannot be used: \(error.diagnostic(at: shown).message)")
    }
  }

  /// Says what is wrong with a configuration as findings are said.
  private static func refuse(_ configuration: Configuration, _ appearance: Appearance) -> CommandFailure {
    let faults = configuration.faults.sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
    Output.say(TextReport(colour: appearance.colour, glyphs: appearance.glyphs).render(findings: faults))
    return CommandFailure(
      "the configuration has \(counted(faults.count, "fault", "faults")), so nothing was checked",
      help: "Mend it, or check without it: --isolated")
  }
}

extension Configuration {
  /// A path below the folder of the configuration, as reports show paths.
  func shown(_ path: BytePath) -> String {
    (System.realPath(path) ?? path).shownFrom(System.currentFolder)
  }
}
