public import SourceText

/// A YAML file as a flat list of nodes that all know both their ends.
///
/// Reading never fails: what could be read is here, and ``faults`` says what could not. Aliases stay nodes of their own, so
/// a tree is never larger than its file. Nothing changes after `init`, and every pointer that a method hands out is good
/// for the life of the tree.
public final class YAMLTree: @unchecked Sendable {
  // The pointers lead into memory that is filled before `init` returns, never written again, and freed in `deinit`.

  public let file: SourceFile
  public let limits: YAMLLimits
  /// The documents that hold at least one node, in order.
  public let documents: [YAMLDocument]
  /// Ordered by place.
  public let faults: [YAMLFault]

  let records: UnsafeBufferPointer<NodeRecord>
  let childList: UnsafeBufferPointer<UInt32>
  let properties: UnsafeBufferPointer<NodeProperties>
  let ownText: UnsafeBufferPointer<UInt8>
  let tags: [YAMLTag]
  let source: UnsafePointer<UInt8>

  /// Reads a file; linear in its size.
  public init(parsing file: SourceFile, limits: YAMLLimits = .standard) {
    self.file = file
    self.limits = limits
    source = file.bytes.baseAddress ?? UnsafePointer(Self.nowhere)
    var builder = TreeBuilder(file, source: source, limits: limits)
    builder.read()
    records = builder.records.take()
    childList = builder.children.take()
    properties = builder.properties.take()
    ownText = builder.ownText.take()
    tags = builder.tags
    documents = builder.documents
    faults = builder.faults.sorted()
  }

  deinit {
    records.deallocate()
    childList.deallocate()
    properties.deallocate()
    ownText.deallocate()
  }

  /// A place for pointers to nothing.
  private nonisolated(unsafe) static let nowhere = {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)
    memory.initialize(repeating: 0, count: 8)
    return memory
  }()

  /// The number of nodes; their ids run from 0.
  public var nodeCount: Int { records.count }

  /// The root of the first document.
  public var root: YAMLNode? { documents.first.map { YAMLNode(tree: self, id: $0.root) } }

  /// A node with its tree, for code that is read more often than run.
  public func node(_ id: NodeID) -> YAMLNode { YAMLNode(tree: self, id: id) }

  /// Whether any fault is an error.
  public var hasErrors: Bool { faults.contains { $0.severity == .error } }

  // MARK: Nodes

  @inline(__always)
  func record(_ id: NodeID) -> NodeRecord {
    precondition(Int(id.index) < records.count, "a node id belongs to the tree it came from")
    return records[Int(id.index)]
  }

  public func kind(of id: NodeID) -> NodeKind { record(id).kind }

  public func style(of id: NodeID) -> NodeStyle { record(id).style }

  /// Where the content stands, quotes and brackets included, anchor and tag not.
  ///
  /// A place where nothing is written is an empty range after the colon or dash. Block scalars and block collections
  /// end with their last visible byte, so an underline never runs into the next line.
  public func range(of id: NodeID) -> ByteRange {
    let record = record(id)
    return ByteRange(record.start, record.end)
  }

  /// Where the node stands with its anchor and tag.
  public func fullRange(of id: NodeID) -> ByteRange {
    let record = record(id)
    return ByteRange(properties(of: record)?.start ?? record.start, record.end)
  }

  /// The collection that holds the node, as element, key or value; nil for a root.
  public func parent(of id: NodeID) -> NodeID? {
    let parent = record(id).parent
    return parent == NodeRecord.none ? nil : NodeID(parent)
  }

  /// The text of a scalar after unescaping, or the name in an alias; empty for other nodes.
  ///
  /// Good for the life of the tree, without a copy.
  public func text(of id: NodeID) -> UnsafeBufferPointer<UInt8> {
    text(of: record(id))
  }

  @inline(__always)
  func text(of record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
    switch record.kind {
    case .scalar, .alias:
      let base = record.flags.contains(.ownText) ? ownText.baseAddress ?? source : source
      return UnsafeBufferPointer(start: base + Int(record.first), count: Int(record.count))
    case .null, .sequence, .mapping:
      return UnsafeBufferPointer(start: source, count: 0)
    }
  }

  /// Lends the text of a scalar.
  public func withText<Result, Failure: Error>(
    of id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(text(of: id))
  }

  /// The text of a scalar as a string.
  public func string(of id: NodeID) -> String {
    String(decoding: text(of: id), as: UTF8.self)
  }

  // MARK: Collections

  /// The elements of a sequence; the keys and values of a mapping by turns; empty for other nodes.
  public func children(of id: NodeID) -> NodeList {
    children(of: record(id))
  }

  @inline(__always)
  func children(of record: NodeRecord) -> NodeList {
    guard record.kind == .sequence || record.kind == .mapping else { return NodeList(UnsafeBufferPointer(rebasing: childList[..<0])) }
    let first = Int(record.first)
    return NodeList(UnsafeBufferPointer(rebasing: childList[first..<first + Int(record.count)]))
  }

  /// The entries of a mapping as written, `<<` among them; empty for other nodes.
  public func entries(of id: NodeID) -> EntryList {
    let record = record(id)
    guard record.kind == .mapping else { return EntryList(NodeList(UnsafeBufferPointer(rebasing: childList[..<0]))) }
    return EntryList(children(of: record))
  }

  // MARK: Anchors, aliases, tags

  /// What an alias stands for; nil for other nodes, undefined aliases and cycles.
  public func target(of id: NodeID) -> NodeID? {
    let record = record(id)
    return record.kind == .alias && record.extra != NodeRecord.none ? NodeID(record.extra) : nil
  }

  /// The node itself, or what it stands for when it is an alias; nil for an alias with a fault.
  ///
  /// One step is enough: YAML has no alias of an alias.
  public func resolve(_ id: NodeID) -> NodeID? {
    record(id).kind == .alias ? target(of: id) : id
  }

  /// The name after `&`, as a place in the file.
  public func anchor(of id: NodeID) -> ByteRange? {
    guard let properties = properties(of: record(id)), properties.anchorEnd > properties.anchorStart else { return nil }
    return ByteRange(properties.anchorStart, properties.anchorEnd)
  }

  /// The tag of a node that has one.
  public func tag(of id: NodeID) -> YAMLTag? {
    guard let properties = properties(of: record(id)), properties.tag < tags.count else { return nil }
    return tags[Int(properties.tag)]
  }

  /// Where the tag is written.
  public func tagRange(of id: NodeID) -> ByteRange? {
    guard let properties = properties(of: record(id)), properties.tagEnd > properties.tagStart else { return nil }
    return ByteRange(properties.tagStart, properties.tagEnd)
  }

  private func properties(of record: NodeRecord) -> NodeProperties? {
    guard record.kind != .alias, record.extra != NodeRecord.none else { return nil }
    return properties[Int(record.extra)]
  }
}
