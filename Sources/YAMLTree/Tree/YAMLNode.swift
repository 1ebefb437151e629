public import SourceText

/// A node together with its tree.
///
/// Comfort for tests and for code that runs once; hot code keeps ``NodeID``s and asks the tree.
public struct YAMLNode: Sendable {
  public let tree: YAMLTree
  public let id: NodeID

  public init(tree: YAMLTree, id: NodeID) {
    self.tree = tree
    self.id = id
  }

  public var kind: NodeKind { tree.kind(of: id) }
  public var style: NodeStyle { tree.style(of: id) }
  public var range: ByteRange { tree.range(of: id) }
  public var fullRange: ByteRange { tree.fullRange(of: id) }
  public var string: String { tree.string(of: id) }
  public var tag: YAMLTag? { tree.tag(of: id) }
  public var value: CoreValue? { tree.value(of: id) }
  public var parent: YAMLNode? { tree.parent(of: id).map(tree.node) }
  public var children: [YAMLNode] { tree.children(of: id).map(tree.node) }
  /// What an alias stands for, the node itself otherwise.
  public var resolved: YAMLNode? { tree.resolve(id).map(tree.node) }

  /// The value under a key as written in this mapping, or in the mapping that this alias stands for.
  public subscript(key: String) -> YAMLNode? {
    guard let mapping = tree.resolve(id) else { return nil }
    let entry = tree.entries(of: mapping).first { tree.text(of: tree.resolve($0.key) ?? $0.key).elementsEqual(key.utf8) }
    return entry.map { tree.node($0.value) }
  }

  /// The element at an index of this sequence, or of the sequence that this alias stands for.
  public subscript(index: Int) -> YAMLNode? {
    guard let sequence = tree.resolve(id), tree.kind(of: sequence) == .sequence else { return nil }
    let elements = tree.children(of: sequence)
    return elements.indices.contains(index) ? tree.node(elements[index]) : nil
  }
}
