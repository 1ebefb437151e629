import SourceText

/// Comprehensions: what a turn costs, times how many turns there may be.
extension CostEstimator {
  mutating func comprehension(_ id: ID, _ loop: SyntaxTree.Comprehension) -> Walked {
    if loop.shape == .bind { return bind(id, loop) }
    let range = walk(loop.range)
    let type = expression.type(of: loop.range)
    let item = elements(of: range.size, type)
    setVariables(of: id, loop, range.size, type, item)
    let turn: Turn
    switch loop.shape {
    case _ where !isMetered: turn = generic(id, loop)
    case .all: turn = search(loop, condition: 2)
    case .exists: turn = search(loop, condition: 3)
    case .existsOne: turn = count(loop)
    case .map, .filter, .transformList, .transformMap, .transformMapEntry: turn = building(id, loop)
    case .fold, .bind: turn = generic(id, loop)
    }
    let turns = range.size.count
    var walked = Walked(cost: range.cost + turn.before + turns * turn.cost, size: turn.result, chain: range.chain)
    if turn.mayStop {
      let first = turns.minimum == 0 ? 0 : turns.minimum == 1 ? turn.cost.minimum : turn.leastWithStop
      walked.cost.minimum = range.cost.minimum.adding(turn.before.minimum).adding(first)
    }
    if turn.collects {
      walked.size = ValueSize(isMetered && turn.selects ? turns.orNothing : turns, elements: turn.item, keys: turn.key)
      walked.size.bound = range.size.bound
      if loop.shape == .transformMapEntry, isMetered { walked.size.count = turns * CostEstimate(upTo: turn.entries) }
    }
    let factor = CostFactor(
      kind: .loop, text: tree.text(at: tree.ranges[Int(loop.range)]), range: tree.ranges[Int(loop.range)],
      count: turns.maximum, bound: range.size.bound)
    let chain = CostChain.loop(factor, turn: turn.cost.maximum, inner: turn.chain)
    walked.chain = CostChain.heavier(walked.chain, chain)
    return walked
  }

  /// What one turn of a loop costs and leaves behind.
  private struct Turn {
    /// Once, before or after all turns.
    var before: CostEstimate
    var cost: CostEstimate
    var result = ValueSize.one
    var chain: CostChain?
    /// Whether the loop may end at any turn, and then costs no less than this.
    var mayStop = false
    var leastWithStop: UInt64 = 0
    /// Whether a list or a map comes out, with at most one element a turn of these sizes.
    var collects = false
    var selects = false
    var item: ValueSize?
    var key: ValueSize?
    /// Entries that one turn of `transformMapEntry` adds.
    var entries: UInt64 = 1
  }

  private mutating func setVariables(
    of id: ID, _ loop: SyntaxTree.Comprehension, _ range: ValueSize, _ type: CELType, _ item: ValueSize
  ) {
    func local(_ size: ValueSize) -> Walked { Walked(cost: CostEstimate(exactly: 1), size: size, attribute: .plain) }
    let first: ValueSize
    switch (type, loop.secondVariable) {
    case (.list, nil): first = item
    case (.list, _): first = .one
    case (.map, _): first = keys(of: range, type)
    // A list or a map: what is known of the parts tells, or only the values.
    default:
      if let keys = range.keys {
        first = keys
      } else {
        first = range.elements == nil ? value(at: nil, .dyn) : loop.secondVariable == nil ? item : .one
      }
    }
    locals[.variable(id, .iteration)] = local(first)
    locals[.variable(id, .second)] = local(item)
  }

  // MARK: As the meter counts

  /// `all` and `exists`: the condition, the accumulator of the step, and the predicate.
  private mutating func search(_ loop: SyntaxTree.Comprehension, condition: UInt64) -> Turn {
    let predicate = loop.predicate.map { walk($0) }
    let cost = (predicate?.cost ?? .unknown) + (condition + 1)
    return Turn(
      before: CostEstimate(exactly: 1), cost: cost, chain: predicate?.chain, mayStop: true,
      leastWithStop: cost.minimum.adding(condition))
  }

  /// `exists_one`: a predicate, and two units where it holds.
  private mutating func count(_ loop: SyntaxTree.Comprehension) -> Turn {
    let predicate = loop.predicate.map { walk($0) }
    return Turn(
      before: CostEstimate(exactly: 2), cost: (predicate?.cost ?? .unknown) + CostEstimate(upTo: 2), chain: predicate?.chain)
  }

  /// Macros that make a list or a map: an element costs `@result + [t]`, an entry the call that inserts it.
  private mutating func building(_ id: ID, _ loop: SyntaxTree.Comprehension) -> Turn {
    let makesMap = loop.shape == .transformMap || loop.shape == .transformMapEntry
    let predicate = loop.predicate.map { walk($0) }
    let element = loop.transform.map { walk($0) } ?? locals[.variable(id, .iteration)] ?? Walked(cost: .unknown, size: .unknown)
    let insertion: UInt64 = loop.shape == .transformMap ? 3 : loop.shape == .transformMapEntry ? 2 : 12
    var step = element.cost + insertion
    if predicate != nil { step = step.orNothing }
    var turn = Turn(
      before: CostEstimate(exactly: makesMap ? 31 : 11), cost: step + (predicate?.cost ?? .zero),
      chain: CostChain.heavier(predicate?.chain, element.chain))
    turn.collects = true
    turn.selects = predicate != nil
    switch loop.shape {
    case .transformMap:
      turn.item = element.size
      turn.key = locals[.variable(id, .iteration)]?.size
    case .transformMapEntry:
      turn.entries = element.size.count.maximum
      turn.item = element.size.elements
      turn.key = element.size.keys
    default: turn.item = element.size
    }
    return turn
  }

  // MARK: As the fold is written

  /// Every part of the fold, each reference to the accumulator included.
  private mutating func generic(_ id: ID, _ loop: SyntaxTree.Comprehension) -> Turn {
    let initial = walk(loop.accumulatorInitial)
    // It may grow with every turn; cel-go takes it to stay as it begins.
    let accumulator = isMetered ? value(at: nil, expression.type(of: loop.accumulatorInitial)) : initial.size
    locals[.variable(id, .accumulator)] = Walked(cost: CostEstimate(exactly: 1), size: accumulator, attribute: .plain)
    let condition = walk(loop.loopCondition)
    let step = walk(loop.loopStep)
    let result = walk(loop.result)
    var turn = Turn(
      before: initial.cost + result.cost, cost: condition.cost + step.cost,
      chain: CostChain.heavier(condition.chain, step.chain))
    if isMetered {
      turn.result = result.size
      // Such a fold may end when its condition fails.
      turn.mayStop = true
      turn.leastWithStop = condition.cost.minimum
      turn.cost.minimum = condition.cost.minimum
      return turn
    }
    switch tree[loop.accumulatorInitial] {
    case .list, .map:
      turn.collects = true
      turn.item = step.size.elements
      turn.key = step.size.keys
    case .literal: turn.result = initial.size
    default: turn.result = .unknown
    }
    return turn
  }

  // MARK: Bindings

  /// `cel.bind(v, x, body)`, and the names that macros give to what they use twice.
  private mutating func bind(_ id: ID, _ loop: SyntaxTree.Comprehension) -> Walked {
    let initial = walk(loop.accumulatorInitial)
    // The meter charges the target of `optMap` wherever it is read, though it is computed once.
    let isTarget = loop.accumulator == Planner.optionalTarget
    locals[.variable(id, .accumulator)] = Walked(
      cost: isTarget ? initial.cost.orNothing : CostEstimate(exactly: 1), size: initial.size, attribute: .plain)
    let body = walk(loop.result)
    var walked = Walked(cost: body.cost, size: body.size, chain: CostChain.heavier(body.chain, initial.chain))
    if isTarget {
      walked.cost.minimum = walked.cost.minimum.adding(initial.cost.minimum)
    } else {
      // Ten units for the empty list that the macro goes through; a value that is not read is not computed.
      walked.cost = walked.cost + 10 + (isMetered ? initial.cost.orNothing : initial.cost)
    }
    return walked
  }
}
