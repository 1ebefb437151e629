/// `&&`, `||`, `!` and `?:`, which alone look past errors.
extension Planner {
  /// `&&` or `||` of two or more operands, as a balanced tree so that long chains do not nest deeply.
  mutating func planJunction(_ node: NodeID, _ arguments: [SyntaxTree.ID], isAnd: Bool) -> Planned {
    junction(node, arguments.map { plan($0) }[...], isAnd: isAnd)
  }

  private mutating func junction(_ node: NodeID, _ operands: ArraySlice<Planned>, isAnd: Bool) -> Planned {
    guard operands.count > 1, let first = operands.first else {
      return operands.first ?? .constant(.bool(isAnd), node)
    }
    let middle = operands.startIndex + operands.count / 2
    let left = operands.count == 2 ? first : junction(node, operands[..<middle], isAnd: isAnd)
    let right = junction(node, operands[middle...], isAnd: isAnd)
    return folded(
      .code(
        node, cost: left.cost,
        left.make(
          JunctionMaker(
            node: node, right: right.code, rightCost: right.cost, decisive: isAnd ? 0 : 1))),
      left.constant != nil && right.constant != nil)
  }

  mutating func planConditional(_ node: NodeID, _ arguments: [SyntaxTree.ID]) -> Planned {
    let condition = plan(arguments[0])
    let first = plan(arguments[1])
    let second = plan(arguments[2])
    let test = condition.code
    let (yes, no) = (first.code, second.code)
    let (yesCost, noCost) = (first.branchCost, second.branchCost)
    let planned = Planned(
      node: node, form: .code,
      code: { context in
        let decision = test(context)
        guard decision.header == Header.bool else { return context.noOverload(node, decision) }
        if decision.payload != 0 {
          context.charge(planned: yesCost)
          return yes(context)
        }
        context.charge(planned: noCost)
        return no(context)
      }, cost: condition.cost, attribute: .conditional)
    return folded(planned, condition.constant != nil && first.constant != nil && second.constant != nil)
  }

  mutating func planNot(_ node: NodeID, _ argument: SyntaxTree.ID) -> Planned {
    let operand = plan(argument)
    return folded(
      .code(node, cost: operand.cost + 1, operand.make(NotMaker(node: node))), operand.constant != nil)
  }

  /// True for true and for errors: what lets a loop go on past a failing element.
  mutating func planNotStrictlyFalse(_ node: NodeID, _ argument: SyntaxTree.ID) -> Planned {
    let operand = plan(argument)
    let code = operand.code
    return .code(node, cost: operand.cost + 1) { context in
      let value = code(context)
      return .bool(!(value.header == Header.bool && value.payload == 0))
    }
  }
}

struct JunctionMaker: UnaryMaker {
  let node: NodeID
  let right: Operation
  let rightCost: Int64
  /// The operand that decides alone: 0 for `&&`, 1 for `||`.
  let decisive: UInt64

  func make<O: Fetch>(_ operand: O) -> Operation {
    let (node, right, rightCost, decisive) = (node, right, rightCost, decisive)
    return { context in
      let a = operand.fetch(context)
      if a.header == Header.bool {
        if a.payload == decisive { return a }
        context.charge(planned: rightCost)
        let b = right(context)
        return b.header == Header.bool ? b : context.noOverload(node, b)
      }
      context.charge(planned: rightCost)
      let b = right(context)
      if b.header == Header.bool && b.payload == decisive { return b }
      return context.noOverload(node, a)
    }
  }
}

struct NotMaker: UnaryMaker {
  let node: NodeID
  func make<O: Fetch>(_ operand: O) -> Operation {
    let node = node
    return { context in
      let value = operand.fetch(context)
      guard value.header == Header.bool else { return context.noOverload(node, value) }
      return .bool(value.payload == 0)
    }
  }
}
