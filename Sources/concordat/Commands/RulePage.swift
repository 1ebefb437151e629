import ConcordatDiagnostics
import ConcordatEngine
import ConcordatRules

/// The page that explains a rule.
struct RulePage {
  let rule: Rule
  let pack: RulePack

  func write(on page: inout Page) {
    page.heading(rule.catalogue.map { "\(rule.id) (\($0))" } ?? rule.id)
    page.paragraph(rule.title, indent: 2)
    page.blank()
    page.entry("Severity", RuleWords.meaning(of: rule.severity))
    page.entry("In force", RuleWords.dates(rule.inForce))
    page.entry("Applies to", rule.kinds.map { pack.kind(named: $0)?.label ?? $0 }.joined(separator: ", "))
    writeLaw(on: &page)
    section("Why", rule.rationale, on: &page)
    page.blank()
    page.heading("What the finding says, with what is filled in between braces")
    page.paragraph(rule.message, indent: 2)
    page.blank()
    page.heading("What to do")
    page.paragraph(rule.help, indent: 2)
    page.blank()
    page.heading("The condition, as the rule pack writes it")
    page.verbatim(RuleWords.condition(of: rule), indent: 2)
    writeExamples(on: &page)
  }

  private func section(_ heading: String, _ text: String, on page: inout Page) {
    page.blank()
    page.heading(heading)
    page.paragraph(text, indent: 2)
  }

  private func writeLaw(on page: inout Page) {
    page.blank()
    page.heading(rule.citations.allSatisfy { $0.kind == .law } ? "Law" : "Law and guidance")
    for (index, citation) in rule.citations.enumerated() {
      if index > 0 { page.blank() }
      page.paragraph(citation.citation, indent: 2)
      page.paragraph(citation.summary, indent: 4)
      page.paragraph(
        "In force \(RuleWords.dates(from: citation.from, through: citation.through)); "
          + "\(RuleWords.meaning(of: citation.reading)).", indent: 4)
      if let address = citation.address { page.paragraph(address, indent: 4) }
    }
  }

  private func writeExamples(on page: inout Page) {
    for example in rule.examples {
      page.blank()
      page.heading("\(RuleWords.words(for: example.verdict)): \(example.name)")
      if let day = example.asOf { page.paragraph("Judged as of \(day.inWords).", indent: 2) }
      let marked = MarkedText(example.yaml)
      page.specimen(marked.text, marks: marked.ranges, indent: 4)
      if let message = example.message { page.paragraph("The finding: \(message)", indent: 2) }
    }
  }
}

/// The page that shows a provision and what rests on it.
struct ProvisionPage {
  let provision: Provision
  let rules: [Rule]

  func write(on page: inout Page) {
    page.heading(provision.id)
    page.paragraph(provision.citation, indent: 2)
    page.blank()
    page.paragraph(provision.summary, indent: 2)
    page.blank()
    page.entry("In force", RuleWords.dates(provision.inForce))
    page.entry("Reading", RuleWords.meaning(of: provision.reading))
    if let address = provision.address { page.entry("Read it at", address) }
    for difference in provision.differences {
      page.blank()
      page.heading("Where it differs from the law")
      page.paragraph("It says: \(difference.says)", indent: 2)
      page.paragraph("The law (\(difference.law)): \(difference.how)", indent: 2)
      page.paragraph("Followed by: \(difference.rules.joined(separator: ", "))", indent: 2)
    }
    page.blank()
    let citing = rules.filter { $0.citations.contains { $0.id == provision.id } }
    guard citing.isEmpty else {
      page.heading("Rules that rest on it")
      for rule in citing {
        page.entry(rule.severity.rawValue, rule.id, column: 11)
        page.paragraph(rule.title, indent: 11)
      }
      return
    }
    switch provision.checkedBy {
    case .person: page.paragraph("No rule checks it: it needs a person's judgement.", indent: 2)
    case .rules, .none: page.paragraph("No rule checks it.", indent: 2)
    }
    if let why = provision.why { page.paragraph(why, indent: 2) }
  }
}
