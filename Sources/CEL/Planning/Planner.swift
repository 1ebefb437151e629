import SourceText

/// Turns a resolved expression into a ``Program``.
///
/// Every node becomes a closure over plain data. Names are slots already; constants, paths and sets go to memory of the
/// program; what is constant is computed now. Recursion is bounded by the depth of the tree.
struct Planner {
  let expression: CheckedExpression
  let symbols: SymbolTable.Builder?
  let constants = Constants()
  /// Computes constant parts; has no variables.
  private var folder: Activation?
  var issues: [CompileIssue] = []
  var locals: [Local: Int] = [:]
  /// How the variables of `cel.bind` and elements of `cel.@block` are computed when first read, by local slot.
  var lazyLocals: [Int: Lazy] = [:]
  var localCount = 0
  var variableSlots: Set<Int> = []

  /// A variable of a comprehension, or an element of a block.
  enum Local: Hashable {
    case variable(SyntaxTree.ID, Reference.LocalVariable)
    case element(SyntaxTree.ID, Int)
  }

  struct Lazy {
    var code: Operation
    /// Charged when it is computed.
    var cost: Int64
    /// Charged whenever it is read.
    var costOfUse: Int64
  }

  /// What the parser calls the target of an `optMap` that is more than a name.
  static let optionalTarget = "@target"

  init(_ expression: CheckedExpression, symbols: SymbolTable.Builder?) {
    self.expression = expression
    self.symbols = symbols
  }

  /// The program of an expression.
  static func plan(
    _ expression: CheckedExpression, source: [UInt8], symbols: SymbolTable.Builder?
  ) throws(CompileFailure) -> Program {
    var planner = Planner(expression, symbols: symbols)
    let root = expression.tree.root
    let planned = planner.plan(root)
    if planner.localCount > Program.maximumLocals {
      planner.issues.append(
        CompileIssue(
          message: "the expression has more loops and calls than can be evaluated", range: planner.range(of: root)))
    }
    guard planner.issues.isEmpty else { throw CompileFailure(issues: planner.issues) }
    let path = planner.placePath(root)
    return Program(
      code: planned.code, staticCost: planned.cost, constants: planner.constants, known: planned.constant,
      resultType: expression.type, source: source, ranges: expression.tree.ranges, rootNode: root,
      slotCount: (planner.variableSlots.max() ?? -1) + 1, variableSlots: planner.variableSlots.sorted(),
      localCount: planner.localCount, depth: expression.tree.depth, path: path, warnings: expression.warnings)
  }

  func range(of node: SyntaxTree.ID) -> ByteRange {
    let ranges = expression.tree.ranges
    return ranges.indices.contains(Int(node)) ? ranges[Int(node)] : ByteRange(0, 0)
  }

  // MARK: Nodes

  mutating func plan(_ node: SyntaxTree.ID) -> Planned {
    guard expression.tree.nodes.indices.contains(Int(node)) else { return failing(.noSuchVariable, node) }
    switch expression.tree[node] {
    case .literal(let literal): return .constant(constant(literal), node)
    case .identifier: return plan(reference: expression.reference(of: node), node)
    case .select(let operand, let field, let testOnly):
      return planSelect(node, operand: operand, field: field, testOnly: testOnly)
    case .call(let function, let target, let arguments):
      return planCall(node, function: function, target: target, arguments: arguments)
    case .list(let elements, let optional): return planList(node, elements, optional: optional)
    case .map(let entries): return planMap(node, entries)
    case .message: return failing(.noSuchOverload, node)
    case .comprehension(let comprehension): return planComprehension(node, comprehension)
    }
  }

  /// A node that always fails when it is reached.
  func failing(_ code: EvaluationError.Code, _ node: NodeID) -> Planned {
    .code(node, cost: 1) { context in context.failure(code, node) }
  }

  mutating func plan(reference: Reference?, _ node: NodeID) -> Planned {
    switch reference {
    case .variable(let slot):
      variableSlots.insert(slot)
      return Planned(
        node: node, form: .variablePath(slot: slot, .none), code: { $0.variable(slot, node) }, cost: 1,
        attribute: .plain)
    case .local(let comprehension, let which): return plan(local: .variable(comprehension, which), node)
    case .element(let block, let index): return plan(local: .element(block, index), node)
    case .type(let type): return .constant(constant(type), node)
    case .function, nil: return failing(.noSuchVariable, node)
    }
  }

  private mutating func plan(local: Local, _ node: NodeID) -> Planned {
    guard let index = locals[local] else { return failing(.noSuchVariable, node) }
    guard let lazy = lazyLocals[index] else {
      return Planned(
        node: node, form: .local(index), code: { $0.pointee.locals[index] }, cost: 1, attribute: .plain)
    }
    let code = lazy.code
    let cost = lazy.cost
    return Planned(
      node: node, form: .code,
      code: { context in
        let value = context.pointee.locals[index]
        if value.tag != .unset { return value }
        context.charge(planned: cost)
        let mark = context.pointee.scratch.mark
        let computed = code(context)
        context.pointee.locals[index] = computed
        // The loop that is running gives back its memory after each turn, but this value outlives the turn.
        context.pointee.scratch.pin(since: mark)
        return computed
      }, cost: lazy.costOfUse, attribute: .plain)
  }

  /// Room for a number of values in the frame, of their own for every place in the program.
  mutating func takeLocals(_ count: Int = 1) -> Int {
    defer { localCount += count }
    return localCount
  }

  /// Runs code over constants now; keeps the code when the result is an error, which a `||` may yet absorb.
  mutating func folded(_ planned: Planned, _ isConstant: Bool) -> Planned {
    guard isConstant, localCount <= Program.maximumLocals else { return planned }
    let folder = folder ?? Activation(slotCount: 0, costLimit: 100_000, scratchLimit: 1 << 20)
    self.folder = folder
    let context = folder.foldingContext
    let before = context.pointee.cost
    let value = planned.code(context)
    let cost = context.pointee.cost - before
    guard !value.isError, !context.isOverLimit else { return planned }
    return .constant(constants.copy(value, symbols), planned.node, cost: planned.cost + cost)
  }

  func kind(of node: SyntaxTree.ID) -> CELType { expression.type(of: node) }
}
