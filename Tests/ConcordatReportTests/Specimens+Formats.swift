import ConcordatDiagnostics
import ConcordatReport
import SourceText

extension Specimen {
  static let all = places + findings + formats

  /// Reports in which there is something of everything, and those that are hard on a format.
  static let formats: [Specimen] = [Specimen(name: "daily", report: daily), Specimen(name: "ruler", report: ruler)]

  /// The fault sits behind a byte order mark, a character of two UTF-16 units and four bytes, and ends of lines in CR LF.
  static let ruled = Marked(
    "drafts/ruler.yaml",
    "\u{FEFF}🏛: {target: 1, ⟦target⟧: 2}\r\ncafe\u{301}: ⟦🏛 one\r\n  two⟧\r\nlast: ⟦\r\n⟧end: 1\r\n")

  static let ruler: LintReport = {
    var first = Diagnostic.plain("syntax/duplicate-key", .error, "the key target occurs twice", ruled[0])
    first.fixes = [
      Fix(
        title: "Rename the second", safety: .needsReview, edits: [.init(place: ruled[0], replacement: "target-2")])
    ]
    return LintReport([
      first, .plain("quality/two-lines", .warning, "the value stands on two lines", ruled[1], related: [.init(place: ruled[0], text: "as here")]),
      .plain("quality/no-value", .advice, "nothing is said of last", ruled[2]),
    ])
  }()

  /// A run as a repository sees it every day.
  static let daily: LintReport = {
    let laa = Marked(
      "./agreements/cambridgeshire.yaml",
      """
      kind: local-area-agreement
      id: cambridgeshire-laa-2008
      title: ⟦Cambridgeshire Local Area Agreement⟧
      status: ⟦in_efect⟧
      targets:
        - id: ⟦affordable-homes⟧
          value: ⟦54.5 (2005-2007 ave)⟧
          relates_to:
            - body: ⟦huntingdonshire⟧
            - body: ⟦fenland⟧ # concordat: allow statutory/relates-to-without-consent

      """)
    let scs = Marked("strategies/fenland scs.yaml", "id: fenland-scs\nvision: ⟦to be the best⟧\n---\nid: ⟦lsp⟧\n")
    let gone = Diagnostic.Place(file: SourceFile(path: "agreements/essex.yaml", text: []), range: ByteRange(0, 0))
    var status = Diagnostic.plain("structure/bad-choice", .error, "'in_efect' is no status", laa[1])
    status.help = "Did you mean in_effect?"
    status.document = "cambridgeshire-laa-2008"
    status.path = "status"
    status.fixes = [Fix(title: "Write in_effect", safety: .safe, edits: [.init(place: laa[1], replacement: "in_effect")])]
    var figure = Diagnostic.plain(
      "structure/figure-with-period", .warning, "'54.5 (2005-2007 ave)' is a figure, then a period", laa[3])
    figure.help = "Write value: 54.5 and period: 2005-2007"
    figure.document = "cambridgeshire-laa-2008"
    figure.path = "targets/affordable-homes/value"
    figure.fixes = [
      Fix(
        title: "Write value: 54.5 and period: 2005-2007", safety: .needsReview,
        edits: [
          .init(place: laa[3], replacement: "54.5"),
          .init(
            place: .init(file: laa.file, range: ByteRange(laa.ranges[3].upperBound, laa.ranges[3].upperBound)),
            replacement: "\n    period: 2005-2007"),
        ])
    ]
    var consent = Diagnostic.consent(laa[4], related: [.init(place: laa[2], text: "named in this target")])
    consent.path = "targets/affordable-homes/relates_to/huntingdonshire"
    consent.notes = ["the register row of huntingdonshire was not verified"]
    var accepted = Diagnostic.consent(laa[5], message: "Fenland District Council is named in target NI 192 but no consent is recorded")
    accepted.path = "targets/affordable-homes/relates_to/fenland"
    var vague = Diagnostic.plain("strategy/vision-vague", .advice, "the vision names no figure", scs[0])
    vague.document = "fenland-scs"
    vague.path = "vision"
    var judge = Diagnostic.plain("strategy/vision-shared", .review, "whether the partners share the vision is for a person to judge", scs[0])
    judge.document = "fenland-scs"
    var old = Diagnostic.plain("quality/title-short", .advice, "the title is short", laa[0])
    old.document = "cambridgeshire-laa-2008"
    var missing = Diagnostic.plain("input/missing", .error, "there is no file or folder of this name", gone)
    missing.help = "Did you mean agreements/exeter.yaml?"
    var report = LintReport(
      tool: .init(name: "concordat", version: "1.0.0", packs: [(name: "england", version: "2008.1")]),
      rules: [
        .init(
          id: "quality/title-short", title: "Title is short", severity: .advice, provision: nil,
          rationale: "A title is what people find\na document by.", help: "Name the authority in it.", kinds: ["local-area-agreement"]),
        .init(
          id: "statutory/relates-to-without-consent", title: "Body named in a target without its consent", severity: .error,
          provision: .consent, rationale: "A target binds only those who agreed to it.",
          help: "Record the day under {consent}, or take {body} out of relates_to.", kinds: ["local-area-agreement"]),
        .init(
          id: "strategy/vision-shared", title: "Vision is shared", severity: .review,
          provision: Citation(
            id: "g/1", citation: "Strong and prosperous communities (2006), para 5.1", summary: "The vision is shared",
            kind: .guidance, reading: .inferred)),
        .init(id: "strategy/vision-vague", title: "Vision names no figure", severity: .advice, provision: nil),
      ],
      diagnostics: [missing, status, figure, consent, vague, judge],
      undecided: [
        .init(
          rule: "alignment/priority-reflected", document: "cambridgeshire-laa-2008", file: laa.file.path,
          reason: "the sustainable community strategy of East Cambridgeshire District Council is not in the repository",
          missing: "the sustainable community strategy of East Cambridgeshire District Council"),
        .init(rule: "targets/baseline-plausible", document: "cambridgeshire-laa-2008", file: laa.file.path, reason: "the baseline of NI 155 has no value"),
      ],
      files: 2, documents: 3,
      suppressed: [
        .init(diagnostic: old, suppression: .init(kind: .baseline)),
        .init(
          diagnostic: accepted,
          suppression: .init(
            kind: .comment, reason: "the consent is on its way", acceptedBy: "Cambridgeshire Together", until: "2009-06-30",
            place: laa[5])),
      ],
      subjects: [
        .init(
          id: "cambridgeshire-laa-2008", kind: "local-area-agreement", label: "local area agreement",
          title: "Cambridgeshire Local Area Agreement", authority: "Cambridgeshire County Council", day: "2009-04-01", place: laa[0]),
        .init(
          id: "fenland-scs", kind: "sustainable-community-strategy", label: "sustainable community strategy", title: "",
          authority: nil, day: "2009-04-01", place: scs[0]),
        .init(
          id: "lsp", kind: "local-strategic-partnership", label: "local strategic partnership", title: "", authority: nil,
          day: nil, place: scs[1]),
      ],
      changes: ["quality/title-long is switched off by concordat.yaml, line 4"], asOf: "2009-04-01",
      formRules: ["exceptions/unused", "structure/bad-choice", "structure/figure-with-period", "syntax/duplicate-key"])
    report.assignFingerprints()
    return report
  }()
}
