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
}
