/// Which provision is checked by what: the matrix that shows that no law was forgotten.
package struct Coverage: Sendable {
  package struct Line: Sendable {
    package var provision: Provision
    /// The rules that stand on it, or on the wider point that it names under `part_of`, by id.
    package var rules: [String]

    /// Whether the provision says that rules check it and none does.
    package var isGap: Bool { provision.checkedBy == .rules && rules.isEmpty }

    /// Whether rules stand on it although it says that none checks it.
    package var isDenied: Bool { provision.checkedBy != .rules && !rules.isEmpty }
  }

  /// In the order of the provisions' ids.
  package let lines: [Line]

  package init(_ pack: RulePack) {
    var rules: [String: Set<String>] = [:]
    for rule in pack.rules {
      for citation in rule.citations { rules[citation.id, default: []].insert(rule.id) }
    }
    let wider = Dictionary(pack.provisions.map { ($0.id, $0.partOf) }, uniquingKeysWith: { first, _ in first })
    lines = pack.provisions.map { provision in
      // A rule on s.104(2) looks at each of its paragraphs: they say `part_of: …/s104-2`.
      var found: Set<String> = []
      var seen: Set<String> = []
      var next: String? = provision.id
      while let id = next, seen.insert(id).inserted {
        found.formUnion(rules[id] ?? [])
        next = wider[id] ?? nil
      }
      return Line(provision: provision, rules: found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }

  /// How many provisions are checked by rules, left to a person, and no matter for documents.
  package var counts: (rules: Int, person: Int, none: Int, gaps: Int) {
    (
      lines.count { $0.provision.checkedBy == .rules && !$0.isGap }, lines.count { $0.provision.checkedBy == .person },
      lines.count { $0.provision.checkedBy == .none }, lines.count { $0.isGap }
    )
  }
}
