import ConcordatDiagnostics
import ConcordatModel
package import ConcordatRules
import SourceText

/// An example of a rule file that did not come out as it says.
package struct ExampleFailure: Sendable {
  package var rule: Rule
  package var example: RuleExample
  /// In which form the example was run: as written, or amplified.
  package var variant: ExampleVariant
  /// What is wrong, in one sentence.
  package var message: String
  /// The text that was run, with the places that should be reported, and with those that were.
  package var expected: [UInt8]
  package var found: [UInt8]
}

/// How an example is run: as written, and in forms that must not change what is said of it.
package enum ExampleVariant: String, Sendable, CaseIterable {
  case asWritten = "as written"
  case afterMultibyteComment = "after a comment of many bytes"
  case withCRLF = "with CRLF line ends"
  case withByteOrderMark = "with a byte order mark"
  case asSecondDocument = "as the second document of a stream"

  /// The example in this form, its marks kept.
  func apply(_ yaml: [UInt8]) -> [UInt8] {
    switch self {
    case .asWritten: yaml
    case .afterMultibyteComment: Array("# Ünïcödé – 日本語 – 🏛️\n".utf8) + yaml
    case .withCRLF:
      yaml.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), UInt8(ascii: "\n")] : [$0] }
    case .withByteOrderMark: [0xEF, 0xBB, 0xBF] + yaml
    case .asSecondDocument: Array("note: a document of nobody's\n---\n".utf8) + yaml
    }
  }
}

/// Runs the examples inside rule files: they are the tests of the rules.
package struct ExampleRunner: Sendable {
  private let pack: RulePack

  package init(pack: RulePack) { self.pack = pack }

  /// How many forms each example is run in.
  package static let runsPerExample = ExampleVariant.allCases.count

  /// The examples of a rule that fail, in every form in which they do.
  package func run(_ rule: Rule) -> [ExampleFailure] {
    rule.examples.flatMap { example in ExampleVariant.allCases.compactMap { run(example, of: rule, as: $0) } }
  }

  /// What rules must have: an example that passes, one that fails, and for a dated rule one that is not in force.
  package func missingVerdicts(of rule: Rule) -> [RuleExample.Verdict] {
    var needed: [RuleExample.Verdict] = [.passes, .fails]
    if !rule.inForce.isAlways { needed.append(.notInForce) }
    return needed.filter { verdict in !rule.examples.contains { $0.verdict == verdict } }
  }

  private func run(_ example: RuleExample, of rule: Rule, as variant: ExampleVariant) -> ExampleFailure? {
    let marked = MarkedText(variant.apply(example.yaml))
    let file = SourceFile(path: "\(rule.id): \(example.name)", text: marked.text)
    let loaded = FileReader(kinds: pack.kinds, symbols: pack.symbols).read(file, isNamed: false)
    let repository = Repository(loaded.documents)
    let judge = Judge(pack: pack, repository: repository, asOf: example.asOf)
    let verdicts = loaded.documents.compactMap { judge.judge($0, by: rule) }
    let findings = verdicts.flatMap(\.findings).sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }

    func failure(_ message: String) -> ExampleFailure {
      ExampleFailure(
        rule: rule, example: example, variant: variant, message: message,
        expected: MarkedText.marking(marked.text, marked.ranges),
        found: MarkedText.marking(marked.text, findings.map(\.place.range)))
    }

    if marked.isUnbalanced { return failure("a mark has no partner") }
    // An example may leave out what the format requires, but what it holds must be right.
    if let fault = loaded.diagnostics.first(where: { $0.severity == .error && $0.rule != "structure/missing-key" }) {
      return failure("the example is not well formed: \(fault.message)")
    }
    if verdicts.isEmpty { return failure("the example holds no document that the rule is for") }
    let verdict = self.verdict(of: verdicts)
    if verdict != example.verdict {
      let reasons = verdicts.flatMap(\.undecided).map(\.reason)
      let detail = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
      return failure("it should be \(example.verdict.rawValue), but is \(verdict.rawValue)\(detail)")
    }
    if example.verdict == .fails, let reason = verdicts.flatMap(\.undecided).first?.reason {
      return failure("a part of it is undecided: \(reason)")
    }
    let places = findings.map(\.place.range)
    if places != marked.ranges { return failure("the places reported are not the marked ones") }
    if let message = example.message, !findings.contains(where: { $0.message == message }) {
      let messages = findings.map(\.message).joined(separator: "; ")
      return failure("the message should be '\(message)', but is '\(messages)'")
    }
    if rule.bodies.values.contains(where: { $0.fix != nil }) || example.after != nil {
      let expected = example.after.map { MarkedText(variant.apply($0)).text }
      let fix = ExampleFix(pack: pack, rule: rule, asOf: example.asOf)
      if let fault = fix.fault(marked.text, path: file.path, expected: expected) { return failure(fault) }
    }
    return nil
  }

  private func verdict(of verdicts: [Verdict]) -> RuleExample.Verdict {
    if verdicts.contains(where: { !$0.findings.isEmpty }) { return .fails }
    if verdicts.contains(where: { !$0.undecided.isEmpty }) { return .undecided }
    if verdicts.allSatisfy({ !$0.isInForce }) { return .notInForce }
    return verdicts.contains { $0.passed > 0 } ? .passes : .notApplicable
  }
}
