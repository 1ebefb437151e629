import SourceText

/// Adds up what evaluating an expression may cost.
///
/// Walks once, bottom-up, and carries with each node how large its value is. Recursion is bounded by the depth of the tree.
struct CostEstimator {
  typealias ID = SyntaxTree.ID

  /// How the meter counts the step from a node to a field or an element of it.
  enum Attribute {
    /// Two units for the first step.
    case none
    /// One unit for each step, and one less as a branch of a ternary.
    case plain
    /// The one or the other, as parts turn out to be constant or not.
    case uncertain
  }

  /// What is known of a node.
  struct Walked {
    var cost: CostEstimate
    var size: ValueSize
    var attribute = Attribute.none
    /// Whether steps from here are only charged when something is there.
    var isSkippable = false
    var chain: CostChain?
  }

  enum Local: Hashable {
    case variable(ID, Reference.LocalVariable)
    case element(ID, Int)
  }

  let expression: CheckedExpression
  let sizes: CostSizes
  let isMetered: Bool
  var locals: [Local: Walked] = [:]

  var tree: SyntaxTree { expression.tree }

  static func report(_ expression: CheckedExpression, _ sizes: CostSizes, _ model: CostModel) -> CostReport {
    guard !expression.tree.nodes.isEmpty else {
      return CostReport(estimate: .zero, result: .unknown, factors: [], turn: 0)
    }
    var estimator = CostEstimator(expression: expression, sizes: sizes, isMetered: model == .metered)
    let walked = estimator.walk(expression.tree.root)
    let result = estimator.settled(walked.size, expression.type)
    return CostReport(
      estimate: walked.cost, result: result, factors: walked.chain?.factors ?? [], turn: walked.chain?.turn ?? 0)
  }

  mutating func walk(_ id: ID) -> Walked {
    switch tree[id] {
    case .literal(let literal):
      var size = ValueSize.leaf(CostEstimator.size(of: literal))
      if case .int(let number) = literal { size.amount = UInt64(exactly: number).map(CostEstimate.init(exactly:)) }
      return Walked(cost: .zero, size: size)
    case .identifier: return name(id)
    case .select(let operand, let field, let testOnly): return select(id, operand, field, testOnly)
    case .call(let function, let target, let arguments): return call(id, function, target, arguments)
    case .list(let elements, let optional): return list(id, elements, optional)
    case .map(let entries): return map(id, entries)
    case .message(_, let fields):
      var walked = Walked(cost: CostEstimate(exactly: 40), size: .unknown)
      for field in fields { add(walk(field.value), to: &walked) }
      return walked
    case .comprehension(let loop): return comprehension(id, loop)
    }
  }

  /// Adds what an operand costs, and keeps the heavier part.
  func add(_ operand: Walked, to walked: inout Walked) {
    walked.cost = walked.cost + operand.cost
    walked.chain = CostChain.heavier(walked.chain, operand.chain)
  }

  private static func size(of literal: SyntaxTree.Literal) -> SizeEstimate {
    switch literal {
    case .string(let bytes):
      CostEstimate(exactly: UInt64(bytes.lazy.filter { $0 & 0xC0 != 0x80 }.count))
    case .bytes(let bytes): CostEstimate(exactly: UInt64(bytes.count))
    default: CostEstimate(exactly: 1)
    }
  }

  // MARK: Names

  private func name(_ id: ID) -> Walked {
    let one = CostEstimate(exactly: 1)
    switch expression.reference(of: id) {
    case .variable(let slot):
      guard let declaration = expression.environment.variableScope.declaration(at: slot) else { break }
      var size =
        sizes.variables[declaration.name]
        ?? value(at: declaration.name, declaration.type, bound: .variable(declaration.name))
      if size.path == nil { size.path = declaration.name }
      return Walked(cost: one, size: size, attribute: .plain)
    case .local(let comprehension, let which):
      if let local = locals[.variable(comprehension, which)] { return local }
    case .element(let block, let index):
      if let local = locals[.element(block, index)] { return local }
    case .type: return Walked(cost: isMetered ? .zero : one, size: isMetered ? .one : .unknown)
    case .function, nil: break
    }
    return Walked(cost: one, size: .unknown, attribute: .plain)
  }

  // MARK: Fields and elements

  private mutating func select(_ id: ID, _ operand: ID, _ field: String, _ testOnly: Bool) -> Walked {
    if !testOnly, expression.reference(of: id) != nil { return name(id) }
    let type = expression.type(of: operand)
    var walked = walk(operand)
    if testOnly {
      walked.cost = walked.cost + (isMetered ? step(from: walked) + lookup(in: walked.size, type) : CostEstimate(exactly: 1))
      walked.size = .one
      walked.attribute = .plain
      walked.isSkippable = false
      return walked
    }
    let size = self.field(field, of: walked.size, type, result: expression.type(of: id))
    take(to: size, isOptional: CostEstimator.isOptional(type), from: type, &walked)
    return walked
  }

  /// Goes one step further along a chain of fields and elements.
  mutating func take(to size: ValueSize, isOptional: Bool, from type: CELType, _ walked: inout Walked) {
    if isMetered {
      var step = step(from: walked)
      let mayBeSkipped = isOptional || walked.isSkippable
      // The base of a chain is charged in any case.
      if mayBeSkipped { step.minimum = step.minimum.less(1) }
      walked.cost = walked.cost + step + lookup(in: walked.size, type)
      walked.isSkippable = mayBeSkipped
    } else {
      walked.cost = walked.cost + 1
    }
    if walked.attribute != .plain { walked.attribute = .uncertain }
    walked.size = size
  }

  /// What the meter charges for a step.
  func step(from operand: Walked) -> CostEstimate {
    switch operand.attribute {
    case .none: CostEstimate(exactly: 2)
    case .plain: CostEstimate(exactly: 1)
    case .uncertain: CostEstimate(minimum: 1, maximum: 2)
    }
  }

  /// What the meter adds for searching a long map.
  func lookup(in size: ValueSize, _ type: CELType) -> CostEstimate {
    switch type {
    case .opaque("optional_type", let parts) where parts.count == 1:
      return lookup(in: content(of: size, type), parts[0])
    case .map, .structure, .dyn, .error, .parameter:
      let most = size.count.maximum
      return CostEstimate(upTo: most <= UInt64(Path.freeEntries) ? 0 : most.whole(UInt64(Path.freeEntries)))
    default: return .zero
    }
  }

  // MARK: Literals

  private mutating func list(_ id: ID, _ elements: [ID], _ optional: [Int]) -> Walked {
    var walked = Walked(cost: CostEstimate(exactly: 10), size: ValueSize(CostEstimate(exactly: UInt64(elements.count))))
    walked.size.count.minimum = UInt64(elements.count - optional.count)
    guard case .list(let elementType) = expression.type(of: id) else {
      for element in elements { add(walk(element), to: &walked) }
      return walked
    }
    for (index, element) in elements.enumerated() {
      let part = walk(element)
      add(part, to: &walked)
      let size = optional.contains(index) ? content(of: part.size, expression.type(of: element)) : part.size
      walked.size.elements = walked.size.elements.map { union($0, size, elementType) } ?? size
    }
    return walked
  }

  private mutating func map(_ id: ID, _ entries: [SyntaxTree.MapEntry]) -> Walked {
    let count = UInt64(entries.count)
    var walked = Walked(cost: CostEstimate(exactly: 30), size: ValueSize(CostEstimate(exactly: count)))
    walked.size.count.minimum -= UInt64(entries.filter(\.optional).count)
    // The meter looks for each key among those before it.
    if isMetered { walked.cost.maximum = walked.cost.maximum.adding(count.times(count / UInt64(Path.freeEntries))) }
    var types = (key: CELType.dyn, value: CELType.dyn)
    if case .map(let key, let value) = expression.type(of: id) { types = (key, value) }
    for entry in entries {
      let key = walk(entry.key)
      let value = walk(entry.value)
      add(key, to: &walked)
      add(value, to: &walked)
      let size = entry.optional ? content(of: value.size, expression.type(of: entry.value)) : value.size
      walked.size.keys = walked.size.keys.map { union($0, key.size, types.key) } ?? key.size
      walked.size.elements = walked.size.elements.map { union($0, size, types.value) } ?? size
    }
    return walked
  }
}
