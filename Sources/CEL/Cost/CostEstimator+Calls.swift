/// Calls: the operators that do not evaluate all of their operands, and everything else by overload.
extension CostEstimator {
  /// An argument of a call, the receiver first.
  struct Operand {
    var id: ID
    var type: CELType
    var size: ValueSize
    var count: SizeEstimate { size.count }
  }

  mutating func call(_ id: ID, _ function: String, _ target: ID?, _ arguments: [ID]) -> Walked {
    if target == nil {
      switch (function, arguments.count) {
      case (Operator.and, 2...), (Operator.or, 2...): return junction(arguments)
      case (Operator.conditional, 3): return conditional(id, arguments)
      case (Operator.index, 2): return index(id, arguments, isOptional: false)
      case (Operator.optionalIndex, 2), (Operator.optionalSelect, 2): return index(id, arguments, isOptional: true)
      case (Operator.block, 2): return block(id, arguments)
      case ("dyn", 1):
        var walked = walk(arguments[0])
        walked.cost = walked.cost + 1
        walked.size = settled(walked.size, expression.type(of: arguments[0]))
        walked.attribute = .none
        walked.isSkippable = false
        return walked
      default: break
      }
    }
    guard case .function(let reference)? = expression.reference(of: id) else { return strict(id, [], arguments) }
    var operands = arguments
    if reference.takesTarget, let target { operands.insert(target, at: 0) }
    let table = expression.environment.functions
    let name = table.functions.indices.contains(reference.function) ? table.functions[reference.function].name : function
    if isMetered, operands.count == 2, name == "or" || name == "orValue" { return alternative(id, operands, name) }
    return strict(id, reference.overloads.map { table.overloads[$0] }, operands)
  }

  /// A call that evaluates all of its operands.
  private mutating func strict(_ id: ID, _ overloads: [FunctionDeclaration.Overload], _ arguments: [ID]) -> Walked {
    var walked = Walked(cost: .zero, size: .unknown)
    let operands = arguments.map { argument in
      let operand = walk(argument)
      add(operand, to: &walked)
      return Operand(id: argument, type: expression.type(of: argument), size: operand.size)
    }
    guard let first = overloads.first else {
      walked.cost = walked.cost + 1
      return walked
    }
    var (own, size) = cost(of: first, id, operands)
    for overload in overloads.dropFirst() {
      let (other, otherSize) = cost(of: overload, id, operands)
      own = own.union(other)
      size = union(size, otherSize, expression.type(of: id))
    }
    walked.cost = walked.cost + own
    walked.size = size
    if own.maximum >= CostChain.leastCall {
      let heaviest = operands.max { $0.count.maximum < $1.count.maximum }
      let factor = CostFactor(
        kind: .call, text: functionName(id), range: tree.ranges[Int(id)], count: own.maximum, bound: heaviest?.size.bound)
      walked.chain = CostChain.heavier(walked.chain, CostChain(factors: [factor], turn: 1, total: own.maximum))
    }
    return walked
  }

  private func functionName(_ id: ID) -> String {
    guard case .call(let name, _, _) = tree[id] else { return "" }
    return CheckWording.displayed(name)
  }

  // MARK: Operators

  /// `&&` and `||`: what comes after the first operand may not be reached.
  private mutating func junction(_ arguments: [ID]) -> Walked {
    var walked = Walked(cost: .zero, size: .one)
    for (index, argument) in arguments.enumerated() {
      var operand = walk(argument)
      if index > 0 { operand.cost = operand.cost.orNothing }
      add(operand, to: &walked)
    }
    return walked
  }

  private mutating func conditional(_ id: ID, _ arguments: [ID]) -> Walked {
    let condition = walk(arguments[0])
    let yes = walk(arguments[1])
    let no = walk(arguments[2])
    return Walked(
      cost: condition.cost + branchCost(yes).union(branchCost(no)), size: union(yes.size, no.size, expression.type(of: id)),
      attribute: .uncertain,
      chain: CostChain.heavier(condition.chain, CostChain.heavier(yes.chain, no.chain)))
  }

  /// The meter, like cel-go's, does not count a name, field or element itself where it is a branch or a computed key.
  func branchCost(_ walked: Walked) -> CostEstimate {
    guard isMetered else { return walked.cost }
    switch walked.attribute {
    case .none: return walked.cost
    case .plain: return walked.cost.less(CostEstimate(exactly: 1))
    case .uncertain: return walked.cost.less(CostEstimate(upTo: 1))
    }
  }

  /// `a[k]`, `a[?k]` and `a.?k`.
  private mutating func index(_ id: ID, _ arguments: [ID], isOptional: Bool) -> Walked {
    let type = expression.type(of: arguments[0])
    let result = expression.type(of: id)
    var walked = walk(arguments[0])
    let key = walk(arguments[1])
    walked.chain = CostChain.heavier(walked.chain, key.chain)
    let container = content(of: walked.size, type)
    let containerType = CostEstimator.contentType(type)
    var size: ValueSize
    switch (tree[arguments[1]], containerType) {
    case (.literal(.string(let name)), .structure), (.literal(.string(let name)), .dyn):
      size = field(
        String(decoding: name, as: UTF8.self), of: container, containerType, result: CostEstimator.contentType(result))
    default: size = elements(of: container, containerType)
    }
    if CostEstimator.isOptional(result) { size = optional(size) }
    var keyCost = key.cost
    if case .literal = tree[arguments[1]] {} else { keyCost = branchCost(key) }
    take(to: size, isOptional: isOptional || CostEstimator.isOptional(type), from: type, &walked)
    walked.cost = walked.cost + keyCost
    return walked
  }

  /// `o.or(p)` and `o.orValue(x)`, whose argument may not be needed, and which cost nothing themselves.
  private mutating func alternative(_ id: ID, _ operands: [ID], _ name: String) -> Walked {
    let first = walk(operands[0])
    var second = walk(operands[1])
    second.cost = second.cost.orNothing
    let type = expression.type(of: operands[0])
    let left = name == "orValue" ? content(of: first.size, type) : first.size
    var walked = Walked(cost: first.cost, size: union(left, second.size, expression.type(of: id)), chain: first.chain)
    add(second, to: &walked)
    return walked
  }

  /// `cel.@block([…], body)`: elements are computed when they are first read.
  private mutating func block(_ id: ID, _ arguments: [ID]) -> Walked {
    guard case .list(let elements, _) = tree[arguments[0]] else { return walk(arguments[1]) }
    var sum = Walked(cost: .zero, size: .unknown)
    for (index, element) in elements.enumerated() {
      var walked = walk(element)
      locals[.element(id, index)] = Walked(cost: CostEstimate(exactly: 1), size: walked.size, attribute: .plain)
      walked.cost = walked.cost.orNothing
      add(walked, to: &sum)
    }
    let body = walk(arguments[1])
    add(body, to: &sum)
    sum.size = body.size
    return sum
  }
}
