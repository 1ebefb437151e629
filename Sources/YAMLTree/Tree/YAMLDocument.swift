public import SourceText

/// One document of a file.
public struct YAMLDocument: Sendable, Equatable {
  /// The node that holds everything else.
  public let root: NodeID
  /// From its first mark or node to the end of its content.
  public let range: ByteRange
  /// Whether it opens with `---`.
  public let startsExplicitly: Bool
  /// Whether it closes with `...`.
  public let endsExplicitly: Bool
  /// Whether it was read to its end; otherwise what follows a fault is missing.
  public let isComplete: Bool
  /// How many nodes a walk that follows aliases would meet; at most `UInt64.max / 4`.
  public let visitedNodes: UInt64
}
