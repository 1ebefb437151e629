import ConcordatModel

/// One row of a table of targets, understood as far as that is certain; the rest is kept in words.
struct TargetRow {
  struct Figure {
    /// As YAML; nothing where what was written can be no figure.
    var written: String?
    /// What is to be said beside it.
    var comment: String?
  }

  struct Partner {
    var id: String?
    var name: String
  }

  var indicator: String?
  var title: String?
  var scope: String?
  var unit: String?
  var baseline: Figure?
  var baselinePeriod: String?
  var baselineSource: String?
  var values: [(year: FinancialYear, figure: Figure)] = []
  var lead: Partner?
  var partners: [Partner] = []
  /// Words that have no field of their own, kept under `note`.
  var notes: [String] = []
  /// What its author should look at.
  var remarks: [String] = []
  /// Cells of columns that mean nothing to us, with their heads.
  var others: [(head: String, text: String)] = []

  /// Reads the cells of a row.
  init(_ cells: [String], _ columns: TableColumns, _ registers: Registers, _ bodies: BodyNames) {
    func cell(_ field: TargetField) -> String? {
      columns[field].flatMap { $0.number < cells.count && !cells[$0.number].isEmpty ? cells[$0.number] : nil }
    }
    readIndicator(cell(.indicator), title: cell(.title), registers)
    unit = cell(.unit).map(Self.oneLine)
    readBaseline(cell(.baseline), columns[.baseline]?.period)
    if let period = cell(.baselinePeriod) { baselinePeriod = Self.oneLine(period) }
    baselineSource = cell(.baselineSource).map(Self.oneLine)
    var isDesignated = false
    for column in columns.columns {
      guard case .year(let year) = column.field, column.number < cells.count, !cells[column.number].isEmpty else { continue }
      let (text, isStarred) = Self.withoutStar(Self.oneLine(cells[column.number]))
      isDesignated = isDesignated || isStarred
      if let figure = figure(text, of: year.text) { values.append((year, figure)) }
    }
    readScope(cell(.scope), isDesignated: isDesignated, registers)
    for (text, isLeadColumn) in [(cell(.lead), true), (cell(.partners), false)] {
      for name in Self.names(in: text ?? "") { add(name, isLead: isLeadColumn, bodies) }
    }
    if let note = cell(.note) { notes.append(Self.oneLine(note)) }
    for column in columns.columns where column.field == .other && column.number < cells.count && !cells[column.number].isEmpty {
      others.append((Self.oneLine(column.head), Self.oneLine(cells[column.number])))
    }
  }

  /// Whether the row has nothing that could make a target of its own, but goes on with the one above.
  var isContinuation: Bool { indicator == nil && title == nil && values.isEmpty && baseline == nil }

  /// Takes in a row that goes on with this one.
  mutating func takeIn(_ row: TargetRow) {
    partners += row.partners.filter { new in !partners.contains { $0.name == new.name } }
    lead = lead ?? row.lead
    notes += row.notes
    remarks += row.remarks
    others += row.others
  }

  // MARK: Indicator and title

  private mutating func readIndicator(_ code: String?, title written: String?, _ registers: Registers) {
    var text = written.map { Self.withoutStar(Self.oneLine($0)).text }
    if let code {
      let (found, rest) = Self.code(in: Self.withoutStar(Self.oneLine(code)).text, isAlone: true)
      indicator = found
      if found == nil { notes.append("indicator as written: \(Self.oneLine(code))") }
      if let rest { if text == nil { text = rest } else { notes.append("beside the number: \(rest)") } }
      if found == nil || found != Self.oneLine(code) { remarks.append("the indicator is written '\(Self.oneLine(code))'") }
    } else if let whole = text {
      let (found, rest) = Self.code(in: whole, isAlone: false)
      if found != nil {
        indicator = found
        text = rest
      }
    }
    title = text.flatMap { $0.isEmpty ? nil : $0 }
    guard let indicator, let number = IndicatorCode(Array(indicator.utf8)), number.isNational else { return }
    guard let row = registers.indicators.row(number: number.number), registers.indicators.rows[row]["dropped"]?.flag != true else {
      remarks.append("\(indicator) is not in the national set")
      return
    }
    guard let known = registers.indicators.rows[row]["title"]?.text else { return }
    if let title {
      if TitleWords(title) != TitleWords(known) { remarks.append("the register's title of \(indicator) is: \(known)") }
    } else {
      title = known
      remarks.append("the title is the register's")
    }
  }

  /// The number of an indicator at the head of a text, and what follows.
  private static func code(in text: String, isAlone: Bool) -> (code: String?, rest: String?) {
    let words = text.split(separator: " ").map(String.init)
    // "NI 155", then "NI155".
    for count in [2, 1] where words.count >= count {
      let head = words[..<count].joined(separator: " ")
      let trimmed = head.utf8.last.map { ":.,-;".utf8.contains($0) } == true ? String(head.dropLast()) : head
      let exact = IndicatorCode(Array(trimmed.utf8))
      let code = exact.map { $0.isNational ? $0.nationalText : trimmed } ?? IndicatorCode.likely(Array(trimmed.utf8))?.nationalText
      // "PM10 levels" is a title, and begins like a local code.
      guard let code, isAlone || IndicatorCode(Array(code.utf8))?.isNational == true else { continue }
      let rest = words[count...].drop { $0 == "-" || $0 == "–" || $0 == ":" }.joined(separator: " ")
      return (code, rest.isEmpty ? nil : rest)
    }
    // A column of numbers alone.
    if isAlone, words.count == 1, let number = Int(text), (1...999).contains(number), text.utf8.allSatisfy({ (48...57).contains($0) }) {
      return ("NI \(number)", nil)
    }
    return (nil, nil)
  }

  // MARK: Figures

  private mutating func readBaseline(_ cell: String?, _ period: String?) {
    guard let cell else { return }
    baseline = figure(Self.withoutStar(Self.oneLine(cell)).text, of: "baseline")
    if baseline?.written != nil { baselinePeriod = period }
  }

  /// A figure as it will stand in the file; what is no figure goes under `note`.
  private mutating func figure(_ text: String, of place: String) -> Figure? {
    var copy = text
    let cell = copy.withUTF8 { Cell($0) }
    let kept = YAMLScalar.written(text)
    if let damage = SpreadsheetDamage(text) { remarks.append("\(place): \(damage.words)") }
    switch cell {
    case .number: return Figure(written: text.hasPrefix("+") ? String(text.dropFirst()) : text)
    case .dressed(_, let plain, let sign):
      if let sign, unit == nil { unit = sign == .percent ? "percent" : "pounds" }
      return Figure(written: plain, comment: "written \(text)")
    case .figureWithPeriod: return Figure(written: kept, comment: "a figure, then a period")
    case .figureWithNote: return Figure(written: kept, comment: "a figure, then a remark")
    case .toCome: return Figure(written: kept, comment: "no figure yet: write placeholder: {reason: why, due: the day}")
    case .none: return Figure(written: kept, comment: "no figure")
    case .notOneFigure: return Figure(written: kept, comment: "not one figure")
    case .unreadable:
      notes.append("\(place): \(text)")
      if SpreadsheetDamage(text) == nil { remarks.append("\(place): '\(text)' is no figure, and is kept under note") }
      return nil
    }
  }

  // MARK: Scope and partners

  private mutating func readScope(_ cell: String?, isDesignated: Bool, _ registers: Registers) {
    let words = TableColumns.folded(cell ?? "").split(separator: " ")
    if isDesignated || words.contains("designated") || cell == "*" {
      scope = "designated"
    } else if words.contains("stretch") {
      scope = "stretch"
    } else if words.contains("statutory") || words.contains("education") {
      scope = "statutory_education"
    } else if words.contains("local") {
      scope = "local"
    } else if let indicator, let code = IndicatorCode(Array(indicator.utf8)), code.isNational, let row = registers.indicators.row(number: code.number),
      registers.indicators.rows[row]["statutory_education"]?.flag == true
    {
      scope = "statutory_education"
    }
  }

  private mutating func add(_ written: String, isLead: Bool, _ bodies: BodyNames) {
    let (name, isStarred) = Self.withoutStar(written)
    guard !name.isEmpty else { return }
    let partner = Partner(id: bodies.id(for: name), name: name)
    if !partners.contains(where: { $0.name == name || ($0.id != nil && $0.id == partner.id) }) { partners.append(partner) }
    guard isLead || isStarred else { return }
    if lead == nil {
      lead = partner
    } else if lead?.name != name {
      remarks.append("another lead partner is named: \(name)")
    }
  }

  /// The names in a cell: one a line, or between semicolons, or else between commas.
  private static func names(in cell: String) -> [String] {
    let separator: (Unicode.Scalar) -> Bool =
      cell.unicodeScalars.contains { $0 == "\n" || $0 == ";" } ? { $0 == "\n" || $0 == ";" } : { $0 == "," }
    return cell.unicodeScalars.split(whereSeparator: separator).map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  // MARK: Text

  static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0 == "\n" }.map { String($0) }.joined(separator: " ")
  }

  private static func trimmed(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// A text without the stars before or behind it, and whether there was one.
  static func withoutStar(_ text: String) -> (text: String, isStarred: Bool) {
    var scalars = text.unicodeScalars[...]
    var isStarred = false
    func isStar(_ scalar: Unicode.Scalar?) -> Bool { scalar == "*" || scalar == " " }
    while isStar(scalars.last) { isStarred = scalars.removeLast() == "*" || isStarred }
    while isStar(scalars.first) { isStarred = scalars.removeFirst() == "*" || isStarred }
    return (String(scalars), isStarred)
  }
}

/// A cell that a spreadsheet has made something else of.
struct SpreadsheetDamage {
  let words: String

  /// `02-Mar` was perhaps `2/3`; `1.20E+02` was perhaps a code with an E in it.
  init?(_ text: String) {
    let parts = text.split { $0 == "-" || $0 == "/" || $0 == " " }.map(String.init)
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    if parts.count == 2, let day = Int(parts[0]), (1...31).contains(day), let month = months.firstIndex(of: parts[1].lowercased()) {
      words = "'\(text)' looks like a date made by a spreadsheet: was it \(day)/\(month + 1)?"
    } else if parts.count == 2, let year = Int(parts[1]), parts[1].count == 2, let month = months.firstIndex(of: parts[0].lowercased()) {
      words = "'\(text)' looks like a date made by a spreadsheet: was it \(month + 1)/\(year)?"
    } else if let exponent = text.range(of: "E+"), text[..<exponent.lowerBound].allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      text[exponent.upperBound...].allSatisfy({ $0.isASCII && $0.isNumber }), text.first?.isNumber == true
    {
      words = "'\(text)' looks like a number shortened by a spreadsheet, or like a code such as 12E1 taken for one: look at the original"
    } else {
      return nil
    }
  }
}

extension String {
  /// The first place of some ASCII text.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
