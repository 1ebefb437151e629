import ArgumentParser
import ConcordatRules

/// `concordat new-rule`: a rule file to begin with.
struct NewRuleCommand: ConcordatCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-rule",
    abstract: "Write the file of a new rule, with examples that run, for you to change.",
    discussion: """
      Examples:
        concordat new-rule targets/baseline-too-old --in my-pack

      Then change the condition, the words and the examples, and run concordat test my-pack.
      """)

  @Argument(help: ArgumentHelp("The rule: its group, a stroke, and the fault in a few words with hyphens.", valueName: "group/name"))
  var name: String

  @Option(name: .customLong("in"), help: ArgumentHelp("The folder of the rule pack that the rule is for.", valueName: "folder"))
  var folder: PathArgument

  func execute() throws(CommandFailure) -> ExitStatus {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(Self.isName), !PackFiles.reservedFolders.contains(parts[0]) else {
      throw CommandFailure(
        "'\(name)' cannot be the name of a rule",
        help: "Write a group and a fault in small letters, digits and hyphens, such as targets/baseline-too-old")
    }
    let group = folder.path.appending(Array(parts[0].utf8))
    let file = group.appending(Array("\(parts[1]).yaml".utf8))
    let shown = file.shown(in: System.currentFolder)
    guard (try? FileStatus(following: folder.path.appending(Array("pack.yaml".utf8)))) != nil else {
      throw CommandFailure(
        "\(folder.path.shown(in: System.currentFolder)) is no rule pack: it holds no pack.yaml", help: "Name the folder that holds pack.yaml")
    }
    guard (try? FileStatus(at: file)) == nil else {
      throw CommandFailure("\(shown) is there already", help: "Choose another name")
    }
    do throws(SystemFailure) {
      try System.makeFolders(group)
      try System.create(file, with: Array(Self.template(name).utf8))
    } catch {
      throw CommandFailure("\(shown) could not be written: \(error.words)")
    }
    try Output.writeLine("\(shown) is written; change it, then run concordat test \(folder.path.shown(in: System.currentFolder))")
    return .clean
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first) else { return false }
    return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// A whole rule whose examples come out as they say, so that its author changes one thing at a time.
  private static func template(_ name: String) -> String {
    """
    # rules/README.md explains each key and lists the functions that conditions may use.
    rule: \(name)
    title: Target without a title
    severity: advice            # error | warning | advice | review
    provision: []               # ids of provisions/; an error needs one that was read
    source: inferred            # verified | seed | inferred: how the point was read
    # in_force: {from: 2007-12-30, through: 2015-05-25}
    rationale: Why the rule exists, in a sentence or three.
    applies_to: local-area-agreement
    for_each:
      target: document.targets
    # when: target.scope == 'designated'
    require: has(target.title)
    at: target.id
    message: "target {{ target.id }} has no title"
    help: Write the title that the agreement prints
    examples:
      - name: the target has a title
        verdict: passes
        yaml: |
          kind: local-area-agreement
          targets:
            - {id: homes, title: Affordable homes, scope: local}
      - name: the target has none
        verdict: fails
        message: target homes has no title
        yaml: |
          kind: local-area-agreement
          targets:
            - {id: ⟦homes⟧, scope: local}

    """
  }
}
