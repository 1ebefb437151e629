import ArgumentParser
import ConcordatRules

/// `concordat init repository`: a folder that is ready for agreements.
struct InitRepositoryCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "repository",
    abstract: "Lay out a repository for agreements: configuration, editor settings, checks of every change.",
    discussion: """
      What is there already is left as it is, and named. Put your documents into agreements/; concordat init KIND AUTHORITY \
      writes the first draft of one.

      Examples:
        concordat init repository                       in this folder, checked by GitHub Actions
        concordat init repository laa --host gitlab     in the folder laa, checked by GitLab
      """)

  @Argument(help: ArgumentHelp("The folder; this one, if left out.", valueName: "folder"))
  var folder: PathArgument?

  @Option(help: ArgumentHelp("Where the repository is kept.", valueName: "host"))
  var host = Continuous.github

  @Option(
    help: ArgumentHelp(
      "Where the host takes concordat from: OWNER/NAME on GitHub, an address elsewhere.",
      discussion: "A variable of the host, CONCORDAT_REPOSITORY, if left out.", valueName: "source"),
    transform: Self.source)
  var source: String?

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk, extent: .conditions)
    let root = folder?.path ?? BytePath([UInt8(ascii: ".")])
    var kept: [String] = []
    var written: [String] = []
    for file in files(of: pack) {
      let path = root.appending(Array(file.path.utf8))
      do throws(SystemFailure) {
        guard (try? FileStatus(at: path)) == nil else {
          kept.append(file.path)
          continue
        }
        try System.makeFolders(path.parts.folder)
        try System.replace(path, with: file.text)
        written.append(file.path)
      } catch {
        throw CommandFailure("could not write \(path.shown(in: System.currentFolder)): \(error.words)")
      }
    }
    try Output.writeReport(Array(said(written: written, kept: kept).utf8))
    return .clean
  }

  private func files(of pack: RulePack) -> [StartingFile] {
    [.configuration, .guide, StartingFile("agreements/.gitkeep", "")] + StartingFile.editor + StartingFile.continuous(host, source: source) + [.preCommit]
      + [StartingFile("schemas/document.schema.json", EditorSchema.documents(of: pack.kinds))]
      + pack.kinds.map { StartingFile("schemas/" + EditorSchema.fileName(of: $0), EditorSchema(of: $0).json) }
  }

  private func said(written: [String], kept: [String]) -> String {
    var lines = written.map { "wrote  " + $0 } + kept.map { "kept   " + $0 + " (it was there)" }
    lines.append(
      written.isEmpty
        ? "everything was there already"
        : "next: concordat init local-area-agreement AUTHORITY --output agreements/laa.yaml, then concordat check")
    return lines.map { $0 + "\n" }.joined()
  }

  /// The text stands in files of the host, so it is held to what a repository can be called.
  private static func source(_ text: String) throws -> String {
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_./:@~".utf8.contains(byte)
    }
    guard allowed, !text.isEmpty, text.utf8.count <= 200 else {
      throw ValidationError("write OWNER/NAME, or the address of a repository, without spaces and quotes")
    }
    return text
  }
}

extension Continuous: ExpressibleByArgument {}
