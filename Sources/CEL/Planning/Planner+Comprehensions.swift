/// Loops: the shapes that macros make run natively, anything else as a fold.
extension Planner {
  mutating func planComprehension(_ node: NodeID, _ loop: SyntaxTree.Comprehension) -> Planned {
    if loop.shape == .bind { return planBind(node, loop) }
    let range = plan(loop.range)
    let first = takeLocals()
    locals[.variable(node, .iteration)] = first
    var second: Int?
    if loop.secondVariable != nil {
      second = takeLocals()
      locals[.variable(node, .second)] = second
    }
    let head = LoopHead(
      range: range.code, rangeCost: range.cost, first: first, second: second ?? -1, node: node)
    switch loop.shape {
    case .all, .exists, .existsOne: return planTest(node, loop, head)
    case .map, .filter, .transformList: return planListing(node, loop, head)
    case .transformMap, .transformMapEntry: return planMapping(node, loop, head)
    case .fold, .bind: return planFold(node, loop, head)
    }
  }

  /// `all`, `exists` and `exists_one`.
  private mutating func planTest(
    _ node: NodeID, _ loop: SyntaxTree.Comprehension, _ head: LoopHead
  ) -> Planned {
    guard let predicate = loop.predicate.map({ plan($0) }) else { return planFold(node, loop, head) }
    switch loop.shape {
    case .existsOne:
      // The result is compared with one: two units.
      return .code(
        node, cost: head.rangeCost + 2,
        LoopCode.existsOne(head, predicate.code, predicateCost: predicate.cost))
    case .exists:
      // The result is one unit; the condition is `@not_strictly_false(!@result)`, the step `@result || p`.
      return .code(
        node, cost: head.rangeCost + 1,
        LoopCode.search(head, predicate.code, predicateCost: predicate.cost, conditionCost: 3, decisive: 1))
    default:
      return .code(
        node, cost: head.rangeCost + 1,
        LoopCode.search(head, predicate.code, predicateCost: predicate.cost, conditionCost: 2, decisive: 0))
    }
  }

  /// `map`, `filter` and `transformList`.
  private mutating func planListing(
    _ node: NodeID, _ loop: SyntaxTree.Comprehension, _ head: LoopHead
  ) -> Planned {
    let predicate = loop.predicate.map { plan($0) }
    let transform: Planned
    if let body = loop.transform {
      transform = plan(body)
    } else if loop.shape == .filter {
      transform = plan(reference: .local(comprehension: node, .iteration), node)
    } else {
      return planFold(node, loop, head)
    }
    // An element costs `@result + [t]`: one, ten, one.
    return .code(
      node, cost: head.rangeCost + 11,
      LoopCode.listing(
        head, predicate: predicate?.code, predicateCost: predicate?.cost ?? 0, transform: transform.code,
        transformCost: transform.cost + 12))
  }

  /// `transformMap` and `transformMapEntry`.
  private mutating func planMapping(
    _ node: NodeID, _ loop: SyntaxTree.Comprehension, _ head: LoopHead
  ) -> Planned {
    guard let transform = loop.transform.map({ plan($0) }) else { return planFold(node, loop, head) }
    let predicate = loop.predicate.map { plan($0) }
    return .code(
      node, cost: head.rangeCost + 31,
      LoopCode.mapping(
        head, predicate: predicate?.code, predicateCost: predicate?.cost ?? 0, transform: transform.code,
        transformCost: transform.cost + (loop.shape == .transformMap ? 3 : 2), isEntry: loop.shape == .transformMapEntry))
  }

  /// `cel.bind(v, init, body)`: the initial value is computed when the body first reads it.
  private mutating func planBind(_ node: NodeID, _ loop: SyntaxTree.Comprehension) -> Planned {
    let initial = plan(loop.accumulatorInitial)
    let slot = takeLocals()
    locals[.variable(node, .accumulator)] = slot
    // `optMap` names its target so that it is computed once; cel-go writes it twice, and charges so.
    let isTarget = loop.accumulator == Planner.optionalTarget
    lazyLocals[slot] = Lazy(code: initial.code, cost: isTarget ? 0 : initial.cost, costOfUse: isTarget ? initial.cost : 1)
    let body = plan(loop.result)
    let code = body.code
    // Ten units for the empty list that the macro loops over.
    return .code(node, cost: body.cost + (isTarget ? 0 : 10)) { context in
      context.pointee.locals[slot] = .unset
      return code(context)
    }
  }

  /// `cel.@block([…], body)`: elements are computed when first read.
  mutating func planBlock(_ node: NodeID, _ arguments: [SyntaxTree.ID]) -> Planned {
    guard case .list(let elements, _) = expression.tree[arguments[0]] else { return failing(.noSuchOverload, node) }
    for (index, element) in elements.enumerated() {
      let planned = plan(element)
      let slot = takeLocals()
      locals[.element(node, index)] = slot
      lazyLocals[slot] = Lazy(code: planned.code, cost: planned.cost, costOfUse: 1)
    }
    let slots = elements.indices.compactMap { locals[.element(node, $0)] }
    let body = plan(arguments[1])
    let code = body.code
    return .code(node, cost: body.cost) { context in
      for slot in slots { context.pointee.locals[slot] = .unset }
      return code(context)
    }
  }

  /// The fold as the language defines it.
  private mutating func planFold(
    _ node: NodeID, _ loop: SyntaxTree.Comprehension, _ head: LoopHead
  ) -> Planned {
    let initial = plan(loop.accumulatorInitial)
    let accumulator = takeLocals()
    locals[.variable(node, .accumulator)] = accumulator
    let condition = plan(loop.loopCondition)
    let step = plan(loop.loopStep)
    let result = plan(loop.result)
    return .code(
      node, cost: head.rangeCost + initial.cost,
      LoopCode.fold(
        head, accumulator: accumulator, initial: initial.code, condition: condition.code,
        conditionCost: condition.cost, step: step.code, stepCost: step.cost, result: result.code,
        resultCost: result.cost))
  }
}

/// What all loops begin with.
struct LoopHead {
  var range: Operation
  var rangeCost: Int64
  /// The local of the first variable.
  var first: Int
  /// The local of the second variable, or −1.
  var second: Int
  var node: NodeID
}
