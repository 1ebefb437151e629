/// From text to a checked expression.
extension Environment {
  /// Reads an expression and expands its macros.
  ///
  /// - Throws: Every fault of the text, with bytes of `expression`.
  public func parse(_ expression: String) throws(CompileFailure) -> SyntaxTree {
    try parse(Array(expression.utf8))
  }

  /// Reads an expression that is at hand as UTF-8.
  public func parse(_ expression: [UInt8]) throws(CompileFailure) -> SyntaxTree {
    try Parser.parse(expression, macros: macros, options: options)
  }

  /// Deduces the types of a tree and finds what its names mean.
  ///
  /// - Throws: Every fault, in order of place.
  public func check(_ tree: SyntaxTree) throws(CompileFailure) -> CheckedExpression {
    try Checker.check(tree, in: self)
  }

  /// Finds what the names of a tree mean, and leaves types to the evaluation.
  public func resolve(_ tree: SyntaxTree) -> CheckedExpression { Resolver.resolve(tree, in: self) }

  /// Reads and checks an expression.
  ///
  /// - Throws: Every fault of the text, or if it has none, every fault of its types.
  public func compile(_ expression: String) throws(CompileFailure) -> CheckedExpression {
    try check(parse(expression))
  }
}
