import SourceText

/// Why something may cost too much: the arithmetic, and what to bound.
public struct CostRefusal: Sendable {
  public var total: UInt64
  public var limit: UInt64
  /// From the outermost loop to the innermost; may begin with loops that a host puts around the expression.
  public var factors: [CostFactor]
  /// What one turn of the innermost costs.
  public var turn: UInt64

  public init(total: UInt64, limit: UInt64, factors: [CostFactor], turn: UInt64) {
    self.total = total
    self.limit = limit
    self.factors = factors
    self.turn = turn
  }

  /// One sentence with the product: `document.targets × document.partners: 500 × 500 × 12`.
  public var message: String { CostWording.message(self) }

  /// Which list to bound, or what to do when all are.
  public var suggestion: String { CostWording.suggestion(self) }
}

extension CostReport {
  /// Why the expression costs too much, when its most exceeds a limit.
  public func refusal(limit: UInt64) -> CostRefusal? {
    guard estimate.maximum > limit else { return nil }
    return CostRefusal(total: estimate.maximum, limit: limit, factors: factors, turn: turn)
  }
}

extension CheckedExpression {
  /// A fault at the heaviest loop, when evaluating the expression may cost more than a limit.
  public func costIssue(limit: UInt64, sizes: CostSizes = CostSizes()) -> CompileIssue? {
    guard let refusal = costReport(sizes: sizes).refusal(limit: limit) else { return nil }
    let range = refusal.factors.first?.range ?? tree.ranges[Int(tree.root)]
    return CompileIssue(message: refusal.message, range: range, suggestion: refusal.suggestion)
  }
}

/// What is said of costs: every sentence of estimates.
enum CostWording {
  static func message(_ refusal: CostRefusal) -> String {
    let hasBound = refusal.factors.allSatisfy { $0.count < CostEstimate.unbounded }
    let total =
      refusal.total < CostEstimate.unbounded
      ? amount(refusal.total) + " steps" : hasBound && !refusal.factors.isEmpty
        ? "more steps than can be counted" : "any number of steps"
    let start = "this may take \(total), and \(amount(refusal.limit)) are allowed"
    guard !refusal.factors.isEmpty else { return start }
    let names = refusal.factors.map(name).joined(separator: " × ")
    var numbers = refusal.factors.map { amount($0.count) }
    if refusal.turn > 1 { numbers.append(amount(refusal.turn)) }
    return "\(start): \(names): \(numbers.joined(separator: " × "))"
  }

  static func suggestion(_ refusal: CostRefusal) -> String {
    let unbounded = refusal.factors.filter { $0.count == CostEstimate.unbounded }
    if !unbounded.isEmpty { return distinct(unbounded.map(bounding)).joined(separator: ", and ") }
    let named = distinct(refusal.factors.filter { $0.kind == .loop && $0.count > 1 }.compactMap(\.bound).map(place))
    return named.isEmpty
      ? "go through fewer elements" : "lower the bound of \(named.joined(separator: " or of ")), or go through fewer elements"
  }

  private static func bounding(_ factor: CostFactor) -> String {
    switch (factor.bound, factor.kind) {
    case (.field, .loop): "give \(factor.bound.map(place) ?? "") maxItems in its schema"
    case (.field, .call): "give \(factor.bound.map(place) ?? "") a greatest size in its schema"
    case (.variable, _), (.function, _): "give \(factor.bound.map(place) ?? "") a greatest size"
    case (nil, _): "bound what \(name(factor)) goes through"
    }
  }

  private static func place(_ bound: ValueSize.Bound) -> String {
    switch bound {
    case .field(let structure, let name): "\(structure).\(name)"
    case .variable(let name): "'\(name)'"
    case .function(let name): "\(name)()"
    }
  }

  /// A factor as written, on one line.
  private static func name(_ factor: CostFactor) -> String {
    if factor.kind == .call { return factor.text.utf8.allSatisfy(\.isWordByte) ? factor.text + "()" : "'\(factor.text)'" }
    let words = factor.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = SyntaxWording.visible(words)
    return shown.count <= longestName ? shown : shown.prefix(longestName) + "…"
  }

  private static let longestName = 48

  /// A number with its thousands set apart.
  static func amount(_ number: UInt64) -> String {
    guard number < CostEstimate.unbounded else { return "any number" }
    let digits = Array(String(number).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
