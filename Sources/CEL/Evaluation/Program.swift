import SourceText

/// An expression made ready to be evaluated, any number of times and by any number of threads.
///
/// Made by ``Environment``. Evaluated by ``Activation/evaluate(_:)``.
public final class Program: @unchecked Sendable {
  // Sendable because everything is constant after init: the code is closures that read the constants, which nobody writes.

  /// The type of its result, `dyn` when it was not checked.
  public let resultType: CELType
  /// The expression as compiled.
  public let source: [UInt8]
  /// The slots that an activation must have.
  public let slotCount: Int
  /// The variable slots that it may read, in rising order.
  public let variableSlots: [Int]
  /// What was found that is no fault.
  public let warnings: [CompileIssue]

  /// Comprehension variables that may be in use at one time.
  static let maximumLocals = 256

  let localCount: Int
  /// Nesting of the expression.
  let depth: Int
  let rootNode: NodeID
  let path: PlacePath?
  private let ranges: [ByteRange]
  private let code: Operation
  /// What an evaluation costs at least.
  private let staticCost: Int64
  private let constants: Constants
  private let known: Value?

  init(
    code: @escaping Operation, staticCost: Int64, constants: Constants, known: Value?, resultType: CELType,
    source: [UInt8], ranges: [ByteRange], rootNode: NodeID, slotCount: Int, variableSlots: [Int], localCount: Int,
    depth: Int, path: PlacePath?, warnings: [CompileIssue]
  ) {
    self.code = code
    self.staticCost = staticCost
    self.constants = constants
    self.known = known
    self.resultType = resultType
    self.source = source
    self.ranges = ranges
    self.rootNode = rootNode
    self.slotCount = slotCount
    self.variableSlots = variableSlots
    self.localCount = localCount
    self.depth = depth
    self.path = path
    self.warnings = warnings
  }

  /// The result, when it is the same in every evaluation. It lives as long as the program.
  public var constantValue: Value? { known }

  /// Whether the expression is a plain path, so that ``resolvePlace(with:)`` can answer.
  public var isPath: Bool { path != nil }

  public var expressionText: String { String(decoding: source, as: UTF8.self) }

  func range(of node: NodeID) -> ByteRange {
    node >= 0 && Int(node) < ranges.count ? ranges[Int(node)] : ByteRange(0, UInt32(clamping: source.count))
  }

  /// The expression of a pattern that is a literal of this program; nothing for any other text, a part of one included.
  func literalExpression(_ pattern: Value) -> RegularExpression? {
    constants.expressions.first { $0.pattern.payload == pattern.payload && $0.pattern.count == pattern.count }?.expression
  }

  @inline(__always)
  func run(_ context: Context) -> Value {
    context.charge(planned: staticCost)
    return code(context)
  }
}

/// Memory for the constants of a program, which live as long as it does.
final class Constants {
  // A pack has hundreds of programs, most of them with a handful of names.
  var memory = Scratch(limit: 1 << 30, firstChunk: 512)
  /// The expressions of literal patterns, by the pattern; kept alive for the code, which only has theirs.
  var expressions: [(pattern: Value, expression: RegularExpression)] = []
}
