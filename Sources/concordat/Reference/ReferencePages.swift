import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules

/// The reference of a rule pack as Markdown pages: one for each rule, and indexes by severity, kind and provision.
///
/// A pure function of the pack, so that the committed pages can be compared with what they should be.
struct ReferencePages {
  let pack: RulePack

  /// The text of each page, by its path in the folder of the reference.
  var pages: [(path: String, text: String)] {
    [("README.md", contents), ("by-kind.md", byKind), ("by-severity.md", bySeverity), ("by-provision.md", byProvision)]
      + pack.rules.map { ("\($0.id).md", page(of: $0)) }
      + pack.kinds.map { ("formats/\($0.name).md", FormatPage(kind: $0).text) }
  }

  private static let written = "<!-- Written by `concordat reference`. Do not edit: change the rule pack and run it again. -->\n\n"

  // MARK: Indexes

  private var contents: String {
    let titles = pack.names.map { "\($0.title) (\($0.name) \($0.version))" }.joined(separator: "; ")
    var text = Self.written + "# Rules\n\n\(Markdown.line(titles)): \(counted(pack.rules.count, "rule", "rules")).\n\n"
    text += "By [kind of document](by-kind.md), by [severity](by-severity.md), by [provision](by-provision.md). "
    text += "Examples in these pages are invented; names of bodies are real.\n"
    for (group, rules) in grouped(pack.rules, by: { RuleWords.group(of: $0.id) }) {
      text += "\n## \(group)\n\n" + table(rules, prefix: "")
    }
    text += "\n## Formats of documents\n\n"
    for kind in pack.kinds { text += "- [\(Markdown.line(kind.schema.title))](formats/\(kind.name).md)\n" }
    return text
  }

  private var byKind: String {
    var text = Self.written + "# Rules by kind of document\n"
    for kind in pack.kinds {
      let rules = pack.rules.filter { $0.kinds.contains(kind.name) }
      text += "\n## [\(Markdown.line(kind.schema.title))](formats/\(kind.name).md)\n\n"
      text += rules.isEmpty ? "No rule looks at it alone.\n" : table(rules, prefix: "")
    }
    return text
  }

  private var bySeverity: String {
    var text = Self.written + "# Rules by severity\n"
    for severity in Severity.allCases.reversed() {
      let rules = pack.rules.filter { $0.severity == severity }
      guard !rules.isEmpty else { continue }
      text += "\n## \(severity.rawValue)\n\n\(Markdown.line(RuleWords.meaning(of: severity)))\n\n" + table(rules, prefix: "")
    }
    return text
  }

  private var byProvision: String {
    let coverage = Coverage(pack)
    let counts = coverage.counts
    var text = Self.written + "# Provisions and what checks them\n\n"
    text += "\(counted(coverage.lines.count, "provision", "provisions")): \(counts.rules) checked by rules, "
    text += "\(counts.person) left to a person, \(counts.none) no matter for a document, \(counts.gaps) not checked yet.\n"
    for (_, lines) in grouped(coverage.lines, by: { String($0.provision.id.prefix { $0 != "/" }) }) {
      text += "\n## \(Markdown.line(lines.first?.provision.id.prefix { $0 != "/" }.description ?? ""))\n\n"
      text += "| provision | what it says | in force | read | checked by |\n|---|---|---|---|---|\n"
      for line in lines {
        let provision = line.provision
        let name = provision.address.map { "[\(Markdown.cell(provision.citation))](\($0))" } ?? Markdown.cell(provision.citation)
        let rules = line.rules.map { "[\($0)](\($0).md)" }.joined(separator: ", ")
        let checked =
          switch provision.checkedBy {
          case .rules: rules.isEmpty ? "no rule yet" : rules
          case .person, .none: (rules.isEmpty ? "" : rules + "; ") + Markdown.cell(provision.why ?? "")
          }
        text += "| \(name) | \(Markdown.cell(provision.summary)) | \(RuleWords.dates(provision.inForce)) "
        text += "| \(provision.reading.rawValue) | \(checked) |\n"
      }
    }
    return text + differences
  }

  /// Where background documents say something else than the law.
  private var differences: String {
    let entries = pack.provisions.flatMap { provision in provision.differences.map { (provision, $0) } }
    guard !entries.isEmpty else { return "" }
    var text = "\n## Where background documents differ from the law\n\nThe rules follow the law.\n\n"
    text += "| document | says | law | which says | followed by |\n|---|---|---|---|---|\n"
    for (provision, difference) in entries {
      let law = pack.provisions.first { $0.id == difference.law }?.citation ?? difference.law
      let rules = difference.rules.map { "[\($0)](\($0).md)" }.joined(separator: ", ")
      let cells = [provision.citation, difference.says, law, difference.how].map(Markdown.cell)
      text += "| \(cells.joined(separator: " | ")) | \(rules) |\n"
    }
    return text
  }

  private func table(_ rules: [Rule], prefix: String) -> String {
    var text = "| rule | number | severity | fault |\n|---|---|---|---|\n"
    for rule in rules {
      text += "| [\(rule.id)](\(prefix)\(rule.id).md) | \(rule.catalogue ?? "") | \(rule.severity.rawValue) | \(Markdown.cell(rule.title)) |\n"
    }
    return text
  }

  private func grouped<Element>(_ elements: [Element], by key: (Element) -> String) -> [(String, [Element])] {
    Dictionary(grouping: elements, by: key).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }

  // MARK: A rule

  private func page(of rule: Rule) -> String {
    var text = Self.written + "# \(Markdown.line(rule.title))\n\n"
    text += "`\(rule.id)`" + (rule.catalogue.map { " · \($0)" } ?? "") + " · \(Markdown.line(RuleWords.meaning(of: rule.severity)))\n\n"
    text += "In force: \(RuleWords.dates(rule.inForce)). For: "
    text += rule.kinds.map { name in
      "[\(Markdown.line(pack.kind(named: name)?.label ?? name))](../formats/\(name).md)"
    }.joined(separator: ", ") + ".\n"
    text += "\n## Law and guidance\n\n"
    for citation in rule.citations {
      let name = citation.address.map { "[\(Markdown.line(citation.citation))](\($0))" } ?? Markdown.line(citation.citation)
      text += "- \(name): \(Markdown.line(citation.summary)) In force \(RuleWords.dates(from: citation.from, through: citation.through)); "
      text += "\(RuleWords.meaning(of: citation.reading)).\n"
    }
    text += "\n## Why\n\n\(Markdown.line(rule.rationale))\n"
    text += "\n## What the finding says\n\n> \(Markdown.line(rule.message))\n\nWhat to do: \(Markdown.line(rule.help))\n"
    text += "\n## The condition\n\n" + Markdown.fence(RuleWords.condition(of: rule), "yaml")
    text += "\n## Examples\n\n`⟦…⟧` marks what is reported.\n"
    for example in rule.examples {
      text += "\n### \(RuleWords.words(for: example.verdict)): \(Markdown.line(example.name))\n\n"
      if let day = example.asOf { text += "Judged as of \(day.inWords).\n\n" }
      text += Markdown.fence(example.yaml, "yaml")
      if let message = example.message { text += "\nThe finding: \(Markdown.line(message))\n" }
    }
    return text
  }
}
