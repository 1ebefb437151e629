/// What planning makes of a node.
struct Planned {
  /// Kinds of operand that operations have special forms for.
  enum Form {
    case constant(Value)
    case local(Int)
    case localPath(Int, PathSteps)
    case variablePath(slot: Int, PathSteps)
    case code
  }

  /// Whether the node is what cel-go calls an attribute, whose parts are counted on their own.
  enum Attribute {
    case none
    /// A name, a field or an index: one unit for the whole, and one for each step.
    case plain
    /// A ternary of attributes: no unit for the whole.
    case conditional
  }

  var node: NodeID
  var form: Form
  var code: Operation
  /// Units that whoever runs the code without condition charges beforehand.
  var cost: Int64
  var attribute = Attribute.none

  var constant: Value? {
    if case .constant(let value) = form { return value }
    return nil
  }

  static func constant(_ value: Value, _ node: NodeID, cost: Int64 = 0) -> Planned {
    Planned(node: node, form: .constant(value), code: { _ in value }, cost: cost)
  }

  static func code(_ node: NodeID, cost: Int64, _ code: @escaping Operation) -> Planned {
    Planned(node: node, form: .code, code: code, cost: cost)
  }

  /// The cost as a branch of a ternary: cel-go does not count the attribute itself there.
  var branchCost: Int64 { attribute == .plain ? cost - 1 : cost }
}
