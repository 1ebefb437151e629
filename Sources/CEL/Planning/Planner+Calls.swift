import SourceText

/// Calls: operators, functions of the language, functions of the host.
extension Planner {
  mutating func planCall(
    _ node: NodeID, function: String, target: SyntaxTree.ID?, arguments: [SyntaxTree.ID]
  ) -> Planned {
    if target == nil, let planned = planOperator(node, function, arguments) { return planned }
    guard case .function(let reference)? = expression.reference(of: node),
      expression.environment.functions.functions.indices.contains(reference.function)
    else { return failing(.noSuchOverload, node) }
    let name = expression.environment.functions.functions[reference.function].name
    var operands = arguments
    if reference.takesTarget, let target { operands.insert(target, at: 0) }
    let overloads = reference.overloads.map { expression.environment.functions.overloads[$0] }
    guard !overloads.isEmpty else { return failing(.noSuchOverload, node) }
    if overloads.contains(where: { $0.body != nil }) { return planHostCall(node, overloads, operands) }
    guard let builtin = Builtin.find(name, isMember: reference.takesTarget, arity: operands.count) else {
      issues.append(
        CompileIssue(message: "the function '\(name)' cannot be computed here", range: range(of: node)))
      return failing(.noSuchOverload, node)
    }
    return planBuiltin(node, builtin, operands)
  }

  private mutating func planOperator(_ node: NodeID, _ function: String, _ arguments: [SyntaxTree.ID]) -> Planned? {
    switch (function, arguments.count) {
    case (Operator.and, 2...): return planJunction(node, arguments, isAnd: true)
    case (Operator.or, 2...): return planJunction(node, arguments, isAnd: false)
    case (Operator.not, 1): return planNot(node, arguments[0])
    case (Operator.notStrictlyFalse, 1): return planNotStrictlyFalse(node, arguments[0])
    case (Operator.conditional, 3): return planConditional(node, arguments)
    case (Operator.equal, 2): return planEquality(node, arguments, isNegated: false)
    case (Operator.notEqual, 2): return planEquality(node, arguments, isNegated: true)
    case (Operator.less, 2), (Operator.lessOrEqual, 2), (Operator.greater, 2), (Operator.greaterOrEqual, 2):
      return planOrdering(node, arguments, function)
    case (Operator.in, 2): return planMembership(node, arguments)
    case (Operator.index, 2): return planIndex(node, operand: arguments[0], key: arguments[1], isOptional: false)
    case (Operator.optionalIndex, 2), (Operator.optionalSelect, 2):
      return planIndex(node, operand: arguments[0], key: arguments[1], isOptional: true)
    case (Operator.block, 2): return planBlock(node, arguments)
    case ("dyn", 1):
      // The identity, at the cost of a call.
      var operand = plan(arguments[0])
      operand.cost += 1
      operand.attribute = .none
      operand.node = node
      return operand
    default: return nil
    }
  }

  private mutating func planBuiltin(_ node: NodeID, _ builtin: Builtin, _ arguments: [SyntaxTree.ID]) -> Planned {
    if builtin.name == "or" || builtin.name == "orValue" { return planAlternative(node, builtin, arguments) }
    let operands = arguments.map { plan($0) }
    checkFormat(node, builtin, operands, arguments)
    if let pattern = planMatch(node, builtin, operands, arguments) { return pattern }
    let cost = operands.reduce(builtin.cost) { $0 + $1.cost }
    let code = self.code(node, builtin, operands)
    let isConstant = operands.allSatisfy { $0.constant != nil }
    let planned = folded(.code(node, cost: cost, code), isConstant)
    if isConstant, planned.constant == nil, builtin.name == "timestamp" || builtin.name == "duration",
      case .literal(.string) = expression.tree[arguments[0]]
    {
      let text = operands[0].constant?.text(limit: 80) ?? ""
      issues.append(
        CompileIssue(
          message: "'\(text)' is not a \(builtin.name)", range: range(of: arguments[0]),
          suggestion: builtin.name == "timestamp"
            ? "write it as '2008-06-30T00:00:00Z'" : "write it as '36h' or '1h30m'"))
    }
    return planned
  }

  private mutating func code(_ node: NodeID, _ builtin: Builtin, _ operands: [Planned]) -> Operation {
    switch builtin.implementation {
    case .nullary(let function): return { function($0, node) }
    case .unary(let function): return operands[0].make(UnaryCallMaker(function: function, node: node, errorCost: builtin.errorCost))
    case .binary(let function):
      return operands[0].make(BinaryCallMaker(function: function, node: node, errorCost: builtin.errorCost), with: operands[1])
    case .ternary(let function):
      let (first, second, third) = (operands[0].code, operands[1].code, operands[2].code)
      // What was charged beforehand and is not reached when an argument fails.
      let afterFirst = operands[1].cost + operands[2].cost + builtin.cost
      let afterSecond = operands[2].cost + builtin.cost
      let errorCost = builtin.errorCost
      return { context in
        let a = first(context)
        if a.isError {
          context.charge(planned: -afterFirst)
          return a
        }
        let b = second(context)
        if b.isError {
          context.charge(planned: -afterSecond)
          return b
        }
        let c = third(context)
        if c.isError {
          context.charge(planned: errorCost)
          return c
        }
        return function(context, a, b, c, node)
      }
    case .variadic(let function):
      let codes = operands.map(\.code)
      let count = codes.count
      let first = takeLocals(count)
      return { context in
        for i in 0..<count {
          let value = codes[i](context)
          if value.isError { return value }
          context.pointee.locals[first + i] = value
        }
        return function(context, UnsafePointer(context.pointee.locals + first), count, node)
      }
    }
  }

  /// `o.or(p)` and `o.orValue(x)`, whose argument is only evaluated when it is needed.
  private mutating func planAlternative(
    _ node: NodeID, _ builtin: Builtin, _ arguments: [SyntaxTree.ID]
  ) -> Planned {
    let (left, right) = (plan(arguments[0]), plan(arguments[1]))
    let (first, second) = (left.code, right.code)
    let cost = right.cost
    let unwraps = builtin.name == "orValue"
    return folded(
      .code(node, cost: left.cost + builtin.cost) { context in
        let value = first(context)
        guard value.tag == .optional else { return context.noOverload(node, value) }
        if let wrapped = value.optionalValue { return unwraps ? wrapped.pointee : value }
        context.charge(planned: cost)
        let other = second(context)
        return unwraps || other.tag == .optional ? other : context.noOverload(node, other)
      }, left.constant != nil && right.constant != nil)
  }

  // MARK: Functions of the host

  private mutating func planHostCall(
    _ node: NodeID, _ overloads: [FunctionDeclaration.Overload], _ arguments: [SyntaxTree.ID]
  ) -> Planned {
    let operands = arguments.map { plan($0) }
    let candidates = overloads.compactMap { overload in
      overload.body.map {
        HostCall.Candidate(kinds: overload.parameters.map(HostCall.kind), cost: Int64(clamping: overload.cost), body: $0)
      }
    }
    let codes = operands.map(\.code)
    let count = codes.count
    let first = takeLocals(count)
    let cost = operands.reduce(0) { $0 + $1.cost }
    guard candidates.count == 1, let only = candidates.first else {
      return .code(node, cost: cost) { context in
        for i in 0..<count {
          let value = codes[i](context)
          if value.isError { return value }
          context.pointee.locals[first + i] = value
        }
        return HostCall.dispatch(candidates, UnsafePointer(context.pointee.locals + first), count, node, context)
      }
    }
    return .code(node, cost: cost + only.cost) { context in
      for i in 0..<count {
        let value = codes[i](context)
        if value.isError { return value }
        context.pointee.locals[first + i] = value
      }
      let arguments = UnsafePointer(context.pointee.locals + first)
      guard only.takes(arguments, count) else { return context.noOverload(node) }
      return only.body(Evaluation(context: context, node: node), arguments)
    }
  }
}

struct UnaryCallMaker: UnaryMaker {
  let function: Builtin.Unary
  let node: NodeID
  let errorCost: Int64
  func make<O: Fetch>(_ operand: O) -> Operation {
    let (function, node, errorCost) = (function, node, errorCost)
    return { context in
      let value = operand.fetch(context)
      if value.isError {
        context.charge(planned: errorCost)
        return value
      }
      return function(context, value, node)
    }
  }
}

struct BinaryCallMaker: BinaryMaker {
  let function: Builtin.Binary
  let node: NodeID
  let errorCost: Int64
  func make<L: Fetch, R: Fetch>(_ left: L, _ right: R) -> Operation {
    let (function, node, errorCost) = (function, node, errorCost)
    return { context in
      let a = left.fetch(context)
      let b = right.fetch(context)
      if a.isError || b.isError {
        context.charge(planned: errorCost)
        return a.isError ? a : b
      }
      return function(context, a, b, node)
    }
  }
}

/// Calling functions of the host, whose bodies may rely on the kinds that they declare.
enum HostCall {
  struct Candidate {
    /// The kinds of the parameters; nothing for any kind.
    var kinds: [Value.Tag?]
    var cost: Int64
    var body: FunctionDeclaration.Body

    func takes(_ arguments: UnsafePointer<Value>, _ count: Int) -> Bool {
      guard kinds.count == count else { return false }
      for i in 0..<count {
        if let kind = kinds[i], arguments[i].tag != kind { return false }
      }
      return true
    }
  }

  static func dispatch(
    _ candidates: [Candidate], _ arguments: UnsafePointer<Value>, _ count: Int, _ node: NodeID, _ context: Context
  ) -> Value {
    for candidate in candidates where candidate.takes(arguments, count) {
      context.charge(candidate.cost)
      return candidate.body(Evaluation(context: context, node: node), arguments)
    }
    return context.noOverload(node)
  }

  static func kind(_ type: CELType) -> Value.Tag? {
    switch type {
    case .null: return .null
    case .bool: return .bool
    case .int: return .int
    case .uint: return .uint
    case .double: return .double
    case .string: return .string
    case .bytes: return .bytes
    case .timestamp: return .timestamp
    case .duration: return .duration
    case .list: return .list
    case .map, .structure: return .map
    case .type: return .type
    case .opaque("optional_type", _): return .optional
    case NetworkDeclarations.address: return .address
    case NetworkDeclarations.network: return .network
    case .dyn, .error, .opaque, .wrapper, .parameter: return nil
    }
  }
}
