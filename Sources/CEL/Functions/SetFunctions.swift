/// The sets extension: lists as sets, under the equality of the language.
///
/// Costs are those of cel-go: one unit for each pair of elements, two for `equivalent`.
enum SetFunctions {
  static let builtins: [Builtin] = [
    .global("sets.contains") { c, a, b, node in
      guard check(c, a, b, factor: 1) else { return c.noOverload(node) }
      return compare(c, a, b, node) { $0.contains(a, all: b) }
    }.onError(1),
    .global("sets.equivalent") { c, a, b, node in
      guard check(c, a, b, factor: 2) else { return c.noOverload(node) }
      return compare(c, a, b, node) { $0.contains(a, all: b) && $0.contains(b, all: a) }
    }.onError(2),
    .global("sets.intersects") { c, a, b, node in
      guard check(c, a, b, factor: 1) else { return c.noOverload(node) }
      return compare(c, a, b, node) { equality in b.elements.contains { equality.has(a, $0) } }
    }.onError(1),
  ]

  private static func check(_ c: Context, _ a: Value, _ b: Value, factor: Int64) -> Bool {
    guard a.tag == .list, b.tag == .list else { return false }
    c.charge(Int64(Comparison.pairs(a.count, b.count)) * factor)
    return true
  }

  /// Pairs are charged for already; what lies inside the elements is charged for by the work that it takes.
  private static func compare(
    _ c: Context, _ a: Value, _ b: Value, _ node: NodeID, _ answer: (inout Equality) -> Bool
  ) -> Value {
    if c.isOverLimit { return c.costBreach(node) }
    let paid = 2 * Comparison.pairs(a.count, b.count)
    var equality = Equality(most: c.affordable(Comparison.freeComparisons) + paid)
    let value = Value.bool(answer(&equality))
    c.charge(Int64(max(0, equality.work - paid) / Comparison.freeComparisons))
    return c.isOverLimit ? c.costBreach(node) : value
  }
}

extension Equality {
  fileprivate mutating func has(_ list: Value, _ element: Value) -> Bool {
    for candidate in list.elements where areEqual(candidate, element) { return true }
    return false
  }

  fileprivate mutating func contains(_ list: Value, all others: Value) -> Bool {
    for element in others.elements where !has(list, element) { return false }
    return true
  }
}
