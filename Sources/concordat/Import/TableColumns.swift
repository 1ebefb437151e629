import CEL
import ConcordatModel

/// What a column of a table of targets holds.
enum TargetField: Hashable {
  case indicator
  case title
  case baseline
  case baselinePeriod
  case baselineSource
  case year(FinancialYear)
  case lead
  case partners
  case unit
  case scope
  case note
  /// Kept as a comment.
  case other

  /// The names for `--columns`, but for years, which are written `2008/09`.
  static let names: [(name: String, field: TargetField)] = [
    ("indicator", .indicator), ("title", .title), ("baseline", .baseline), ("baseline_period", .baselinePeriod),
    ("baseline_source", .baselineSource), ("lead", .lead), ("partners", .partners), ("unit", .unit), ("scope", .scope), ("note", .note),
    ("comment", .other),
  ]

  init?(name: String) {
    if let year = FinancialYear(Array(name.utf8)) {
      self = .year(year)
    } else if let known = Self.names.first(where: { $0.name == name }) {
      self = known.field
    } else {
      return nil
    }
  }

  var name: String {
    if case .year(let year) = self { return year.text }
    return Self.names.first { $0.field == self }?.name ?? "comment"
  }
}

/// Which column of a table holds what, from the words at its head.
struct TableColumns {
  /// A column by its number from 0, with its head as written.
  struct Column {
    var number: Int
    var head: String
    var field: TargetField
    /// The period that the head names, for a baseline.
    var period: String?
    /// What had to be guessed, as a remark.
    var remark: String?
  }

  private(set) var columns: [Column]
  /// The rows up to and with the heads.
  private(set) var headRows: Int

  subscript(_ field: TargetField) -> Column? { columns.first { $0.field == field } }

  /// Finds the heads among the first rows: the first row in which two or more cells are known.
  init?(_ table: DelimitedTable, overrides: [(head: String, field: TargetField)]) {
    for index in table.rows.indices.prefix(15) {
      var heads = table.rows[index].cells
      var columns = Self.match(heads, overrides)
      guard columns.count(where: { $0.field != .other }) >= 2 else { continue }
      headRows = index + 1
      // "Target" over three columns, and the years below: the second row of a head.
      if index + 1 < table.rows.count, Self.isSecondHead(table.rows[index + 1].cells) {
        heads = Self.joined(heads, table.rows[index + 1].cells)
        columns = Self.match(heads, overrides)
        headRows += 1
      }
      // Cells beyond the last head are kept like any other that has no meaning here.
      let width = table.rows.dropFirst(headRows).map { $0.cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0 }.max() ?? 0
      for number in columns.count..<max(columns.count, width) {
        columns.append(Column(number: number, head: "column \(number + 1)", field: .other))
      }
      self.columns = columns
      return
    }
    return nil
  }

  private static func isSecondHead(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count { year(in: $0) != nil } >= 2 && filled.allSatisfy { year(in: $0) != nil || $0.utf8.count < 20 }
  }

  private static func joined(_ upper: [String], _ lower: [String]) -> [String] {
    (0..<max(upper.count, lower.count)).map { index in
      let parts = [index < upper.count ? upper[index] : "", index < lower.count ? lower[index] : ""].filter { !$0.isEmpty }
      return parts.joined(separator: " ")
    }
  }

  private static func match(_ heads: [String], _ overrides: [(head: String, field: TargetField)]) -> [Column] {
    var taken: Set<TargetField> = []
    var columns: [Column] = []
    let fields = heads.indices.map { column($0, heads[$0]).field }
    // "Indicator" mostly heads number and title in one; beside a column of titles it heads the numbers.
    let hasTitles = heads.indices.contains { fields[$0] == .title && !speaksOfIndicator(heads[$0]) }
    let hasNumbers = fields.contains(.indicator)
    for (number, head) in heads.enumerated() {
      var column = column(number, head)
      if column.field == .title, hasTitles, !hasNumbers, speaksOfIndicator(head) { column.field = .indicator }
      if let override = overrides.first(where: { folded($0.head) == folded(head) }) { column.field = override.field }
      // The first of two columns with one meaning counts; the other is kept as a comment.
      if column.field != .other, !taken.insert(column.field).inserted {
        column.remark = "there is another column for \(column.field.name)"
        column.field = .other
      }
      columns.append(column)
    }
    return columns
  }

  private static func speaksOfIndicator(_ head: String) -> Bool {
    let words = folded(head).split(separator: " ")
    return words.contains { $0.hasPrefix("indicator") } && !words.contains { ["title", "description", "measure", "definition"].contains($0) }
  }

  private static func column(_ number: Int, _ head: String) -> Column {
    let words = folded(head).split(separator: " ").map(String.init)
    func has(_ any: String...) -> Bool { any.contains { wanted in words.contains { $0 == wanted || (wanted.count > 4 && $0.hasPrefix(wanted)) } } }
    var column = Column(number: number, head: head, field: .other)
    guard !words.isEmpty else { return column }
    if has("baseline") {
      column.field = has("source") ? .baselineSource : has("period", "date", "year") && year(in: head) == nil ? .baselinePeriod : .baseline
      column.period = year(in: head)?.year.text
    } else if let (year, isDate) = year(in: head), !has("actual", "outturn", "performance") {
      column.field = .year(year)
      if isDate { column.remark = "its year looks like \(year.text.dropFirst(2)) turned into a date by a spreadsheet" }
    } else if has("lead") && !has("partners") {
      column.field = .lead
    } else if has("partner", "partners", "organisations", "bodies") {
      column.field = .partners
    } else if has("title", "description", "measure", "definition") {
      column.field = .title
    } else if has("indicator", "indicators") {
      column.field = has("no", "number", "ref", "reference", "code") ? .indicator : .title
    } else if has("ni", "ref", "reference", "code") || folded(head) == "no" || folded(head) == "number" {
      column.field = .indicator
    } else if has("unit", "units") {
      column.field = .unit
    } else if has("designated", "scope", "type", "status") {
      column.field = .scope
    } else if has("note", "notes", "comment", "comments", "remarks") {
      column.field = .note
    }
    return column
  }

  /// The financial year that a head names, and whether a spreadsheet has turned it into a date.
  ///
  /// `2008/09`, `2008-09`, `08/09 target`; and `08-Sep`, which is what becomes of `08/09` where days come first.
  static func year(in head: String) -> (year: FinancialYear, isDate: Bool)? {
    let tokens = head.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "/" && $0 != "-" && $0 != "–" }
    for token in tokens {
      let parts = token.split { $0 == "/" || $0 == "-" || $0 == "–" }.map(String.init)
      guard parts.count == 2, let first = Int(parts[0]), parts[0].count == 2 || parts[0].count == 4 else { continue }
      let start = parts[0].count == 2 ? 2000 + first : first
      guard let year = FinancialYear(starting: start) else { continue }
      let end = String(year.text.suffix(2))
      if parts[1] == end || parts[1] == "20" + end { return (year, false) }
      let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
      if let month = months.firstIndex(of: parts[1].lowercased()), (start + 1) % 100 == month + 1 { return (year, true) }
    }
    return nil
  }

  /// Small letters and figures with single spaces.
  static func folded(_ text: String) -> String {
    text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: " ")
  }
}
