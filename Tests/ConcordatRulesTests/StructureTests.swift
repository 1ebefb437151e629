import ConcordatDiagnostics
import SourceText
import Testing

/// Faults of form: each specimen has one, and the mark is the place that must be reported.
struct StructureTests {
  struct Specimen: Sendable, CustomTestStringConvertible {
    var yaml: String
    var rule: String
    var message: String
    var help: String?
    var severity = Severity.error
    var testDescription: String { message }

    static func document(_ body: String) -> String {
      "kind: local-area-agreement\nid: x\ntitle: T\nauthority: cambridgeshire\nstatus: draft\n" + body
    }
  }

  static let specimens: [Specimen] = [
    Specimen(
      yaml: Specimen.document("⟦partnres⟧: []\n"), rule: "structure/unknown-key",
      message: "'partnres' is not a key of the document: did you mean 'partners'?", help: "Write partners in its place"),
    Specimen(
      yaml: Specimen.document("targets:\n  - id: a\n    scope: local\n    ⟦tilte⟧: T\n"), rule: "structure/unknown-key",
      message: "'tilte' is not a key of target 'a': did you mean 'title'?", help: "Write title in its place"),
    Specimen(
      yaml: "⟦kind⟧: local-area-agreement\nid: x\nauthority: cambridgeshire\nstatus: draft\n", rule: "structure/missing-key",
      message: "the document has no 'title'", help: "Add title: the title as printed on the cover"),
    Specimen(
      yaml: Specimen.document("partners:\n  - ⟦capacity⟧: other\n"), rule: "structure/missing-key",
      message: "partner has neither body nor name and sector", help: "Add body, or name and sector"),
    Specimen(
      yaml: Specimen.document("approved: ⟦30/06/2008⟧\n"), rule: "structure/bad-day", message: "'30/06/2008' is not a day",
      help: "Write 2008-06-30"),
    Specimen(
      yaml: Specimen.document("approved: ⟦2008-02-30⟧\n"), rule: "structure/bad-day",
      message: "'2008-02-30' is not a day of the calendar",
      help: "Check the day and the month; the form is year-month-day"),
    Specimen(
      yaml: "kind: local-area-agreement\nid: x\ntitle: T\nauthority: cambridgeshire\nstatus: ⟦in-effect⟧\n",
      rule: "structure/bad-choice", message: "status cannot be 'in-effect': did you mean 'in_effect'?",
      help: "Write one of draft, submitted, in_effect or ended"),
    Specimen(
      yaml: Specimen.document("⟦targets⟧:\n  a: {scope: local}\n"), rule: "structure/wrong-type",
      message: "targets should be a list, but is a set of keys and values", help: "Put - before each entry under targets:"),
    Specimen(
      yaml: Specimen.document("targets: ⟦none yet⟧\n"), rule: "structure/wrong-type",
      message: "targets should be a list, but is the text 'none yet'",
      help: "Begin each entry under targets: on a line of its own with - and its keys, such as id, scope or indicator"),
    Specimen(
      yaml: Specimen.document("targets:\n  - {id: a, scope: local, wellbeing: ⟦economic⟧}\n"), rule: "structure/wrong-type",
      message: "wellbeing should be a list, but is the text 'economic'", help: "Write wellbeing: [economic]"),
    Specimen(
      yaml: Specimen.document("period: ⟦2008-2011⟧\n"), rule: "structure/wrong-type",
      message: "period should be a set of keys and values, but is the text '2008-2011'",
      help: "Write the keys under period, such as from or through"),
    Specimen(
      yaml: Specimen.document("⟦approved⟧: [2008-06-30]\n"), rule: "structure/wrong-type",
      message: "approved should be a day, but is a list", help: "Write approved: 2008-06-30"),
    Specimen(
      yaml: Specimen.document("targets:\n  - {id: a, scope: local, values: ⟦1150⟧}\n"), rule: "structure/wrong-type",
      message: "values should be a set of keys and values, but is the text '1150'",
      help: "Write values: {2008/09: the figure, 2009/10: the figure}"),
    Specimen(
      yaml: Specimen.document("partners:\n  - {body: huntingdonshire, capacity: ⟦partner⟧}\n"), rule: "structure/bad-choice",
      message: "capacity cannot be 'partner': did you mean 'partner_authority'?", help: "Write one of partner_authority or other"),
    Specimen(
      yaml: Specimen.document("partners:\n  - {body: ⟦suffolk-pct⟧, capacity: other}\n"), rule: "structure/unknown-body",
      message: "'suffolk-pct' is on no register: did you mean 'pct-suffolk' (Suffolk Primary Care Trust)?", help: "Write pct-suffolk"),
    Specimen(
      yaml: Specimen.document("targets:\n  - {id: a, scope: local, indicator: ⟦192⟧}\n"), rule: "structure/unknown-indicator",
      message: "'192' is not the number of an indicator", help: "Write NI 192"),
    Specimen(
      yaml: Specimen.document("direction: {first: ⟦maybe⟧}\n"), rule: "structure/wrong-type",
      message: "first should be true or false, but is 'maybe'", help: "Write true or false"),
    Specimen(
      yaml: Specimen.document("targets:\n  - {id: a, scope: local, evidence: [{source: S, year: ⟦last⟧}]}\n"),
      rule: "structure/wrong-type", message: "'last' is not a whole number (year)", help: "Write digits only"),
    Specimen(
      yaml: "kind: local-area-agreement\nid: ⟦My LAA⟧\ntitle: T\nauthority: cambridgeshire\nstatus: draft\n",
      rule: "structure/bad-form", message: "'My LAA' cannot be the id",
      help: "Use small letters, digits and hyphens, such as my-laa"),
    Specimen(
      yaml: Specimen.document("⟦council_approval⟧:\n"), rule: "structure/empty-value", message: "council_approval is empty",
      help: "Write a day, or take the key out", severity: .warning),
    Specimen(
      yaml: Specimen.document("targets:\n  - id: a\n    scope: local\n    values: {⟦2008-09⟧: 5}\n"), rule: "structure/bad-year",
      message: "'2008-09' is not a financial year", help: "Write 2008/09"),
    Specimen(
      yaml: Specimen.document("targets:\n  - id: a\n    scope: local\n    values: {2008/09: ⟦TBC⟧}\n"),
      rule: "structure/figure-to-come", message: "'TBC' stands where a figure belongs for 2008/09",
      help: "If the figure is not known yet, leave it out and write placeholder: {reason: why, due: the day it will be set}",
      severity: .warning),
    Specimen(
      yaml: Specimen.document("targets:\n  - id: a\n    scope: local\n    values: {2008/09: ⟦4.6%⟧}\n"),
      rule: "structure/figure-with-unit", message: "'4.6%' was read as 4.6", help: "Write 4.6, and unit: percent on the target",
      severity: .warning),
    Specimen(
      yaml: Specimen.document("targets:\n  - id: a\n    scope: local\n    baseline: {value: ⟦54.5 (2005-2007 ave)⟧}\n"),
      rule: "structure/figure-with-period", message: "'54.5 (2005-2007 ave)' is a figure, then a period",
      help: "Write value: 54.5 and period: 2005-2007", severity: .warning),
    Specimen(
      yaml: Specimen.document("targets:\n  - id: a\n    scope: local\n    values: {2008/09: ⟦N/A⟧}\n"),
      rule: "structure/figure-missing", message: "'N/A' stands where a figure belongs for 2008/09",
      help: "Leave the figure out, and say why under placeholder or note", severity: .warning),
    Specimen(
      yaml: Specimen.document("targets:\n  - id: a\n    scope: local\n    values: {2008/09: ⟦New PI⟧}\n"),
      rule: "structure/figure-to-come", message: "'New PI' stands where a figure belongs for 2008/09",
      help: "If the figure is not known yet, leave it out and write placeholder: {reason: why, due: the day it will be set}",
      severity: .warning),
    Specimen(
      yaml: Specimen.document("partners:\n  - {body: ⟦huntingdonshir⟧, capacity: partner_authority}\n"),
      rule: "structure/unknown-body",
      message: "'huntingdonshir' is on no register: did you mean 'huntingdonshire' (Huntingdonshire Council)?",
      help: "Write huntingdonshire"),
    Specimen(
      yaml: Specimen.document("partners:\n  - {body: ⟦Huntingdonshire District Council⟧, capacity: partner_authority}\n"),
      rule: "structure/unknown-body",
      message:
        "'Huntingdonshire District Council' is on no register: did you mean 'huntingdonshire' (Huntingdonshire Council)?",
      help: "Write huntingdonshire"),
    Specimen(
      yaml: Specimen.document("targets:\n  - {id: a, scope: local, lead: ⟦Local Govt / VCFS⟧}\n"), rule: "structure/unknown-body",
      message: "'Local Govt / VCFS' is on no register of authorities or partner bodies",
      help: "Name one body by its register id, or by the name under which it is listed as a partner"),
    Specimen(
      yaml: Specimen.document("targets:\n  - {id: a, scope: local, indicator: ⟦N1 112⟧}\n"), rule: "structure/unknown-indicator",
      message: "'N1 112' is not the number of an indicator", help: "Write NI 112"),
    Specimen(
      yaml: Specimen.document("priorities: [{id: homes, title: H}]\ntargets:\n  - {id: a, scope: local, priorities: [⟦home⟧]}\n"),
      rule: "structure/unknown-entry", message: "'home' is not one of the priorities of this document: did you mean 'homes'?",
      help: "Write homes"),
    Specimen(
      yaml: Specimen.document("partnership: ⟦x⟧\n"), rule: "structure/unknown-document",
      message: "'x' is not a local strategic partnership but a Local Area Agreement",
      help: "Write the id of a local strategic partnership"),
    Specimen(
      yaml: "kind: ⟦local-area-agrement⟧\nid: x\n", rule: "structure/unknown-kind",
      message: "'local-area-agrement' is not a kind of document: did you mean 'local-area-agreement'?",
      help: "Write one of action-plan, child-poverty-strategy, community-safety-agreement, economic-assessment, joint-strategic-needs-assessment, local-area-agreement, local-development-document, local-strategic-partnership, memorandum, multi-area-agreement, partnership-plan, pooled-fund, revision-proposal, scrutiny-report, strategic-assessment or sustainable-community-strategy"),
  ]

  @Test(arguments: specimens)
  func `a fault of form is reported at its place, with what to write`(specimen: Specimen) async throws {
    let (report, marks) = await lint(specimen.yaml)
    let faults = report.faultsOfForm
    try #require(faults.count == 1, "\(faults.map(\.message))")
    #expect(faults[0].rule == specimen.rule)
    #expect(faults[0].message == specimen.message)
    if let help = specimen.help { #expect(faults[0].help == help) }
    #expect(faults[0].severity == specimen.severity)
    #expect([faults[0].place.range] == marks)
  }

  private static func version(_ id: String, previous: String) -> String {
    "kind: local-area-agreement\nid: \(id)\ntitle: T\nauthority: cambridgeshire\nstatus: draft\nprevious: \(previous)\n"
  }

  @Test func `versions that go round in a circle are reported once`() async {
    let (two, marks) = await lint(Self.version("a", previous: "⟦b⟧") + "---\n" + Self.version("b", previous: "a"))
    #expect(two.faultsOfForm.map(\.rule) == ["structure/circular-reference"])
    #expect(
      two.faultsOfForm.first?.message
        == "the versions 'a' and 'b' go round in a circle: each is said to replace the next, and the last the first")
    #expect(two.faultsOfForm.map(\.place.range) == marks)
    let (own, _) = await lint(Self.version("a", previous: "a"))
    #expect(own.faultsOfForm.map(\.message) == ["'a' names itself as the version before it"])
    // A version before a circle is no part of it.
    let (tail, _) = await lint(
      [Self.version("c", previous: "b"), Self.version("b", previous: "a"), Self.version("a", previous: "b")].joined(separator: "---\n"))
    #expect(tail.faultsOfForm.map(\.rule) == ["structure/circular-reference"])
    let (chain, _) = await lint(
      Self.version("c", previous: "b") + "---\n" + Self.version("b", previous: "a") + "---\n"
        + "kind: local-area-agreement\nid: a\ntitle: T\nauthority: cambridgeshire\nstatus: draft\n")
    #expect(chain.faultsOfForm.isEmpty)
  }

  @Test func `an id that two documents have is reported at the second, with the first beside it`() async {
    let one = "kind: local-area-agreement\nid: a\ntitle: T\nauthority: cambridgeshire\nstatus: draft\n"
    let (report, marks) = await lint(one + "---\n" + one.replacing("id: a", with: "id: ⟦a⟧"))
    #expect(report.faultsOfForm.map(\.message) == ["two documents have the id 'a'"])
    #expect(report.faultsOfForm.map(\.place.range) == marks)
    #expect(report.faultsOfForm.first?.related.map(\.text) == ["the other document with this id"])
  }

  @Test func `a document that is not there is named once, however many rules need it`() async {
    let (report, _) = await lint(
      """
      kind: local-area-agreement
      id: laa
      title: T
      authority: rutland
      status: submitted
      submitted: 2008-05-30
      regard: {strategies: [rutland-scs]}
      priorities: [{id: homes, title: Homes, from: [rutland-scs#homes]}]
      """)
    let needs = Dictionary(grouping: report.undecided.filter { $0.missing != nil }) { $0.missing ?? "" }
    #expect(needs.values.contains { $0.count > 1 })
    #expect(needs.values.allSatisfy { Set($0.map(\.reason)).count == 1 })
    #expect(report.faultsOfForm.isEmpty)
  }

  @Test func `scalars are typed by the format, not by their look`() async {
    let (report, _) = await lint(
      """
      kind: local-area-agreement
      id: "08"
      title: no
      authority: cambridgeshire
      status: draft
      note: 1e3
      targets:
        - {id: a, scope: local, title: 2008/09, values: {2008/09: "12", 2009/10: 0x1F}}
      """)
    #expect(report.faultsOfForm.map(\.message) == ["'0x1F' cannot be read as a figure"])
  }

  @Test func `one bad cell hides no other`() async {
    let (report, marks) = await lint(
      StructureTests.Specimen.document(
        """
        targets:
          - {id: a, scope: local, values: {2008/09: ⟦TBC⟧, 2009/10: 5, 2010/11: ⟦tba⟧}}
          - {id: b, scope: ⟦lokal⟧, values: {2008/09: 6}}

        """))
    #expect(report.faultsOfForm.map(\.place.range) == marks)
  }

  @Test func `an alias is reported where it stands, and shares what its anchor holds`() async {
    let (report, marks) = await lint(
      StructureTests.Specimen.document(
        """
        partners:
          - body: &b ⟦fenlnd⟧
            capacity: other
        consultation:
          - {body: ⟦*b⟧, on: 2008-01-01}

        """))
    #expect(report.faultsOfForm.map(\.place.range) == marks)
  }

  @Test func `merged keys count, and explicit keys win`() async {
    let (report, _) = await lint(
      StructureTests.Specimen.document(
        """
        targets:
          - &base {id: a, scope: local, unit: homes}
          - {<<: *base, id: b}

        """))
    #expect(report.faultsOfForm.isEmpty)
  }

  @Test func `two documents with one id are told of each other`() async {
    let (report, marks) = await lint(
      """
      kind: local-strategic-partnership
      id: lsp
      title: A
      authority: halton
      ---
      kind: local-strategic-partnership
      id: ⟦lsp⟧
      title: B
      authority: halton
      """)
    #expect(report.faultsOfForm.map(\.place.range) == marks)
    #expect(report.faultsOfForm.first?.related.count == 1)
  }

  @Test func `the end of a figure with a comma inside braces is recognised`() async {
    let (report, marks) = await lint(
      StructureTests.Specimen.document("targets:\n  - {id: a, scope: local, values: {2009/10: 1,⟦200⟧}}\n"))
    let fault = report.faultsOfForm.first { $0.rule == "structure/bad-year" }
    #expect(fault.map { [$0.place.range] } == marks)
    #expect(fault?.help == "Inside { } a comma begins the next entry: write 1200, not 1,200")
  }

  @Test(arguments: [
    "values: {2008/99999999999999999999: 3}", "baseline: {value: '99999999999999999999/99', period: '999999999999999999999999'}",
    "values: {'': 1, 2008/09: 'x'}",
  ])
  func `long numbers where years belong end in a fault, not in a trap`(field: String) async {
    let (report, _) = await lint(StructureTests.Specimen.document("targets:\n  - id: a\n    scope: local\n    \(field)\n"))
    #expect(!report.faultsOfForm.isEmpty)
  }

  @Test func `a flood of faults is cut off, and looking for likely meanings is bounded`() async {
    let keys = (0..<12_000).map { "zzq\($0): 1\n" }.joined()
    let (report, _) = await lint(StructureTests.Specimen.document(keys))
    #expect(report.faultsOfForm.count == 10_001)
    #expect(report.faultsOfForm.contains { $0.rule == "structure/too-many-faults" })
  }

  @Test func `a misspelt kind is told even in a folder`() async {
    let (report, marks) = await lint("kind: ⟦local-area-agrement⟧\nid: x\n", isNamed: false)
    #expect(report.faultsOfForm.map(\.place.range) == marks)
  }

  @Test func `a document of no kind is passed over in a folder and a fault when named`() async {
    let walked = await lint("replicas: 3\n", isNamed: false)
    #expect(walked.report.diagnostics.isEmpty && walked.report.documents == 0)
    let named = await lint("⟦replicas⟧: 3\n")
    #expect(named.report.faultsOfForm.map(\.rule) == ["structure/unknown-kind"])
    #expect(named.report.faultsOfForm.map(\.place.range) == named.marks)
  }
}
