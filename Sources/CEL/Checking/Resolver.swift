/// Finds what the names of a tree mean without deducing types, for expressions that are not to be checked.
///
/// A name that is not declared has no reference, and fails when it is evaluated; a call has all overloads of its
/// name, style and number of arguments, and the values decide.
struct Resolver {
  typealias ID = SyntaxTree.ID

  private let tree: SyntaxTree
  private let environment: Environment
  private var scope: Scope
  private var references: [Reference?]

  static func resolve(_ tree: SyntaxTree, in environment: Environment) -> CheckedExpression {
    var resolver = Resolver(tree, environment)
    if !tree.nodes.isEmpty { resolver.visit(tree.root) }
    return CheckedExpression(
      tree: tree, types: Array(repeating: .dyn, count: tree.nodes.count), references: resolver.references,
      environment: environment, isChecked: false)
  }

  private init(_ tree: SyntaxTree, _ environment: Environment) {
    self.tree = tree
    self.environment = environment
    scope = Scope(environment)
    references = Array(repeating: nil, count: tree.nodes.count)
  }

  private mutating func visit(_ id: ID) {
    switch tree[id] {
    case .literal: break
    case .identifier(let name):
      references[Int(id)] = scope.meaning(ofIdentifier: name).map(Resolver.reference)
    case .select(let operand, _, let testOnly):
      if !testOnly, let meaning = scope.meaning(of: id, in: tree) {
        references[Int(id)] = Resolver.reference(meaning)
      } else {
        visit(operand)
      }
    case .call(let function, let target, let arguments): call(id, function, target, arguments)
    case .list(let elements, _):
      for element in elements { visit(element) }
    case .map(let entries):
      for entry in entries {
        visit(entry.key)
        visit(entry.value)
      }
    case .message(_, let fields):
      for field in fields { visit(field.value) }
    case .comprehension(let fold): comprehension(id, fold)
    }
  }

  private static func reference(_ meaning: Scope.Meaning) -> Reference {
    switch meaning {
    case .local(let local): local.reference
    case .variable(let slot): .variable(slot: slot)
    case .type(let type): .type(type)
    }
  }

  private mutating func call(_ id: ID, _ name: String, _ target: ID?, _ arguments: [ID]) {
    var function: Int?
    var takesTarget = false
    if let target {
      function = scope.namespacedFunction(name, target: target, in: tree)
      if function == nil {
        takesTarget = true
        function = environment.functions.function(named: name)
        visit(target)
      }
    } else {
      function = scope.function(named: name)
    }
    if let function { setFunction(id, function, takesTarget: takesTarget, count: arguments.count) }
    if name == Operator.block, target == nil, arguments.count == 2, case .list(let elements, _) = tree[arguments[0]] {
      for (index, element) in elements.enumerated() {
        visit(element)
        scope.push("@index\(index)", .element(block: id, index: index), type: TypeStore.dyn)
      }
      visit(arguments[1])
      scope.pop(elements.count)
      return
    }
    for argument in arguments { visit(argument) }
  }

  private mutating func setFunction(_ id: ID, _ function: Int, takesTarget: Bool, count: Int) {
    let table = environment.functions
    let name = table.functions[function].name
    // These take any number of operands.
    let isLogic = name == Operator.and || name == Operator.or
    let overloads = table.functions[function].overloads.filter {
      let signature = table.signatures[$0]
      return signature.isMember == takesTarget
        && (isLogic || signature.parameters.count == count + (takesTarget ? 1 : 0))
    }
    references[Int(id)] = .function(
      FunctionReference(function: function, overloads: overloads, takesTarget: takesTarget))
  }

  private mutating func comprehension(_ id: ID, _ fold: SyntaxTree.Comprehension) {
    visit(fold.range)
    visit(fold.accumulatorInitial)
    scope.push(fold.accumulator, .local(comprehension: id, .accumulator), type: TypeStore.dyn)
    scope.push(fold.iterationVariable, .local(comprehension: id, .iteration), type: TypeStore.dyn)
    if let name = fold.secondVariable {
      scope.push(name, .local(comprehension: id, .second), type: TypeStore.dyn)
    }
    visit(fold.loopCondition)
    visit(fold.loopStep)
    scope.pop(fold.secondVariable == nil ? 1 : 2)
    visit(fold.result)
    scope.pop(1)
  }
}
