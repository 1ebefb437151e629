package import SourceText
import YAMLTree

extension TypedTree {
  /// Where a place lies in the document, in the names of its parts: `targets/affordable-homes/relates_to/huntingdonshire`.
  ///
  /// An element of a list is named by what names it to people (``shownRange(of:)``), or by its text, or else by its number
  /// from 0; in a name, `~` is written `~0` and `/` is `~1`, as in a JSON Pointer (RFC 6901). Empty for the document as a
  /// whole. Its time grows with the depth and the logarithm of the nodes: a file may have as many findings as nodes.
  package func logicalPath(of range: ByteRange) -> String {
    guard var node = innermost(range) else { return "" }
    var names: [String] = []
    while node != root, let parent = tree.parent(of: node) {
      let children = tree.children(of: parent)
      let index = position(of: node, in: children)
      switch tree.kind(of: parent) {
      case .mapping:
        let key = children[index & ~1]
        // What names an element is the element.
        if !names.isEmpty || naming(of: parent)?.key != key { names.append(tree.string(of: tree.resolve(key) ?? key)) }
      case .sequence:
        names.append(name(ofElement: node) ?? String(index))
      case .scalar, .null, .alias: break
      }
      node = parent
    }
    return names.reversed().map(Self.escaped).joined(separator: "/")
  }

  /// Whether a place lies in the document.
  package func holds(_ range: ByteRange) -> Bool {
    let whole = tree.range(of: root)
    return whole.lowerBound <= range.lowerBound && range.upperBound <= whole.upperBound
  }

  /// The deepest node that holds a range: nodes are numbered in the order of the file, each before what it holds.
  private func innermost(_ range: ByteRange) -> NodeID? {
    var low = 0
    var high = tree.nodeCount
    while low < high {
      let middle = (low + high) / 2
      if tree.range(of: NodeID(UInt32(middle))).lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    var node: NodeID? = NodeID(UInt32(low - 1))
    while let current = node, tree.range(of: current).upperBound < range.upperBound { node = tree.parent(of: current) }
    return node
  }

  /// Which child a node is, by halving: children are in the order of their numbers.
  private func position(of node: NodeID, in children: NodeList) -> Int {
    var low = 0
    var high = children.count
    while low < high {
      let middle = (low + high) / 2
      if children[middle] <= node { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private func name(ofElement node: NodeID) -> String? {
    let element = tree.resolve(node) ?? node
    if tree.kind(of: element) == .scalar { return tree.string(of: element) }
    return naming(of: element).map { tree.string(of: tree.resolve($0.value) ?? $0.value) }
  }

  /// The entry by which a person would name a mapping: among the first, where a person would look.
  private func naming(of node: NodeID) -> (key: NodeID, value: NodeID)? {
    guard tree.kind(of: node) == .mapping else { return nil }
    let entries = tree.entries(of: node).prefix(32)
    for name in Self.namingKeys {
      for entry in entries where tree.text(of: entry.key).elementsEqual(name.utf8) {
        return tree.kind(of: tree.resolve(entry.value) ?? entry.value) == .scalar ? (entry.key, entry.value) : nil
      }
    }
    return nil
  }

  private static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "~"): bytes += Array("~0".utf8)
      case UInt8(ascii: "/"): bytes += Array("~1".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
