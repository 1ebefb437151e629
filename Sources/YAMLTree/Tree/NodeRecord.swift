/// The number of a node in its tree: nodes are numbered in the order of the file, from 0.
@frozen
public struct NodeID: Hashable, Sendable, Comparable, BitwiseCopyable {
  public let index: UInt32

  @inlinable
  public init(_ index: UInt32) { self.index = index }

  @inlinable
  public static func < (one: NodeID, other: NodeID) -> Bool { one.index < other.index }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
  /// Text, however it is written.
  case scalar
  /// A place where nothing is written: `key:` and the end of the line.
  case null
  case sequence
  case mapping
  /// `*name`: a node of its own that stands for another.
  case alias
}

/// How a node is written.
public enum NodeStyle: UInt8, Sendable, BitwiseCopyable {
  /// A scalar without quotes; also aliases and places where nothing is written.
  case plain
  case singleQuoted
  case doubleQuoted
  /// A block scalar opened by `|`.
  case literal
  /// A block scalar opened by `>`.
  case folded
  /// A collection in brackets or braces.
  case flow
  /// A collection by indentation.
  case block
}

/// One node in twenty-eight bytes.
struct NodeRecord: BitwiseCopyable {
  /// The content, without anchor and tag.
  var start: UInt32
  var end: UInt32
  /// Scalars and aliases: where the text begins. Collections: the place of the first child in the child list.
  var first: UInt32
  /// Bytes of text, or children.
  var count: UInt32
  /// The collection around it, or `.none`.
  var parent: UInt32
  /// Aliases: the node meant, or `.none`. Others: the number of the properties, or `.none`.
  var extra: UInt32
  var kind: NodeKind
  var style: NodeStyle
  var flags: Flags

  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// The text is not a slice of the file: it is in the tree's own memory.
    static let ownText = Flags(rawValue: 1)
    /// A mapping with at least one `<<` key.
    static let merges = Flags(rawValue: 2)
  }

  /// No node, no properties.
  static let none = UInt32.max
}

/// The anchor and the tag of a node that has one.
struct NodeProperties: BitwiseCopyable {
  /// Where the first of the two begins.
  var start: UInt32
  /// The name after `&`; empty without an anchor.
  var anchorStart: UInt32
  var anchorEnd: UInt32
  /// The tag as written; empty without a tag.
  var tagStart: UInt32
  var tagEnd: UInt32
  /// The number of the tag in the tree's list, or `NodeRecord.none`.
  var tag: UInt32
}
