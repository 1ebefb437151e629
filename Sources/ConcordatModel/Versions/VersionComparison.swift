import CEL

/// What changed between two versions of a document, entry by entry, with the places in both.
///
/// Elements of lists are matched by their `id`, `body`, `name` or `target`, so that moving one is no change; lists of texts
/// are compared as sets. What rules ask for (`added`, `removed`, `changed`, `differs`) and what `concordat diff` prints
/// both come from ``ElementMatching`` and ``ValueComparison``.
package struct VersionComparison: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case added, removed, changed }

  package struct Change: Sendable {
    package var kind: Kind
    /// From the root: keys, and the names of elements.
    package var path: [String]
    /// What stood there, and what stands there.
    package var old: Record?
    package var new: Record?
  }

  /// The changes to one element of a list at the root of the document, or to the rest of it.
  package struct Group: Sendable {
    /// The list, such as `targets`; nothing for the rest.
    package var list: String?
    package var kind: Kind
    package var old: Record?
    package var new: Record?
    /// In the order of the new version; those that are gone come last.
    package var changes: [Change]
  }

  package private(set) var groups: [Group] = []

  package init(from old: Document, to new: Document) {
    var rest: [Change] = []
    for key in Self.keys(old.content.record, new.content.record) {
      let before = Self.field(key, of: old.content.record)
      let after = Self.field(key, of: new.content.record)
      if Self.isListOfRecords(before) || Self.isListOfRecords(after) {
        for (_, one, other) in Self.matched(before?.elements ?? [], after?.elements ?? []) {
          var changes: [Change] = []
          Self.compare(one, other, path: [], into: &changes)
          guard !changes.isEmpty else { continue }
          let kind: Kind = one == nil ? .added : other == nil ? .removed : .changed
          groups.append(Group(list: key, kind: kind, old: one, new: other, changes: kind == .changed ? changes : []))
        }
      } else {
        Self.compare(before, after, path: [key], into: &rest)
      }
    }
    if !rest.isEmpty {
      groups.insert(
        Group(list: nil, kind: .changed, old: old.content.record, new: new.content.record, changes: rest), at: 0)
    }
  }

  private static func compare(_ old: Record?, _ new: Record?, path: [String], into changes: inout [Change]) {
    guard let old, let new else {
      if old != nil || new != nil { changes.append(Change(kind: old == nil ? .added : .removed, path: path, old: old, new: new)) }
      return
    }
    if old.value.tag == .map, new.value.tag == .map {
      for key in keys(old, new) { compare(field(key, of: old), field(key, of: new), path: path + [key], into: &changes) }
    } else if old.value.tag == .list, new.value.tag == .list {
      for (name, one, other) in matched(old.elements, new.elements) { compare(one, other, path: path + [name], into: &changes) }
    } else if !areAlike(old, new) {
      changes.append(Change(kind: .changed, path: path, old: old, new: new))
    }
  }

  /// A cell that could not be read is what is written in it: `TBC` in both versions is no change.
  private static func areAlike(_ old: Record, _ new: Record) -> Bool {
    guard old.value.isError, new.value.isError, let before = old.node, let after = new.node else {
      return ValueComparison.areAlike(old.value, new.value)
    }
    return old.owner.tree.string(of: before) == new.owner.tree.string(of: after)
  }

  /// Pairs of elements with the name that both have, in the order of the new list.
  private static func matched(_ old: [Record], _ new: [Record]) -> [(name: String, old: Record?, new: Record?)] {
    ElementMatching(old.map(\.value), new.map(\.value)).pairs.map { pair in
      (pair.name, pair.old.map { old[$0] }, pair.new.map { new[$0] })
    }
  }

  /// What an element of a list is called.
  package static func name(of element: Record) -> String { ElementMatching.name(of: element.value) }

  private static func isListOfRecords(_ record: Record?) -> Bool {
    record?.value.tag == .list && record?.elements.first?.value.tag == .map
  }

  private static func keys(_ old: Record, _ new: Record) -> [String] {
    var keys = new.entries.compactMap(\.key.text)
    for key in old.entries.compactMap(\.key.text) where !keys.contains(key) { keys.append(key) }
    return keys
  }

  private static func field(_ key: String, of record: Record) -> Record? {
    record.entries.first { $0.key.text == key }?.value
  }
}
