import Foundation
import Synchronization

/// The counts of all conformance tables, printed as one table when the tests have ended.
enum ConformanceLedger {
  private static let tallies = Mutex<[String: Tally]>([:])
  private static let registration: Void = { atexit { ConformanceLedger.printTable() } }()

  static func note(_ tally: Tally) {
    _ = registration
    tallies.withLock { $0[tally.name] = tally }
  }

  /// `cel/comparisons  223  223  0  0  47`, the table's totals, and the reasons of expected failures.
  private static func printTable() {
    let rows = tallies.withLock { $0.values.sorted { $0.name < $1.name } }
    print("\nconformance".padded(52) + "   usable     pass    early   listed  messages")
    for group in ["cel/", "celgo/", "differential", "regex/"] {
      let members = rows.filter { $0.name.hasPrefix(group) }
      for row in members { print(line(row.name, [row])) }
      // Rows with more than a file's name look at its cases again, in another way.
      if group == "cel/" { print(line("the specification's suite", members.filter { !$0.name.contains(" ") })) }
    }
    for row in rows {
      for (reason, count) in row.listed.sorted(by: { $0.key < $1.key }) { print("\(row.name): \(count) listed: \(reason)") }
    }
    print(
      """
      usable: cases that need no protocol-buffer messages; early: of those that pass, errors found before the evaluation that \
      the table expects of it; listed: expected failures; messages: cases that need messages, left out
      """)
    fflush(nil)
  }

  private static func line(_ name: String, _ rows: [Tally]) -> String {
    let counts = [
      rows.reduce(0) { $0 + $1.total }, rows.reduce(0) { $0 + $1.passed }, rows.reduce(0) { $0 + $1.refused },
      rows.reduce(0) { $0 + $1.listed.values.reduce(0, +) }, rows.reduce(0) { $0 + $1.messages },
    ]
    return name.padded(52) + counts.map { String(repeating: " ", count: max(1, 9 - "\($0)".count)) + "\($0)" }.joined()
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
