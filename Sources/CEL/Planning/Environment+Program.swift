import SourceText

/// From text to a program.
extension Environment {
  /// Reads, checks and plans an expression.
  ///
  /// - Parameters:
  ///   - expression: UTF-8.
  ///   - expected: The type that the result must have; nothing for any. An expression of type `dyn` passes, and may then
  ///     give a value of another kind.
  ///   - symbols: Where the texts of the expression get numbers, so that they compare quickly with the host's.
  /// - Throws: Every fault, with bytes of the expression.
  public func compile(
    _ expression: [UInt8], expecting expected: CELType?, symbols: SymbolTable.Builder? = nil
  ) throws(CompileFailure) -> Program {
    try plan(check(expression, expecting: expected), source: expression, symbols: symbols)
  }

  /// Reads and checks an expression that must have a type; see ``compile(_:expecting:symbols:)``.
  public func check(_ expression: [UInt8], expecting expected: CELType?) throws(CompileFailure) -> CheckedExpression {
    let checked = try check(parse(expression))
    if let expected, !Environment.mayBe(checked.type, expected) {
      let range = ByteRange(0, UInt32(clamping: expression.count))
      throw CompileFailure(issues: [
        CompileIssue(
          message: "the expression must give \(expected.description), not \(checked.type.description)", range: range)
      ])
    }
    return checked
  }

  /// Reads, checks and plans an expression.
  public func compile(
    _ expression: String, expecting expected: CELType?, symbols: SymbolTable.Builder? = nil
  ) throws(CompileFailure) -> Program {
    try compile(Array(expression.utf8), expecting: expected, symbols: symbols)
  }

  /// Plans an expression that was checked, or only resolved.
  public func plan(
    _ checked: CheckedExpression, source: [UInt8], symbols: SymbolTable.Builder? = nil
  ) throws(CompileFailure) -> Program {
    try Planner.plan(checked, source: source, symbols: symbols)
  }

  private static func mayBe(_ type: CELType, _ expected: CELType) -> Bool {
    if type == expected { return true }
    switch (type, expected) {
    case (.dyn, _), (_, .dyn), (.parameter, _): return true
    case (.list(let a), .list(let b)): return mayBe(a, b)
    case (.map(let a, let c), .map(let b, let d)): return mayBe(a, b) && mayBe(c, d)
    case (.opaque(let a, let c), .opaque(let b, let d)):
      return a == b && c.count == d.count && zip(c, d).allSatisfy { mayBe($0, $1) }
    case (.wrapper(let a), .wrapper(let b)): return mayBe(a, b)
    case (let a, .wrapper(let b)): return a == .null || mayBe(a, b)
    default: return false
    }
  }
}
