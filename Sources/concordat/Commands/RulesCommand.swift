import ArgumentParser
import ConcordatDiagnostics
import ConcordatModel
import ConcordatReport
import ConcordatRules

/// `concordat rules`: the catalogue.
struct RulesCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show all rules.",
    discussion: """
      Examples:
        concordat rules                     in groups, with severity and title
        concordat rules --format json       for a script
        concordat rules --format markdown   as a table for a web page
        concordat rules --coverage          which provision is checked by which rules, by a person, or by nobody
      """)

  @Option(help: ArgumentHelp("How to write the list: for people, for programs or for a web page.", valueName: "format"))
  var format = CatalogueFormat.text

  @Flag(help: "Show provisions with the rules that check them, rather than rules.")
  var coverage = false

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk, extent: .conditions)
    if coverage {
      try Output.writeReport(CoveragePage(Coverage(pack)).render(format, appearance.report))
      return .clean
    }
    switch format {
    case .text: try Output.writeReport(text(pack))
    case .json: try Output.writeReport(Self.json(pack))
    case .markdown: try Output.writeReport(Self.markdown(pack))
    }
    return .clean
  }

  private func text(_ pack: RulePack) -> [UInt8] {
    var page = Page(appearance.report)
    let groups = Dictionary(grouping: pack.rules) { RuleWords.group(of: $0.id) }
    for group in groups.keys.sorted() {
      let rules = groups[group] ?? []
      page.heading("\(group) (\(counted(rules.count, "rule", "rules")))")
      for rule in rules {
        page.entry(rule.severity.rawValue, rule.catalogue.map { "\(rule.id) (\($0))" } ?? rule.id, column: 11)
        page.paragraph(rule.title, indent: 13)
      }
      page.blank()
    }
    page.paragraph("\(counted(pack.rules.count, "rule", "rules")); concordat explain RULE says more of one")
    return page.bytes
  }

  /// An array in the order of the ids; every key is always there.
  private static func json(_ pack: RulePack) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.array(pack.rules) { json, rule in
      json.object { json in
        json.member("id", rule.id)
        json.member("catalogue", rule.catalogue)
        json.member("group", RuleWords.group(of: rule.id))
        json.member("title", rule.title)
        json.member("severity", rule.severity.rawValue)
        json.member("source", rule.source.rawValue)
        json.member("from", rule.inForce.from?.iso)
        json.member("through", rule.inForce.through?.iso)
        json.key("applies_to")
        json.array(rule.kinds) { $0.string($1) }
        json.key("provisions")
        json.array(rule.citations) { json, citation in
          json.object { json in
            json.member("id", citation.id)
            json.member("citation", citation.citation)
            json.member("address", citation.address)
            json.member("reading", citation.reading.rawValue)
            json.member("from", citation.from)
            json.member("through", citation.through)
          }
        }
        json.member("rationale", rule.rationale)
        json.member("message", rule.message)
        json.member("help", rule.help)
      }
    }
    writer.finish()
    return writer.bytes
  }

  private static func markdown(_ pack: RulePack) -> [UInt8] {
    var text = "| Rule | Number | Severity | Fault | Law or guidance | In force |\n|---|---|---|---|---|---|\n"
    for rule in pack.rules {
      let cells = [
        "`\(rule.id)`", rule.catalogue ?? "", rule.severity.rawValue, rule.title, rule.citations.first?.citation ?? "",
        RuleWords.dates(rule.inForce),
      ]
      text += "| " + cells.map(Markdown.cell).joined(separator: " | ") + " |\n"
    }
    return Array(text.utf8)
  }
}
