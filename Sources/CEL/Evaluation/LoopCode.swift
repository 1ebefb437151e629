/// Loops over the elements of a list or the keys of a map.
///
/// Each turn charges what the generic fold would cost, and looks at the limit.
enum LoopCode {
  /// What a loop runs over.
  private struct Range {
    var base: UnsafePointer<Value>
    var count: Int
    /// Values from one element or key to the next: 1 in a list, 2 in a map.
    var stride: Int

    @inline(__always)
    init?(_ value: Value, _ noValues: UnsafeMutablePointer<Value>) {
      switch value.tag {
      case .list: stride = 1
      case .map: stride = 2
      default: return nil
      }
      count = value.count
      guard let start = value.pointer(to: Value.self) else {
        // Without elements the pointer is never followed, so any will do.
        base = UnsafePointer(noValues)
        count = 0
        return
      }
      base = start
    }

    /// Sets the variables of the loop to those of a turn.
    @inline(__always)
    func bind(_ i: Int, _ head: LoopHead, _ context: Context) {
      let locals = context.pointee.locals
      guard head.second >= 0 else {
        locals[head.first] = base[i &* stride]
        return
      }
      if stride == 1 {
        locals[head.first] = .int(Int64(i))
        locals[head.second] = base[i]
      } else {
        locals[head.first] = base[i &* 2]
        locals[head.second] = base[i &* 2 &+ 1]
      }
    }
  }

  /// `all` (decided by false) and `exists` (decided by true); an error counts only when nothing decides.
  static func search(
    _ head: LoopHead, _ predicate: @escaping Operation, predicateCost: Int64, conditionCost: Int64, decisive: UInt64
  ) -> Operation {
    // The condition, the accumulator of the step, and the predicate.
    let turnCost = conditionCost + 1 + predicateCost
    return { context in
      let list = head.range(context)
      guard let range = Range(list, context.pointee.locals) else { return context.noOverload(head.node, list) }
      var result = Value(header: Header.bool, payload: decisive ^ 1)
      var mark = context.pointee.scratch.mark
      for i in 0..<range.count {
        context.charge(planned: turnCost)
        if context.isOverLimit { return context.costBreach(head.node) }
        range.bind(i, head, context)
        let value = predicate(context)
        if value.header == Header.bool {
          if value.payload == decisive {
            // The condition is evaluated once more, to find that it no longer holds.
            if i + 1 < range.count { context.charge(planned: conditionCost) }
            return value
          }
          context.pointee.scratch.release(to: mark)
        } else if !result.isError {
          result = value.isError ? value : context.noOverload(head.node)
          // The error's details lie in the memory of this turn.
          mark = context.pointee.scratch.mark
        }
      }
      return result
    }
  }

  static func existsOne(_ head: LoopHead, _ predicate: @escaping Operation, predicateCost: Int64) -> Operation {
    { context in
      let list = head.range(context)
      guard let range = Range(list, context.pointee.locals) else { return context.noOverload(head.node, list) }
      var count = 0
      let mark = context.pointee.scratch.mark
      for i in 0..<range.count {
        context.charge(planned: predicateCost)
        if context.isOverLimit { return context.costBreach(head.node) }
        range.bind(i, head, context)
        let value = predicate(context)
        guard value.header == Header.bool else { return context.noOverload(head.node, value) }
        if value.payload != 0 {
          // `@result + 1`
          context.charge(2)
          count += 1
        }
        context.pointee.scratch.release(to: mark)
      }
      return .bool(count == 1)
    }
  }

  static func listing(
    _ head: LoopHead, predicate: Operation?, predicateCost: Int64, transform: @escaping Operation,
    transformCost: Int64
  ) -> Operation {
    { context in
      let list = head.range(context)
      guard let range = Range(list, context.pointee.locals) else { return context.noOverload(head.node, list) }
      guard range.count > 0 else { return .emptyList }
      guard let place = context.pointee.scratch.values(range.count) else { return context.memoryBreach(head.node) }
      var count = 0
      for i in 0..<range.count {
        context.charge(planned: predicateCost)
        if context.isOverLimit { return context.costBreach(head.node) }
        range.bind(i, head, context)
        if let predicate {
          let decision = predicate(context)
          guard decision.header == Header.bool else { return context.noOverload(head.node, decision) }
          if decision.payload == 0 { continue }
        }
        context.charge(planned: transformCost)
        let value = transform(context)
        if value.isError { return value }
        (place + count).initialize(to: value)
        count += 1
      }
      context.pointee.scratch.shrink(place, from: range.count * 16, to: count * 16)
      return count == 0 ? .emptyList : .list(UnsafeBufferPointer(start: place, count: count))
    }
  }

  static func mapping(
    _ head: LoopHead, predicate: Operation?, predicateCost: Int64, transform: @escaping Operation,
    transformCost: Int64, isEntry: Bool
  ) -> Operation {
    { context in
      let list = head.range(context)
      guard let range = Range(list, context.pointee.locals) else { return context.noOverload(head.node, list) }
      var entries = MapBuilder()
      for i in 0..<range.count {
        context.charge(planned: predicateCost)
        if context.isOverLimit { return context.costBreach(head.node) }
        range.bind(i, head, context)
        if let predicate {
          let decision = predicate(context)
          guard decision.header == Header.bool else { return context.noOverload(head.node, decision) }
          if decision.payload == 0 { continue }
        }
        context.charge(planned: transformCost)
        let value = transform(context)
        if value.isError { return value }
        let fault =
          isEntry
          ? entries.insert(all: value, head.node, context)
          : entries.insert(context.pointee.locals[head.first], value, head.node, context)
        if let fault { return fault }
      }
      return entries.finish(head.node, context)
    }
  }

  static func fold(
    _ head: LoopHead, accumulator: Int, initial: @escaping Operation, condition: @escaping Operation,
    conditionCost: Int64, step: @escaping Operation, stepCost: Int64, result: @escaping Operation, resultCost: Int64
  ) -> Operation {
    { context in
      let list = head.range(context)
      guard let range = Range(list, context.pointee.locals) else { return context.noOverload(head.node, list) }
      let start = initial(context)
      context.pointee.locals[accumulator] = start
      for i in 0..<range.count {
        context.charge(planned: conditionCost)
        if context.isOverLimit { return context.costBreach(head.node) }
        range.bind(i, head, context)
        let decision = condition(context)
        guard decision.header == Header.bool else { return context.noOverload(head.node, decision) }
        if decision.payload == 0 { break }
        context.charge(planned: stepCost)
        let next = step(context)
        context.pointee.locals[accumulator] = next
      }
      context.charge(planned: resultCost)
      return result(context)
    }
  }
}

/// A map that grows; keys are found by scanning while there are few of them, then through a table of hashes.
struct MapBuilder {
  private var entries: [MapEntry] = []
  private var table: [UInt64: [Int]] = [:]

  /// Adds an entry, or answers the error.
  mutating func insert(_ key: Value, _ value: Value, _ node: NodeID, _ context: Context) -> Value? {
    switch key.tag {
    case .bool, .int, .uint, .string: break
    default: return context.failure(.illegalKey, node, key)
    }
    guard entries.count * MemoryLayout<MapEntry>.stride < context.pointee.scratch.limit else {
      return context.memoryBreach(node)
    }
    let hash = Hash.scalar(key) ?? 0
    for other in table[hash] ?? [] where Equality.areEqual(entries[other].key, key) {
      return context.failure(.duplicateKey, node, key)
    }
    table[hash, default: []].append(entries.count)
    entries.append(MapEntry(key: key, value: value))
    return nil
  }

  /// Adds the entries of a map.
  mutating func insert(all map: Value, _ node: NodeID, _ context: Context) -> Value? {
    guard map.tag == .map else { return context.noOverload(node, map) }
    for entry in map.entries {
      if let fault = insert(entry.key, entry.value, node, context) { return fault }
    }
    return nil
  }

  func finish(_ node: NodeID, _ context: Context) -> Value { context.map(entries, node) }
}
