import ConcordatModel
import ConcordatRules

/// A table of targets on its way to YAML.
struct TargetTable {
  /// A row that became a target, with the headings above it.
  struct Entry {
    var line: Int
    var headings: [String]
    var row: TargetRow
  }

  private(set) var entries: [Entry] = []
  /// Rows above the heads of the columns, as one text each.
  let titles: [String]
  /// Headings below the last target.
  private(set) var leftOver: [String] = []
  let columns: TableColumns

  init(_ table: DelimitedTable, _ columns: TableColumns, _ registers: Registers, on day: Day) {
    self.columns = columns
    titles = table.rows.prefix(max(0, columns.headRows - 1)).map(Self.text).filter { !$0.isEmpty }
    let bodies = BodyNames(registers, on: day)
    var headings: [String] = []
    for row in table.rows.dropFirst(columns.headRows) where !row.isBlank {
      let target = TargetRow(row.cells, columns, registers, bodies)
      if row.cells.count(where: { !$0.isEmpty }) == 1, target.partners.isEmpty, target.indicator == nil || target.title == nil {
        // One cell alone is the name of a theme, or a footnote.
        headings.append(Self.text(row))
      } else if target.isContinuation, let last = entries.indices.last {
        entries[last].row.takeIn(target)
      } else {
        entries.append(Entry(line: row.line, headings: headings, row: target))
        headings = []
      }
    }
    leftOver = headings
  }

  private static func text(_ row: DelimitedTable.Row) -> String {
    row.cells.filter { !$0.isEmpty }.map(TargetRow.oneLine).joined(separator: " | ")
  }

  // MARK: YAML

  /// The targets as a document, or, without an authority, as the `targets` of one.
  ///
  /// - Parameter scope: Of targets of which the table says nothing.
  func yaml(authority: Record?, scope: String, source: String) -> String {
    var lines: [String] = []
    lines.append("# From \(Self.comment(source)); what could not be read for certain is kept as written, with a remark beside it.")
    for title in titles { lines.append("# " + Self.comment(title)) }
    if let authority { lines += head(authority) }
    lines.append("targets:" + (entries.isEmpty ? " []" : ""))
    var ids: [String: Int] = [:]
    for entry in entries {
      for heading in entry.headings { lines.append("  # " + Self.comment(heading)) }
      lines += target(entry.row, id: Self.unique(Self.id(of: entry.row), &ids), scope: scope)
    }
    for heading in leftOver { lines.append("# " + Self.comment(heading)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(_ authority: Record) -> [String] {
    let id = authority["id"]?.text ?? ""
    let years = entries.flatMap(\.row.values).map(\.year)
    let first = years.min()
    let suffix = first.map { "-\($0.start)" } ?? ""
    var lines = [
      "kind: local-area-agreement", "id: \(id)-laa\(suffix)",
      "title: " + YAMLScalar.written("\(authority["name"]?.text ?? id) Local Area Agreement" + (first.map { " \($0.start)" } ?? "")),
      "authority: \(id)", "status: draft",
    ]
    if let first, let last = years.max() {
      lines.append("# From the years of the table.")
      lines.append("period: {from: \(first.from.iso), through: \(last.through.iso)}")
    }
    return lines
  }

  private func target(_ row: TargetRow, id: String, scope: String) -> [String] {
    var lines: [String] = []
    func add(_ line: String, _ comment: String? = nil) { lines.append("    " + line + (comment.map { "   # " + Self.comment($0) } ?? "")) }
    lines.append("  - id: \(id)")
    for remark in row.remarks { add("# " + Self.comment(remark)) }
    for other in row.others { add("# " + Self.comment("\(other.head): \(other.text)")) }
    if let indicator = row.indicator { add("indicator: \(indicator)") }
    if let title = row.title { add("title: " + YAMLScalar.written(title)) }
    if let known = row.scope { add("scope: \(known)") } else { add("scope: \(scope)", "the table does not say") }
    if let unit = row.unit { add("unit: " + YAMLScalar.written(unit)) }
    if row.baseline?.written != nil || row.baselineSource != nil {
      add("baseline:")
      if let figure = row.baseline, let written = figure.written { add("  value: " + written, figure.comment) }
      if let period = row.baselinePeriod { add("  period: " + YAMLScalar.written(period)) }
      if let source = row.baselineSource { add("  source: " + YAMLScalar.written(source)) }
    }
    let values = row.values.filter { $0.figure.written != nil }
    if !values.isEmpty { add("values:") }
    for (year, figure) in values { add("  \(year.text): " + (figure.written ?? ""), figure.comment) }
    if let lead = row.lead { add("lead: " + (lead.id ?? YAMLScalar.written(lead.name))) }
    if !row.partners.isEmpty { add("relates_to:") }
    for partner in row.partners {
      if let id = partner.id {
        add("  - {body: \(id)}", id == TableColumns.folded(partner.name) ? nil : partner.name)
      } else {
        add("  - {name: \(YAMLScalar.written(partner.name))}", "not found on the registers for certain")
      }
    }
    if !row.notes.isEmpty { add("note: " + YAMLScalar.written(row.notes.joined(separator: "; "))) }
    return lines
  }

  // MARK: Words

  private static func id(of row: TargetRow) -> String {
    let text = row.indicator ?? row.title ?? "target"
    let words = TableColumns.folded(text).split(separator: " ").prefix(6).joined(separator: "-")
    return words.isEmpty ? "target" : String(words.prefix(60))
  }

  private static func unique(_ id: String, _ known: inout [String: Int]) -> String {
    let count = known[id, default: 0] + 1
    known[id] = count
    return count == 1 ? id : unique("\(id)-\(count)", &known)
  }

  /// Text that may stand in a comment: one line, nothing invisible.
  private static func comment(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0xA0, 0x2028, 0x2029: result.append(" ")
      case 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
