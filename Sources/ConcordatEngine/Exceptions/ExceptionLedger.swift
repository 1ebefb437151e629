import CEL
import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules
import SourceText

/// Takes accepted findings out of what counts, and says which exceptions are of no use.
struct ExceptionLedger {
  private let entries: [ExceptionEntry]
  private let today: Day?
  private var isUsed: [Bool]
  /// What each expired entry would have covered first.
  private var counting: [Int: Diagnostic.Place] = [:]
  /// Names of parts at which a rule has findings, for those who misspelt one.
  private var parts: [Int: Set<String>] = [:]
  private let byFile: [ObjectIdentifier: [String: [Int]]]

  /// - Parameter today: The day on which exceptions lapse; nothing where none does.
  init(_ entries: [ExceptionEntry], today: Day?) {
    self.entries = entries
    self.today = today
    isUsed = Array(repeating: false, count: entries.count)
    var byFile: [ObjectIdentifier: [String: [Int]]] = [:]
    for (index, entry) in entries.enumerated() {
      byFile[ObjectIdentifier(entry.place.file), default: [:]][entry.rule, default: []].append(index)
    }
    self.byFile = byFile
  }

  /// Divides findings into those that count and those that somebody accepted; each keeps its order.
  mutating func divide(_ diagnostics: [Diagnostic]) -> (counted: [Diagnostic], suppressed: [LintReport.Suppressed]) {
    guard !entries.isEmpty else { return (diagnostics, []) }
    var counted: [Diagnostic] = []
    var suppressed: [LintReport.Suppressed] = []
    for diagnostic in diagnostics {
      if let suppression = suppression(of: diagnostic) {
        suppressed.append(LintReport.Suppressed(diagnostic: diagnostic, suppression: suppression))
      } else {
        counted.append(diagnostic)
      }
    }
    return (counted, suppressed)
  }

  private mutating func suppression(of diagnostic: Diagnostic) -> Suppression? {
    guard let indices = byFile[ObjectIdentifier(diagnostic.place.file)]?[diagnostic.rule], Acceptance.isOpen(to: diagnostic) else {
      return nil
    }
    var found: Suppression?
    for index in indices {
      let entry = entries[index]
      if case .document(let range, .some) = entry.scope, range.contains(diagnostic.place.range) {
        parts[index, default: []].formUnion(diagnostic.path.split(separator: "/").map(String.init))
      }
      guard entry.covers(diagnostic) else { continue }
      isUsed[index] = true
      if entry.isExpired(on: today) {
        counting[index] = counting[index] ?? diagnostic.place
      } else {
        found = found ?? entry.suppression
      }
    }
    return found
  }

  /// Exceptions that have lapsed, and those that cover nothing.
  ///
  /// - Parameter mayBeUnused: Whether the rule was decided for the document, so that an exception can be known to be of no use.
  func diagnostics(mayBeUnused: (ExceptionEntry) -> Bool) -> [Diagnostic] {
    entries.indices.compactMap { index in
      let entry = entries[index]
      if entry.isExpired(on: today), let until = entry.until { return expired(entry, until, index) }
      return isUsed[index] || !mayBeUnused(entry) ? nil : unused(entry, index)
    }
  }

  private func expired(_ entry: ExceptionEntry, _ until: Day, _ index: Int) -> Diagnostic {
    let range = entry.untilRange ?? entry.place.range
    let place = counting[index]
    return Diagnostic(
      rule: "exceptions/expired", severity: .warning,
      message: "the exception from \(entry.rule) ended on \(until.inWords)" + (place == nil ? ", and covers nothing any more" : ", so what it covered counts again"),
      place: .init(file: entry.place.file, range: range),
      related: place.map { [.init(place: $0, text: "counts again")] } ?? [],
      help: place == nil ? "Take the exception out" : "Mend what it was for, or let the parties agree on a new last day",
      document: entry.document)
  }

  private func unused(_ entry: ExceptionEntry, _ index: Int) -> Diagnostic {
    var message = "the exception from \(entry.rule) covers nothing"
    var help = "Take the exception out"
    switch entry.scope {
    case .line(let line):
      message += ": no finding of that rule begins on line \(line)"
      help += ", or put it on the line of the finding or right above it"
    case .document(_, nil): message += ": the document has no finding of that rule"
    case .document(_, let part?):
      message += ": no finding of that rule is at '\(ExceptionComment.shown(part))'"
      let known = (parts[index] ?? []).sorted()
      if let near = Suggestion.nearest(to: part, among: known) { help = "Did you mean \(near)?" }
    }
    return Diagnostic(
      rule: "exceptions/unused", severity: .warning, message: message, place: entry.place, help: help, document: entry.document)
  }
}
