import ArgumentParser
import CEL
import ConcordatModel
import ConcordatRules

/// `concordat init`: what somebody begins with, a document or a repository.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a draft of a document with what the registers know filled in, or lay out a repository.",
    discussion: """
      Examples:
        concordat init local-area-agreement cambridgeshire --output laa.yaml
        concordat init repository
      """,
    subcommands: [InitDocumentCommand.self, InitRepositoryCommand.self],
    defaultSubcommand: InitDocumentCommand.self)
}

/// `concordat init KIND AUTHORITY`: a draft of a document.
struct InitDocumentCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Write a draft of a document, with what the registers know filled in; the word document may be left out.",
    discussion: """
      Without a file, the draft goes to standard output. A file that is there already is never written over.

      Examples:
        concordat init local-area-agreement cambridgeshire --output laa.yaml
        concordat init sustainable-community-strategy huntingdonshire --on 2009-04-01
      """)

  @Argument(help: ArgumentHelp("The kind of document, as written after kind: in it.", valueName: "kind"), completion: PackCompletion.kinds)
  var kindName: String

  @Argument(help: ArgumentHelp("The register id of the authority that it is of.", valueName: "authority"), completion: PackCompletion.authorities)
  var authorityName: String

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "The day on which the registers are asked, and from whose financial year on the draft is for.",
      discussion: "If left out, the day that the rule pack gives.", valueName: "YYYY-MM-DD"),
    transform: DayArgument.parse)
  var day: Day?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write the draft to this new file.", valueName: "file"))
  var output: PathArgument?

  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp(
      "Where an editor finds the schema of the kind, for the first line of the draft.",
      discussion: "If left out, KIND.schema.json, which concordat schema writes.", valueName: "path"))
  var schema: String?

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk, extent: .conditions)
    guard let kind = pack.kind(named: kindName) else {
      let names = pack.kinds.map(\.name)
      throw CommandFailure(
        "there is no kind of document '\(kindName)'",
        help: Suggestion.nearest(to: kindName, among: names).map { "Did you mean \($0)?" }
          ?? "The kinds are \(names.joined(separator: ", "))")
    }
    guard let day = day ?? pack.names.last(where: { $0.day != nil })?.day else {
      throw CommandFailure("the rule pack gives no day for drafts", help: "Give the day with --on YYYY-MM-DD")
    }
    let authority = try Self.authority(authorityName, on: day, pack.registers)
    let draft = Draft(
      kind: kind, registers: pack.registers, authority: authority, day: day, schemaPath: schema ?? Self.schemaPath(of: kind, for: output?.path))
    let text = Array(draft.text().utf8)
    guard let output else {
      try Output.writeReport(text)
      return .clean
    }
    // A folder that cannot be made is told by the file that cannot be written.
    try? System.makeFolders(output.path.parts.folder)
    try Output.create(text, at: output.path)
    return .clean
  }

  /// The schema that `init repository` put into the repository of the draft, or that of `concordat schema` beside it.
  private static func schemaPath(of kind: Kind, for output: BytePath?) -> String {
    let name = EditorSchema.fileName(of: kind)
    guard let output else { return name }
    var folder = output.parts.folder
    for steps in ["", "../", "../../", "../../../"] {
      let path = folder.appending(Array("schemas/\(name)".utf8))
      if (try? FileStatus(following: path)) != nil { return steps + "schemas/" + name }
      folder = folder.appending(Array("..".utf8))
    }
    return name
  }

  /// An authority of the register that exists on a day, or why there is none.
  static func authority(_ id: String, on day: Day, _ registers: Registers) throws(CommandFailure) -> Record {
    let register = registers.authorities
    guard let index = register.rows.firstIndex(where: { $0["id"]?.text == id }) else {
      let suggestion = registers.suggestion(for: id, authoritiesOnly: true)
      throw CommandFailure(
        "'\(id)' is not an authority of the register",
        help: suggestion.map { "Did you mean \($0.id) (\($0.name))?" } ?? "Write the register id of a local authority, such as the name of its area in small letters")
    }
    let row = register.rows[index]
    guard register.inForce[index].covers(day) else {
      let successors = (row["successors"]?.texts ?? []).joined(separator: ", ")
      let span = [row["from"]?.day.map { "from \($0.iso)" }, row["through"]?.day.map { "through \($0.iso)" }].compactMap(\.self).joined(separator: " ")
      throw CommandFailure(
        "\((row["official_name"] ?? row["name"])?.text ?? id) did not exist on \(day.iso): it is on the register \(span)",
        help: successors.isEmpty ? "Give another day with --on" : "Give another day with --on, or name \(successors)")
    }
    return row
  }
}
