/// Comparisons of values whose kinds are not the common ones, with their costs.
enum Comparison {
  /// Comparing containers with more elements than this inside costs one unit more for each so many.
  static let freeComparisons = 64

  /// How many pairs two containers have, or a number far above any limit.
  static func pairs(_ a: Int, _ b: Int) -> Int {
    let (pairs, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? .max / 8 : min(pairs, .max / 8)
  }

  /// How cel-go measures an operand: bytes, top-level elements, or 1.
  @inline(__always)
  static func size(_ value: Value) -> Int {
    switch value.tag {
    case .string: return UTF8Text.count(value)
    case .bytes, .list, .map: return value.count
    default: return 1
    }
  }

  /// What comparing two strings costs beyond the one unit that has been charged.
  @inline(__always)
  static func chargeText(_ a: Value, _ b: Value, _ context: Context) {
    let bytes = min(a.count, b.count)
    if bytes > 10 || bytes == 0 { chargeLongText(a, b, context) }
  }

  @inline(never)
  private static func chargeLongText(_ a: Value, _ b: Value, _ context: Context) {
    context.charge(Int64((min(size(a), size(b)) + 9) / 10) - 1)
  }

  /// One unit has been charged already.
  @inline(never)
  static func areEqual(_ a: Value, _ b: Value, _ flip: UInt64, _ context: Context) -> Value {
    context.charge(Int64((min(size(a), size(b)) + 9) / 10) - 1)
    if a.isError { return a }
    if b.isError { return b }
    var equality = Equality(most: context.affordable(freeComparisons))
    let answer = equality.areEqual(a, b)
    context.charge(Int64(equality.work / freeComparisons))
    return Value(header: Header.bool, payload: (answer ? 1 : 0) ^ flip)
  }

  /// −1, 0 or 1 as an int, or an error. One unit has been charged already.
  @inline(never)
  static func order(_ a: Value, _ b: Value, _ node: NodeID, _ context: Context) -> Value {
    context.charge(Int64((min(size(a), size(b)) + 9) / 10) - 1)
    switch Value.compare(a, b) {
    case .order(let order): return .int(order)
    case .unordered: return context.failure(.notANumber, node)
    case .noOverload: return context.noOverload(node, a, b)
    }
  }

  @inline(never)
  static func isMember(_ value: Value, of container: Value, _ node: NodeID, _ context: Context) -> Value {
    switch container.tag {
    case .list:
      context.charge(Int64(container.count))
      if value.isError { return value }
      if context.isOverLimit { return context.costBreach(node) }
      var equality = Equality(most: context.affordable(freeComparisons) + container.count)
      var isMember = false
      for element in container.elements where equality.areEqual(value, element) {
        isMember = true
        break
      }
      context.charge(Int64(max(0, equality.work - container.count) / freeComparisons))
      if context.isOverLimit { return context.costBreach(node) }
      return .bool(isMember)
    case .map:
      context.charge(1)
      switch value.tag {
      case .bool, .int, .uint, .double, .string: break
      default: return context.noOverload(node, value)
      }
      if container.count > Path.freeEntries { context.charge(Int64(container.count / Path.freeEntries)) }
      return .bool(MapLookup.index(of: value, in: container) != nil)
    default:
      context.charge(1)
      return context.noOverload(node, value, container)
    }
  }
}
