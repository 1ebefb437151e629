import ConcordatDiagnostics
import ConcordatReport
import SourceText

extension Specimen {
  /// What a page can hold beyond what every format says; invented for illustration.
  static let pages: [Specimen] = [
    Specimen(name: "county", report: county),
    Specimen(name: "accepted", report: accepted),
  ]

  /// An agreement with targets of every shape, two districts with a strategy and one without.
  private static let county: LintReport = {
    let agreement = Marked("agreements/county.yaml", "kind: local-area-agreement\nid: ⟦county-laa⟧\ntargets:\n  - id: ⟦homes⟧\n")
    let north = Marked("strategies/north.yaml", "kind: sustainable-community-strategy\nid: ⟦north-scs⟧\n")
    let south = Marked("strategies/south.yaml", "kind: sustainable-community-strategy\nid: ⟦south-scs⟧\n")
    let targets = [
      LintReport.Target(
        id: "homes", indicator: "NI 155", title: "Affordable homes", unit: "homes", direction: .higher,
        baseline: .init(period: "2006/07", text: "1070", value: 1070),
        figures: [
          .init(period: "2008/09", text: "1150", value: 1150), .init(period: "2009/10", text: "1100", value: 1100),
          .init(period: "2010/11", text: "1250", value: 1250),
        ], priorities: ["homes"]),
      LintReport.Target(
        id: "crime", indicator: "NI 16", title: "Crime", direction: .lower,
        baseline: .init(period: "", text: "12.4 (2005-2007 ave)", value: 12.4, isPlain: false),
        figures: [.init(period: "2008/09", text: "tbc", value: nil), .init(period: "2009/10", text: "11.6", value: 11.6)],
        priorities: ["safety"]),
      LintReport.Target(
        id: "level", title: "The same all the way", baseline: .init(period: "2006/07", text: "5", value: 5),
        figures: [.init(period: "2008/09", text: "5", value: 5)]),
      LintReport.Target(id: "none", title: "No figure at all", priorities: ["safety"]),
      LintReport.Target(
        id: "far", title: "As far apart as numbers can be", direction: .higher,
        baseline: .init(period: "", text: "-1.7e308", value: -Double.greatestFiniteMagnitude),
        figures: (0..<9).map { .init(period: "20\($0)", text: "1.7e308", value: .greatestFiniteMagnitude) }),
    ]
    let outline = LintReport.Outline(
      targets: targets,
      priorities: [
        .init(id: "homes", title: "Homes", from: ["north-scs#homes", "south-scs#houses"]),
        .init(id: "safety", title: "Safety", from: ["north-scs#streets"]),
        .init(id: "culture", title: "Culture", from: ["south-scs#theatre"]),
      ],
      omissions: [.init(priority: "south-scs#rail", reason: "not measurable by the national set")],
      districts: [
        .init(name: "North District Council", strategy: "north-scs"), .init(name: "South District Council", strategy: "south-scs"),
        .init(name: "West District Council", strategy: nil),
      ])
    func strategy(_ marked: Marked, _ id: String, _ priorities: [LintReport.Priority]) -> LintReport.Subject {
      .init(
        id: id, kind: "sustainable-community-strategy", label: "sustainable community strategy", title: "Strategy of \(id)",
        authority: nil, day: nil, place: marked[0], outline: .init(priorities: priorities))
    }
    var report = LintReport(
      [
        .plain("targets/value-missing", .error, "the target 'homes' has no figure for 2011/12", agreement[1]),
        .plain("quality/unit", .advice, "the target 'homes' does not say what it counts", agreement[1]),
        .plain("strategy/period", .review, "whether the period is right is for a person to judge", north[0]),
      ], files: 3, documents: 3)
    report.subjects = [
      .init(
        id: "county-laa", kind: "local-area-agreement", label: "Local Area Agreement", title: "Agreement of the County",
        authority: "County Council", day: "2008-06-30", place: agreement[0], outline: outline),
      strategy(
        north, "north-scs",
        [.init(id: "homes", title: "Homes for all"), .init(id: "streets", title: "Safe streets"), .init(id: "hills", title: "")]),
      strategy(
        south, "south-scs",
        [
          .init(id: "houses", title: "Houses"), .init(id: "theatre", title: "A theatre", isTop: true),
          .init(id: "rail", title: "Trains", isTop: true),
        ]),
    ]
    return report
  }()

  private static let accepted: LintReport = {
    let text = Marked("a: ⟦1⟧\nb: ⟦2⟧\n")
    var report = LintReport([])
    report.asOf = "2009-04-01"
    report.changes = ["quality/unit is switched off", "targets/value-missing is a warning, an error in the pack"]
    report.suppressed = [
      .init(
        diagnostic: .consent(text[0]),
        suppression: .init(
          kind: .exception, reason: "the consent is promised for May", acceptedBy: "Chief Executive", until: "2009-05-31")),
      .init(diagnostic: .plain(text[1]), suppression: .init(kind: .baseline)),
    ]
    return report
  }()
}
