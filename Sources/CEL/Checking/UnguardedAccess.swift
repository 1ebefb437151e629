/// Finds fields that a record may lack and that are read without a guard.
///
/// A guard is `has(a.b)` where it decides: as another operand of the same `&&` (in any order, since `false` absorbs an
/// error), negated in the same `||`, as the condition of `?:`, as the predicate of the `filter` that the elements
/// come from. Reading with `.?` needs none.
struct UnguardedAccess {
  typealias ID = SyntaxTree.ID

  /// A place in the host's data, as an expression names it.
  private struct Path: Hashable {
    enum Root: Hashable {
      case reference(Reference)
      /// The value of anything else, known again by how it is written.
      case text(String)
    }
    var root: Root
    var parts: [String] = []
  }

  private let expression: CheckedExpression
  private var warnings: [CompileIssue] = []
  /// Paths already reported; the second reading is the same mistake.
  private var reported: Set<Path> = []

  private var tree: SyntaxTree { expression.tree }

  /// - Parameter conditions: Other expressions of the same environment that are known to be true whenever this one is
  ///   evaluated.
  static func warnings(in expression: CheckedExpression, assuming conditions: [CheckedExpression] = []) -> [CompileIssue] {
    guard expression.isChecked, mayWarn(expression) else { return [] }
    var known: Set<Path> = []
    for condition in conditions where !condition.tree.nodes.isEmpty {
      known.formUnion(UnguardedAccess(expression: condition).facts(condition.tree.root, when: true))
    }
    var search = UnguardedAccess(expression: expression)
    search.visit(expression.tree.root, known)
    return search.warnings.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(expression: CheckedExpression) { self.expression = expression }

  /// Whether any field that may be lacking is read at all, which is cheap to find out.
  private static func mayWarn(_ expression: CheckedExpression) -> Bool {
    expression.tree.nodes.contains {
      guard case .select(let operand, let field, false) = $0 else { return false }
      return optionalField(field, of: operand, in: expression) != nil
    }
  }

  private static func optionalField(_ field: String, of operand: ID, in expression: CheckedExpression)
    -> StructureDeclaration?
  {
    guard case .structure(let name) = expression.type(of: operand),
      let structure = expression.environment.provider.structure(named: name),
      structure.field(named: field)?.isOptional == true
    else { return nil }
    return structure
  }

  // MARK: Walking

  private mutating func visit(_ id: ID, _ known: Set<Path>) {
    switch tree[id] {
    case .literal, .identifier: break
    case .select(let operand, let field, let testOnly):
      // A dotted variable has nothing below it.
      if expression.reference(of: id) != nil { return }
      if !testOnly, let structure = UnguardedAccess.optionalField(field, of: operand, in: expression) {
        warn(id, field, structure, known)
      }
      visit(operand, known)
    case .call(let function, let target, let arguments):
      call(function, target, arguments, known)
    case .list(let elements, _):
      for element in elements { visit(element, known) }
    case .map(let entries):
      for entry in entries {
        visit(entry.key, known)
        visit(entry.value, known)
      }
    case .message(_, let fields):
      for field in fields { visit(field.value, known) }
    case .comprehension(let fold):
      visit(fold.range, known)
      visit(fold.accumulatorInitial, known)
      let inside = known.union(elementFacts(id, fold))
      visit(fold.loopCondition, inside)
      visit(fold.loopStep, inside)
      visit(fold.result, known)
    }
  }

  private mutating func call(_ function: String, _ target: ID?, _ arguments: [ID], _ known: Set<Path>) {
    switch function {
    case Operator.and, Operator.or:
      var inside = known
      for argument in arguments { inside.formUnion(facts(argument, when: function == Operator.and)) }
      for argument in arguments { visit(argument, inside) }
    case Operator.conditional where arguments.count == 3:
      visit(arguments[0], known)
      visit(arguments[1], known.union(facts(arguments[0], when: true)))
      visit(arguments[2], known.union(facts(arguments[0], when: false)))
    default:
      if let target { visit(target, known) }
      for argument in arguments { visit(argument, known) }
    }
  }

  private mutating func warn(_ id: ID, _ field: String, _ structure: StructureDeclaration, _ known: Set<Path>) {
    let path = path(id)
    guard !known.contains(path), reported.insert(path).inserted else { return }
    let wording = CheckWording.unguarded(
      field, of: structure.name, chain: SyntaxWording.visible(tree.text(at: tree.ranges[Int(id)])))
    warnings.append(
      CompileIssue(
        severity: .warning, message: wording.message, range: tree.nameRanges[Int(id)], suggestion: wording.suggestion))
  }

  // MARK: Guards

  /// What is there if a condition has come out `true`, or `false`.
  private func facts(_ id: ID, when outcome: Bool) -> Set<Path> {
    switch tree[id] {
    case .select(let operand, let field, true) where outcome:
      // To ask for a field, what it belongs to must be there too.
      var path = path(operand)
      path.parts.append(field)
      var facts: Set<Path> = []
      while !path.parts.isEmpty {
        facts.insert(path)
        path.parts.removeLast()
      }
      return facts
    case .call(Operator.not, nil, let operands) where operands.count == 1:
      return facts(operands[0], when: !outcome)
    case .call(outcome ? Operator.and : Operator.or, nil, let operands):
      return operands.reduce(into: []) { $0.formUnion(facts($1, when: outcome)) }
    default: return []
    }
  }

  /// What is known of each element of a range that has been filtered.
  private func elementFacts(_ id: ID, _ fold: SyntaxTree.Comprehension) -> Set<Path> {
    guard fold.secondVariable == nil, case .comprehension(let filter) = tree[fold.range], filter.shape == .filter,
      let predicate = filter.predicate
    else { return [] }
    let inner = Path.Root.reference(.local(comprehension: fold.range, .iteration))
    let outer = Path.Root.reference(.local(comprehension: id, .iteration))
    // A filter of a filter knows what both ask for.
    let facts = facts(predicate, when: true).union(elementFacts(fold.range, filter))
    return Set(facts.filter { $0.root == inner }.map { Path(root: outer, parts: $0.parts) })
  }

  private func path(_ id: ID) -> Path {
    if let reference = expression.reference(of: id) {
      switch reference {
      case .variable, .local, .element: return Path(root: .reference(reference))
      case .type, .function: break
      }
    }
    switch tree[id] {
    case .select(let operand, let field, _):
      var path = path(operand)
      path.parts.append(field)
      return path
    case .call(Operator.index, nil, let operands) where operands.count == 2:
      guard case .literal = tree[operands[1]] else { break }
      var path = path(operands[0])
      path.parts.append("[" + tree.text(at: tree.ranges[Int(operands[1])]) + "]")
      return path
    default: break
    }
    return Path(root: .text(tree.text(at: tree.ranges[Int(id)])))
  }
}

extension CheckedExpression {
  /// Fields that a record may lack and that are read without a guard, when other conditions are known to be true.
  ///
  /// ``warnings`` says the same without knowing of other conditions.
  ///
  /// - Parameter conditions: Expressions over the same variables, checked in this environment or one it was derived
  ///   from.
  public func unguardedFields(assuming conditions: [CheckedExpression]) -> [CompileIssue] {
    UnguardedAccess.warnings(in: self, assuming: conditions)
  }
}
