import ConcordatModel
import ConcordatReport
import ConcordatRules

/// The coverage matrix as a page for people, programs or the web.
struct CoveragePage {
  private let coverage: Coverage

  init(_ coverage: Coverage) { self.coverage = coverage }

  func render(_ format: CatalogueFormat, _ appearance: Appearance) -> [UInt8] {
    switch format {
    case .text: text(appearance)
    case .json: json()
    case .markdown: markdown()
    }
  }

  private func text(_ appearance: Appearance) -> [UInt8] {
    var page = Page(appearance)
    let sources = Dictionary(grouping: coverage.lines) { $0.provision.id.prefix { $0 != "/" } }
    for source in sources.keys.sorted() {
      page.heading(String(source))
      for line in sources[source] ?? [] {
        page.entry(Self.word(line), line.provision.citation, column: 9)
        page.paragraph(Self.detail(line), indent: 11)
      }
      page.blank()
    }
    page.paragraph(summary)
    return page.bytes
  }

  private func json() -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.array(coverage.lines) { json, line in
      json.object { json in
        json.member("provision", line.provision.id)
        json.member("citation", line.provision.citation)
        json.member("summary", line.provision.summary)
        json.member("reading", line.provision.reading.rawValue)
        json.member("from", line.provision.inForce.from?.iso)
        json.member("through", line.provision.inForce.through?.iso)
        json.member("checked_by", line.provision.checkedBy.rawValue)
        json.member("why", line.provision.why)
        json.key("rules")
        json.array(line.rules) { $0.string($1) }
      }
    }
    writer.finish()
    return writer.bytes
  }

  private func markdown() -> [UInt8] {
    var text = "| provision | what it says | checked by |\n|---|---|---|\n"
    for line in coverage.lines {
      let cells = [line.provision.citation, line.provision.summary, Self.detail(line)]
      text += "| " + cells.map(Markdown.cell).joined(separator: " | ") + " |\n"
    }
    return Array((text + "\n" + summary + "\n").utf8)
  }

  private var summary: String {
    let counts = coverage.counts
    return "\(counted(coverage.lines.count, "provision", "provisions")): \(counts.rules) checked by rules, "
      + "\(counts.person) left to a person, \(counts.none) no matter for a document, \(counts.gaps) not checked yet"
  }

  private static func word(_ line: Coverage.Line) -> String {
    switch line.provision.checkedBy {
    case .rules: line.isGap ? "not yet" : "rules"
    case .person: "person"
    case .none: "none"
    }
  }

  private static func detail(_ line: Coverage.Line) -> String {
    if !line.rules.isEmpty { return line.rules.joined(separator: ", ") }
    switch line.provision.checkedBy {
    case .rules: return "no rule checks it yet"
    case .person, .none: return line.provision.why ?? ""
    }
  }
}
