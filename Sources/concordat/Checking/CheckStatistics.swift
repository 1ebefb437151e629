import ConcordatDiagnostics

/// How long the parts of a check took, and which rules found most; for people, and only when they ask.
struct CheckStatistics {
  private var stages: [(name: String, duration: Duration)] = []
  private var open: (name: String, since: ContinuousClock.Instant)?

  mutating func begin(_ name: String) {
    end()
    open = (name, .now)
  }

  mutating func end() {
    guard let open else { return }
    stages.append((open.name, open.since.duration(to: .now)))
    self.open = nil
  }

  mutating func add(_ name: String, _ duration: Duration) { stages.append((name, duration)) }

  /// Rules by the number of their findings, then the times.
  func text(of report: LintReport) -> String {
    var counts: [String: Int] = [:]
    for diagnostic in report.diagnostics { counts[diagnostic.rule, default: 0] += 1 }
    let rules = counts.sorted { $0.value == $1.value ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) : $0.value > $1.value }
    let times = stages.map { (Self.milliseconds($0.duration), $0.name) }
    let width = max(1, (rules.map { String($0.value) } + times.map(\.0)).map(\.utf8.count).max() ?? 1)
    func line(_ left: String, _ right: String) -> String {
      String(repeating: " ", count: max(0, width - left.utf8.count) + 2) + left + "  " + right
    }
    var lines = ["findings by rule:"] + rules.map { line(String($0.value), $0.key) }
    if rules.isEmpty { lines = ["findings by rule: none"] }
    lines.append("time in milliseconds:")
    lines += times.map { line($0.0, $0.1) }
    return lines.joined(separator: "\n")
  }

  /// With one decimal.
  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
