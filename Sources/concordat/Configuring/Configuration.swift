import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatRules
import SourceText

/// What a `concordat.yaml` says.
struct Configuration {
  /// A value and where it is written.
  struct Setting<Value> {
    var value: Value
    var range: ByteRange
  }

  /// How a rule counts.
  enum Weight: Hashable {
    case off
    case severity(Severity)
  }

  let file: SourceFile
  /// The folder that its paths start from; without detours.
  let root: BytePath
  private(set) var packs: [Setting<BytePath>] = []
  private(set) var rules: [(rule: Setting<String>, weight: Weight)] = []
  private(set) var include: [Setting<String>] = []
  private(set) var exclude: [Setting<String>] = []
  private(set) var failOn: Setting<FailureThreshold>?
  private(set) var failOnUndecided: Setting<Bool>?
  private(set) var baseline: Setting<BytePath>?
  /// What is wrong with it, by place.
  private(set) var faults: [Diagnostic] = []

  /// Where a setting is written, as people write places.
  func place<Value>(of setting: Setting<Value>) -> String {
    "\(file.path):\(file.position(of: setting.range.lowerBound).line)"
  }

  // MARK: Reading

  /// - Parameter path: Of the file, without detours.
  init(reading path: BytePath) throws(FileFault) {
    root = path.parts.folder
    file = try FileLoader.read(path, shown: path.shownFrom(System.currentFolder)).file
    let (tree, faults) = PackLoader.read(file, as: "configuration")
    self.faults = faults.map {
      Diagnostic(
        rule: Self.rule, severity: .error, message: $0.message, place: .init(file: $0.file, range: $0.range), help: $0.help)
    }
    guard let record = tree?.record else { return }
    for entry in record["packs"]?.elements ?? [] {
      if let folder = inner(entry, "a pack") { packs.append(Setting(value: folder, range: entry.range)) }
    }
    for entry in record["rules"]?.entries ?? [] {
      guard let name = entry.key.text, let word = entry.value.text else { continue }
      guard let weight = word == "off" ? Weight.off : Severity(rawValue: word).map(Weight.severity) else { continue }
      rules.append((Setting(value: name, range: entry.key.range), weight))
    }
    include = patterns(record["paths"]?["include"])
    exclude = patterns(record["paths"]?["exclude"])
    if let word = record["fail_on"], let threshold = word.text.flatMap(FailureThreshold.init(rawValue:)) {
      failOn = Setting(value: threshold, range: word.range)
    }
    if let flag = record["fail_on_undecided"], let value = flag.flag { failOnUndecided = Setting(value: value, range: flag.range) }
    if let path = record["baseline"], let file = inner(path, "the baseline") { baseline = Setting(value: file, range: path.range) }
  }

  static let rule = "configuration/fault"

  private mutating func fault(_ message: String, at range: ByteRange, help: String) {
    faults.append(
      Diagnostic(rule: Self.rule, severity: .error, message: message, place: .init(file: file, range: range), help: help))
  }

  private mutating func patterns(_ list: Record?) -> [Setting<String>] {
    (list?.elements ?? []).compactMap { entry in
      guard let text = entry.text else { return nil }
      guard IgnorePattern(line: text.utf8) != nil else {
        fault("the pattern '\(text)' matches nothing", at: entry.range, help: "Write it as in .gitignore, such as drafts/ or **/old-*.yaml")
        return nil
      }
      return Setting(value: text, range: entry.range)
    }
  }

  /// A path that must stay inside the folder of the configuration, whatever links there are.
  ///
  /// Whoever may propose a change to a repository may propose one to its configuration: it must not reach what lies outside.
  private mutating func inner(_ entry: Record, _ what: String) -> BytePath? {
    guard let bytes = entry.bytes, let text = entry.text else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "/"))
    let path = root.appending(bytes)
    // What does not exist yet lies where its folder lies.
    let real = System.realPath(path) ?? System.realPath(path.parts.folder).map { $0.appending(path.parts.name) }
    let leavesByName = bytes.first == UInt8(ascii: "/") || parts.contains { $0.elementsEqual("..".utf8) } || bytes.contains(0)
    if leavesByName || real.map({ $0.inside(root) == nil }) == true {
      fault(
        "\(what) may not lie outside the folder of the configuration, and '\(text)' does", at: entry.range,
        help: "Move it below that folder, or name it on the command line")
      return nil
    }
    return path
  }

  // MARK: Rules

  /// Puts together what is changed of the rules; names that no rule has are faults.
  mutating func policy(for pack: RulePack, today: Day?) -> LintPolicy {
    var policy = LintPolicy(today: today)
    let names = RuleNames(pack)
    for (rule, weight) in rules {
      let name = rule.value
      guard !name.hasPrefix("input/"), !name.hasPrefix("syntax/") else {
        fault(
          "\(name) always counts as it is: what could not be read was not checked", at: rule.range,
          help: "Take it out, and mend what the finding is about")
        continue
      }
      guard names.contains(name) else {
        let near = names.suggestion(for: name)
        fault(
          "there is no rule '\(name)'" + (near.map { ": did you mean \($0)?" } ?? ""), at: rule.range,
          help: near.map { "Write \($0)" } ?? "Write the rule as reports name it; concordat rules shows all")
        continue
      }
      let own = pack.rule(id: name)?.severity
      switch weight {
      case .off:
        policy.off.insert(name)
        policy.changes.append("\(name) is switched off (\(place(of: rule)))")
      case .severity(let severity) where severity != own:
        policy.severities[name] = severity
        let words = own.map { severity < $0 ? "only counts as \(severity.rawValue), not \($0.rawValue)" : "counts as \(severity.rawValue), not \($0.rawValue)" }
        policy.changes.append("\(name) \(words ?? "counts as \(severity.rawValue)") (\(place(of: rule)))")
      case .severity: break
      }
    }
    return policy
  }
}
