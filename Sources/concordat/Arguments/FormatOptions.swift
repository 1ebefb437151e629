import ArgumentParser
import ConcordatReport

/// A form of the report and where it goes: `sarif`, or `sarif=out.sarif`.
struct FormatArgument: ExpressibleByArgument {
  let format: ReportFormat
  /// Nothing for standard output.
  let path: BytePath?

  init(format: ReportFormat, path: BytePath? = nil) {
    self.format = format
    self.path = path
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = parts.first.flatMap({ ReportFormat(rawValue: String($0)) }) else { return nil }
    self.format = format
    guard parts.count > 1 else {
      path = nil
      return
    }
    let bytes = RawArguments.bytes(of: String(parts[1]))
    guard !bytes.isEmpty else { return nil }
    path = BytePath(bytes)
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// In which forms a command writes its report, and where to.
struct FormatOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to write the report; text, if left out. May be given several times, all but one with a file, as in json=FILE.",
      discussion: ReportFormat.allCases.map { "\($0.rawValue): \($0.purpose)" }.joined(separator: "; ") + ".",
      valueName: "format"))
  var formats: [FormatArgument] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the report to this file instead of standard output.", valueName: "file"))
  var output: PathArgument?

  /// What is to be written, in the order it was asked for; at most one goes to standard output.
  var requests: [FormatArgument] {
    let asked = formats.isEmpty ? [FormatArgument(format: .text)] : formats
    return asked.map { FormatArgument(format: $0.format, path: $0.path ?? output?.path) }
  }

  func validate() throws {
    let open = formats.filter { $0.path == nil }
    guard open.count < 2 else {
      let names = open.map(\.format.rawValue)
      throw ValidationError(
        "only one report can go to \(output == nil ? "standard output" : "the file of --output"), but \(english(names)) would; "
          + "give the others a file, as in --format \(names[1])=FILE")
    }
    if let output, open.isEmpty, !formats.isEmpty {
      throw ValidationError(
        "no report is left for the file of --output, \(output.path.shown(in: nil)): each --format names its own")
    }
    var seen: Set<BytePath> = []
    for request in requests {
      if let path = request.path, !seen.insert(path).inserted {
        throw ValidationError("two reports would go to \(path.shown(in: nil)); give each a file of its own")
      }
    }
  }

  private func english(_ names: [String]) -> String { names.joined(separator: " and ") }
}
