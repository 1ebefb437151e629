import ConcordatRules
import SourceText
import YAMLTree

/// What the file of a rule says, as it is shown to people.
extension RuleWords {
  /// The parts of the rule file that say whom the rule is for and what must hold, with their own line breaks.
  static func condition(of rule: Rule) -> [UInt8] {
    let parts = ["let", "for_each", "when", "require", "at", "also_at"]
    let tree = YAMLTree(parsing: rule.file)
    guard let root = tree.root else { return [] }
    var text: [UInt8] = []
    for part in parts {
      guard let entry = tree.entries(of: root.id).first(where: { tree.string(of: $0.key) == part }) else { continue }
      let range = ByteRange(tree.fullRange(of: entry.key).lowerBound, tree.fullRange(of: entry.value).upperBound)
      text += rule.file.slice(range)
      while text.last == 0x0A || text.last == 0x0D || text.last == 0x20 { text.removeLast() }
      text.append(0x0A)
    }
    return text
  }

  /// What an example shows, in a word or three.
  static func words(for verdict: RuleExample.Verdict) -> String {
    switch verdict {
    case .passes: "Good"
    case .fails: "Bad"
    case .undecided: "Cannot be decided"
    case .notApplicable: "Not for this"
    case .notInForce: "Not in force"
    }
  }
}
