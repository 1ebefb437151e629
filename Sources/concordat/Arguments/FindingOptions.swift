import ArgumentParser
import ConcordatModel

/// Which findings count, and which are shown.
struct FindingOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "From which severity on a finding makes the run end with 1; error, if left out.",
      discussion: "What only a person can judge never does.", valueName: "severity"))
  var failOn: FailureThreshold?

  @Flag(
    name: .customLong("fail-on-undecided"),
    help: "Also end with 1 when a rule could not be decided: for whoever must not pass what was not checked.")
  var failsOnUndecided = false

  @Option(
    help: ArgumentHelp(
      TodayArgument.help,
      discussion: "It decides about exceptions only, never about the law: that is what --as-of is for.", valueName: "YYYY-MM-DD"),
    transform: DayArgument.parse)
  var today: Day?

  @Option(
    help: ArgumentHelp(
      "Do not count the findings that this file holds, and say which of them no longer occur.", valueName: "file"))
  var baseline: PathArgument?

  @Flag(
    name: .customLong("update-baseline"),
    help: "Put all findings into the file of --baseline, or of the configuration, so that only new ones count from now on.")
  var updatesBaseline = false

  @Option(
    name: .customLong("changed-since"),
    help: ArgumentHelp(
      "Check everything, but show only what the work since this commit of git touched.",
      discussion: """
        That is what is found in changed files, what points into them, and what is said of documents that were compared with \
        documents in them. Files that are new or not committed count as changed.
        """,
      valueName: "revision"))
  var changedSince: String?

  @Flag(name: .customLong("stdin"), help: "Check what comes on standard input, as - does.")
  var readsStandardInput = false

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      "The file that standard input is, for editors: it stands in for the file, with its configuration and its neighbours.",
      discussion: "If no other path is given, its repository is read, and only what concerns the file is shown.", valueName: "file"))
  var standardInputName: PathArgument?

  func validate() throws {
    if let name = standardInputName, name.path.bytes.isEmpty || name.path.bytes.last == UInt8(ascii: "/") {
      throw ValidationError("--stdin-filename should name a file")
    }
    if updatesBaseline, changedSince != nil {
      throw ValidationError("--update-baseline takes all findings, and --changed-since only some: give one of them")
    }
    if updatesBaseline, standardInputName != nil {
      throw ValidationError("--update-baseline takes what is saved, and --stdin-filename what is not: give one of them")
    }
  }
}
