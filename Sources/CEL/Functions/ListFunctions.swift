/// The lists extension.
///
/// Costs are those of cel-go: one unit, ten for the new list, one for each element made, and for sorting and finding
/// duplicates two for each pair of elements.
enum ListFunctions {
  static let builtins: [Builtin] = [
    .member("slice", slice).onError(11), .member("flatten") { c, list, node in flatten(c, list, .int(1), node) },
    .member("flatten", flatten), .global("lists.range", range).onError(11),
    .member("distinct", distinct).onError(12),
    .member("sort") { c, list, node in sort(c, list, by: list, node) }.onError(12),
    .member("@sortByAssociatedKeys") { c, list, keys, node in sort(c, list, by: keys, node) }.onError(12),
  ]

  private static func charge(_ c: Context, making count: Int) { c.charge(Int64(10 + count)) }

  private static func chargePairs(_ c: Context, _ count: Int) {
    c.charge(10 + Int64(Comparison.pairs(count, count)) * 2)
  }

  private static func fault(_ c: Context, _ message: StaticString, _ node: NodeID) -> Value {
    c.failure(.invalidArgument, node, .string(message))
  }

  private static func slice(_ c: Context, _ list: Value, _ from: Value, _ to: Value, _ node: NodeID) -> Value {
    guard list.tag == .list, from.tag == .int, to.tag == .int else { return c.noOverload(node) }
    guard from.asInt >= 0, to.asInt >= from.asInt, to.asInt <= Int64(list.count) else {
      charge(c, making: 1)
      if from.asInt < 0 || to.asInt < 0 { return fault(c, "a slice cannot begin or end before the list", node) }
      return to.asInt < from.asInt
        ? fault(c, "a slice cannot end before it begins", node) : c.failure(.indexOutOfBounds, node, to)
    }
    let (start, end) = (Int(from.asInt), Int(to.asInt))
    charge(c, making: end - start)
    // Elements stay where they are.
    return .list(UnsafeBufferPointer(rebasing: list.elements[start..<end]))
  }

  static func reverse(_ c: Context, _ list: Value, _ node: NodeID) -> Value {
    charge(c, making: list.count)
    if c.isOverLimit { return c.costBreach(node) }
    guard list.count > 0 else { return list }
    guard let place = c.pointee.scratch.values(list.count) else { return c.memoryBreach(node) }
    for (i, element) in list.elements.reversed().enumerated() { (place + i).initialize(to: element) }
    return .list(UnsafeBufferPointer(start: place, count: list.count))
  }

  private static func range(_ c: Context, _ end: Value, _ node: NodeID) -> Value {
    guard end.tag == .int else { return c.noOverload(node) }
    let count = Int(max(0, end.asInt))
    // Charged before it is made; far beyond any limit is as good as exactly.
    charge(c, making: min(count, .max / 2))
    if c.isOverLimit { return c.costBreach(node) }
    guard count > 0 else { return .emptyList }
    guard let place = c.pointee.scratch.values(count) else { return c.memoryBreach(node) }
    for i in 0..<count { (place + i).initialize(to: .int(i)) }
    return .list(UnsafeBufferPointer(start: place, count: count))
  }

  // MARK: Flattening

  private static func flatten(_ c: Context, _ list: Value, _ depth: Value, _ node: NodeID) -> Value {
    guard list.tag == .list, depth.tag == .int else { return c.noOverload(node) }
    guard depth.asInt >= 0 else { return fault(c, "the depth of flattening cannot be negative", node) }
    let levels = Int(min(depth.asInt, Int64(Equality.maximumDepth)))
    charge(c, making: min(list.count * levels, .max / 4))
    if c.isOverLimit { return c.costBreach(node) }
    // Lists may share their elements, so that there are more to visit than were ever made.
    let most = c.affordable(visitsPerUnit)
    var visits = 0
    let count = flatCount(list, levels, &visits, most: most)
    if visits > list.count * (levels + 1) { c.charge(Int64(visits / visitsPerUnit)) }
    if visits > most { c.charge(Int64(most / visitsPerUnit)) }
    if c.isOverLimit { return c.costBreach(node) }
    guard count > 0 else { return .emptyList }
    guard let place = c.pointee.scratch.values(count) else { return c.memoryBreach(node) }
    var next = place
    copyFlat(list, levels, to: &next)
    return .list(UnsafeBufferPointer(start: place, count: count))
  }

  /// Elements visited while flattening, for one unit.
  private static let visitsPerUnit = 16

  /// The elements of the flat list; stops counting after too many visits.
  private static func flatCount(_ list: Value, _ levels: Int, _ visits: inout Int, most: Int) -> Int {
    visits += list.count
    guard levels > 0, visits <= most else { return list.count }
    var count = 0
    for element in list.elements {
      guard visits <= most else { return count }
      count += element.tag == .list ? flatCount(element, levels - 1, &visits, most: most) : 1
    }
    return count
  }

  private static func copyFlat(_ list: Value, _ levels: Int, to place: inout UnsafeMutablePointer<Value>) {
    for element in list.elements {
      if levels > 0, element.tag == .list {
        copyFlat(element, levels - 1, to: &place)
      } else {
        place.initialize(to: element)
        place += 1
      }
    }
  }

  // MARK: Order and duplicates

  private static func distinct(_ c: Context, _ list: Value, _ node: NodeID) -> Value {
    guard list.tag == .list else { return c.noOverload(node) }
    chargePairs(c, list.count)
    if c.isOverLimit { return c.costBreach(node) }
    guard list.count > 0 else { return list }
    guard let place = c.pointee.scratch.values(list.count) else { return c.memoryBreach(node) }
    var count = 0
    let paid = Comparison.pairs(list.count, list.count)
    var equality = Equality(most: c.affordable(Comparison.freeComparisons) + paid)
    for element in list.elements {
      var isNew = true
      for i in 0..<count where equality.areEqual(place[i], element) {
        isNew = false
        break
      }
      if isNew {
        (place + count).initialize(to: element)
        count += 1
      }
    }
    c.charge(Int64(max(0, equality.work - paid) / Comparison.freeComparisons))
    if c.isOverLimit { return c.costBreach(node) }
    return .list(UnsafeBufferPointer(start: place, count: count))
  }

  /// Sorts by keys, which are the elements themselves for `sort`; equal ones keep their order.
  private static func sort(_ c: Context, _ list: Value, by keys: Value, _ node: NodeID) -> Value {
    guard list.tag == .list, keys.tag == .list, list.count == keys.count else { return c.noOverload(node) }
    chargePairs(c, list.count)
    if c.isOverLimit { return c.costBreach(node) }
    guard let first = keys.elements.first else { return list }
    for key in keys.elements where key.tag != first.tag {
      return fault(c, "the elements of a list that is sorted must all be of one type", node)
    }
    guard case .order = Value.compare(first, first) else { return c.noOverload(node) }
    let order = (0..<list.count).sorted { a, b in
      guard case .order(let order) = Value.compare(keys.elements[a], keys.elements[b]) else { return a < b }
      return order == 0 ? a < b : order < 0
    }
    guard let place = c.pointee.scratch.values(list.count) else { return c.memoryBreach(node) }
    for (i, index) in order.enumerated() { (place + i).initialize(to: list.elements[index]) }
    return .list(UnsafeBufferPointer(start: place, count: list.count))
  }
}
