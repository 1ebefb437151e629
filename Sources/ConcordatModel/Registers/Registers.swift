package import CEL
import SourceText

/// The registers of a pack: authorities, partner bodies, indicators, kinds of partner authority, guidance.
///
/// Rows are read like any document; lookups go by the symbol of an id, so a body is found by one array access.
package final class Registers: Sendable {
  package static let names = ["authorities", "partner-bodies", "indicators", "partner-authority-kinds", "guidance"]

  package let authorities: Register
  package let partnerBodies: Register
  package let indicators: Register
  package let guidance: Register

  private let kindsOfPartnerAuthority: [ListedKind]
  /// Rows of districts, by the symbol of their county.
  private let districts: [UInt16: [Int]]
  /// Rows of authorities, by the symbol of one that took over from them.
  private let predecessors: [UInt16: [Int]]
  /// Rows of partner bodies, by the symbol of an area they cover.
  private let covering: [UInt16: [Int]]
  /// Rows that cover all England.
  private let everywhere: [Int]

  private struct ListedKind: Sendable {
    var kind: [UInt8]
    var isListed: Bool
    var inForce: InForce
  }

  /// - Parameter trees: The register files that a pack has, by name; a register that is absent is empty.
  package init(_ trees: [String: TypedTree]) {
    authorities = Register(trees["authorities"])
    partnerBodies = Register(trees["partner-bodies"])
    indicators = Register(trees["indicators"])
    guidance = Register(trees["guidance"])
    kindsOfPartnerAuthority = (trees["partner-authority-kinds"]?.record["rows"]?.elements ?? []).map { row in
      ListedKind(
        kind: row["kind"]?.bytes ?? [], isListed: row["listed"]?.flag ?? false,
        inForce: InForce(from: row["from"]?.day, through: row["through"]?.day))
    }
    var districts: [UInt16: [Int]] = [:]
    var predecessors: [UInt16: [Int]] = [:]
    for (index, row) in authorities.rows.enumerated() {
      if let parent = row["parent"], parent.value.symbol != 0 { districts[parent.value.symbol, default: []].append(index) }
      for successor in row["successors"]?.elements ?? [] where successor.value.symbol != 0 {
        predecessors[successor.value.symbol, default: []].append(index)
      }
    }
    self.districts = districts
    self.predecessors = predecessors
    var covering: [UInt16: [Int]] = [:]
    var everywhere: [Int] = []
    for (index, row) in partnerBodies.rows.enumerated() {
      for area in row["covers"]?.elements ?? [] {
        if area.text == "*" { everywhere.append(index) } else { covering[area.value.symbol, default: []].append(index) }
      }
    }
    self.covering = covering
    self.everywhere = everywhere
  }

  /// The districts of a county that exist on the day, in the order of the register.
  package func districts(of county: UInt16, on day: Day) -> [Record] {
    (districts[county] ?? []).filter { authorities.inForce[$0].covers(day) }.map { authorities.rows[$0] }
  }

  /// The authorities that an authority took over from, in whole or part, in the order of the register.
  package func predecessors(of authority: UInt16) -> [Record] {
    (predecessors[authority] ?? []).map { authorities.rows[$0] }
  }

  /// The partner bodies that exist on the day and cover the area in whole or part, without those that are the authority itself.
  package func bodies(covering area: UInt16, on day: Day) -> [Record] {
    let rows = (covering[area] ?? []) + everywhere
    return rows.filter { index in
      partnerBodies.inForce[index].covers(day)
        && !(partnerBodies.rows[index]["same_as"]?.elements ?? []).contains { $0.value.symbol == area }
    }
    .map { partnerBodies.rows[$0] }
  }

  /// Whether section 104 lists the kind on the day.
  package func lists(kind: UnsafeBufferPointer<UInt8>, on day: Day) -> Bool {
    kindsOfPartnerAuthority.contains {
      $0.isListed && Bytes.areEqual($0.kind, kind) && $0.inForce.covers(day)
    }
  }

  /// The row of an authority or partner body, whichever knows the id.
  package func body(_ id: Value) -> (register: Register, row: Int)? {
    if let row = authorities.row(of: id) { return (authorities, row) }
    if let row = partnerBodies.row(of: id) { return (partnerBodies, row) }
    return nil
  }

  /// The row of an authority, partner body or national indicator.
  package func entry(_ id: Value) -> (register: Register, row: Int)? {
    if let found = body(id) { return found }
    guard let code = id.stringBytes.flatMap({ IndicatorCode($0) }), code.isNational,
      let row = indicators.row(number: code.number)
    else { return nil }
    return (indicators, row)
  }

  /// The name of a body as people write it.
  package func name(of id: Value) -> Value? {
    guard let (register, row) = body(id) else { return nil }
    let record = register.rows[row]
    return (record["official_name"] ?? record["name"])?.value
  }

  /// The register id that a wrong one most likely means, by id or by name.
  package func suggestion(for text: String, authoritiesOnly: Bool = false) -> (id: String, name: String)? {
    let registers = authoritiesOnly ? [authorities] : [authorities, partnerBodies]
    let wanted = TitleWords(text)
    for register in registers {
      for row in register.rows {
        guard let id = row["id"]?.text else { continue }
        let names = [row["official_name"]?.text, row["name"]?.text].compactMap { $0 }
        if names.contains(where: { TitleWords($0) == wanted }) || TitleWords(id) == wanted.withoutCouncilWords {
          return (id, names.first ?? id)
        }
      }
    }
    let ids = registers.flatMap { $0.rows.compactMap { $0["id"]?.text } }
    // The parts of an id in another order, as `suffolk-pct` for `pct-suffolk`, before a mere likeness of letters.
    let sorted = wanted.inOrder
    guard let id = ids.first(where: { TitleWords($0).inOrder == sorted }) ?? Suggestion.nearest(to: text, among: ids) else { return nil }
    let row = registers.lazy.compactMap { register in register.rows.first { $0["id"]?.text == id } }.first
    return (id, (row?["official_name"] ?? row?["name"])?.text ?? id)
  }
}

/// One register: rows with ids, and the days on which each holds.
package final class Register: Sendable {
  package let rows: [Record]
  package let inForce: [InForce]
  private let rowOfSymbol: [UInt16: Int]
  private let rowOfNumber: [Int: Int]

  init(_ tree: TypedTree?) {
    rows = tree?.record["rows"]?.elements ?? []
    inForce = rows.map { InForce(from: $0["from"]?.day, through: $0["through"]?.day) }
    var index: [UInt16: Int] = [:]
    for (number, row) in rows.enumerated() {
      if let symbol = row["id"]?.value.symbol, symbol != 0 { index[symbol] = number }
    }
    rowOfSymbol = index
    rowOfNumber = Dictionary(
      rows.enumerated().compactMap { row in row.element["number"]?.integer.map { ($0, row.offset) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The row with this id.
  package func row(of id: Value) -> Int? { id.symbol == 0 ? nil : rowOfSymbol[id.symbol] }
  package func row(of symbol: UInt16) -> Int? { symbol == 0 ? nil : rowOfSymbol[symbol] }

  /// The row with this `number`.
  package func row(number: Int) -> Int? { rowOfNumber[number] }

  /// Whether the row rests on a source that was read.
  package func isVerified(_ row: Int) -> Bool { rows[row]["verified"]?.flag ?? false }
}
