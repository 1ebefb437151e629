import ArgumentParser
import ConcordatEngine
import ConcordatRules

/// The command that people type.
///
/// The entry point is written by hand because the argument parser's own ends with 64 for bad arguments; here it is 2.
@main
struct Concordat: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordat",
    abstract: "Check partnership agreements against the law and guidance of their day.",
    discussion: """
      Concordat reads Local Area Agreements, and the strategies and partnerships they rest on, from YAML files. It says \
      what is wrong, on which line, under which provision, and what to do about it.

      To begin:
        concordat init local-area-agreement cambridgeshire   a draft to begin with
        concordat check agreements/   check every document in a folder
        concordat explain ST017       a rule: its law, why it exists, examples
        concordat rules               all rules

      How a run ends, for scripts: 0 when nothing is found at or above --fail-on, 1 when something is, 2 when it could \
      not be done: bad arguments, nothing to check, a file that cannot be read, a faulty rule pack, a report that could \
      not be written.
      """,
    subcommands: [
      CheckCommand.self, StatementCommand.self, ConfigCommand.self, ExceptionsCommand.self, ExplainCommand.self, RulesCommand.self, TestCommand.self, SchemaCommand.self,
      InitCommand.self, ImportCommand.self, DiffCommand.self, ReferenceCommand.self, NewRuleCommand.self,
    ])

  @Flag(name: .long, help: "Show the version of the program and of its rule packs, and stop.")
  var version = false

  static func main() async {
    System.secureStandardStreams()
    System.secureStacks()
    if let memory = System.memoryLimit, memory < System.leastMemory {
      Output.say(
        CommandFailure(
          "this process may have \(memory >> 20) MiB of memory, and concordat needs \(System.leastMemory >> 20) MiB",
          help: "Raise the limit (ulimit -v)"))
      System.exit(ExitStatus.failure.rawValue)
    }
    System.exit(await run(RawArguments.all).rawValue)
  }

  /// Parses the arguments and does what they ask.
  private static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      let command = try parseAsRoot(arguments)
      guard let command = command as? any ConcordatCommand else {
        // Commands that the parser brings along, such as help.
        var command = command
        try command.run()
        return .clean
      }
      return try await command.execute()
    } catch let failure as CommandFailure {
      Output.say(failure)
      return .failure
    } catch {
      return say(error, arguments)
    }
  }

  /// Says what the argument parser has to say: help on standard output, faults on standard error.
  private static func say(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    let message = fullMessage(for: error)
    guard exitCode(for: error) == .success else {
      let hint = MistakenCommand.hint(for: arguments, commands: configuration.subcommands.compactMap { $0.configuration.commandName })
      Output.say(message + (hint.map { "\n  = help: " + $0 } ?? ""))
      return .failure
    }
    do throws(CommandFailure) {
      try Output.writeReport(Array((message + "\n").utf8))
      return .clean
    } catch {
      Output.say(error)
      return .failure
    }
  }

  func execute() throws(CommandFailure) -> ExitStatus {
    guard version else {
      // A script whose arguments came out empty must not look as if it had checked something.
      Output.say(Self.helpMessage())
      return .failure
    }
    let packs = PackLoader.names(of: [.england]).map {
      "rule pack \($0.name) \($0.version): \($0.title)\nrule pack \($0.name) SHA-256: \(PackFiles.england.digest)\n"
    }
    try Output.writeReport(Array("concordat \(Linter.version)\n\(packs.joined())".utf8))
    return .clean
  }
}

/// A command that says how its run ended.
protocol ConcordatCommand: ParsableCommand {
  func execute() async throws(CommandFailure) -> ExitStatus
}
