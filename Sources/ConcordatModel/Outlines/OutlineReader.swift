import CEL
package import ConcordatDiagnostics
import YAMLTree

/// Reads what a document says of its targets and priorities.
///
/// The names of the fields are those that documents of every kind share; a document without them has an empty outline.
package struct OutlineReader: Sendable {
  private let registers: Registers
  private let repository: Repository
  /// The kind whose documents hold the priorities of districts.
  private let strategyKind: Kind?

  package init(registers: Registers, repository: Repository, kinds: [Kind]) {
    self.registers = registers
    self.repository = repository
    strategyKind = kinds.first { $0.name == "sustainable-community-strategy" }
  }

  /// The outline of a document as of a day; linear in its targets and priorities.
  package func outline(of document: Document, on day: Day?) -> LintReport.Outline {
    let record = document.content.record
    let targets = (record["targets"]?.elements ?? []).compactMap(target)
    let priorities = (record["priorities"]?.elements ?? []).compactMap(Self.priority)
    let omissions = (record["omitted_priorities"]?.elements ?? []).compactMap { entry in
      entry["priority"]?.text.map { LintReport.Omission(priority: $0, reason: entry["reason"]?.text ?? "") }
    }
    // Only a document with targets can reflect what districts want.
    let districts = targets.isEmpty ? [] : districts(of: document, on: day)
    return LintReport.Outline(targets: targets, priorities: priorities, omissions: omissions, districts: districts)
  }

  private static func priority(_ record: Record) -> LintReport.Priority? {
    guard let id = record["id"]?.text else { return nil }
    return LintReport.Priority(
      id: id, title: record["title"]?.text ?? "", isTop: record["rank"]?.text == "top", from: record["from"]?.texts ?? [])
  }

  private func target(_ record: Record) -> LintReport.Target? {
    guard let id = record["id"]?.text else { return nil }
    let baseline = record["baseline"].flatMap { baseline in
      baseline["value"].map { Self.figure($0, period: baseline["period"]?.text ?? "") }
    }
    let figures = (record["values"]?.entries ?? []).map { Self.figure($0.value, period: $0.key.text ?? "") }
    return LintReport.Target(
      id: id, indicator: record["indicator"]?.text, title: record["title"]?.text ?? "", unit: record["unit"]?.text,
      direction: direction(of: record), baseline: baseline,
      figures: figures.sorted { $0.period.utf8.lexicographicallyPrecedes($1.period.utf8) },
      priorities: record["priorities"]?.texts ?? [])
  }

  /// As the target says, or else as the register of indicators does.
  private func direction(of target: Record) -> LintReport.Direction {
    if let own = target["polarity"]?.text { return LintReport.Direction(rawValue: own) ?? .unknown }
    guard let indicator = target["indicator"], let entry = registers.entry(indicator.value) else { return .unknown }
    return entry.register.rows[entry.row]["polarity"]?.text.flatMap(LintReport.Direction.init) ?? .unknown
  }

  /// A figure with what else stands in its cell: only a figure that cannot be misread has a value.
  private static func figure(_ record: Record, period: String) -> LintReport.Figure {
    guard let node = record.node else { return LintReport.Figure(period: period, text: "", value: nil) }
    let tree = record.owner.tree
    let written = tree.resolve(node) ?? node
    let text = tree.string(of: written)
    switch Cell(tree.text(of: written)) {
    case .number(let value), .dressed(let value, _, _):
      return LintReport.Figure(period: period, text: text, value: value)
    case .figureWithPeriod(let figure, _), .figureWithNote(let figure, _):
      let value = Double(figure).flatMap { $0.isFinite ? $0 : nil }
      return LintReport.Figure(period: period, text: text, value: value, isPlain: false)
    case .toCome, .none, .notOneFigure, .unreadable:
      return LintReport.Figure(period: period, text: text, value: nil, isPlain: false)
    }
  }

  private func districts(of document: Document, on day: Day?) -> [LintReport.District] {
    guard document.authority != 0, let day else { return [] }
    return registers.districts(of: document.authority, on: day).map { row in
      let strategy = row["id"].flatMap { id in
        strategyKind.flatMap { repository.document(of: $0, authority: id.value.symbol, on: day) }
      }
      return LintReport.District(
        name: (row["official_name"] ?? row["name"] ?? row["id"])?.text ?? "", strategy: strategy?.id)
    }
  }
}
