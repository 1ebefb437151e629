import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules
import SourceText

/// What the fixes of an example make of it, and whether that is as it should be.
struct ExampleFix {
  let pack: RulePack
  let rule: Rule
  let asOf: Day?

  /// A text, read and judged by all rules.
  struct Reading {
    var file: SourceFile
    var findings: [Diagnostic]
    var undecided: Set<String>
    /// Faults of form that make it unreadable.
    var fault: String?
  }

  func read(_ text: [UInt8], path: String) -> Reading {
    let file = SourceFile(path: path, text: text)
    let loaded = FileReader(kinds: pack.kinds, symbols: pack.symbols).read(file, isNamed: false)
    let judge = Judge(pack: pack, repository: Repository(loaded.documents), asOf: asOf)
    let judgements = loaded.documents.map { judge.judge($0) }
    let fault = loaded.diagnostics.first { $0.severity == .error && $0.rule != "structure/missing-key" }
    return Reading(
      file: file, findings: judgements.flatMap(\.diagnostics), undecided: Set(judgements.flatMap(\.undecided).map(\.rule)),
      fault: fault?.message ?? (loaded.documents.isEmpty ? "no document is left" : nil))
  }

  /// What is wrong with the fixes that the rule offers for a text; nothing where all is well, or where it offers none and none is expected.
  ///
  /// Every fix must leave a text that can be read, in which its finding is gone, the rule is still decided and no other rule finds an
  /// error that it did not find; and it must offer nothing more to do.
  func fault(_ text: [UInt8], path: String, expected: [UInt8]?) -> String? {
    let before = read(text, path: path)
    let own = before.findings.filter { $0.rule == rule.id }.sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
    let fixes = own.compactMap(\.fixes.first)
    guard !fixes.isEmpty else { return expected == nil ? nil : "no fix is offered, but the text after it is given" }
    guard let expected else { return "a fix is offered, so give the text after it" }
    let after: [UInt8]
    do throws(FileEdits.Refusal) {
      after = try FileEdits(before.file, original: text).apply(fixes.flatMap(\.edits))
    } catch {
      return "the fix cannot be made: \(error.reason)"
    }
    if after != expected { return "the text after the fix is\n\(String(decoding: after, as: UTF8.self))" }
    let result = read(after, path: path)
    if let fault = result.fault { return "after the fix the text cannot be read: \(fault)" }
    let left = result.findings.filter { $0.rule == rule.id }
    if left.count > own.count - fixes.count { return "after the fix the finding is still there: \(left.first?.message ?? "")" }
    if left.contains(where: { !$0.fixes.isEmpty }) { return "after the fix there is another one to make" }
    if result.undecided.contains(rule.id), !before.undecided.contains(rule.id) { return "after the fix the rule is undecided" }
    let known = Set(before.findings.filter { $0.severity == .error }.map(\.rule))
    if let other = result.findings.first(where: { $0.severity == .error && !known.contains($0.rule) }) {
      return "after the fix another error comes up: \(other.message)"
    }
    return nil
  }
}
