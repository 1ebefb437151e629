package import CEL
import ConcordatDiagnostics
import SourceText
package import YAMLTree

/// Where the numbers of texts come from: given while packs are loaded, looked up afterwards.
package enum Symbols: Sendable {
  case growing(SymbolTable.Builder)
  case frozen(SymbolTable)

  func symbol(for bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    switch self {
    case .growing(let builder): builder.intern(bytes)
    case .frozen(let table): table.symbol(for: bytes)
    }
  }
}

/// Reads one YAML document against a schema, in one walk that checks the form and makes the values.
///
/// Whatever is wrong is reported and the rest is read: one bad cell never hides the others. A value that cannot be read becomes a
/// failure value, so that rules which need it are undecided.
package struct TypedTreeReader: ~Copyable {
  let tree: YAMLTree
  let schema: Schema
  let symbols: Symbols
  var builder: DataArena.Builder
  var nodeOfUnit: [UInt32] = []
  var faults = FaultCollector()
  var references: [TypedTree.Reference] = []
  /// Collections already made, so that an alias shares what its anchor made.
  private var made: [Made: Value] = [:]
  private let remembersCollections: Bool
  let scratch: RegexScratch
  private(set) var isFull = false

  private struct Made: Hashable {
    var node: NodeID
    var schema: SchemaNode.ID
  }

  /// The most units of sixteen bytes that one document may take.
  package static let maximumUnits = 1 << 23

  /// Reads the document whose content begins at `root`.
  ///
  /// - Parameters:
  ///   - size: How many nodes the document has, or more.
  ///   - scratch: Memory for matching patterns; one for each worker.
  package static func read(
    _ tree: YAMLTree, root: NodeID, schema: Schema, symbols: Symbols, size: UInt64, scratch: RegexScratch
  ) -> TypedTree {
    // A unit for each node, and some for values that cannot be read, is enough unless aliases are read under several schemas;
    // then try again with more.
    let nodes = Int(min(size, UInt64(tree.nodeCount)))
    var units = nodes + nodes / 8 + 64
    while true {
      var reader = TypedTreeReader(tree, schema: schema, symbols: symbols, units: units, scratch: scratch)
      let value = reader.readRoot(root)
      if reader.isFull, units < maximumUnits {
        units = min(maximumUnits, units * 4)
        continue
      }
      if reader.isFull {
        reader.faults.report(
          "structure/too-large", at: tree.range(of: root), in: tree.file,
          .init(message: "the document is too large once its aliases are followed", help: "Write fewer aliases"))
      }
      let references = reader.references
      let nodes = reader.nodeOfUnit
      let faults = reader.faults.diagnostics
      return TypedTree(
        tree: tree, schema: schema, root: root, arena: reader.finish(), value: value, nodeOfUnit: nodes, faults: faults,
        references: references)
    }
  }

  private init(_ tree: YAMLTree, schema: Schema, symbols: Symbols, units: Int, scratch: RegexScratch) {
    self.tree = tree
    self.schema = schema
    self.symbols = symbols
    self.scratch = scratch
    builder = DataArena.Builder(unitCount: units)
    nodeOfUnit.reserveCapacity(units)
    remembersCollections = tree.hasAliases
  }

  private consuming func finish() -> DataArena { builder.freeze() }

  private mutating func readRoot(_ root: NodeID) -> Value {
    guard let slot = builder.list(count: 1)?.baseAddress else { return .null }
    nodeOfUnit.append(root.index)
    slot.pointee = read(root, as: schema.root, under: nil) ?? .emptyMap
    return slot.pointee
  }

  /// The value of a node; nothing when the entry counts as absent.
  mutating func read(_ node: NodeID, as id: SchemaNode.ID, under key: String?) -> Value? {
    guard let target = tree.resolve(node) else { return unreadable(node) }
    let shape = schema.nodes[id].shape
    switch tree.kind(of: target) {
    case .scalar:
      switch shape {
      case .text: return text(node, target, id, key)
      case .day: return day(node, target, key)
      case .number: return number(node, target, id, key)
      case .integer: return integer(node, target, id, key)
      case .boolean: return boolean(node, target, key)
      case .anything: return anything(target)
      case .list where schema.nodes[id].allowsSingle:
        return single(node, id, key)
      case .list, .record, .map: return wrongType(node, target, id, key)
      }
    case .null:
      switch shape {
      case .list: return .emptyList
      case .record, .map: return .emptyMap
      case .anything: return .null
      case .number where schema.nodes[id].isCell:
        cell(node, "", StructureWording.cellNone("", year: key), "structure/figure-missing", .warning)
        return nil
      case .text, .day, .number, .integer, .boolean:
        faults.report(
          "structure/empty-value", at: emptyRange(node), in: tree.file,
          StructureWording.emptyValue(expected: Self.noun(shape), at: key), severity: .warning)
        return nil
      }
    case .sequence, .mapping:
      let identity = Made(node: target, schema: id)
      if remembersCollections, let known = made[identity] { return known }
      let value = collection(node, target, id, key)
      if remembersCollections { made[identity] = value }
      return value
    case .alias:
      return unreadable(node)
    }
  }

  private mutating func collection(_ node: NodeID, _ target: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value {
    let isMapping = tree.kind(of: target) == .mapping
    switch schema.nodes[id].shape {
    case .record where isMapping: return record(target, id, key)
    case .map where isMapping: return map(target, id, key)
    case .list where !isMapping: return list(target, id, key)
    case .anything: return isMapping ? map(target, id, key) : list(target, id, key)
    default: return wrongType(node, target, id, key)
    }
  }

  // MARK: Collections

  private mutating func list(_ node: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value {
    let children = tree.children(of: node)
    checkCount(children.count, node, id, key)
    guard !children.isEmpty else { return .emptyList }
    let items = schema.nodes[id].items ?? Self.anythingNode
    guard let slots = builder.list(count: children.count), let base = slots.baseAddress else { return full() }
    let first = nodeOfUnit.count
    for child in children { nodeOfUnit.append(child.index) }
    var count = 0
    for child in children {
      guard let value = readItem(child, items, key) else { continue }
      nodeOfUnit[first + count] = child.index
      base[count] = value
      count += 1
    }
    return .list(UnsafeBufferPointer(start: base, count: count))
  }

  private mutating func readItem(_ node: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value? {
    id == Self.anythingNode ? anything(tree.resolve(node) ?? node) : read(node, as: id, under: key)
  }

  /// One item written where a list may be.
  private mutating func single(_ node: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value? {
    guard let slot = builder.list(count: 1)?.baseAddress else { return full() }
    nodeOfUnit.append(node.index)
    slot.pointee = readItem(node, schema.nodes[id].items ?? Self.anythingNode, key) ?? .null
    return .list(UnsafeBufferPointer(start: slot, count: 1))
  }

  private mutating func record(_ node: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value {
    tree.merges(node)
      ? record(node, tree.effectiveEntries(of: node), id, key) : record(node, tree.entries(of: node), id, key)
  }

  private mutating func record(
    _ node: NodeID, _ entries: some RandomAccessCollection<NodeEntry>, _ id: SchemaNode.ID, _ key: String?
  ) -> Value {
    let properties = schema.nodes[id].properties
    guard let room = builder.map(count: entries.count), let base = room.baseAddress else { return full() }
    let first = nodeOfUnit.count
    for entry in entries {
      nodeOfUnit.append(entry.key.index)
      nodeOfUnit.append(entry.value.index)
    }
    var seen: UInt64 = 0
    var expected = 0
    var count = 0
    for entry in entries {
      let text = keyText(entry.key)
      guard let index = propertyIndex(text, properties, from: expected) else {
        unknownKey(entry.key, text, id, key)
        continue
      }
      expected = index + 1
      if index < 64 { seen |= 1 << UInt64(index) }
      guard let value = read(entry.value, as: properties[index].node, under: properties[index].name) else { continue }
      base[count] = MapEntry(
        key: .string(text, isASCII: true, symbol: properties[index].symbol), value: value)
      nodeOfUnit[first + 2 * count] = entry.key.index
      nodeOfUnit[first + 2 * count + 1] = entry.value.index
      count += 1
    }
    checkPresence(node, id, key, seen)
    return .map(UnsafeBufferPointer(start: base, count: count))
  }

  private mutating func map(_ node: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value {
    let entries = tree.effectiveEntries(of: node)
    checkCount(entries.count, node, id, key)
    let values = schema.nodes[id].valueSchema
    guard let room = builder.map(count: entries.count), let base = room.baseAddress else { return full() }
    let first = nodeOfUnit.count
    for entry in entries {
      nodeOfUnit.append(entry.key.index)
      nodeOfUnit.append(entry.value.index)
    }
    var count = 0
    for entry in entries {
      let text = keyText(entry.key)
      let symbol = symbols.symbol(for: text)
      checkKey(entry.key, text, symbol, id, key)
      let name = String(decoding: text, as: UTF8.self)
      let value = values.map { read(entry.value, as: $0, under: name) } ?? anything(tree.resolve(entry.value) ?? entry.value)
      guard let value else { continue }
      base[count] = MapEntry(key: .string(text, isASCII: text.allSatisfy { $0 < 128 }, symbol: symbol), value: value)
      nodeOfUnit[first + 2 * count] = entry.key.index
      nodeOfUnit[first + 2 * count + 1] = entry.value.index
      count += 1
    }
    return .map(UnsafeBufferPointer(start: base, count: count))
  }

  private func keyText(_ key: NodeID) -> UnsafeBufferPointer<UInt8> { tree.text(of: tree.resolve(key) ?? key) }

  /// Keys usually come in the order of the schema, so the search begins where the last one was found.
  private func propertyIndex(
    _ text: UnsafeBufferPointer<UInt8>, _ properties: [SchemaNode.Property], from start: Int
  ) -> Int? {
    let count = properties.count
    for offset in 0..<count {
      let index = start + offset < count ? start + offset : start + offset - count
      if Bytes.areEqual(properties[index].bytes, text) { return index }
    }
    return nil
  }

  // MARK: Untyped places

  /// What a schema that says nothing allows: the YAML 1.2 core schema decides.
  private mutating func anything(_ node: NodeID) -> Value {
    switch tree.kind(of: node) {
    case .null, .alias: return .null
    case .scalar:
      let text = tree.text(of: node)
      switch tree.value(of: node) {
      case .null: return .null
      case .bool(let value): return .bool(value)
      case .int(let value): return .int(value)
      case .float(let value): return .double(value)
      default: return .string(text, isASCII: tree.file.isASCII, symbol: symbols.symbol(for: text))
      }
    case .sequence: return list(node, Self.anythingNode, nil)
    case .mapping: return map(node, Self.anythingNode, nil)
    }
  }

  /// Stands for a schema that says nothing; ``Schema`` has no such number.
  static let anythingNode = -1

  // MARK: Failures

  private mutating func full() -> Value {
    isFull = true
    return .emptyList
  }

  /// A value that cannot be read: rules that need it are undecided, with this text as the reason.
  mutating func unreadable(_ node: NodeID) -> Value {
    guard let details = builder.list(count: 2)?.baseAddress else { return full() }
    nodeOfUnit.append(node.index)
    nodeOfUnit.append(node.index)
    details[0] = .int(HostFailure.unreadable.rawValue)
    details[1] = tree.kind(of: node) == .scalar ? .string(tree.text(of: node), isASCII: false, symbol: 0) : .string("…")
    return .failure(details: details)
  }
}
