package import ConcordatDiagnostics
import SourceText

/// Fixes that can be made together, because no two touch.
struct FixBatch {
  struct Choice {
    var diagnostic: Diagnostic
    var fix: Fix

    /// What says that it is the same finding after another reading.
    var key: FindingKey { FindingKey(diagnostic) }
    var isOfForm: Bool { diagnostic.isOfForm }
  }

  private(set) var choices: [Choice] = []

  /// The first fix of each finding, in the order of the report, where it is allowed and touches none before it.
  ///
  /// Faults of form come first: until a document can be read as it was meant, what rules say of it may be wrong.
  init(_ report: LintReport, safeties: Set<Fix.Safety>, without refused: Set<FindingKey>) {
    var all = report.diagnostics.compactMap { diagnostic -> Choice? in
      guard let fix = diagnostic.fixes.first, safeties.contains(fix.safety), !refused.contains(FindingKey(diagnostic)) else { return nil }
      return Choice(diagnostic: diagnostic, fix: fix)
    }
    if all.contains(where: \.isOfForm) { all.removeAll { !$0.isOfForm } }
    var taken: [ObjectIdentifier: [ByteRange]] = [:]
    for choice in all {
      let places = choice.fix.edits.map(\.place)
      guard !places.isEmpty, places.allSatisfy({ Self.isFree($0.range, in: taken[ObjectIdentifier($0.file)] ?? []) }) else { continue }
      for place in places { Self.insert(place.range, in: &taken[ObjectIdentifier(place.file), default: []]) }
      choices.append(choice)
    }
  }

  /// By halves: a file may have as many fixes as faults.
  private static func isFree(_ range: ByteRange, in taken: [ByteRange]) -> Bool {
    let index = firstIndex(atOrBehind: range, in: taken)
    // Touching counts: two insertions at one place would depend on their order.
    if index > 0, taken[index - 1].upperBound >= range.lowerBound { return false }
    return index >= taken.count || taken[index].lowerBound > range.upperBound
  }

  private static func insert(_ range: ByteRange, in taken: inout [ByteRange]) {
    taken.insert(range, at: firstIndex(atOrBehind: range, in: taken))
  }

  private static func firstIndex(atOrBehind range: ByteRange, in taken: [ByteRange]) -> Int {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A finding without its place, which other changes move.
package struct FindingKey: Hashable, Sendable {
  package var rule: String
  package var message: String
  package var file: String

  package init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule
    message = diagnostic.message
    file = diagnostic.place.file.path
  }
}

extension Diagnostic {
  /// Whether it is about how the document is written, not about what it says.
  var isOfForm: Bool { rule.utf8.starts(with: "structure/".utf8) || rule.utf8.starts(with: "syntax/".utf8) }
}
