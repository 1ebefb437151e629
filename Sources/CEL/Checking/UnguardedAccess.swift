/// Finds fields that a record may lack and that are read without a guard.
enum UnguardedAccess {
  static func warnings(in expression: CheckedExpression) -> [CompileIssue] { [] }
}
