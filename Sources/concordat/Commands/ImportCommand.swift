import ArgumentParser
import CEL
import ConcordatModel
import ConcordatRules
import SourceText

/// `concordat import`: a table out of a spreadsheet becomes targets.
struct ImportCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a table of targets, as a spreadsheet saves or pastes it, into YAML.",
    discussion: """
      The table has a row a target and columns for the indicator, its title, the baseline, the years, the lead partner and the \
      partners; their heads are matched forgivingly, and the match is shown. Cells may be between commas, semicolons or tabs. A * \
      behind a partner marks the lead, behind a figure a designated target. What cannot be read for certain is kept as written, \
      with a remark: nothing is guessed.

      Examples:
        a whole document: concordat import targets.csv --authority cambridgeshire --output laa.yaml
        unusual heads:    concordat import targets.csv --columns "Aim 1=title" --columns "2nd year=2009/10"
        what was copied:  concordat import - < pasted.txt
      """)

  @Argument(help: ArgumentHelp("The file with the table; - is standard input.", valueName: "table"))
  var table: PathArgument

  @Option(
    help: ArgumentHelp(
      "The register id of the responsible authority.",
      discussion: "With it, a whole document is written; without it, only the targets, to be put into one.", valueName: "authority"))
  var authority: String?

  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp(
      "What a column holds, where its head does not say. May be given several times.",
      discussion: "The fields are \(TargetField.names.map(\.name).joined(separator: ", ")), and years such as 2008/09.", valueName: "head=field"))
  var overrides: [String] = []

  @Option(help: ArgumentHelp("The scope of targets of which the table says nothing.", valueName: "scope"))
  var scope = ImportedScope.local

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "The day by whose registers names are looked up.", discussion: "If left out, the day that the rule pack gives.", valueName: "YYYY-MM-DD"),
    transform: DayArgument.parse)
  var day: Day?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to this new file instead of standard output.", valueName: "file"))
  var output: PathArgument?

  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  enum ImportedScope: String, ExpressibleByArgument, CaseIterable {
    case local, designated, stretch
    case statutoryEducation = "statutory_education"
  }

  func execute() throws(CommandFailure) -> ExitStatus {
    let pack = try packs.load(appearance.talk, extent: .conditions)
    guard let day = day ?? pack.names.last(where: { $0.day != nil })?.day else {
      throw CommandFailure("the rule pack gives no day for the registers", help: "Give the day with --on YYYY-MM-DD")
    }
    var row: Record?
    if let authority { row = try InitDocumentCommand.authority(authority, on: day, pack.registers) }
    let file = try read()
    let cells = DelimitedTable(file)
    let overrides = try fields()
    guard let columns = TableColumns(cells, overrides: overrides) else {
      throw CommandFailure(
        "no row of \(file.path) looks like the heads of columns",
        help: "The first rows should hold words such as Indicator, Baseline and 2008/09; or name the columns with --columns head=field")
    }
    let heads = columns.columns.map(\.head).filter { !$0.isEmpty }
    if let stranger = overrides.first(where: { wanted in !heads.contains { TableColumns.folded($0) == TableColumns.folded(wanted.head) } }) {
      throw CommandFailure("\(file.path) has no column '\(stranger.head)'", help: "Its columns are \(heads.joined(separator: ", "))")
    }
    let targets = TargetTable(cells, columns, pack.registers, on: day)
    say(file, cells, targets)
    let text = Array(targets.yaml(authority: row, scope: scope.rawValue, source: file.path).utf8)
    if let output { try Output.create(text, at: output.path) } else { try Output.writeReport(text) }
    return .clean
  }

  private func read() throws(CommandFailure) -> SourceFile {
    let shown = table.path.shown(in: System.currentFolder)
    let file: SourceFile
    if table.path.bytes == FileSearch.standardInput.argument {
      do throws(SystemFailure) {
        file = SourceFile(path: "standard input", text: try System.readAll(System.standardInput, limit: SourceFile.sizeLimit))
      } catch {
        throw CommandFailure("standard input cannot be read: \(error.words)")
      }
    } else {
      do throws(FileFault) {
        file = try FileLoader.read(table.path, shown: shown).file
      } catch {
        let fault = error.diagnostic(at: shown)
        throw CommandFailure("\(shown): \(fault.message)", help: fault.help)
      }
    }
    for fault in file.encodingFaults {
      switch fault.kind {
      case .notText: throw CommandFailure("\(file.path) is not text", help: "Save the sheet as CSV, or copy its cells and paste them into a text file")
      case .tooLarge: throw CommandFailure("\(file.path) is too large to be a table of targets")
      case .legacy(let encoding, _): Output.say("note: \(file.path) was read as \(encoding.name); check the characters that are not plain letters")
      case .malformed: Output.say("note: \(counted(fault.places, "character", "characters")) of \(file.path) could not be read")
      case .wide: continue
      }
    }
    return file
  }

  private func fields() throws(CommandFailure) -> [(head: String, field: TargetField)] {
    var result: [(head: String, field: TargetField)] = []
    for override in overrides {
      let parts = override.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count >= 2, let name = parts.last.map(String.init) else {
        throw CommandFailure("'\(override)' names no field", help: "Write the head of the column, = and the field, such as \"Aim=title\"")
      }
      guard let field = TargetField(name: name) else {
        let names = TargetField.names.map(\.name)
        throw CommandFailure(
          "'\(name)' is not a field of a target",
          help: Suggestion.nearest(to: name, among: names).map { "Did you mean \($0)?" } ?? "Write one of \(names.joined(separator: ", ")), or a year such as 2008/09")
      }
      result.append((parts.dropLast().joined(separator: "="), field))
    }
    return result
  }

  /// Shows how the table was understood, on standard error.
  private func say(_ file: SourceFile, _ cells: DelimitedTable, _ targets: TargetTable) {
    Output.say("\(file.path): cells between \(cells.delimiter.name), \(counted(targets.entries.count, "target", "targets"))")
    for column in targets.columns.columns where !column.head.isEmpty {
      let meaning = column.field == .other ? "kept as comments" : column.field.name + (column.period.map { ", of \($0)" } ?? "")
      Output.say("  '\(TargetRow.oneLine(column.head))' → \(meaning)" + (column.remark.map { " (\($0))" } ?? ""))
    }
    if cells.isCut { Output.say("note: only the first \(DelimitedTable.rowLimit) rows and \(DelimitedTable.columnLimit) columns were read") }
    let remarks = targets.entries.flatMap { entry in entry.row.remarks.map { "  line \(entry.line): \($0)" } }
    for remark in remarks.prefix(50) { Output.say(remark) }
    if remarks.count > 50 { Output.say("  and \(remarks.count - 50) more remarks, beside the targets") }
    let names = Set(targets.entries.flatMap(\.row.partners).filter { $0.id == nil }.map(\.name)).sorted()
    if !names.isEmpty {
      Output.say("  by name, because no one body of the registers is meant for certain: " + names.prefix(30).joined(separator: "; ") + (names.count > 30 ? "; …" : ""))
    }
  }
}
