/// Optional values. `or` and `orValue` are here for their cost: the planner evaluates their argument only when it is needed.
enum OptionalFunctions {
  static let builtins: [Builtin] = [
    .global("optional.of") { c, value, node in c.optional(value, node) },
    .global("optional.ofNonZeroValue") { c, value, node in
      isZero(value) ? .noneOptional : c.optional(value, node)
    },
    .global("optional.none") { _, _ in .noneOptional },
    .member("hasValue") { c, value, node in
      value.tag == .optional ? .bool(value.optionalValue != nil) : c.noOverload(node)
    },
    .member("value") { c, value, node in
      guard value.tag == .optional else { return c.noOverload(node) }
      return value.optionalValue?.pointee ?? c.failure(.noneOptional, node)
    },
    .member("or", cost: 0) { _, value, _, _ in value },
    .member("orValue", cost: 0) { _, value, _, _ in value },
    .global("optional.unwrap", unwrap), .member("unwrapOpt", unwrap),
    .member("first") { c, list, node in end(c, list, node) { $0.first } },
    .member("last") { c, list, node in end(c, list, node) { $0.last } },
    .global(Operator.mapInsert, insert(_:_:_:_:)), .global(Operator.mapInsert, insert(_:_:_:_:_:)),
  ]

  private static func isZero(_ value: Value) -> Bool {
    switch value.tag {
    case .null: return true
    case .bool, .int, .uint, .duration: return value.payload == 0
    case .double: return value.asDouble == 0
    case .string, .bytes, .list, .map: return value.count == 0
    case .timestamp: return value.payload == 0 && value.count == 0
    case .optional: return value.optionalValue == nil
    case .unset, .type, .address, .network, .error: return false
    }
  }

  private static func unwrap(_ c: Context, _ list: Value, _ node: NodeID) -> Value {
    guard list.tag == .list else { return c.noOverload(node) }
    guard list.count > 0 else { return list }
    c.charge(Int64(list.count / 64))
    guard let place = c.pointee.scratch.values(list.count) else { return c.memoryBreach(node) }
    var count = 0
    for element in list.elements {
      guard element.tag == .optional else { return c.noOverload(node) }
      guard let wrapped = element.optionalValue else { continue }
      (place + count).initialize(to: wrapped.pointee)
      count += 1
    }
    return .list(UnsafeBufferPointer(start: place, count: count))
  }

  private static func end(
    _ c: Context, _ list: Value, _ node: NodeID, _ choose: (UnsafeBufferPointer<Value>) -> Value?
  ) -> Value {
    guard list.tag == .list else { return c.noOverload(node) }
    guard let element = choose(list.elements) else { return .noneOptional }
    return c.optional(element, node)
  }

  // MARK: What the two-variable macros fold with

  private static func insert(_ c: Context, _ map: Value, _ key: Value, _ value: Value, _ node: NodeID) -> Value {
    guard map.tag == .map else { return c.noOverload(node) }
    c.charge(Int64(map.count / 64))
    guard let place = c.pointee.scratch.entries(map.count + 1) else { return c.memoryBreach(node) }
    if let base = map.pointer(to: MapEntry.self) { place.update(from: base, count: map.count) }
    if let fault = MapLiteral.insert(key, value, place, map.count, node, c) { return fault }
    return .map(UnsafeBufferPointer(start: place, count: map.count + 1))
  }

  private static func insert(_ c: Context, _ map: Value, _ other: Value, _ node: NodeID) -> Value {
    guard map.tag == .map, other.tag == .map else { return c.noOverload(node) }
    var result = map
    for entry in other.entries {
      result = insert(c, result, entry.key, entry.value, node)
      if result.isError { return result }
    }
    return result
  }
}
