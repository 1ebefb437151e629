/// Which provision is checked by what: the matrix that shows that no law was forgotten.
package struct Coverage: Sendable {
  package struct Line: Sendable {
    package var provision: Provision
    /// The rules that stand on it, or on a wider point that it is part of, by id.
    package var rules: [String]

    /// Whether the provision says that rules check it and none does.
    package var isGap: Bool { provision.checkedBy == .rules && rules.isEmpty }
  }

  /// In the order of the provisions' ids.
  package let lines: [Line]

  package init(_ pack: RulePack) {
    var rules: [String: Set<String>] = [:]
    for rule in pack.rules {
      for citation in rule.citations { rules[citation.id, default: []].insert(rule.id) }
    }
    lines = pack.provisions.map { provision in
      // A rule on s.104(2) looks at each of its paragraphs: `…/s104-2-a` is part of `…/s104-2`.
      var found = rules[provision.id] ?? []
      var id = provision.id[...]
      while let hyphen = id.lastIndex(of: "-"), let stroke = id.firstIndex(of: "/"), stroke < hyphen {
        id = id[..<hyphen]
        found.formUnion(rules[String(id)] ?? [])
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
