import Testing

/// Counts of one table, case by case.
struct Tally {
  var name: String
  var passed = 0
  var total = 0
  /// Cases that expect an error of the evaluation and were refused before it.
  var refused = 0
  /// Cases that need protocol-buffer messages and were left out.
  var messages = 0
  var faults: [String] = []
  var wronglyListed: [String] = []
  /// Expected failures, by their reasons.
  private(set) var listed: [String: Int] = [:]

  init(name: String) { self.name = name }

  mutating func note(_ id: String, _ expression: String, _ fault: String?, listed reason: String?) {
    total += 1
    switch (fault, reason) {
    case (nil, nil): passed += 1
    case (nil, .some): wronglyListed.append(id)
    case (.some, .some(let reason)): listed[reason, default: 0] += 1
    case (.some(let fault), nil): faults.append("\(id): \(expression): \(fault)")
    }
  }

  /// Writes the counts into the table that ends the run, and records what is at fault.
  func report(inTable: Bool = true) {
    if inTable { ConformanceLedger.note(self) }
    for fault in faults { Issue.record(Comment(rawValue: fault)) }
    for id in wronglyListed { Issue.record("\(id) is listed as a failure and passes") }
  }
}
