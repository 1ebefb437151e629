import ConcordatDiagnostics
import ConcordatReport
import SourceText

extension Specimen {
  /// What a finding can say, and how many there can be.
  static let findings: [Specimen] = [
    Specimen(name: "consent", report: consent(related: false)),
    Specimen(name: "related-same-file", report: consent(related: true)),
    Specimen(name: "related-same-line", report: sameLine),
    Specimen(name: "related-overlapping", report: overlapping),
    Specimen(name: "related-one-line-between", report: oneLineBetween),
    Specimen(name: "related-other-file", report: otherFile),
    Specimen(name: "related-other-file-without-source", report: otherFile, text: TextReport(showsSource: false)),
    Specimen(name: "related-many", report: manyRelated),
    Specimen(name: "readings", report: readings),
    Specimen(name: "notes", report: notes),
    Specimen(name: "severities-colour", report: severities, text: TextReport(colour: true)),
    Specimen(name: "severities", report: severities),
    Specimen(name: "related-colour", report: sameLine, text: TextReport(colour: true)),
    Specimen(name: "related-ascii", report: consent(related: true), text: TextReport(glyphs: .ascii)),
    Specimen(name: "long-line-ascii", report: longLine, text: TextReport(glyphs: .ascii)),
    Specimen(name: "thousand", report: thousand, hasJSON: false),
    Specimen(name: "hostile", report: hostile),
    Specimen(name: "hostile-colour", report: hostile, text: TextReport(colour: true), hasJSON: false),
    Specimen(name: "undecided", report: undecided),
    Specimen(name: "undecided-many", report: manyUndecided, hasJSON: false),
    Specimen(name: "undecided-colour", report: undecided, text: TextReport(colour: true), hasJSON: false),
    Specimen(name: "clean", report: LintReport([], files: 7, documents: 5)),
    Specimen(name: "nothing-read", report: LintReport([], files: 0, documents: 0)),
  ]

  private static let agreement = Marked(
    """
    kind: local-area-agreement
    id: cambridgeshire-laa-2008
    authority: cambridgeshire
    targets:
      - id: ⟦affordable-homes⟧
        indicator: NI 155
        title: Number of affordable homes delivered (gross)
        lead: cambridgeshire
        relates_to:
          - body: cambridgeshire
          - body: ⟦huntingdonshire⟧

    """
  )

  private static func consent(related: Bool) -> LintReport {
    LintReport([
      .consent(agreement[1], related: related ? [.init(place: agreement[0], text: "named in this target")] : [])
    ])
  }

  private static let sameLine: LintReport = {
    let text = Marked("relates_to:\n  - {⟦body⟧: ⟦huntingdonshire⟧, ⟦consent⟧: ⟦soon⟧}\n")
    return LintReport([
      .consent(
        text[1],
        related: [
          .init(place: text[3], text: "no day"), .init(place: text[0], text: "the body"),
          .init(place: text[2], text: "its consent"),
        ]
      )
    ])
  }()

  private static let overlapping: LintReport = {
    let text = Marked("period: ⟦{from: ⟦2011-04-01⟧, through: ⟦2008-03-31⟧}⟧\n")
    return LintReport([
      .plain(
        "structure/period-backwards", .error, "the period ends before it begins", text[2],
        related: [
          .init(place: text[0], text: "in this period"), .init(place: text[1], text: "begins here"),
          .init(place: text[2], text: "ends here"),
        ]
      )
    ])
  }()

  private static let oneLineBetween: LintReport = {
    let text = Marked("a: ⟦1⟧\nb: 2\nc: ⟦3⟧\nd: 4\ne: 5\nf: ⟦6⟧\n")
    return LintReport([
      .plain(text[1], related: [.init(place: text[0], text: "first"), .init(place: text[2], text: "last")])
    ])
  }()

  private static let otherFile: LintReport = {
    let draft = Marked("agreements/a.yaml", "priorities:\n  - from: [⟦fenland-scs#rail⟧]\n")
    let strategy = Marked(
      "strategies/fenland.yaml",
      String(repeating: "# about the strategy\n", count: 120) + "priorities:\n  - id: ⟦rails⟧\n  - id: ⟦homes⟧\n"
    )
    return LintReport(
      [
        .plain(
          "alignment/priority-unknown", .error, "fenland-scs has no priority rail", draft[0],
          related: [
            .init(place: strategy[0], text: "the nearest name"), .init(place: strategy[1], text: "the other priority"),
          ]
        )
      ],
      files: 2, documents: 2
    )
  }()

  private static let manyRelated: LintReport = {
    let text = Marked("ids: ⟦x⟧\n" + (0..<50).map { "k\($0): ⟦\($0)⟧\n" }.joined())
    return LintReport([.plain(text[0], related: (1...50).map { .init(place: text[$0], text: "again") })])
  }()

  private static let readings: LintReport = {
    let text = Marked("a: ⟦1⟧\n")
    let citations = [
      Citation(id: "a/1", citation: "Some Act 2007, s.1", summary: "s", reading: .verified),
      Citation(id: "a/2", citation: "Some Act 2007, s.2", summary: "s", reading: .verified, from: "2008-04-01"),
      Citation(id: "a/3", citation: "Some Act 2007, s.3", summary: "s", reading: .verified, through: "2015-05-25"),
      Citation(
        id: "g/1", citation: "Audit Commission, Governing partnerships (2005), paras 136-139", summary: "s",
        kind: .guidance, reading: .verified, from: "2005-10-01"
      ),
      Citation(id: "a/4", citation: "Some Act 2007, s.4", summary: "s", reading: .seed, from: "2008-04-01"),
      Citation(id: "a/5", citation: "Some Act 2007, s.5", summary: "s", reading: .inferred, from: "2008-04-01"),
    ]
    return LintReport(
      citations.map { citation in
        var diagnostic = Diagnostic.plain(text[0])
        diagnostic.provision = citation
        return diagnostic
      }
    )
  }()

  private static let notes: LintReport = {
    var diagnostic = Diagnostic.consent(agreement[1])
    diagnostic.notes = [
      "the register row of huntingdonshire was not verified", "the day of the document is taken from approved",
    ]
    diagnostic.help = "Record the day\nunder consent.\n"
    return LintReport([diagnostic])
  }()

  private static let severities: LintReport = {
    let text = Marked("a: ⟦1⟧\nb: ⟦2⟧\nc: ⟦3⟧\nd: ⟦4⟧\n")
    return LintReport(
      [
        .plain("quality/a", .error, "gravest", text[0]), .plain("quality/b", .warning, "grave", text[1]),
        .plain("quality/c", .advice, "good practice", text[2]), .plain("quality/d", .review, "for a person", text[3]),
        .plain("quality/d", .review, "for a person again", text[3]),
      ],
      undecided: [.init(rule: "quality/e", document: nil, file: "a.yaml", reason: "the value is not a number")],
      files: 7, documents: 5
    )
  }()

  private static let longLine = LintReport([
    .plain(Marked("note: \(String(repeating: "word ", count: 26))⟦fault⟧\(String(repeating: " tail", count: 34))\n")[0])
  ])

  private static let thousand: LintReport = {
    let one = Marked("a.yaml", (0..<940).map { "- ⟦value \($0)⟧\n" }.joined())
    let two = Marked("b.yaml", (0..<60).map { "- ⟦value \($0)⟧\n" }.joined())
    var diagnostics: [Diagnostic] = []
    for (file, rule) in [(one, "targets/value-not-a-number"), (two, "targets/value-not-a-number")] {
      for index in file.ranges.indices {
        diagnostics.append(.plain(rule, .error, "value \(index) is not a number", file[index]))
        if index % 40 == 0 { diagnostics.append(.plain("quality/other", .advice, "another rule", file[index])) }
      }
    }
    return LintReport(diagnostics, files: 2, documents: 2)
  }()

  /// A draft without a day: a page of names would hide the one sentence that matters.
  private static let manyUndecided = LintReport(
    [],
    undecided: (1...127).map {
      .init(rule: "targets/rule-\($0)", document: "draft", file: "draft.yaml", reason: "there is no day to judge by")
    })

  private static let undecided: LintReport = {
    var entries: [LintReport.Undecided] = []
    for number in 1...12 {
      entries.append(
        .init(
          rule: "alignment/rule-\(number)", document: "cambridgeshire-laa-2008", file: "agreements/cambridgeshire.yaml",
          reason: "the sustainable community strategy of Fenland District Council is not in the repository",
          missing: "the sustainable community strategy of Fenland District Council"
        )
      )
    }
    entries.append(
      .init(
        rule: "alignment/rule-1", document: "cambridgeshire-laa-2008", file: "agreements/cambridgeshire.yaml",
        reason: "the local strategic partnership cambridgeshire-together is not in the repository",
        missing: "the local strategic partnership cambridgeshire-together"
      )
    )
    for rule in (1...9).map({ "targets/rule-with-a-long-name-\($0)" }) + ["targets/rule-with-a-long-name-1"] {
      entries.append(
        .init(
          rule: rule, document: nil, file: "agreements/cambridgeshire.yaml", reason: "the baseline of NI 155 has no value"
        )
      )
    }
    entries.append(
      .init(rule: "finance/cost", document: "x", file: "agreements/x.yaml", reason: "the rule reached its cost limit")
    )
    return LintReport([], undecided: entries, files: 2, documents: 2)
  }()

  /// Everything that a terminal could obey or hide, in everything that comes from outside.
  private static let hostile: LintReport = {
    let bad = "\u{1B}[31mred\u{1B}]8;;http://x\u{07}\u{9B}1m\u{7F} \u{202E}evil\u{202C} \u{2066}i\u{2069} z\u{200B}w\r\n::error::x\u{2028}\u{0}"
    let text = Marked(
      "agreements/\(bad).yaml", "key: \"⟦\u{1B}[31mred\u{9B}m⟧ \u{202E}txet\u{202C}\u{200B}\" # \u{07}\u{7F} ⟦x⟧\n"
    )
    var diagnostic = Diagnostic.plain(
      "quality/\(bad)", .error, bad, text[0], related: [.init(place: text[1], text: bad)]
    )
    let provision = Citation(
      id: bad, citation: bad, summary: bad, address: bad, reading: .verified, from: bad, through: bad
    )
    diagnostic.provision = provision
    diagnostic.help = bad
    diagnostic.notes = [bad]
    diagnostic.document = bad
    return LintReport(
      [diagnostic],
      undecided: [
        .init(rule: "quality/\(bad)", document: bad, file: bad, reason: bad),
        .init(rule: "quality/\(bad)", document: bad, file: bad, reason: bad, missing: bad),
      ],
      rules: [.init(id: "quality/\(bad)", title: bad, severity: .error, provision: provision)]
    )
  }()
}
