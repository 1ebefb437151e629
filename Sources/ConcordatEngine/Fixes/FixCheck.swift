import ConcordatDiagnostics

/// Whether a repository is better after some fixes: their findings are gone and nothing is worse.
struct FixCheck {
  private let before: LintReport
  private let findings: [FindingKey: Int]
  private let errors: [Place: Int]
  private let undecided: Set<Undecided>

  private struct Place: Hashable {
    var rule: String
    var file: String
  }

  private struct Undecided: Hashable {
    var rule: String
    var file: String
    var document: String
  }

  init(before: LintReport) {
    self.before = before
    findings = Self.count(before.diagnostics.map(FindingKey.init))
    errors = Self.errors(before)
    undecided = Self.undecided(before)
  }

  /// What is wrong with the outcome, as one sentence without a full stop; nothing where all is well.
  ///
  /// Mending a fault of form lets the rules see what stands there, so they may find more; a new fault of form is the fix's own,
  /// unless a part of the file is read for the first time. The fix of a rule must leave all other rules content.
  func objection(to choices: [FixBatch.Choice], after: LintReport) -> String? {
    if after.documents < before.documents { return "a document could no longer be read" }
    let left = Self.count(after.diagnostics.map(FindingKey.init))
    for (key, fixed) in Self.count(choices.map(\.key)) where left[key, default: 0] > findings[key, default: 0] - fixed {
      return "the finding would still be there: \(key.message)"
    }
    let opened = Set(choices.filter(\.opensMore).map(\.diagnostic.place.file.path))
    let areOfForm = choices.allSatisfy(\.isOfForm)
    let worse = Self.errors(after).filter { $0.value > errors[$0.key, default: 0] }.keys
    for diagnostic in after.diagnostics where worse.contains(Place(rule: diagnostic.rule, file: diagnostic.place.file.path)) {
      let isSyntax = diagnostic.rule.utf8.starts(with: "syntax/".utf8)
      if !areOfForm || isSyntax || (diagnostic.isOfForm && !opened.contains(diagnostic.place.file.path)) {
        return "another error would come up: \(diagnostic.message)"
      }
    }
    if !areOfForm {
      let rules = Set(choices.map(\.diagnostic.rule))
      if let rule = Self.undecided(after).subtracting(undecided).first(where: { rules.contains($0.rule) }) {
        return "\(rule.rule) could no longer be decided"
      }
    }
    return nil
  }

  private static func count<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func errors(_ report: LintReport) -> [Place: Int] {
    count(report.diagnostics.filter { $0.severity == .error }.map { Place(rule: $0.rule, file: $0.place.file.path) })
  }

  private static func undecided(_ report: LintReport) -> Set<Undecided> {
    Set(report.undecided.map { Undecided(rule: $0.rule, file: $0.file, document: $0.document ?? "") })
  }
}

extension FixBatch.Choice {
  /// Whether it lets a part of the file be read that was not.
  fileprivate var opensMore: Bool {
    ["structure/unknown-key", "structure/unknown-kind"].contains(diagnostic.rule) || diagnostic.rule.utf8.starts(with: "syntax/".utf8)
  }
}
