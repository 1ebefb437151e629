/// Nodes beside each other, lent by a tree: good while the tree is.
@frozen
public struct NodeList: RandomAccessCollection, @unchecked Sendable {
  // The pointer leads into memory that the tree never writes after it is built.
  @usableFromInline let nodes: UnsafeBufferPointer<UInt32>

  @inlinable
  init(_ nodes: UnsafeBufferPointer<UInt32>) { self.nodes = nodes }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { nodes.count }

  @inlinable
  public subscript(index: Int) -> NodeID {
    precondition(index >= 0 && index < nodes.count, "a node list ends at its count")
    return NodeID(nodes[index])
  }
}

/// A key and its value.
@frozen
public struct NodeEntry: Hashable, Sendable {
  public let key: NodeID
  public let value: NodeID

  @inlinable
  public init(key: NodeID, value: NodeID) {
    self.key = key
    self.value = value
  }
}

/// The entries of a mapping as written, lent by a tree: good while the tree is.
@frozen
public struct EntryList: RandomAccessCollection, Sendable {
  @usableFromInline let nodes: NodeList

  @inlinable
  init(_ nodes: NodeList) { self.nodes = nodes }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { nodes.count / 2 }

  @inlinable
  public subscript(index: Int) -> NodeEntry {
    NodeEntry(key: nodes[2 * index], value: nodes[2 * index + 1])
  }
}
