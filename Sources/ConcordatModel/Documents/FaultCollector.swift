import ConcordatDiagnostics
import SourceText

/// Gathers faults of form, with a bound: a file of nonsense must not become a report of a million lines.
struct FaultCollector {
  /// The most faults of form that one document is told of.
  static let limit = 10_000

  private(set) var diagnostics: [Diagnostic] = []

  /// The most likely meanings that one document is told: looking for one costs thousands of comparisons.
  static let suggestionLimit = 100
  private var suggestions = 0

  /// Whether another likely meaning may be looked for.
  mutating func maySuggest() -> Bool {
    suggestions += 1
    return suggestions <= Self.suggestionLimit
  }

  mutating func report(
    _ rule: String, at range: ByteRange, in file: SourceFile, _ words: StructureWording.Words,
    severity: Severity = .error, related: [Diagnostic.Related] = [], fixes: [Fix] = []
  ) {
    if diagnostics.count == Self.limit {
      diagnostics.append(
        Diagnostic(
          rule: "structure/too-many-faults", severity: .error,
          message: "there are more than \(Self.limit) faults of form; the rest is not shown",
          place: .init(file: file, range: range), help: "Mend the first ones, then check again"))
    }
    guard diagnostics.count < Self.limit else { return }
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: severity, message: words.message, place: .init(file: file, range: range),
        related: related, help: words.help, fixes: fixes))
  }
}
