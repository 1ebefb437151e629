/// An expression with the type and the meaning of each of its nodes.
///
/// Made by ``Environment/check(_:)``, or by ``Environment/resolve(_:)`` without types. The arrays are
/// indexed by node number.
public struct CheckedExpression: Sendable {
  public let tree: SyntaxTree
  /// The type of every node; all `dyn` when the expression was only resolved.
  public let types: [CELType]
  /// What every identifier, dotted name and call stands for; nothing for a name that is not declared, which
  /// only a resolved expression can hold.
  public let references: [Reference?]
  /// Where the slots and overload numbers come from.
  public let environment: Environment
  /// Whether the types were deduced, rather than assumed to be `dyn`.
  public let isChecked: Bool
  /// What is legal but looks wrong, in order of place.
  public let warnings: [CompileIssue]

  init(
    tree: SyntaxTree, types: [CELType], references: [Reference?], environment: Environment, isChecked: Bool,
    warnings: [CompileIssue] = []
  ) {
    self.tree = tree
    self.types = types
    self.references = references
    self.environment = environment
    self.isChecked = isChecked
    self.warnings = warnings
  }

  func with(warnings: [CompileIssue]) -> CheckedExpression {
    CheckedExpression(
      tree: tree, types: types, references: references, environment: environment, isChecked: isChecked,
      warnings: warnings)
  }

  /// The type of the whole.
  public var type: CELType { type(of: tree.root) }

  /// The type of one node; `error` for a number that is not a node.
  public func type(of node: SyntaxTree.ID) -> CELType {
    types.indices.contains(Int(node)) ? types[Int(node)] : .error
  }

  /// What one node stands for.
  public func reference(of node: SyntaxTree.ID) -> Reference? {
    references.indices.contains(Int(node)) ? references[Int(node)] : nil
  }
}
