import ConcordatDiagnostics
import SourceText

/// The rules of a SARIF run: those of the pack in the order of the catalogue, then those of form, then any others that results
/// name.
struct SARIFRules {
  private let rules: [LintReport.Rule]
  private var indices: [[UInt8]: Int] = [:]

  init(_ report: LintReport, mentioned: [String]) {
    var rules: [LintReport.Rule] = []
    var indices: [[UInt8]: Int] = [:]
    func add(_ rule: LintReport.Rule) {
      let key = Array(rule.id.utf8)
      guard indices[key] == nil else { return }
      indices[key] = rules.count
      rules.append(rule)
    }
    for rule in report.rules { add(rule) }
    let others = mentioned.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for id in report.formRules + others {
      add(LintReport.Rule(id: id, title: Self.words(of: id), severity: .error, provision: nil))
    }
    self.rules = rules
    self.indices = indices
  }

  /// Where a rule stands; -1, as SARIF has it, for one that is not there.
  func index(of id: String) -> Int { indices[Array(id.utf8)] ?? -1 }

  func write(to json: inout JSONWriter) {
    json.array(rules) { json, rule in write(rule, to: &json) }
  }

  private func write(_ rule: LintReport.Rule, to json: inout JSONWriter) {
    let names = Grade(rule.severity).names
    let title = PlainText.ended(SARIFText.plain(PlainText.folded(rule.title.isEmpty ? rule.id : rule.title)))
    let why = PlainText.ended(SARIFText.plain(PlainText.folded(rule.rationale)))
    json.object { json in
      json.member("id", PlainText.line(rule.id))
      json.member("name", PlainText.cut(Self.name(of: rule.id), to: SARIFReport.nameLimit))
      for (key, text) in [("shortDescription", title), ("fullDescription", why.isEmpty ? title : why)] {
        json.key(key)
        json.object { $0.member("text", PlainText.cut(text, to: SARIFReport.descriptionLimit)) }
      }
      json.key("help")
      json.object { json in
        json.member("text", helpText(of: rule, title: title, why: why))
        json.member("markdown", helpMarkdown(of: rule))
      }
      if let link = rule.provision?.link { json.member("helpUri", link) }
      json.key("defaultConfiguration")
      // Code scanning knows no level below a note.
      json.object { $0.member("level", names.sarifLevel == "none" ? "note" : names.sarifLevel) }
      json.key("properties")
      json.object { json in
        json.key("tags")
        json.array(tags(of: rule)) { json, tag in json.string(PlainText.line(tag)) }
        json.member("precision", precision(of: rule))
        json.member("problem.severity", names.problem)
      }
    }
  }

  private func helpText(of rule: LintReport.Rule, title: String, why: String) -> String {
    var sentences = [title]
    if !why.isEmpty { sentences.append(why) }
    if !rule.help.isEmpty {
      sentences.append(PlainText.ended("Next step: " + SARIFText.plain(PlainText.folded(rule.help))))
    }
    if let provision = rule.provision { sentences.append(SARIFText.plain(CitationWords(provision).sentence)) }
    return sentences.joined(separator: " ")
  }

  private func helpMarkdown(of rule: LintReport.Rule) -> String {
    var paragraphs = ["**\(MarkdownText.folded(rule.title.isEmpty ? rule.id : rule.title))**"]
    if !rule.rationale.isEmpty { paragraphs.append("Why: \(MarkdownText.folded(rule.rationale))") }
    if !rule.help.isEmpty { paragraphs.append("Next step: \(MarkdownText.folded(rule.help))") }
    if let provision = rule.provision {
      let words = CitationWords(provision)
      let text = MarkdownText.line(words.text)
      let source = provision.link.map { "[\(text)](<\($0)>)" } ?? text
      paragraphs.append("\(PlainText.capitalised("\(words.label)")): \(source)")
      paragraphs.append("It says: \(MarkdownText.folded(provision.summary))")
    }
    paragraphs.append("Rule: \(MarkdownText.code(rule.id))")
    return paragraphs.joined(separator: "\n\n")
  }

  private func tags(of rule: LintReport.Rule) -> [String] {
    var tags = [String(rule.id.prefix { $0 != "/" })]
    if let provision = rule.provision { tags.append(provision.kind.rawValue) }
    if rule.severity == .review { tags.append(Severity.review.rawValue) }
    return tags
  }

  /// How surely a finding is right, which is how firmly its source was read.
  private func precision(of rule: LintReport.Rule) -> String {
    switch rule.provision?.reading {
    case .verified?, nil: "very-high"
    case .summary?: "high"
    case .seed?: "medium"
    case .inferred?: "low"
    }
  }

  /// "structure/bad-day" as "Bad day".
  private static func words(of id: String) -> String {
    let tail = id.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? Array(id.utf8)
    let words = tail.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }
    return PlainText.capitalised(String(decoding: words, as: UTF8.self))
  }

  /// "structure/bad-day" as "StructureBadDay".
  private static func name(of id: String) -> String {
    let parts = PlainText.line(id).utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
    let name = parts.map { PlainText.capitalised(String(decoding: Array($0), as: UTF8.self)) }.joined()
    return name.isEmpty ? "Rule" : name
  }
}
