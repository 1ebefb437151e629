import SourceText

/// What evaluating an expression may cost, and what makes it so.
public struct CostReport: Sendable {
  public var estimate: CostEstimate
  /// How large the result is.
  public var result: ValueSize
  /// What the most is made of: the heaviest loop, the heaviest inside it, and so on; empty without loops and heavy calls.
  public var factors: [CostFactor]
  /// What one turn of the innermost of these loops costs.
  public var turn: UInt64
}

/// Something that multiplies a cost.
public struct CostFactor: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case loop
    /// A call whose cost grows with the size of what it is given.
    case call
  }
  public var kind: Kind
  /// What is gone through, as written; of a call, the function's name.
  public var text: String
  /// Bytes of the expression.
  public var range: ByteRange
  /// Turns of a loop, units of a call.
  public var count: UInt64
  public var bound: ValueSize.Bound?

  public init(kind: Kind, text: String, range: ByteRange, count: UInt64, bound: ValueSize.Bound? = nil) {
    self.kind = kind
    self.text = text
    self.range = range
    self.count = count
    self.bound = bound
  }
}

extension CheckedExpression {
  /// What evaluating the expression may cost, with what is known of the host's data. O(nodes).
  public func costReport(sizes: CostSizes = CostSizes(), model: CostModel = .metered) -> CostReport {
    CostEstimator.report(self, sizes, model)
  }

  /// What evaluating the expression may cost, with what is known of the host's data. O(nodes).
  public func costEstimate(sizes: CostSizes = CostSizes(), model: CostModel = .metered) -> CostEstimate {
    costReport(sizes: sizes, model: model).estimate
  }
}

/// The heaviest part of an expression, while it is looked for.
struct CostChain {
  var factors: [CostFactor]
  var turn: UInt64
  var total: UInt64

  /// Calls that cost less are not worth a word.
  static let leastCall: UInt64 = 100

  static func heavier(_ a: CostChain?, _ b: CostChain?) -> CostChain? {
    guard let a else { return b }
    guard let b else { return a }
    return b.total > a.total ? b : a
  }

  /// A loop around the heaviest part of its turns.
  static func loop(_ factor: CostFactor, turn: UInt64, inner: CostChain?) -> CostChain {
    let total = factor.count.times(turn)
    // What is less than half of a turn does not explain it.
    guard let inner, inner.total >= turn / 2 else { return CostChain(factors: [factor], turn: turn, total: total) }
    return CostChain(factors: [factor] + inner.factors, turn: inner.turn, total: total)
  }
}
