import CEL
import ConcordatModel
import SourceText

/// What one rule may cost on one document: `let` once, everything else as often as the loops of `for_each` turn.
///
/// An estimate from the schema, made when the rule is loaded. It is far above what real documents take, because schemas
/// allow far more than anybody writes; the meter stops what is really too long (`Judge.costLimit`).
struct RuleCost {
  /// The most units that a rule may need on paper.
  ///
  /// Far beyond what is ever run, because every list of a schema is taken to be as long as it may be: what exceeds it goes
  /// through something without a bound, or has more long lists inside each other than the heaviest rule for England,
  /// which takes five.
  static let limit: UInt64 = 1_000_000_000_000_000_000
  /// What texts are taken to have at most, in characters: schemas do not say, and no name or title comes near.
  static let textLength: UInt64 = 1_000

  /// What a value of type `dyn` is taken to hold at most: as much as the longest list of a document.
  static let dynamicCount: UInt64 = 1_000

  /// An expression of the rule.
  private struct Part {
    var report: CostReport
    var field: Record
    /// Where the expression begins in the field.
    var offset: Int
    /// Loops around it.
    var depth: Int
  }

  /// What expressions may rely on, so far.
  private(set) var sizes = CostSizes(otherwise: { type in
    switch type {
    case .string: SizeEstimate(upTo: RuleCost.textLength)
    case .dyn: SizeEstimate(upTo: RuleCost.dynamicCount)
    default: nil
    }
  })
  private var parts: [Part] = []
  private var loops: [(factor: CostFactor, field: Record)] = []

  /// Counts an expression inside the loops so far.
  mutating func add(_ report: CostReport, _ field: Record, offset: Int) {
    parts.append(Part(report: report, field: field, offset: offset, depth: loops.count))
  }

  /// Gives the result of the last expression a name.
  mutating func bind(_ name: String) {
    sizes.variables[name] = parts.last?.report.result
  }

  /// Makes the last expression the range of a loop, around everything that follows.
  mutating func loop(_ name: String) {
    guard let part = parts.last else { return }
    let result = part.report.result
    let text = part.field.text ?? ""
    let factor = CostFactor(
      // A long expression is better known by the name of its element.
      kind: .loop, text: text.utf8.count <= RuleCost.longestText ? text : name,
      range: ByteRange(0, UInt32(clamping: text.utf8.count)), count: result.count.maximum, bound: result.bound)
    loops.append((factor, part.field))
    // The keys of a map, as `for_each` goes through these.
    sizes.variables[name] = result.keys ?? result.elements
  }

  private static let longestText = 40

  /// What the rule may cost on one document.
  var total: UInt64 { parts.reduce(CostEstimate.zero) { $0 + CostEstimate(upTo: cost(of: $1)) }.maximum }

  private func cost(of part: Part) -> UInt64 {
    let turns = loops.prefix(part.depth).reduce(CostEstimate(exactly: 1)) { $0 * CostEstimate(exactly: $1.factor.count) }
    return (turns * part.report.estimate).maximum
  }

  /// Why the rule is refused, and where: the heaviest expression with the loops around it.
  func refusal() -> (refusal: CostRefusal, field: Record, range: ByteRange)? {
    let total = total
    guard total > RuleCost.limit, let part = parts.max(by: { cost(of: $0) < cost(of: $1) }) else { return nil }
    let outer = loops.prefix(part.depth)
    let inner = part.report.factors
    let refusal = CostRefusal(
      total: total, limit: RuleCost.limit, factors: outer.map(\.factor).filter { $0.count > 1 } + inner,
      turn: inner.isEmpty ? part.report.estimate.maximum : part.report.turn)
    if let first = inner.first {
      let start = UInt32(clamping: Int(first.range.lowerBound) + part.offset)
      return (refusal, part.field, ByteRange(start, UInt32(clamping: Int(first.range.upperBound) + part.offset)))
    }
    guard let loop = outer.last else { return (refusal, part.field, ByteRange(0, 0)) }
    return (refusal, loop.field, loop.factor.range)
  }
}
