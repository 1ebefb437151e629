import ArgumentParser
import ConcordatDiagnostics
import ConcordatModel

/// A path as the shell gave it.
struct PathArgument: ExpressibleByArgument {
  let path: BytePath

  init(argument: String) {
    path = BytePath(RawArguments.bytes(of: argument))
  }

  init(_ path: BytePath) {
    self.path = path
  }

  static var defaultCompletionKind: CompletionKind { .file() }
}

/// The day of `--as-of`.
enum DayArgument {
  static func parse(_ text: String) throws -> Day {
    if let day = Day(iso: Array(text.utf8)) { return day }
    throw ValidationError("write the day as YYYY-MM-DD, such as 2008-06-30; it must be a day of the calendar")
  }
}

/// The words of `--today`, which several commands have.
enum TodayArgument {
  static let help = "The day by which exceptions have lapsed or not. Today, if left out."
}

/// The number of `--jobs`.
enum JobsArgument {
  /// More threads than this help nobody.
  static let most = 256

  static func parse(_ text: String) throws -> Int {
    guard let number = Int(text), number >= 1 else { throw ValidationError("write a whole number from 1") }
    return min(number, most)
  }
}

/// From which severity on a finding makes the run end with 1.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, advice, never

  /// Nothing for `never`.
  var severity: Severity? { Severity(rawValue: rawValue) }

  func isReached(by severity: Severity) -> Bool {
    self.severity.map { severity >= $0 } ?? false
  }
}

/// The forms of the catalogue of rules.
enum CatalogueFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

/// Options of every command that writes for people.
struct AppearanceOptions: ParsableArguments {
  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp(
      "When to use colours.",
      discussion: """
        With auto, on a terminal only. The environment variables NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE are heeded.
        """,
      valueName: "when"))
  var color = ColourChoice.auto

  /// How the report looks.
  var report: Appearance { Appearance(of: System.standardOutput, colour: color) }
  /// How what is said beside the report looks.
  var talk: Appearance { Appearance(of: System.standardError, colour: color) }
}
