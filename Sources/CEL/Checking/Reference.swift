/// What a node of a ``SyntaxTree`` stands for, so that nothing looks up a name after checking.
///
/// Identifiers, dotted names and calls have one; every other node has none. A dotted name that is
/// one variable or type (`a.b` where `a.b` is declared) carries the reference on the outer
/// select node, and the nodes below it mean nothing.
public enum Reference: Sendable, Hashable {
  /// A declared variable, by its place in ``Environment/variables``.
  case variable(slot: Int)
  /// A variable that a comprehension of the tree brings into scope.
  case local(comprehension: SyntaxTree.ID, LocalVariable)
  /// An element of the list that a call of `cel.@block` evaluates once.
  case element(block: SyntaxTree.ID, index: Int)
  /// The name of a type, used as a value.
  case type(CELType)
  case function(FunctionReference)

  /// Which of the variables of a comprehension.
  public enum LocalVariable: Sendable, Hashable { case iteration, second, accumulator }
}

/// The overloads that a call may reach.
public struct FunctionReference: Sendable, Hashable {
  /// Which function of ``FunctionTable/functions``.
  public var function: Int
  /// Places in ``FunctionTable/overloads``: those whose parameters the arguments may fill. With more
  /// than one, the values decide; with none (only in an unchecked tree), the call is an error.
  public var overloads: [Int]
  /// Whether the call's target is the first argument. It is not in `math.abs(x)`, whose target
  /// is only the first half of a name, nor in a call without a target.
  public var takesTarget: Bool
}
