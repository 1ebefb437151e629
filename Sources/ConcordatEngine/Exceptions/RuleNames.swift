import CEL
import ConcordatDiagnostics
import ConcordatModel
package import ConcordatRules

/// The names of all findings that there can be, and what a misspelt one was meant to be.
package struct RuleNames: Sendable {
  /// Findings about exceptions themselves.
  package static let exceptions = [
    "exceptions/expired", "exceptions/gone", "exceptions/malformed", "exceptions/no-reason", "exceptions/not-acceptable",
    "exceptions/unknown-rule", "exceptions/unreadable-day", "exceptions/unused", "exceptions/wildcard",
  ]

  private let known: Set<String>
  private let ids: [String]
  private let numbers: [String: String]

  package init(_ pack: RulePack) {
    ids = pack.rules.map(\.id) + FormRules.structure + FormRules.syntax + Self.exceptions
    known = Set(ids)
    numbers = Dictionary(pack.rules.compactMap { rule in rule.catalogue.map { ($0.lowercased(), rule.id) } }) { first, _ in first }
  }

  package func contains(_ name: String) -> Bool { known.contains(name) }

  /// The rule that a name was probably meant to be: its number in the catalogue, its name without the group, or a near one.
  package func suggestion(for name: String) -> String? {
    if let id = numbers[name.lowercased()] { return id }
    let lowercased = name.lowercased()
    if known.contains(lowercased) { return lowercased }
    let tails = ids.filter { $0.hasSuffix("/" + name) }
    return tails.first ?? Suggestion.nearest(to: name, among: ids)
  }

  /// What is wrong with the name of a rule in an exception.
  func fault(in name: String) -> ExceptionFault? {
    let shown = ExceptionComment.shown(name)
    if name.utf8.contains(UInt8(ascii: "*")) || name.lowercased() == "all" || name.utf8.last == UInt8(ascii: "/") {
      return .wildcard(shown)
    }
    if let why = Acceptance.refusal(of: name) { return .notAcceptable(shown, why: why) }
    guard !contains(name) else { return nil }
    return .unknownRule(shown, suggestion: suggestion(for: name))
  }
}
