import ArgumentParser
import CEL
import ConcordatRules

/// `concordat explain`: everything about one rule.
struct ExplainCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: its law, its dates, why it exists, good and bad examples.",
    discussion: """
      Examples:
        concordat explain targets/lead-partner-named   by the name in a report
        concordat explain ST017                        by the number
        concordat explain lgpiha-2007/s105-3-b         rules that rest on a provision
      """)

  @Argument(
    help: ArgumentHelp(
      "The name of a rule, its number in the catalogue, or the name of a provision.", valueName: "rule"),
    completion: PackCompletion.rules)
  var name: String

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk)
    var page = Page(appearance.report)
    if let rule = Self.rule(name, in: pack) {
      RulePage(rule: rule, pack: pack).write(on: &page)
    } else if let provision = pack.provisions.first(where: { $0.id == name }) {
      ProvisionPage(provision: provision, rules: pack.rules).write(on: &page)
    } else if let family = FormFamily(rawValue: RuleWords.group(of: name)), name.utf8.contains(UInt8(ascii: "/")) {
      page.heading(name)
      page.paragraph("One of the \(family.title).", indent: 2)
      page.blank()
      page.paragraph(family.explanation, indent: 2)
    } else {
      throw unknown(in: pack)
    }
    try Output.writeReport(page.bytes)
    return .clean
  }

  /// By id, or by catalogue number in letters of any case.
  private static func rule(_ name: String, in pack: RulePack) -> Rule? {
    pack.rule(id: name) ?? pack.rules.first { $0.catalogue?.lowercased() == name.lowercased() }
  }

  private func unknown(in pack: RulePack) -> CommandFailure {
    let ids = pack.rules.map(\.id)
    // Somebody may know the name of a rule, but not its group.
    let names = ids.filter { $0.hasSuffix("/" + name) }
    let near =
      names.first ?? Suggestion.nearest(to: name, among: ids + pack.rules.compactMap(\.catalogue))
      ?? Suggestion.nearest(to: name, among: pack.provisions.map(\.id))
      ?? Suggestion.nearest(to: name, among: ids.map { String($0.dropFirst(RuleWords.group(of: $0).count + 1)) })
      .flatMap { near in ids.first { $0.hasSuffix("/" + near) } }
    return CommandFailure(
      "there is no rule or provision '\(name)'",
      help: near.map { "Did you mean \($0)?" } ?? "concordat rules shows all rules")
  }
}
