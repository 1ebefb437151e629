package import CEL
package import ConcordatDiagnostics
package import SourceText
package import YAMLTree

/// A YAML document read against a schema: its values as CEL sees them, and the way back from each to its place.
///
/// Values are plain data in one arena; text stays in the file. Nothing is copied and nothing changes after reading.
package final class TypedTree: Sendable {
  package let tree: YAMLTree
  package let schema: Schema
  /// The node that the document's content begins at.
  package let root: NodeID
  package let arena: DataArena
  /// The whole document.
  package let value: Value
  /// The YAML node that each unit of the arena was read from.
  let nodeOfUnit: [UInt32]
  /// Faults of form, in the order they were met.
  package let faults: [Diagnostic]
  /// Texts that refer to something outside, to be looked up when everything is read.
  package let references: [Reference]

  /// A text that refers to something.
  package struct Reference: Sendable {
    package var node: NodeID
    package var to: SchemaNode.Reference
    package var symbol: UInt16
    /// The key it is the value of, for messages.
    package var key: String?
  }

  init(
    tree: YAMLTree, schema: Schema, root: NodeID, arena: DataArena, value: Value, nodeOfUnit: [UInt32],
    faults: [Diagnostic], references: [Reference]
  ) {
    self.tree = tree
    self.schema = schema
    self.root = root
    self.arena = arena
    self.value = value
    self.nodeOfUnit = nodeOfUnit
    self.faults = faults
    self.references = references
  }

  package var file: SourceFile { tree.file }

  /// The document's own slot.
  package var rootSlot: UnsafePointer<Value>? { arena[0] }

  /// The node that a slot of the arena was read from; nothing for memory of somebody else.
  package func node(at slot: UnsafePointer<Value>) -> NodeID? {
    arena.unitIndex(of: slot).flatMap { $0 < nodeOfUnit.count ? NodeID(nodeOfUnit[$0]) : nil }
  }

  /// The node that a value lies in: for lists and maps by where their contents begin, for text by where its bytes are.
  package func node(of value: Value) -> NodeID? {
    if let unit = arena.unitIndex(ofContentsOf: value), unit < nodeOfUnit.count {
      // The contents' first unit belongs to the first child (or key) of the collection.
      return tree.parent(of: NodeID(nodeOfUnit[unit]))
    }
    if let text = value.stringBytes, let base = text.baseAddress, let start = file.bytes.baseAddress,
      base >= start, base + text.count <= start + file.bytes.count
    {
      return scalar(at: UInt32(truncatingIfNeeded: base - start))
    }
    return nil
  }

  /// The scalar whose text holds an offset: nodes are numbered in the order of the file.
  private func scalar(at offset: UInt32) -> NodeID? {
    var low = 0
    var high = tree.nodeCount
    while low < high {
      let middle = (low + high) / 2
      if tree.range(of: NodeID(UInt32(middle))).lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let node = NodeID(UInt32(low - 1))
    return tree.kind(of: node) == .scalar && tree.range(of: node).contains(offset) ? node : nil
  }

  /// The narrowest range that shows a node to a person.
  ///
  /// A scalar shows itself. A collection would underline a page, so a value of a mapping is shown by its key, an
  /// element of a list by its `id`, `body`, `name` or first value, and the document by its `id` or `kind`.
  package func shownRange(of node: NodeID) -> ByteRange {
    let kind = tree.kind(of: node)
    guard kind == .mapping || kind == .sequence else { return tree.range(of: node) }
    if let parent = tree.parent(of: node), tree.kind(of: parent) == .mapping, let key = key(of: node, in: parent) {
      return tree.range(of: key)
    }
    if kind == .mapping {
      let entries = tree.entries(of: node)
      for name in Self.namingKeys {
        for entry in entries where text(tree.text(of: entry.key), is: name) { return tree.range(of: entry.value) }
      }
      if let first = entries.first { return tree.range(of: first.key) }
    } else if let first = tree.children(of: node).first {
      return shownRange(of: first)
    }
    return tree.range(of: node)
  }

  static let namingKeys = ["id", "body", "name", "kind", "target", "rule"]

  private func text(_ bytes: UnsafeBufferPointer<UInt8>, is name: String) -> Bool { bytes.elementsEqual(name.utf8) }

  private func key(of value: NodeID, in mapping: NodeID) -> NodeID? {
    tree.entries(of: mapping).first { $0.value == value }?.key
  }

  /// The whole as a record, for reading in Swift.
  package var record: Record { Record(owner: self, value: value, slot: rootSlot) }
}

/// A record of a typed tree, read field by field.
package struct Record: @unchecked Sendable {
  // The slot leads into the owner's arena, which is never written.
  package let owner: TypedTree
  package let value: Value
  package let slot: UnsafePointer<Value>?

  /// A field, or nothing when the record lacks it.
  package subscript(_ key: StaticString) -> Record? {
    value.entry(key).map { Record(owner: owner, value: $0.pointee, slot: $0) }
  }

  package var text: String? { value.stringValue }
  package var bytes: [UInt8]? { value.stringBytes.map(Array.init) }
  package var integer: Int? { value.intValue.flatMap(Int.init(exactly:)) }
  package var flag: Bool? { value.boolValue }
  package var day: Day? { Day(value) }

  package var elements: [Record] {
    guard let elements = value.listElements, let base = elements.baseAddress else { return [] }
    return elements.indices.map { Record(owner: owner, value: elements[$0], slot: base + $0) }
  }

  package var texts: [String] { elements.compactMap(\.text) }

  /// Keys and values in the order of the file.
  package var entries: [(key: Record, value: Record)] {
    guard let entries = value.mapEntries, let base = entries.baseAddress else { return [] }
    return entries.indices.map { index in
      let start = UnsafeRawPointer(base + index).assumingMemoryBound(to: Value.self)
      return (
        Record(owner: owner, value: entries[index].key, slot: start),
        Record(owner: owner, value: entries[index].value, slot: start + 1)
      )
    }
  }

  package var node: NodeID? { slot.flatMap { owner.node(at: $0) } }

  /// Where it is written.
  package var range: ByteRange { node.map { owner.tree.range(of: $0) } ?? ByteRange(0, 0) }
  package var shownRange: ByteRange { node.map { owner.shownRange(of: $0) } ?? ByteRange(0, 0) }
}

extension Day {
  /// A day that CEL holds as midnight UTC; nothing for other values.
  package init?(_ value: Value) {
    guard let (seconds, _) = value.timestampValue else { return nil }
    let number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    guard let number = Int32(exactly: number) else { return nil }
    self.init(number: number)
  }

  /// The day as CEL holds it.
  package var value: Value { .timestamp(seconds: Int64(number) * 86_400, isDateOnly: true) }
}
