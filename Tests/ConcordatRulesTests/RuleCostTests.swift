import ConcordatEngine
import ConcordatModel
import ConcordatRules
import SourceText
import Testing

/// Rules that would take too long: refused when the pack is loaded, with the arithmetic and what to bound.
struct RuleCostTests {
  /// A kind with one list that has a bound and one that has none.
  static let kind = """
    $schema: https://json-schema.org/draft/2020-12/schema
    $id: urn:concordat:specimen:ledger
    title: Ledger
    x-kind: {one: ledger, of: ledger_of, all: ledgers, label: ledger}
    x-day: [published]
    type: object
    required: [kind, id, entries, pages]
    additionalProperties: false
    properties:
      kind: {const: ledger}
      id: {type: string}
      published: {type: string, format: date}
      entries: {type: array, items: {type: string}}
      pages:
        type: array
        maxItems: 500
        items:
          type: object
          additionalProperties: false
          required: [lines]
          properties:
            lines: {type: array, maxItems: 300, items: {type: array, maxItems: 1000, items: {type: string}}}

    """

  static func rule(loops: String = "", require: String) -> String {
    """
    rule: targets/specimen
    title: A specimen
    severity: warning
    provision: lgpiha-2007/s105-1
    source: verified
    rationale: To show what is refused.
    applies_to: ledger
    \(loops)require: "\(require)"
    at: document.id
    message: the ledger is too long
    help: Shorten it
    examples: []

    """
  }

  struct Specimen: Sendable, CustomTestStringConvertible {
    var yaml: String
    var message: String
    var help: String
    var testDescription: String { message }
  }

  static let specimens: [Specimen] = [
    Specimen(
      yaml: rule(require: "⟦document.entries⟧.all(e, e != document.id)"),
      message: "this may take any number of steps, and 1,000,000,000,000,000,000 are allowed: document.entries × '!=': any number × 100",
      help: "give ledger.entries maxItems in its schema"),
    Specimen(
      yaml: rule(
        loops: "for_each:\n  page: document.pages\n  entry: document.entries\n", require: "⟦entry != document.id⟧"),
      message: "this may take any number of steps, and 1,000,000,000,000,000,000 are allowed: document.pages × "
        + "document.entries × '!=': 500 × any number × 100",
      help: "give ledger.entries maxItems in its schema"),
    Specimen(
      yaml: rule(
        loops: "for_each:\n  page: document.pages\n  line: page.lines\n  word: line\n  other: document.pages\n",
        require: "⟦other.lines⟧.all(l, document.pages.all(p, p.lines.all(m, word in m)))"),
      message: "this may take more steps than can be counted, and 1,000,000,000,000,000,000 are allowed: document.pages × "
        + "page.lines × line × document.pages × other.lines × document.pages × p.lines × in(): "
        + "500 × 300 × 1,000 × 500 × 300 × 500 × 300 × 1,000",
      help: "lower the bound of ledger.pages or of ledger.pages.lines, or go through fewer elements"),
  ]

  private func load(_ rule: MarkedText) -> (pack: RulePack, file: SourceFile) {
    let file = SourceFile(path: "targets/specimen.yaml", text: rule.text)
    let kind = SourceFile(path: "kinds/ledger.yaml", text: Array(Self.kind.utf8))
    let pack = PackLoader.load([
      .england,
      PackFiles(name: "specimen", files: ["targets/specimen.yaml": file, "kinds/ledger.yaml": kind]),
    ])
    return (pack, file)
  }

  @Test(arguments: specimens)
  func `a rule that may take too long is refused at its heaviest loop`(specimen: Specimen) throws {
    let marked = MarkedText(Array(specimen.yaml.utf8))
    let (pack, file) = load(marked)
    let faults = pack.faults.filter { $0.file === file }
    try #require(faults.count == 1, "\(pack.faults.map(\.message))")
    #expect(faults[0].message == specimen.message)
    #expect(faults[0].help == specimen.help)
    #expect([faults[0].range] == marked.ranges)
    #expect(pack.rule(id: "targets/specimen") == nil)
  }

  @Test func `long lists inside each other are no fault while their product is bounded`() {
    let marked = MarkedText(
      Array(
        Self.rule(
          loops: "for_each:\n  page: document.pages\n  line: page.lines\n",
          require: "line.all(w, document.pages.exists(p, p.lines.exists(l, l.size() > 3)))"
        ).utf8))
    let (pack, _) = load(marked)
    #expect(pack.faults.isEmpty, "\(pack.faults.map(\.message))")
    #expect(pack.rule(id: "targets/specimen") != nil)
  }
}
