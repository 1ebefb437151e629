import SourceText

/// An expression as parsed, with its macros expanded, in one flat array of nodes.
///
/// A node's number is its place in ``nodes``; ``ranges`` holds, under the same number, the
/// bytes of the expression that it was read from. What a macro adds has the range of the macro's call. Children
/// come before their parents, and no node has two parents; nodes that a macro took apart are left
/// over, with no parent. Operators are calls under the names that
/// the specification gives them (`_+_`, `_&&_`, `@in` …).
public struct SyntaxTree: Sendable {
  /// The number of a node.
  public typealias ID = Int32

  /// One node. Children are named by number.
  public enum Node: Sendable {
    case literal(Literal)
    /// A name; a leading dot (root scope) is kept in the text. Names that begin with `@` are made by macros.
    case identifier(String)
    /// `operand.field`, or `has(operand.field)` when `testOnly`.
    case select(operand: ID, field: String, testOnly: Bool)
    /// `function(arguments)` or `target.function(arguments)`. `&&` and `||` take two or more arguments.
    case call(function: String, target: ID?, arguments: [ID])
    /// `[a, ?b]`; `optional` holds the indices of the elements marked `?`.
    case list(elements: [ID], optional: [Int])
    case map(entries: [MapEntry])
    case message(name: String, fields: [MessageField])
    indirect case comprehension(Comprehension)
  }

  /// A constant as written.
  public enum Literal: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    /// UTF-8 bytes: never Swift's canonical equality.
    case string([UInt8])
    case bytes([UInt8])
  }

  public struct MapEntry: Sendable {
    public var key: ID
    public var value: ID
    public var optional: Bool

    public init(key: ID, value: ID, optional: Bool) {
      self.key = key
      self.value = value
      self.optional = optional
    }
  }

  public struct MessageField: Sendable {
    public var name: String
    /// Where the name was written.
    public var range: ByteRange
    public var value: ID
    public var optional: Bool

    public init(name: String, range: ByteRange, value: ID, optional: Bool) {
      self.name = name
      self.range = range
      self.value = value
      self.optional = optional
    }
  }

  /// A fold over a list or a map: what every macro with a loop expands to.
  ///
  /// `shape` remembers which macro it was, so that a planner may run it natively: the generic
  /// fields are always filled in and mean the same.
  public struct Comprehension: Sendable {
    public enum Shape: Sendable, Hashable {
      case all, exists, existsOne
      /// `body` is the transform, `condition` the optional predicate of the three-argument form.
      case map, filter
      case transformList, transformMap, transformMapEntry
      /// `cel.bind`.
      case bind
      /// Written out by hand or by a macro of a host.
      case fold
    }
    public var shape: Shape
    public var iterationVariable: String
    /// The second variable of two-variable forms.
    public var secondVariable: String?
    public var range: ID
    public var accumulator: String
    public var accumulatorInitial: ID
    public var loopCondition: ID
    public var loopStep: ID
    public var result: ID
    /// The predicate of `all`, `exists`, `exists_one`, `filter` and of `map` with three arguments.
    public var predicate: ID?
    /// The transform of `map` and the `transform…` family.
    public var transform: ID?
  }

  public var nodes: [Node]
  /// Bytes of the expression, by node number.
  public var ranges: [ByteRange]
  /// The narrowest place that tells what the node does, by node number: the field of a select, the operator or
  /// function name of a call; for other nodes the same as ``ranges``.
  public var nameRanges: [ByteRange]
  public var root: ID
  /// The expression as it was written, in UTF-8.
  public var source: [UInt8]
  /// Nesting of the deepest node, so that recursion over the tree has a known bound.
  public var depth: Int

  public init(
    nodes: [Node] = [], ranges: [ByteRange] = [], nameRanges: [ByteRange] = [], root: ID = 0, depth: Int = 0,
    source: [UInt8] = []
  ) {
    self.nodes = nodes
    self.ranges = ranges
    self.nameRanges = nameRanges
    self.root = root
    self.depth = depth
    self.source = source
  }

  public subscript(_ id: ID) -> Node { nodes[Int(id)] }

  /// What was written at a place of the expression.
  public func text(at range: ByteRange) -> String {
    guard Int(range.upperBound) <= source.count else { return "" }
    return String(decoding: source[range.indices], as: UTF8.self)
  }
}
