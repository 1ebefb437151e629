import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatRules
import SourceText
import Testing

/// The pack for England: it loads without a fault, and every example of every rule comes out as it says.
struct PackTests {
  @Test func `the pack has no fault`() {
    for fault in England.pack.faults {
      Issue.record("\(fault.file.path):\(fault.file.position(of: fault.range.lowerBound).line): \(fault.message)")
    }
    #expect(England.pack.names.map(\.name) == ["england"])
  }

  @Test(arguments: England.pack.rules.map(\.id))
  func `the examples of a rule come out as they say, in every form`(id: String) throws {
    let rule = try #require(England.pack.rule(id: id))
    let runner = ExampleRunner(pack: England.pack)
    for failure in runner.run(rule) {
      Issue.record(
        """
        \(rule.id), \(failure.example.name), \(failure.variant.rawValue): \(failure.message)
        expected:
        \(String(decoding: failure.expected, as: UTF8.self))
        found:
        \(String(decoding: failure.found, as: UTF8.self))
        """)
    }
    #expect(runner.missingVerdicts(of: rule).isEmpty)
  }

  @Test func `an error stands on something that was read`() {
    let readings = Dictionary(uniqueKeysWithValues: England.pack.provisions.map { ($0.id, $0.reading) })
    // Data that cannot be right is an error whatever the law says.
    for rule in England.pack.rules where rule.severity == .error && !rule.id.hasPrefix("quality/") {
      let readings = rule.citations.map { readings[$0.id] ?? .inferred }
      #expect(readings.contains { $0 <= .summary }, "\(rule.id) is an error on the word of a background document")
    }
  }

  @Test func `a weaker reading is never shown as a firmer one`() {
    for rule in England.pack.rules {
      for citation in rule.citations { #expect(citation.reading >= rule.source) }
    }
  }

  @Test func `registers hold every row of the tables`() {
    #expect(England.pack.registers.authorities.rows.count == 397)
    #expect(England.pack.registers.partnerBodies.rows.count == 404)
    #expect(England.pack.registers.indicators.rows.count == 199)
  }
}

/// Broken rule files: refused when the pack is loaded, with the place in the file and what was probably meant.
struct BrokenRuleTests {
  struct Specimen: Sendable, CustomTestStringConvertible {
    var yaml: String
    var message: String
    var help: String?
    var testDescription: String { message }
  }

  static func rule(
    condition: String = "require: has(target.baseline)", head: String = "", at: String = "target.id",
    message: String = "target {{ target.id }} has no baseline"
  ) -> String {
    """
    rule: targets/specimen
    title: A specimen
    severity: warning
    provision: lgpiha-2007/s105-1
    source: verified
    \(head)rationale: To show what is refused.
    applies_to: local-area-agreement
    for_each:
      target: document.targets
    \(condition)
    at: \(at)
    message: "\(message)"
    help: Add one
    examples: []

    """
  }

  static let specimens: [Specimen] = [
    Specimen(
      yaml: rule(condition: "require: has(target.⟦basline⟧)"), message: "local-area-agreement.target has no field 'basline'",
      help: "did you mean 'baseline'?"),
    Specimen(
      yaml: rule(condition: "require: target.id ⟦==⟧ 3"),
      message: "'==' compares values of one type, and these are string and int"),
    Specimen(
      yaml: rule(condition: "require: ⟦target.id⟧"), message: "the expression must give bool, not string"),
    Specimen(
      yaml: rule(head: "in_force: {from: ⟦2008-02-30⟧}\n"), message: "'2008-02-30' is not a day of the calendar"),
    Specimen(
      yaml: rule(head: "in_force: {from: ⟦1 April 2008⟧}\n"), message: "'1 April 2008' is not a day", help: "Write 2008-04-01"),
    Specimen(yaml: rule(message: "target {{ ⟦targt⟧.id }}"), message: "'targt' is not declared", help: "did you mean 'target'?"),
    Specimen(yaml: rule(message: "target ⟦{{⟧ target.id"), message: "the braces opened here are not closed"),
    Specimen(yaml: rule(at: "⟦size(document.targets)⟧"), message: "a place is a chain of fields from a variable, such as target.designated.on"),
    Specimen(
      yaml: rule().replacing("severity: warning", with: "severity: ⟦waning⟧"),
      message: "severity cannot be 'waning': did you mean 'warning'?", help: "Write one of error, warning, advice or review"),
    Specimen(
      yaml: rule().replacing("lgpiha-2007/s105-1", with: "⟦lgpiha-2007/s105-11⟧"),
      message: "the pack has no provision 'lgpiha-2007/s105-11'", help: "Did you mean lgpiha-2007/s105-1?"),
    Specimen(
      yaml: rule().replacing("applies_to: local-area-agreement", with: "applies_to: ⟦local-area-agreements⟧"),
      message: "'local-area-agreements' is not a kind of document", help: "Did you mean local-area-agreement?"),
    Specimen(
      yaml: rule().replacing("rule: targets/specimen", with: "rule: ⟦targets/other⟧"),
      message: "the rule calls itself 'targets/other' but its file is targets/specimen.yaml",
      help: "Write rule: targets/specimen, or move the file"),
    Specimen(
      yaml: rule(condition: "require: >-\n  has(target.baseline) &&\n  target.⟦vales⟧.size() > 0"),
      message: "local-area-agreement.target has no field 'vales'", help: "did you mean 'values'?"),
    Specimen(
      yaml: rule().replacing("document.targets", with: "⟦document.title⟧"),
      message: "for_each needs a list or a map, but this is string"),
  ]

  @Test(arguments: specimens)
  func `a broken rule file is refused at the right place`(specimen: Specimen) throws {
    let marked = MarkedText(Array(specimen.yaml.utf8))
    let file = SourceFile(path: "targets/specimen.yaml", text: marked.text)
    let pack = PackLoader.load([.england, PackFiles(name: "specimen", files: ["targets/specimen.yaml": file])])
    let faults = pack.faults.filter { $0.file === file }
    try #require(faults.count == 1, "\(faults.map(\.message))")
    #expect(faults[0].message == specimen.message)
    if let help = specimen.help { #expect(faults[0].help == help) }
    #expect([faults[0].range] == marked.ranges)
    #expect(pack.rule(id: "targets/specimen") == nil)
    #expect(pack.rules.count == England.pack.rules.count, "a broken rule takes no other down")
  }
}

extension String {
  /// The text with one part replaced, without Foundation.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }

  private func firstRange(of part: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(part) { return index..<self.index(index, offsetBy: part.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
