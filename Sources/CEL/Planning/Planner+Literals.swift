/// List and map literals.
extension Planner {
  mutating func planList(_ node: NodeID, _ elements: [SyntaxTree.ID], optional: [Int]) -> Planned {
    let planned = elements.map { plan($0) }
    let cost = planned.reduce(10) { $0 + $1.cost }
    if elements.isEmpty { return .constant(.emptyList, node, cost: cost) }
    let codes = planned.map(\.code)
    let rest = Planner.costsAfter(planned.map(\.cost))
    let isConstant = planned.allSatisfy { $0.constant != nil }
    let optional = Set(optional)
    if !optional.isEmpty {
      return .code(node, cost: cost) { context in
        ListLiteral.evaluate(codes, rest, optional: optional, node, context)
      }
    }
    return folded(.code(node, cost: cost) { ListLiteral.evaluate(codes, rest, node, $0) }, isConstant)
  }

  /// For each part of a literal, what the parts after it cost: they are charged beforehand, and not reached after an error.
  static func costsAfter(_ costs: [Int64]) -> [Int64] {
    var rest: Int64 = 0
    return Array(
      costs.reversed().map { cost in
        defer { rest += cost }
        return rest
      }.reversed())
  }

  mutating func planMap(_ node: NodeID, _ entries: [SyntaxTree.MapEntry]) -> Planned {
    let planned = entries.map { (key: plan($0.key), value: plan($0.value), isOptional: $0.optional) }
    let cost = planned.reduce(30) { $0 + $1.key.cost + $1.value.cost }
    if entries.isEmpty { return .constant(.emptyMap, node, cost: cost) }
    let codes = planned.map { MapLiteral.Entry(key: $0.key.code, value: $0.value.code, isOptional: $0.isOptional) }
    let nodes = entries.map(\.key)
    let rest = Planner.costsAfter(planned.flatMap { [$0.key.cost, $0.value.cost] })
    let isConstant = planned.allSatisfy { $0.key.constant != nil && $0.value.constant != nil }
    return folded(.code(node, cost: cost) { MapLiteral.evaluate(codes, rest, nodes, node, $0) }, isConstant)
  }
}

enum ListLiteral {
  static func evaluate(_ elements: [Operation], _ rest: [Int64], _ node: NodeID, _ context: Context) -> Value {
    guard let place = context.pointee.scratch.values(elements.count) else { return context.memoryBreach(node) }
    for i in 0..<elements.count {
      let value = elements[i](context)
      if value.isError {
        context.charge(planned: -rest[i])
        return value
      }
      (place + i).initialize(to: value)
    }
    return .list(UnsafeBufferPointer(start: place, count: elements.count))
  }

  /// With elements written `?x`, which are left out when they have no value.
  static func evaluate(
    _ elements: [Operation], _ rest: [Int64], optional: Set<Int>, _ node: NodeID, _ context: Context
  ) -> Value {
    guard let place = context.pointee.scratch.values(elements.count) else { return context.memoryBreach(node) }
    var count = 0
    for i in 0..<elements.count {
      var value = elements[i](context)
      if value.isError {
        context.charge(planned: -rest[i])
        return value
      }
      if optional.contains(i) {
        guard value.tag == .optional else { return context.noOverload(node) }
        guard let wrapped = value.optionalValue else { continue }
        value = wrapped.pointee
      }
      (place + count).initialize(to: value)
      count += 1
    }
    return .list(UnsafeBufferPointer(start: place, count: count))
  }
}

enum MapLiteral {
  struct Entry {
    var key: Operation
    var value: Operation
    var isOptional: Bool
  }

  static func evaluate(
    _ entries: [Entry], _ rest: [Int64], _ nodes: [NodeID], _ node: NodeID, _ context: Context
  ) -> Value {
    guard let place = context.pointee.scratch.entries(entries.count) else { return context.memoryBreach(node) }
    var count = 0
    for i in 0..<entries.count {
      let key = entries[i].key(context)
      if key.isError {
        context.charge(planned: -rest[2 * i])
        return key
      }
      var value = entries[i].value(context)
      if value.isError {
        context.charge(planned: -rest[2 * i + 1])
        return value
      }
      if entries[i].isOptional {
        guard value.tag == .optional else { return context.noOverload(node) }
        guard let wrapped = value.optionalValue else { continue }
        value = wrapped.pointee
      }
      if let fault = insert(key, value, place, count, nodes[i], context) { return fault }
      count += 1
    }
    return .map(UnsafeBufferPointer(start: place, count: count))
  }

  /// Writes an entry after the others; the error when the key is of a wrong kind or there already.
  static func insert(
    _ key: Value, _ value: Value, _ place: UnsafeMutablePointer<MapEntry>, _ count: Int, _ node: NodeID,
    _ context: Context
  ) -> Value? {
    switch key.tag {
    case .bool, .int, .uint, .string: break
    default: return context.failure(.illegalKey, node, key)
    }
    let before = Value.map(UnsafeBufferPointer(start: place, count: count))
    if count > Path.freeEntries { context.charge(Int64(count / Path.freeEntries)) }
    if MapLookup.index(of: key, in: before) != nil { return context.failure(.duplicateKey, node, key) }
    (place + count).initialize(to: MapEntry(key: key, value: value))
    return nil
  }
}
