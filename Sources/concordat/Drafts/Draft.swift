import ConcordatModel
import ConcordatRules

/// A draft of a document: what the registers know is filled in, the rest waits behind `#` with a word on what it is for.
///
/// It follows the format of its kind, key by key, so a format that gains a key gains it here.
struct Draft {
  let kind: Kind
  let registers: Registers
  let authority: Record
  let day: Day
  /// Where an editor finds the schema, for the modeline.
  let schemaPath: String
  private var page = CommentedYAML()

  init(kind: Kind, registers: Registers, authority: Record, day: Day, schemaPath: String) {
    self.kind = kind
    self.registers = registers
    self.authority = authority
    self.day = day
    self.schemaPath = schemaPath
  }

  private var schema: Schema { kind.schema }
  private var authorityID: String { authority["id"]?.text ?? "" }
  private var authorityName: String { (authority["official_name"] ?? authority["name"])?.text ?? authorityID }
  private var year: FinancialYear? { FinancialYear(of: day) }
  /// The calendar year that names the document.
  private var yearNumber: Int { year?.start ?? day.parts.year }

  /// The whole text.
  consuming func text() -> String {
    page.comment("yaml-language-server: $schema=\(schemaPath)", isWhole: true)
    page.comment("")
    page.comment("A draft of a \(kind.label) of \(authorityName), with what the registers know on \(day.inWords).")
    page.comment("")
    page.comment(
      "Lines that begin with # wait for you: take the # away and write what is so, or leave them. Then concordat check says what is missing, "
        + "and under which law.")
    for property in schema[schema.root].properties { write(property) }
    return page.text
  }

  private mutating func write(_ property: SchemaNode.Property) {
    page.blank()
    if let description = property.description, property.name != "kind" { page.comment(description) }
    let node = schema[property.node]
    if let choices = choices(of: node) { page.comment("One of \(English.list(choices, last: "or")).") }
    if let known = known(property, node) { return page.write(property.name + ": " + known) }
    if let rows = rows(property.name, node) {
      page.write(property.name + ":")
      for row in rows { row.isKnown ? page.write("  - " + row.text) : page.write("  # - " + row.text) }
      return
    }
    if property.isRequired { return page.write(property.name + ": " + requiredText(node)) }
    suggest(property.name, node)
  }

  // MARK: Single values

  /// The text of a value that is known.
  private func known(_ property: SchemaNode.Property, _ node: SchemaNode) -> String? {
    switch property.name {
    case "kind": return kind.name
    case "id": return "\(authorityID)-\(abbreviation)-\(yearNumber)"
    case "title": return YAMLScalar.written(title)
    case "authority": return authorityID
    case "year" where node.shape == .text: return year?.text ?? ""
    case "status": return node.choices.first { $0.text == "draft" }?.text ?? node.choices.first?.text ?? ""
    case "period" where hasTargets: return period
    case "agreement" where property.isRequired: return "\(authorityID)-laa-\(yearNumber)"
    default: return nil
    }
  }

  /// The least that a required key can hold.
  private func requiredText(_ node: SchemaNode) -> String {
    switch node.shape {
    case .text: node.choices.first?.text ?? (node.reference == nil ? "to be written" : authorityID)
    case .day: day.iso
    case .number, .integer: "0"
    case .boolean: "false"
    case .list: "[]"
    case .record, .map, .anything: "{}"
    }
  }

  private func choices(of node: SchemaNode) -> [String]? { node.choices.count > 1 ? node.choices.map(\.text) : nil }

  private var hasTargets: Bool { schema[schema.root].properties.contains { $0.name == "targets" && schema[$0.node].items.map { schema[$0].shape } == .record } }

  /// `laa` for a local area agreement; names of one or two words as they are.
  private var abbreviation: String {
    let words = kind.name.split(separator: "-")
    return words.count > 2 ? String(words.compactMap(\.first)) : kind.name
  }

  private var title: String {
    let words = kind.label.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    return "\(authority["name"]?.text ?? authorityID) \(words) \(yearNumber)" + (hasTargets ? "-\(yearNumber + 3)" : "")
  }

  /// Three financial years.
  private var period: String {
    guard let year, let last = FinancialYear(starting: year.start + 2) else { return "{from: \(day.iso)}" }
    return "{from: \(year.from.iso), through: \(last.through.iso)}"
  }

  // MARK: Lists that the registers know

  private struct Row {
    var text: String
    var isKnown = true
  }

  private func rows(_ name: String, _ node: SchemaNode) -> [Row]? {
    guard node.shape == .list, let items = node.items.map({ schema[$0] }) else { return nil }
    let keys = Set(items.properties.map(\.name))
    func holds(_ key: String, choice: String) -> Bool {
      items.properties.contains { $0.name == key && schema[$0.node].choices.contains { $0.text == choice } }
    }
    if holds("capacity", choice: "partner_authority") {
      return partnerAuthorities.map { Row(text: "{body: \($0.id), capacity: partner_authority}   # \($0.name)") }
        + [Row(text: "{name: NAME, sector: public | private | voluntary_community, capacity: other}", isKnown: false)]
    }
    if holds("scope", choice: "statutory_education") {
      return statutoryTargets.map { Row(text: $0) }
        + [Row(text: "{id: NAME, indicator: NI 0, title: TITLE, scope: designated, baseline: {value: 0, period: 2006/07}, values: {\(year?.text ?? "2008/09"): 0}}", isKnown: false)]
    }
    if name == "area", items.reference == .authority || items.reference == .body {
      return ([authorityID] + districts.map(\.id)).map { Row(text: $0) }
    }
    if keys.contains("district"), keys.isSubset(of: ["district", "name", "strategy"]), !districts.isEmpty {
      return districts.map { Row(text: "{district: \($0.id)}   # \($0.name)") }
    }
    return nil
  }

  private typealias Body = (id: String, name: String)

  /// The districts of a county on the day.
  private var districts: [Body] {
    registers.districts(of: authority["id"]?.value.symbol ?? 0, on: day).map(Self.body)
  }

  /// Districts and the bodies of the area that are partner authorities on the day, by the list of kinds.
  private var partnerAuthorities: [Body] {
    let listed = registers.bodies(covering: authority["id"]?.value.symbol ?? 0, on: day).filter { row in
      row["kind"]?.value.stringBytes.map { registers.lists(kind: $0, on: day) } ?? false
    }
    var district = "district"
    let areDistrictsListed = district.withUTF8 { registers.lists(kind: $0, on: day) }
    return (areDistrictsListed ? districts : []) + listed.map(Self.body)
  }

  private static func body(_ row: Record) -> Body {
    (row["id"]?.text ?? "", (row["official_name"] ?? row["name"])?.text ?? "")
  }

  private var statutoryTargets: [String] {
    let register = registers.indicators
    return register.rows.indices.filter { register.inForce[$0].covers(day) && register.rows[$0]["statutory_education"]?.flag == true }.map { index in
      let row = register.rows[index]
      let title = YAMLScalar.written(row["title"]?.text ?? "")
      return "{id: ni-\(row["number"]?.integer ?? 0), indicator: \(row["id"]?.text ?? ""), title: \(title), scope: statutory_education}"
    }
  }

  // MARK: What waits

  private mutating func suggest(_ name: String, _ node: SchemaNode) {
    let items = node.items.map { schema[$0] }
    if node.shape == .list, let items, items.shape == .record, items.properties.contains(where: { $0.name == "body" }) {
      let isAgreement = schema[schema.root].properties.contains { $0.name == "partners" } && hasTargets
      let bodies = isAgreement && name == "consultation" ? partnerAuthorities : districts
      page.write("# \(name):")
      let hint = items.properties.contains { $0.name == "on" } ? ", on: YYYY-MM-DD" : ""
      for body in bodies { page.write("#   - {body: \(body.id)\(hint)}") }
      if bodies.isEmpty { writeHint(items, first: "#   - ", next: "#     ") }
    } else if node.shape == .record {
      page.write("# \(name):")
      writeHint(node, first: "#   ", next: "#   ")
    } else if node.shape == .list, let items, items.shape == .record {
      page.write("# \(name):")
      writeHint(items, first: "#   - ", next: "#     ")
    } else {
      page.write("# \(name): \(hint(node))")
    }
  }

  /// The keys of a record, each with what it is for.
  private mutating func writeHint(_ node: SchemaNode, first: String, next: String) {
    var start = first
    for property in node.properties.filter(\.isRequired) + node.properties.filter({ !$0.isRequired }) {
      page.write(start + property.name + ": " + hint(schema[property.node]) + (property.description.map { "   # " + $0 } ?? ""))
      start = next
    }
  }

  private func hint(_ node: SchemaNode) -> String {
    switch node.shape {
    case .text where !node.choices.isEmpty: node.choices.map(\.text).joined(separator: " | ")
    case .text:
      switch node.reference {
      case .body?, .authority?, .person?: authorityID
      case .document?: "DOCUMENT-ID"
      case .priority?: "DOCUMENT-ID#PRIORITY"
      case .indicator?: "NI 0"
      default: "..."
      }
    case .day: "YYYY-MM-DD"
    case .number, .integer: "0"
    case .boolean: "true | false"
    case .list: node.items.map { schema[$0].shape == .record ? "[…]" : "[\(hint(schema[$0]))]" } ?? "[]"
    case .map: "{\(year?.text ?? "2008/09"): 0}"
    case .record: "{…}"
    case .anything: "..."
    }
  }
}

/// Lines of YAML with comments of bounded width.
private struct CommentedYAML {
  private(set) var text = ""
  private static let width = 110

  mutating func write(_ line: String) { text += line + "\n" }
  mutating func blank() { text += "\n" }

  /// - Parameter isWhole: Whether the line must not be broken.
  mutating func comment(_ words: String, isWhole: Bool = false) {
    guard !isWhole, !words.isEmpty else { return write(words.isEmpty ? "#" : "# " + words) }
    var line = "#"
    for word in words.split(separator: " ") {
      if line.utf8.count + 1 + word.utf8.count > Self.width, line != "#" {
        write(line)
        line = "#"
      }
      line += " " + word
    }
    write(line)
  }
}
