@testable import CEL

/// Takes any bytes as an expression through parser, checker, planner and evaluator, and says what is wrong with the outcome.
///
/// Run by the fuzzer on what it makes up, and by the tests on everything that it ever found.
struct ExpressionProbe {
  /// Limits that no evaluation may pass, low enough for thousands of evaluations a second.
  static let costLimit: Int64 = 10_000
  static let scratchLimit = 1 << 20
  /// Processor time, in seconds, that nothing within the limits may take, on a slow machine with an instrumented build.
  static let patience = 2.0

  private let environment = ProbeDocument.environment
  private let symbols: SymbolTable
  private let values: [Value]

  init() {
    symbols = ProbeDocument.symbols().freeze()
    values = ProbeDocument.values(symbols)
  }

  /// What is wrong, or nothing.
  func fault(in expression: [UInt8]) -> String? {
    do throws(Fault) {
      try run(expression)
      return nil
    } catch {
      return error.text
    }
  }

  private struct Fault: Error { var text: String }

  private func run(_ expression: [UInt8]) throws(Fault) {
    let start = ProcessorTime.now
    let tree: SyntaxTree
    do throws(CompileFailure) {
      tree = try environment.parse(expression)
    } catch {
      try inspect(error.issues, of: expression)
      return try Self.hurry("parsing", since: start)
    }
    try inspect(tree, of: expression)

    var checkedOutcome: Outcome?
    if let (checked, program) = try checkedProgram(tree, expression) {
      try Self.hurry("checking and planning", since: start)
      let outcome = try Outcome(program, self)
      try outcome.inspectType(checked)
      checkedOutcome = outcome
    }
    try Self.hurry("checking and planning", since: start)
    guard let program = try uncheckedProgram(tree, expression) else { return }
    let outcome = try Outcome(program, self)
    if let checkedOutcome, !checkedOutcome.agrees(with: outcome) {
      throw Fault(text: "checked: \(checkedOutcome.text), unchecked: \(outcome.text)")
    }
  }

  private func checkedProgram(
    _ tree: SyntaxTree, _ expression: [UInt8]
  ) throws(Fault) -> (CheckedExpression, Program)? {
    let issues: [CompileIssue]
    var found: (CheckedExpression, Program)?
    do throws(CompileFailure) {
      let checked = try environment.check(tree)
      found = (checked, try environment.plan(checked, source: expression, symbols: ProbeDocument.symbols()))
      issues = checked.warnings
    } catch {
      issues = error.issues
    }
    if found == nil || !issues.isEmpty { try inspect(issues, of: expression) }
    return found
  }

  private func uncheckedProgram(_ tree: SyntaxTree, _ expression: [UInt8]) throws(Fault) -> Program? {
    let issues: [CompileIssue]
    do throws(CompileFailure) {
      return try environment.plan(environment.resolve(tree), source: expression)
    } catch {
      issues = error.issues
    }
    try inspect(issues, of: expression)
    return nil
  }

  /// What a program gives, after it was made sure that it gives the same again and respects its limits.
  private struct Outcome {
    var value: Value
    var text: String
    var error: EvaluationError?
    private let activation: Activation

    init(_ program: Program, _ probe: ExpressionProbe) throws(Fault) {
      activation = probe.activation(costLimit: costLimit, scratchLimit: scratchLimit)
      let mark = activation.mark
      (value, text, error) = try Outcome.run(program, activation)
      let cost = activation.cost
      let first = text
      // Variables that have no value are looked up, and remembered, in the first run alone.
      activation.release(to: mark)
      (value, text, error) = try Outcome.run(program, activation)
      if first != text { throw Fault(text: "first \(first), then \(text)") }
      if cost != activation.cost { throw Fault(text: "first cost \(cost), then \(activation.cost)") }

      let poor = probe.activation(costLimit: cost / 2, scratchLimit: 64 << 10)
      let (_, lesser, limit) = try Outcome.run(program, poor)
      if limit?.kind == .costLimit || limit?.kind == .memoryLimit { return }
      if cost > 0, poor.cost > cost / 2 { throw Fault(text: "costs \(poor.cost), above the limit of \(cost / 2)") }
      if lesser != text { throw Fault(text: "\(text), and with less to spend \(lesser)") }
    }

    private static func run(_ program: Program, _ activation: Activation) throws(Fault) -> (Value, String, EvaluationError?) {
      let start = ProcessorTime.now
      let value = activation.evaluate(program)
      try ExpressionProbe.hurry("evaluation at a cost of \(activation.cost)", since: start)
      guard let error = activation.error(of: value) else {
        if value.isError || value.tag == .unset { throw Fault(text: "the result is no value") }
        if activation.cost > activation.costLimit {
          throw Fault(text: "costs \(activation.cost), above the limit of \(activation.costLimit)")
        }
        return (value, value.text(limit: 2_000), nil)
      }
      if Int(error.range.upperBound) > program.source.count { throw Fault(text: "an error outside of the expression: \(error)") }
      if error.message.isEmpty { throw Fault(text: "an error without words: \(error.kind)") }
      return (value, "error \(error.kind) at \(error.range.indices): \(error.message)", error)
    }

    /// Whether checking changed nothing. Errors may differ: two operands that both fail, and what planning found.
    func agrees(with other: Outcome) -> Bool {
      if error?.isLimit == true || other.error?.isLimit == true { return true }
      return error == nil ? text == other.text : other.error != nil
    }

    /// The value must be of the type that was deduced, where nothing was left to the evaluation.
    func inspectType(_ checked: CheckedExpression) throws(Fault) {
      if error != nil || checked.types.contains(where: \.isLoose) || value.hasType(checked.type) { return }
      throw Fault(text: "\(text) is not \(checked.type)")
    }
  }

  private func activation(costLimit: Int64, scratchLimit: Int) -> Activation {
    let activation = Activation(slotCount: environment.variableCount, costLimit: costLimit, scratchLimit: scratchLimit)
    for (slot, value) in values.enumerated() { activation.bind(slot, value) }
    return activation
  }

  /// Reasons must be given, with words and with a place inside the text.
  private func inspect(_ issues: [CompileIssue], of expression: [UInt8]) throws(Fault) {
    if issues.isEmpty { throw Fault(text: "refused for no reason") }
    for issue in issues {
      if Int(issue.range.upperBound) > expression.count { throw Fault(text: "an issue outside of the expression: \(issue)") }
      if issue.message.isEmpty { throw Fault(text: "an issue without words at \(issue.range)") }
    }
  }

  /// Places must be inside the text, and the text of a node must be an expression of its own.
  private func inspect(_ tree: SyntaxTree, of expression: [UInt8]) throws(Fault) {
    guard tree.ranges.count == tree.nodes.count, tree.nameRanges.count == tree.nodes.count else {
      throw Fault(text: "\(tree.nodes.count) nodes, \(tree.ranges.count) ranges, \(tree.nameRanges.count) places of names")
    }
    for (range, name) in zip(tree.ranges, tree.nameRanges) {
      if range.isEmpty || Int(range.upperBound) > expression.count || Int(name.upperBound) > expression.count {
        throw Fault(text: "a node of no text or outside of the expression: \(range), \(name)")
      }
    }
    // One node, chosen by the text, because all would take too long.
    let node = Int(expression.reduce(17) { ($0 &* 31 &+ UInt32($1)) } % UInt32(tree.nodes.count))
    if case .literal = tree.nodes[node] { return }
    do throws(CompileFailure) {
      _ = try environment.parse(Array(expression[tree.ranges[node].indices]))
    } catch {
      let issue = error.issues[0].message
      throw Fault(text: "the text of node \(node), '\(tree.text(at: tree.ranges[node]))', is no expression: \(issue)")
    }
  }

  private static func hurry(_ what: String, since start: Double) throws(Fault) {
    let seconds = ProcessorTime.now - start
    if seconds > patience { throw Fault(text: "\(what) took \(seconds) s") }
  }
}

extension EvaluationError {
  fileprivate var isLimit: Bool { kind == .costLimit || kind == .memoryLimit }
}

extension CELType {
  /// Whether a value of this type may be of several kinds.
  fileprivate var isLoose: Bool {
    switch self {
    case .dyn, .error, .parameter, .wrapper, .null: true
    case .list(let element): element.isLoose
    case .map(let key, let value): key.isLoose || value.isLoose
    case .type(let inner): inner?.isLoose ?? false
    case .opaque(_, let parts): parts.contains(where: \.isLoose)
    default: false
    }
  }
}

extension Value {
  fileprivate func hasType(_ type: CELType) -> Bool {
    switch type {
    case .bool: tag == .bool
    case .int: tag == .int
    case .uint: tag == .uint
    case .double: tag == .double
    case .string: tag == .string
    case .bytes: tag == .bytes
    case .timestamp: tag == .timestamp
    case .duration: tag == .duration
    case .type: tag == .type
    case .list(let element): tag == .list && elements.allSatisfy { $0.hasType(element) }
    case .map(let key, let value):
      tag == .map && entries.allSatisfy { $0.key.hasType(key) && $0.value.hasType(value) }
    case .structure: tag == .map
    case .opaque("optional_type", let parts):
      tag == .optional && (optionalValue.map { wrapped in parts.allSatisfy(wrapped.pointee.hasType) } ?? true)
    default: true
    }
  }
}
