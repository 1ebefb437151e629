internal import SourceText

/// How much a file may ask of the reader.
///
/// Every limit ends in a fault that names it. None is near what an agreement needs.
public struct YAMLLimits: Sendable, Equatable {
  /// Bytes of a file: the door of ``SourceFile``, repeated here so that a caller may set it lower.
  public var fileSize = SourceFile.sizeLimit

  /// Collections inside each other. Real agreements use about 8.
  ///
  /// libyaml 0.2.5 takes time that grows with the square of the depth: 80 kB of `[` takes 6.4 s, and under a
  /// millisecond when reading stops at 64.
  public var depth = 64

  /// Nodes of a file; what a file of the largest size needs at eight bytes a node.
  public var nodes = 1_000_000

  /// Aliases of a file. Each is cheap, but a person wrote none of the larger numbers.
  public var aliases = 10_000

  /// Nodes of one document when aliases are replaced by what they mean: the work of a walk through it.
  public var visitedNodes = 4_000_000

  /// Mappings whose `<<` is followed in one file; each costs a search through what it merges.
  public var mergeKeys = 1_000

  /// Documents of a file.
  public var documents = 1_024

  /// Lines of a document that begin with `%`.
  ///
  /// libyaml compares each `%TAG` with all before it inside a single call, where no other limit can stop it: 1 MB takes 1.7 s.
  public var directives = 8

  /// Faults of one kind that are listed one by one; the rest are counted in one more.
  public var faultsOfAKind = 10_000

  /// The limits that the documentation promises.
  public static let standard = YAMLLimits()

  public init() {}
}
