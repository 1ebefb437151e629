import ArgumentParser
import CEL
import ConcordatRules

/// `concordat schema`: the form of a kind of document, for editors.
struct SchemaCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write the JSON Schema of a kind of document, for editors.",
    discussion: """
      An editor that is given the schema completes the names of fields, shows what they mean, and marks what is wrong while \
      you write. In Visual Studio Code with the YAML extension, save the schema and put this at the top of a document:

        # yaml-language-server: $schema=local-area-agreement.schema.json

      Example:
        concordat schema local-area-agreement > local-area-agreement.schema.json
      """)

  @Argument(
    help: ArgumentHelp("The kind of document, as written after kind: in it.", valueName: "kind"),
    completion: PackCompletion.kinds)
  var name: String

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk, extent: .conditions)
    guard let kind = pack.kind(named: name) else {
      let names = pack.kinds.map(\.name)
      throw CommandFailure(
        "there is no kind of document '\(name)'",
        help: Suggestion.nearest(to: name, among: names).map { "Did you mean \($0)?" }
          ?? "The kinds are \(names.joined(separator: ", "))")
    }
    try Output.writeReport(EditorSchema(of: kind).json)
    return .clean
  }
}
