import CEL
import YAMLTree

/// What to write where something of another type stands.
extension TypedTreeReader {
  /// One next step: the line as it should be, made of what is there if that is possible.
  func advice(_ target: NodeID, _ id: SchemaNode.ID, _ key: String?) -> String {
    let node = schema.nodes[id]
    let place = key ?? "the key"
    switch node.shape {
    case .list:
      switch tree.kind(of: target) {
      case .scalar:
        let text = shown(tree.text(of: target))
        if id != Self.anythingNode, let item = node.items, [.record, .map].contains(schema.nodes[item].shape) {
          return "Begin each entry under \(place): on a line of its own with - and its keys\(example(item))"
        }
        return Self.isPlain(text) ? "Write \(place): [\(text)]" : "Write each entry under \(place): on a line of its own, after -"
      default: return "Put - before each entry under \(place):"
      }
    case .record:
      return "Write the keys under \(place)\(example(id))"
    case .map:
      return node.keysAreFinancialYears
        ? "Write \(place): {2008/09: the figure, 2009/10: the figure}" : "Write keys and values under \(place):"
    case .text, .number, .integer, .boolean, .day:
      let children = tree.children(of: target)
      if tree.kind(of: target) == .sequence, children.count == 1, let only = tree.resolve(children[0]), tree.kind(of: only) == .scalar {
        let text = shown(tree.text(of: only))
        if Self.isPlain(text) { return "Write \(place): \(text)" }
      }
      return "Write \(Self.noun(node.shape)) behind \(place):, and move the rest under note"
    case .anything: return "Write a value behind \(place):"
    }
  }

  /// What to write where a text has not the form that its place needs.
  func formAdvice(_ bytes: UnsafeBufferPointer<UInt8>, _ pattern: RegularExpression, _ description: String?) -> String {
    if let year = Self.likelyYear(bytes), Self.matches(year, pattern, scratch) { return "Write \(year)" }
    if Self.matches("2008/09", pattern, scratch) { return "Write a financial year, such as 2008/09" }
    return description.map { "Write \(StructureWording.lowercasedFirst($0))" } ?? "Look up the form with concordat schema"
  }

  private static func matches(_ text: String, _ pattern: RegularExpression, _ scratch: RegexScratch) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { pattern.matches($0, scratch: scratch) }
  }

  /// The first keys of a record, the required ones before the others.
  private func example(_ id: SchemaNode.ID) -> String {
    let properties = schema.nodes[id].properties
    let names = (properties.filter(\.isRequired) + properties.filter { !$0.isRequired }).prefix(3).map(\.name)
    return names.isEmpty ? "" : ", such as \(English.list(names, last: "or"))"
  }

  /// Whether a text can stand in brackets as it is.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60
      && text.utf8.allSatisfy { byte in
        (97...122).contains(byte | 0x20) || (48...57).contains(byte) || [32, 44, 45, 46, 47, 95].contains(byte)
      }
  }
}
