/// The least and the most that something may cost, in cost units.
///
/// Arithmetic saturates: ``unbounded`` stands for everything that is not known to have a bound, and stays that.
/// Source: section "Cost" of this library's documentation; cel-go's `checker/cost.go` for the model.
public struct CostEstimate: Sendable, Hashable {
  public var minimum: UInt64
  public var maximum: UInt64

  /// What a maximum without a bound is.
  public static let unbounded = UInt64.max
  public static let zero = CostEstimate(exactly: 0)
  /// Anything from nothing to everything.
  public static let unknown = CostEstimate(minimum: 0, maximum: unbounded)

  public init(minimum: UInt64, maximum: UInt64) {
    self.minimum = minimum
    self.maximum = maximum
  }

  public init(exactly amount: UInt64) { self.init(minimum: amount, maximum: amount) }

  /// From nothing to an amount.
  public init(upTo amount: UInt64) { self.init(minimum: 0, maximum: amount) }

  public static func + (a: CostEstimate, b: CostEstimate) -> CostEstimate {
    CostEstimate(minimum: a.minimum.adding(b.minimum), maximum: a.maximum.adding(b.maximum))
  }

  public static func + (a: CostEstimate, b: UInt64) -> CostEstimate { a + CostEstimate(exactly: b) }

  /// So many times so much.
  public static func * (a: CostEstimate, b: CostEstimate) -> CostEstimate {
    CostEstimate(minimum: a.minimum.times(b.minimum), maximum: a.maximum.times(b.maximum))
  }

  public static func * (a: CostEstimate, b: UInt64) -> CostEstimate { a * CostEstimate(exactly: b) }

  /// The narrowest estimate that holds both.
  public func union(_ other: CostEstimate) -> CostEstimate {
    CostEstimate(minimum: min(minimum, other.minimum), maximum: max(maximum, other.maximum))
  }

  /// The same most, and possibly nothing.
  var orNothing: CostEstimate { CostEstimate(upTo: maximum) }

  /// Less so much, as far as there is so much.
  func less(_ amount: CostEstimate) -> CostEstimate {
    CostEstimate(minimum: minimum.less(amount.maximum), maximum: maximum.less(amount.minimum))
  }
}

/// How many elements, characters or bytes a value may have: the same kind of interval, of counts instead of cost units.
public typealias SizeEstimate = CostEstimate

extension UInt64 {
  func adding(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  func times(_ other: UInt64) -> UInt64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }

  /// An unbounded amount stays unbounded.
  func less(_ other: UInt64) -> UInt64 { self == .max ? self : self < other ? 0 : self - other }

  /// A part of an amount, rounded up; of an unbounded one, unbounded.
  func part(_ divisor: UInt64) -> UInt64 { self == .max ? self : self / divisor + (self % divisor == 0 ? 0 : 1) }

  /// A part of an amount, rounded down; of an unbounded one, unbounded.
  func whole(_ divisor: UInt64) -> UInt64 { self == .max ? self : self / divisor }
}
