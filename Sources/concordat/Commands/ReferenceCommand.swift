import ArgumentParser
import ConcordatRules
import SourceText

/// `concordat reference`: the rule pack's reference as Markdown pages.
struct ReferenceCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Write a page for each rule and each kind of document, with indexes, as Markdown.",
    discussion: """
      Examples:
        concordat reference docs/reference           write the pages
        concordat reference docs/reference --check   say whether they are fresh
      """)

  @Argument(help: ArgumentHelp("The folder of the pages.", valueName: "folder"))
  var folder: PathArgument

  @Flag(help: "Write nothing; end with 1 when a page is missing or differs.")
  var check = false

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  func execute() throws(CommandFailure) -> ExitStatus {
    let pages = ReferencePages(pack: try packs.load(appearance.talk)).pages
    let stale = pages.filter { !ReferenceFolder.holds($0.text, at: $0.path, in: folder.path) }
    let shown = folder.path.shown(in: System.currentFolder)
    guard check else {
      for page in stale { try ReferenceFolder.write(page.text, at: page.path, in: folder.path) }
      try Output.writeLine("\(counted(pages.count, "page", "pages")) in \(shown), \(stale.count) of them written anew")
      return .clean
    }
    guard stale.isEmpty else {
      let names = stale.prefix(5).map(\.path).joined(separator: ", ")
      try Output.writeLine("\(counted(stale.count, "page is", "pages are")) stale (\(names)): run concordat reference \(shown)")
      return .findings
    }
    try Output.writeLine("\(counted(pages.count, "page is", "pages are")) fresh")
    return .clean
  }
}

/// The pages on disk.
enum ReferenceFolder {
  /// Whether a file holds just this text.
  static func holds(_ text: String, at path: String, in folder: BytePath) -> Bool {
    guard let file = try? OpenFile(place(path, in: folder)),
      let bytes = try? System.readAll(file.descriptor, limit: SourceFile.sizeLimit)
    else { return false }
    return bytes.elementsEqual(text.utf8)
  }

  static func write(_ text: String, at path: String, in folder: BytePath) throws(CommandFailure) {
    var parent = folder
    do throws(SystemFailure) {
      try System.makeFolders(parent)
      for part in path.split(separator: "/").dropLast() {
        parent = parent.appending(Array(part.utf8))
        try System.makeFolder(parent)
      }
      try System.replace(place(path, in: folder), with: Array(text.utf8))
    } catch {
      let shown = place(path, in: folder).shown(in: System.currentFolder)
      throw CommandFailure("\(shown) could not be written: \(error.words)")
    }
  }

  private static func place(_ path: String, in folder: BytePath) -> BytePath {
    path.split(separator: "/").reduce(folder) { $0.appending(Array($1.utf8)) }
  }
}
