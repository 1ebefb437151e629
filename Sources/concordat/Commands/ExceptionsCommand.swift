import ArgumentParser
import ConcordatEngine
import ConcordatModel
import ConcordatReport

/// `concordat exceptions`: what was accepted, by whom, and for how long.
struct ExceptionsCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "exceptions",
    abstract: "List the exceptions of documents: what was accepted, by whom, until when.",
    discussion: """
      Those that lapse first come first; those without a last day come last.

      Examples:
        concordat exceptions                            all below this folder
        concordat exceptions --expiring-in 90d laa.yaml those that have lapsed or will within ninety days

      With --expiring-in, the run ends with 1 when there are any, so that a scheduled job can remind people.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to look through. This folder, if left out.", valueName: "path"))
  var paths: [PathArgument] = []

  @Option(
    name: .customLong("expiring-in"),
    help: ArgumentHelp(
      "Only those that have lapsed, or will within this time, such as 90d, 12w or 3m.", valueName: "time"),
    transform: TimeAhead.init(parsing:))
  var expiringIn: TimeAhead?

  @Option(help: ArgumentHelp(TodayArgument.help, valueName: "YYYY-MM-DD"), transform: DayArgument.parse)
  var today: Day?

  @Option(help: ArgumentHelp("How to write the list: text or json.", valueName: "format"))
  var format = ListFormat.text

  @OptionGroup(title: "As for check") var settings: ConfigurationOptions
  @OptionGroup var packs: PackOptions
  @OptionGroup var appearance: AppearanceOptions

  enum ListFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

  func execute() async throws(CommandFailure) -> ExitStatus {
    let places = paths.isEmpty ? [BytePath([UInt8(ascii: ".")])] : paths.map(\.path)
    let setup = try CheckSetup(for: places, .init(packs: packs, configuration: settings), talk: appearance.talk)
    let pack = setup.pack
    let today = today ?? System.today
    let search = FileSearch(places, filter: setup.filter)
    let loaded = await FileLoader(jobs: System.processors).load(search.found)
    let files = await Linter(pack: pack, jobs: System.processors).read(loaded.files)
    let reader = ExceptionReader(names: RuleNames(pack))
    let read = files.map(reader.read)
    let horizon = expiringIn?.day(after: today)
    let entries = read.flatMap(\.entries).filter { entry in
      guard let horizon else { return true }
      return entry.until.map { $0 <= horizon } ?? false
    }
    .enumerated().sorted { a, b in
      let (left, right) = (a.element.until?.number ?? .max, b.element.until?.number ?? .max)
      return left == right ? a.offset < b.offset : left < right
    }
    .map(\.element)

    let page = ExceptionPage(entries: entries, today: today)
    switch format {
    case .text: try Output.writeReport(page.text(appearance.report, isNarrowed: expiringIn != nil))
    case .json: try Output.writeReport(page.json)
    }
    let faults = search.faults + loaded.faults
    for fault in faults { Output.say("\(fault.place.file.path): \(fault.message)") }
    let unreadable = read.reduce(0) { $0 + $1.faults.count }
    if unreadable > 0 {
      Output.say(
        "warning: \(counted(unreadable, "exception covers", "exceptions cover")) nothing because of faults in the writing; concordat check says what is wrong")
    }
    guard faults.isEmpty else {
      throw CommandFailure("\(counted(faults.count, "path", "paths")) could not be read, so the list is not complete")
    }
    return expiringIn != nil && !entries.isEmpty ? .findings : .clean
  }
}

/// Some days, weeks or months from today.
struct TimeAhead {
  private let number: Int
  private let unit: UInt8

  init(parsing text: String) throws {
    var bytes = Array(text.utf8)
    let unit = bytes.last.map { $0 | 0x20 } ?? 0
    let isPlain = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes.last ?? 0)
    if !isPlain { bytes = bytes.dropLast() }
    guard isPlain || [UInt8(ascii: "d"), UInt8(ascii: "w"), UInt8(ascii: "m")].contains(unit),
      let number = Int(String(decoding: bytes, as: UTF8.self)), (0...100_000).contains(number), !text.hasPrefix("+")
    else { throw ValidationError("write a number of days, weeks or months, such as 90d, 12w or 3m") }
    self.number = number
    self.unit = isPlain ? UInt8(ascii: "d") : unit
  }

  /// The last day that counts; that of the calendar where it lies beyond.
  func day(after today: Day) -> Day {
    let day =
      switch unit {
      case UInt8(ascii: "m"): today.adding(months: number)
      case UInt8(ascii: "w"): today.adding(days: number * 7)
      default: today.adding(days: number)
      }
    return day ?? Day(number: .max)
  }
}
