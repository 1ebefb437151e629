import YAMLTree

/// The ids of findings that come from reading files, and so have no rule file.
package enum FormRules {
  /// Faults of the format of a document. A test compares the list with what the sources report.
  package static let structure = [
    "structure/bad-choice", "structure/bad-day", "structure/bad-form", "structure/bad-year", "structure/blank-text",
    "structure/circular-reference",
    "structure/duplicate-id", "structure/empty-file", "structure/empty-value", "structure/figure-missing",
    "structure/figure-to-come", "structure/figure-unclear", "structure/figure-with-period", "structure/figure-with-remark",
    "structure/figure-with-unit", "structure/missing-key", "structure/out-of-range", "structure/too-large",
    "structure/too-many", "structure/too-many-faults", "structure/unknown-body", "structure/unknown-document",
    "structure/unknown-entry", "structure/unknown-guidance", "structure/unknown-indicator", "structure/unknown-key",
    "structure/unknown-kind", "structure/unknown-priority", "structure/wrong-type",
  ]

  /// Faults of YAML.
  package static var syntax: [String] { YAMLFault.Kind.allCases.map { "syntax/" + $0.rawValue } }
}

extension Record {
  /// Whether the key is written in the file, be its value empty or unreadable.
  package func hasKey(_ key: StaticString) -> Bool {
    guard let node, let mapping = owner.tree.resolve(node), owner.tree.kind(of: mapping) == .mapping else { return false }
    return owner.tree.effectiveEntries(of: mapping).contains { entry in
      key.withUTF8Buffer { name in owner.tree.text(of: owner.tree.resolve(entry.key) ?? entry.key).elementsEqual(name) }
    }
  }
}
