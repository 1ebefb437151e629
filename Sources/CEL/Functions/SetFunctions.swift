/// The sets extension: lists as sets, under the equality of the language.
///
/// Costs are those of cel-go: one unit for each pair of elements, two for `equivalent`.
enum SetFunctions {
  static let builtins: [Builtin] = [
    .global("sets.contains") { c, a, b, node in
      guard check(c, a, b, factor: 1) else { return c.noOverload(node) }
      if c.isOverLimit { return c.costBreach(node) }
      return .bool(contains(a, all: b))
    }.onError(1),
    .global("sets.equivalent") { c, a, b, node in
      guard check(c, a, b, factor: 2) else { return c.noOverload(node) }
      if c.isOverLimit { return c.costBreach(node) }
      return .bool(contains(a, all: b) && contains(b, all: a))
    }.onError(2),
    .global("sets.intersects") { c, a, b, node in
      guard check(c, a, b, factor: 1) else { return c.noOverload(node) }
      if c.isOverLimit { return c.costBreach(node) }
      return .bool(b.elements.contains { has(a, $0) })
    }.onError(1),
  ]

  private static func check(_ c: Context, _ a: Value, _ b: Value, factor: Int64) -> Bool {
    guard a.tag == .list, b.tag == .list else { return false }
    let (pairs, overflow) = Int64(a.count).multipliedReportingOverflow(by: Int64(b.count))
    c.charge(overflow ? .max / 4 : min(pairs, .max / 8) * factor)
    return true
  }

  private static func contains(_ list: Value, all others: Value) -> Bool {
    others.elements.allSatisfy { has(list, $0) }
  }

  private static func has(_ list: Value, _ element: Value) -> Bool {
    list.elements.contains { Equality.areEqual($0, element) }
  }
}
