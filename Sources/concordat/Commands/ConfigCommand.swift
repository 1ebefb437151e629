import ArgumentParser
import ConcordatModel
import ConcordatReport

/// `concordat config`: what applies to a path, and why.
struct ConfigCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show what a check of a path works by, and where each value comes from.",
    discussion: """
      Examples:
        concordat config                    for this folder
        concordat config --files laa/       and which files of the folder are read
      """)

  @Argument(help: ArgumentHelp("The file or folder that would be checked. This folder, if left out.", valueName: "path"))
  var path: PathArgument?

  @Flag(name: .long, help: "Show the files that would be read, and what is left out and why.")
  var files = false

  @Option(help: ArgumentHelp("How to write it: text or json.", valueName: "format"))
  var format = Format.text

  @OptionGroup(title: "As for check") var settings: ConfigurationOptions
  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func execute() async throws(CommandFailure) -> ExitStatus {
    let place = path?.path ?? BytePath(Array(".".utf8))
    guard (try? FileStatus(following: place)) != nil else {
      throw CommandFailure("there is no file or folder \(place.shown(in: System.currentFolder))", help: "Correct the path")
    }
    let setup = try CheckSetup(for: [place], .init(packs: packs, configuration: settings), talk: appearance.talk)
    let search = files ? FileSearch([place], filter: setup.filter) : nil
    let read = search?.found.map(\.shown).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? []
    let left = search?.passedOver.sorted { $0.shown.utf8.lexicographicallyPrecedes($1.shown.utf8) } ?? []
    switch format {
    case .text:
      var page = Page(appearance.report)
      let column = (setup.lines.map(\.name.utf8.count).max() ?? 0) + 4
      for line in setup.lines { page.entry(line.name, "\(line.value) (\(line.origin))", indent: 0, column: min(column, 60)) }
      if files {
        page.blank()
        for file in read { page.entry("read", file, indent: 0, column: 14) }
        for file in left { page.entry("not read", "\(file.shown) (\(file.reason.rawValue))", indent: 0, column: 14) }
      }
      try Output.writeReport(page.bytes)
    case .json: try Output.writeReport(json(setup, read, left))
    }
    return .clean
  }

  private func json(
    _ setup: CheckSetup, _ read: [String], _ left: [(shown: String, reason: PathFilter.Reason)]
  ) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { json in
      json.member("version", 1)
      json.key("settings")
      json.array(setup.lines) { json, line in
        json.object { json in
          json.member("name", line.name)
          json.member("value", line.value)
          json.member("from", line.origin)
        }
      }
      json.key("changes")
      json.array(setup.policy.changes) { $0.string($1) }
      guard files else { return }
      json.key("read")
      json.array(read) { $0.string($1) }
      json.key("not_read")
      json.array(left) { json, file in
        json.object { json in
          json.member("path", file.shown)
          json.member("why", file.reason.rawValue)
        }
      }
    }
    writer.finish()
    return writer.bytes
  }
}
