package import ConcordatDiagnostics
package import ConcordatModel

/// One point of an Act or of guidance, as the pack restates it.
package struct Provision: Sendable {
  /// Who checks it.
  package enum Checker: String, Sendable { case rules, person, none }

  /// Where a background document says something else than the law.
  package struct Difference: Sendable {
    package var says: String
    /// The provision that says otherwise, and what it says.
    package var law: String
    package var how: String
    /// The rules that follow the law.
    package var rules: [String]
  }

  package var id: String
  /// The title of the Act or paper that it is of.
  package var source: String
  package var citation: String
  package var summary: String
  package var address: String?
  /// Whether it is law, or guidance, a report, an answer.
  package var kind: Citation.Kind
  /// `verified`, `summary`, `seed` or `inferred`.
  package var reading: Citation.Reading
  package var inForce: InForce
  package var checkedBy: Checker
  /// The wider point with which rules check this one.
  package var partOf: String?
  package var why: String?
  package var differences: [Difference] = []

  /// Reads a file of `provisions/`.
  static func read(_ tree: TypedTree) -> [Provision] {
    let address = tree.record["address"]?.text
    let kind: Citation.Kind = tree.record["act"] == nil ? .guidance : .law
    let source = tree.record["act"]?.text ?? tree.record["source"]?.text ?? ""
    return (tree.record["provisions"]?.elements ?? []).compactMap { row in
      guard let id = row["id"]?.text, let citation = row["citation"]?.text, let summary = row["summary"]?.text else {
        return nil
      }
      return Provision(
        id: id, source: source, citation: citation, summary: summary, address: row["address"]?.text ?? address, kind: kind,
        reading: row["reading"]?.text.flatMap(Citation.Reading.init) ?? .inferred,
        inForce: InForce(from: row["from"]?.day, through: row["through"]?.day),
        checkedBy: row["checked_by"]?.text.flatMap(Checker.init) ?? .none, partOf: row["part_of"]?.text, why: row["why"]?.text,
        differences: (row["differs"]?.elements ?? []).map { entry in
          Difference(
            says: entry["says"]?.text ?? "", law: entry["law"]?.text ?? "", how: entry["how"]?.text ?? "",
            rules: entry["rules"]?.texts ?? [])
        })
    }
  }

  /// The provision as a finding of a rule cites it: how the rule's author read it counts, if that is weaker.
  package func citation(readBy rule: Citation.Reading) -> Citation {
    Citation(
      id: id, citation: citation, summary: summary, address: address, kind: kind, reading: max(reading, rule),
      from: inForce.from?.iso, through: inForce.through?.iso)
  }
}
