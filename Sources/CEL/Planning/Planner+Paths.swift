/// Fields and indices: whole chains become one operation.
extension Planner {
  mutating func planSelect(_ node: NodeID, operand: SyntaxTree.ID, field: String, testOnly: Bool) -> Planned {
    // A dotted name may be a variable or a type of its own.
    if let reference = expression.reference(of: node), !testOnly { return plan(reference: reference, node) }
    let operand = plan(operand)
    let step = step(constant(text: field), node, isOptional: false)
    if testOnly {
      // The test is one unit more than its operand.
      return Planned(
        node: node, form: .code, code: operand.make(PresenceMaker(step: step)),
        cost: operand.cost + (operand.attribute == .none ? 2 : 1), attribute: .plain)
    }
    return extended(operand, by: step)
  }

  /// `operand[key]` and `operand[?key]`.
  mutating func planIndex(
    _ node: NodeID, operand: SyntaxTree.ID, key: SyntaxTree.ID, isOptional: Bool
  ) -> Planned {
    let operand = plan(operand)
    let key = plan(key)
    if let constant = key.constant {
      var result = extended(operand, by: step(constant, node, isOptional: isOptional))
      result.cost += key.cost
      return result
    }
    let isPlain = operand.attribute != .none
    return Planned(
      node: node, form: .code, code: operand.make(IndexMaker(isOptional: isOptional, node: node), with: key),
      cost: operand.cost + key.branchCost + (isPlain ? 1 : 2), attribute: .plain)
  }

  private func step(_ key: Value, _ node: NodeID, isOptional: Bool) -> PathStep {
    PathStep(key: key, node: node, isOptional: isOptional, hint: constants.hint())
  }

  /// The operand with one step more.
  mutating func extended(_ operand: Planned, by step: PathStep) -> Planned {
    var result = operand
    result.node = step.node
    result.cost += operand.attribute == .none ? 2 : 1
    if operand.attribute == .none { result.attribute = .plain }
    switch operand.form {
    case .variablePath(let slot, let steps):
      let longer = longer(steps, step)
      let node = operand.node
      result.form = .variablePath(slot: slot, longer)
      result.code = { Path.walk($0.variable(slot, node), longer, $0) }
    case .local(let index):
      let steps = constants.steps([step])
      result.form = .localPath(index, steps)
      result.code = { Path.walk($0.pointee.locals[index], steps, $0) }
    case .localPath(let index, let steps):
      let longer = longer(steps, step)
      result.form = .localPath(index, longer)
      result.code = { Path.walk($0.pointee.locals[index], longer, $0) }
    case .constant, .code:
      let steps = constants.steps([step])
      let code = operand.code
      result.form = .code
      result.code = { Path.walk(code($0), steps, $0) }
      result = folded(result, operand.constant != nil)
    }
    return result
  }

  private func longer(_ steps: PathSteps, _ step: PathStep) -> PathSteps {
    constants.steps(Array(UnsafeBufferPointer(start: steps.base, count: steps.count)) + [step])
  }

  // MARK: Places

  /// The chain from a variable that the whole expression is, if it is one.
  mutating func placePath(_ root: SyntaxTree.ID) -> PlacePath? {
    var steps: [PlacePath.Step] = []
    var node = root
    while true {
      if case .variable(let slot) = expression.reference(of: node) {
        return PlacePath(variable: slot, steps: steps.reversed())
      }
      switch expression.tree[node] {
      case .select(let operand, let field, false):
        steps.append(.constant(constant(text: field)))
        node = operand
      case .call(let function, nil, let arguments)
      where arguments.count == 2
        && [Operator.index, Operator.optionalIndex, Operator.optionalSelect].contains(function):
        let key = plan(arguments[1])
        steps.append(key.constant.map(PlacePath.Step.constant) ?? .computed(key.code))
        node = arguments[0]
      default: return nil
      }
    }
  }
}

struct PresenceMaker: UnaryMaker {
  let step: PathStep
  func make<O: Fetch>(_ operand: O) -> Operation {
    let step = step
    return { context in
      let value = operand.fetch(context)
      if value.tag == .map, step.wanted != 0, value.count <= Path.freeEntries,
        let base = value.pointer(to: MapEntry.self)
      {
        for i in 0..<value.count where base[i].key.header == step.wanted { return .true }
      }
      return Path.test(value, step, context)
    }
  }
}

struct IndexMaker: BinaryMaker {
  let isOptional: Bool
  let node: NodeID
  func make<L: Fetch, R: Fetch>(_ left: L, _ right: R) -> Operation {
    let isOptional = isOptional
    let node = node
    return { context in
      let operand = left.fetch(context)
      let key = right.fetch(context)
      return Path.index(operand, key, isOptional: isOptional, node, context)
    }
  }
}
