package import ConcordatDiagnostics
package import ConcordatModel

/// What those who run a check decided beside the rules: which rules count and how much, and on which day exceptions lapse.
package struct LintPolicy: Sendable {
  /// The day by which exceptions have lapsed or not; nothing where none lapses.
  ///
  /// It is never the day that documents are judged by: that is the day of the law, and stays in the past for ever.
  package var today: Day?
  /// Rules that are not run, and findings of form that are not told.
  package var off: Set<String>
  /// Severities that stand in for those of the rules.
  package var severities: [String: Severity]
  /// What of this differs from the pack, a sentence each.
  package var changes: [String]

  package init(today: Day? = nil, off: Set<String> = [], severities: [String: Severity] = [:], changes: [String] = []) {
    self.today = today
    self.off = off
    self.severities = severities
    self.changes = changes
  }

  /// The findings that are told, each with the severity that it counts with.
  func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !off.isEmpty || !severities.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard !off.contains(diagnostic.rule) else { return nil }
      guard let severity = severities[diagnostic.rule] else { return diagnostic }
      var changed = diagnostic
      changed.severity = severity
      return changed
    }
  }
}
