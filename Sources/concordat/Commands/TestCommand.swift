import ArgumentParser
import ConcordatEngine
import ConcordatRules

/// `concordat test`: the examples inside rule files.
struct TestCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples that are written in the rules of a pack.",
    discussion: """
      Each example is run as it is written, and again behind a comment, with other line ends, with a byte order mark and as \
      the second document of a file; each time it must come out as it says, and point at the places that it marks.

      Examples:
        concordat test                 the rules that come with the program
        concordat test rules/england   the rules in a folder

      The run ends with 1 when an example fails, and with 2 when a file of the pack has a fault; the rules in the other files \
      are run all the same.
      """)

  @Argument(help: ArgumentHelp("The folder of a rule pack. The pack of the program, if left out.", valueName: "pack"))
  var folder: PathArgument?

  @OptionGroup var packs: PackOptions

  @Option(
    help: ArgumentHelp(
      "How many threads may work at once. As many as there are processors, if left out.", valueName: "number"),
    transform: JobsArgument.parse)
  var jobs: Int?

  @OptionGroup var appearance: AppearanceOptions

  func execute() async throws(CommandFailure) -> ExitStatus {
    let (pack, added, _) = try packs.load(adding: folder.map { [$0] } ?? [], appearance.talk, isTolerant: true)
    let own = added.map { Set($0.rules.map(\.id)) }
    let rules = pack.rules.filter { rule in own.isEmpty || own.contains { $0.contains(rule.id) } }
    guard !rules.isEmpty || !pack.faults.isEmpty else { throw CommandFailure("nothing to test: the pack holds no rules") }
    let runner = ExampleRunner(pack: pack)
    let failures = await Workers(jobs ?? System.processors).map(rules) { runner.run($0) }.flatMap(\.self)
    let lacking = rules.compactMap { rule in
      let verdicts = runner.missingVerdicts(of: rule)
      return verdicts.isEmpty ? nil : (rule: rule, verdicts: verdicts)
    }
    var page = Page(appearance.report)
    Self.write(failures, on: &page)
    for (rule, verdicts) in lacking {
      page.heading(rule.id)
      page.paragraph("has no example that is: \(verdicts.map(\.rawValue).joined(separator: ", "))", indent: 2)
      page.blank()
    }
    let examples = rules.reduce(0) { $0 + $1.examples.count }
    let runs = examples * ExampleRunner.runsPerExample
    let faults = failures.count + lacking.count
    let tally = [counted(rules.count, "rule", "rules"), counted(examples, "example", "examples"), counted(runs, "run", "runs")]
    page.paragraph(tally.joined(separator: ", ") + ": " + (faults == 0 ? "all pass" : counted(faults, "fault", "faults")))
    try Output.writeReport(page.bytes)
    // Files that cannot be read take no others down, but a run that leaves some out is no success.
    guard pack.faults.isEmpty else {
      throw CommandFailure(
        "the rule pack has \(counted(pack.faults.count, "fault", "faults")); the rules of the files concerned were not run",
        help: "Mend the files, then run the examples again")
    }
    return faults == 0 ? .clean : .findings
  }

  /// Shows each failing example once for each thing that is wrong with it, in the first form in which it is.
  private static func write(_ failures: [ExampleFailure], on page: inout Page) {
    var rest = failures[...]
    while let failure = rest.popFirst() {
      var forms = [failure.variant.rawValue]
      while let next = rest.first, next.rule === failure.rule, next.message == failure.message,
        next.example.nameRange == failure.example.nameRange
      {
        forms.append(next.variant.rawValue)
        rest.removeFirst()
      }
      write(failure, in: forms, on: &page)
    }
  }

  private static func write(_ failure: ExampleFailure, in forms: [String], on page: inout Page) {
    page.heading("\(failure.rule.id): \(failure.example.name)")
    let line = failure.rule.file.position(of: failure.example.nameRange.lowerBound).line
    page.paragraph("\(failure.rule.file.path):\(line)", indent: 2)
    page.paragraph("\(failure.message) (\(forms.joined(separator: "; ")))", indent: 2)
    page.blank()
    if failure.expected == failure.found {
      page.verbatim(failure.expected, indent: 4)
    } else {
      page.paragraph("Expected:", indent: 2)
      page.verbatim(failure.expected, indent: 4)
      page.paragraph("Found:", indent: 2)
      page.verbatim(failure.found, indent: 4)
    }
    page.blank()
  }
}
