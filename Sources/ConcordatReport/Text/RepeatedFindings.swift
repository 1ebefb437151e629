import ConcordatDiagnostics

/// Counts the findings of each rule in one file, so that a fault in every line of a table
/// does not bury the others.
struct RepeatedFindings {
  /// What was not shown of one rule.
  struct Rest {
    let id: String
    let severity: Severity
    let number: Int
  }

  private let limit: Int
  private var counts: [[UInt8]: (diagnostic: Diagnostic, number: Int)] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether a finding is among the first of its rule in this file.
  mutating func admits(_ diagnostic: Diagnostic) -> Bool {
    let rule = Array(diagnostic.rule.utf8)
    let number = (counts[rule]?.number ?? 0) + 1
    counts[rule, default: (diagnostic, 0)].number = number
    return number <= limit
  }

  /// What was not shown, by rule; the next file begins at nothing.
  mutating func takeRest() -> [Rest] {
    defer { counts = [:] }
    return counts.filter { $0.value.number > limit }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Rest(id: $1.diagnostic.rule, severity: $1.diagnostic.severity, number: $1.number - limit) }
  }
}
