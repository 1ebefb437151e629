import SourceText

/// Finds the type and the meaning of every node of a tree.
///
/// Walks bottom-up; a call keeps every overload that its arguments may fill. A node whose type cannot be found gets
/// the type `error`, which fits everywhere, so that one fault gives one issue.
/// Source: CEL language definition, "Gradual type checking".
struct Checker {
  typealias ID = SyntaxTree.ID
  typealias TypeID = TypeStore.ID

  let tree: SyntaxTree
  let environment: Environment
  var scope: Scope
  var unifier: Unifier
  var references: [Reference?]
  var issues: [CompileIssue] = []
  private(set) var nodeTypes: [TypeID]
  /// Types of the arguments of the calls being checked, innermost last.
  var arguments: [TypeID] = []
  /// Type parameters of declared variables.
  private var declaredParameters: [String: TypeID] = [:]
  private var wasTooComplex = false

  /// - Throws: Every fault, in order of place.
  static func check(_ tree: SyntaxTree, in environment: Environment) throws(CompileFailure) -> CheckedExpression {
    guard tree.depth <= environment.options.maximumDepth, !tree.nodes.isEmpty else {
      let wording = SyntaxWording.tooDeep(limit: environment.options.maximumDepth)
      throw CompileFailure(issues: [CompileIssue(message: wording.message, range: ByteRange(0, 0))])
    }
    var checker = Checker(tree, environment)
    _ = checker.check(tree.root)
    guard checker.issues.isEmpty else { throw CompileFailure(issues: checker.sortedIssues()) }
    let expression = CheckedExpression(
      tree: tree, types: checker.types(), references: checker.references, environment: environment, isChecked: true)
    guard environment.options.warnsOfUnguardedFields else { return expression }
    return expression.with(warnings: UnguardedAccess.warnings(in: expression))
  }

  private init(_ tree: SyntaxTree, _ environment: Environment) {
    self.tree = tree
    self.environment = environment
    scope = Scope(environment)
    unifier = Unifier(store: TypeStore(on: environment.functions.types))
    references = Array(repeating: nil, count: tree.nodes.count)
    nodeTypes = Array(repeating: TypeStore.dyn, count: tree.nodes.count)
    arguments.reserveCapacity(16)
  }

  private func sortedIssues() -> [CompileIssue] {
    let sorted = issues.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    // A macro may use one part of its text twice.
    var seen: Set<CompileIssue> = []
    return Array(sorted.filter { seen.insert($0).inserted }.prefix(environment.options.maximumIssues))
  }

  /// The types as they are at the end, when all that can be learned has been.
  private mutating func types() -> [CELType] {
    var memory: [TypeID: CELType] = [:]
    return nodeTypes.map { type in
      if type <= TypeStore.simple(.bareType) { return unifier.store.celType(type) }
      if let known = memory[type] { return known }
      let final = celType(type)
      memory[type] = final
      return final
    }
  }

  // MARK: Nodes

  /// Checks a node and everything below it, and gives its type.
  mutating func check(_ id: ID) -> TypeID {
    let type: TypeID
    switch tree[id] {
    case .literal(let literal): type = Checker.type(of: literal)
    case .identifier(let name): type = identifier(id, name)
    case .select(let operand, let field, let testOnly):
      if !testOnly, let meaning = scope.meaning(of: id, in: tree) {
        type = take(meaning, id)
      } else {
        let found = selection(id, operand: operand, field: field, isOptional: false)
        type = testOnly ? TypeStore.bool : found
      }
    case .call(let function, let target, let operands):
      type = call(id, function, target: target, operands)
    case .list(let elements, let optional): type = list(elements, optional: optional)
    case .map(let entries): type = map(entries)
    case .message(let name, let fields): type = message(id, name, fields)
    case .comprehension(let fold): type = comprehension(id, fold)
    }
    nodeTypes[Int(id)] = type
    if unifier.isTooComplex, !wasTooComplex {
      wasTooComplex = true
      report(CheckWording.tooComplex, at: tree.ranges[Int(id)])
    }
    return type
  }

  mutating func report(_ wording: SyntaxWording.Text, at range: ByteRange) {
    issues.append(CompileIssue(message: wording.message, range: range, suggestion: wording.suggestion))
  }

  /// The type as a message shows it.
  mutating func shown(_ type: TypeID) -> String {
    celType(type).description
  }

  /// The type with what has been learned so far; what is not known is `dyn`.
  mutating func celType(_ type: TypeID) -> CELType {
    let known = unifier.substituted(type)
    return unifier.store.celType(known)
  }

  private static func type(of literal: SyntaxTree.Literal) -> TypeID {
    switch literal {
    case .null: TypeStore.simple(.null)
    case .bool: TypeStore.bool
    case .int: TypeStore.int
    case .uint: TypeStore.simple(.uint)
    case .double: TypeStore.simple(.double)
    case .string: TypeStore.string
    case .bytes: TypeStore.simple(.bytes)
    }
  }

  // MARK: Names

  private mutating func identifier(_ id: ID, _ name: String) -> TypeID {
    if let meaning = scope.meaning(ofIdentifier: name) { return take(meaning, id) }
    report(CheckWording.undeclared(name, suggestion: nearestVariable(to: name)), at: tree.ranges[Int(id)])
    return TypeStore.error
  }

  private mutating func take(_ meaning: Scope.Meaning, _ id: ID) -> TypeID {
    switch meaning {
    case .local(let local):
      references[Int(id)] = local.reference
      return local.type
    case .variable(let slot):
      references[Int(id)] = .variable(slot: slot)
      guard let declaration = environment.variableScope.declaration(at: slot) else { return TypeStore.error }
      return declared(declaration.type)
    case .type(let type):
      references[Int(id)] = .type(type)
      let inner = declared(type)
      return unifier.store.type(inner)
    }
  }

  /// A declared type; its type parameters are unknown types that all declarations share.
  mutating func declared(_ type: CELType) -> TypeID {
    var parameters = declaredParameters
    var missing: [String] = []
    let first = unifier.store.intern(type) { store, name in
      if parameters[name] == nil { missing.append(name) }
      return parameters[name] ?? TypeStore.dyn
    }
    guard !missing.isEmpty else { return first }
    for name in missing where parameters[name] == nil { parameters[name] = unifier.freshVariable() }
    declaredParameters = parameters
    return unifier.store.intern(type) { _, name in parameters[name] ?? TypeStore.dyn }
  }

  private func nearestVariable(to name: String) -> String? {
    var suggestion = Suggestion(for: name)
    for local in scope.locals where local.name.utf8.first != UInt8(ascii: "@") { suggestion.consider(local.name) }
    var variables: VariableScope? = environment.variableScope
    while let current = variables {
      for declaration in current.declarations { suggestion.consider(declaration.name) }
      variables = current.parent
    }
    return suggestion.nearest
  }

  // MARK: Fields

  /// The type of `operand.field`; of an optional operand, or with `.?`, an optional.
  mutating func selection(_ id: ID, operand: ID, field: String, isOptional: Bool) -> TypeID {
    let checked = check(operand)
    let operandType = unifier.resolved(checked)
    let (target, wasOptional) = unwrapped(operandType)
    let node = unifier.store[target]
    let result: TypeID
    switch node.kind {
    case .map: result = node.second
    case .structure:
      result = fieldType(field, of: unifier.store.name(of: node), at: tree.nameRanges[Int(id)])
    case .variable:
      // What it is selected from must not become something else later.
      _ = unifier.isAssignable(TypeStore.dyn, to: target)
      result = TypeStore.dyn
    case .dyn: result = TypeStore.dyn
    case .error: result = TypeStore.error
    default:
      report(CheckWording.noFields(shown(operandType), field: field), at: tree.nameRanges[Int(id)])
      return TypeStore.error
    }
    return wasOptional || isOptional ? unifier.store.optional(result) : result
  }

  /// What is inside an optional, or the type itself.
  mutating func unwrapped(_ type: TypeID) -> (type: TypeID, wasOptional: Bool) {
    let node = unifier.store[type]
    guard node.kind == .opaque, node.second == 1, unifier.store.name(of: node) == "optional_type" else {
      return (type, false)
    }
    return (unifier.resolved(unifier.store.operand(0, of: node)), true)
  }

  private mutating func fieldType(_ field: String, of name: String, at range: ByteRange) -> TypeID {
    guard let structure = environment.provider.structure(named: name) else {
      report(CheckWording.unknownStructure(name), at: range)
      return TypeStore.error
    }
    if let declaration = structure.field(named: field) { return declared(declaration.type) }
    let nearest = Suggestion.nearest(to: field, among: structure.fields.lazy.map(\.name))
    report(CheckWording.unknownField(field, of: structure, nearest: nearest), at: range)
    return TypeStore.error
  }

  // MARK: Literals with parts

  private mutating func list(_ elements: [ID], optional: [Int]) -> TypeID {
    var joined: TypeID?
    for (index, element) in elements.enumerated() {
      var type = check(element)
      if !optional.isEmpty, optional.contains(index) { type = optionalContent(type, at: element) }
      joined = join(joined, type, at: element)
    }
    let element = joined ?? unifier.freshVariable()
    return unifier.store.list(element)
  }

  private mutating func map(_ entries: [SyntaxTree.MapEntry]) -> TypeID {
    var keys: TypeID?
    var values: TypeID?
    for entry in entries {
      let key = check(entry.key)
      keys = join(keys, key, at: entry.key)
      var value = check(entry.value)
      if entry.optional { value = optionalContent(value, at: entry.value) }
      values = join(values, value, at: entry.value)
    }
    let key = keys ?? unifier.freshVariable()
    return unifier.store.map(key, values ?? unifier.freshVariable())
  }

  /// What an element marked `?` adds, which must be an optional.
  private mutating func optionalContent(_ type: TypeID, at id: ID) -> TypeID {
    let resolved = unifier.resolved(type)
    let (inner, isOptional) = unwrapped(resolved)
    if isOptional { return inner }
    switch unifier.store.kind(resolved) {
    case .dyn, .error: return resolved
    case .variable:
      let content = unifier.freshVariable()
      let wanted = unifier.store.optional(content)
      _ = unifier.isAssignable(resolved, to: wanted)
      return content
    default:
      report(CheckWording.notOptional(shown(resolved)), at: tree.ranges[Int(id)])
      return TypeStore.error
    }
  }

  private mutating func join(_ previous: TypeID?, _ current: TypeID, at id: ID) -> TypeID {
    guard let previous else { return current }
    if let joined = unifier.join(previous, current) { return joined }
    if environment.options.requiresHomogeneousLiterals {
      report(CheckWording.mixedElements(shown(previous), shown(current)), at: tree.ranges[Int(id)])
      return TypeStore.error
    }
    return TypeStore.dyn
  }

  private mutating func message(_ id: ID, _ name: String, _ fields: [SyntaxTree.MessageField]) -> TypeID {
    guard let structure = scope.structure(named: name) else {
      report(
        scope.meaning(ofIdentifier: name) == nil ? CheckWording.undeclaredStructure(name) : CheckWording.notAStructure(name),
        at: tree.nameRanges[Int(id)])
      for field in fields { _ = check(field.value) }
      return TypeStore.error
    }
    for field in fields {
      var value = check(field.value)
      if field.optional { value = optionalContent(value, at: field.value) }
      let wanted = fieldType(field.name, of: structure.name, at: field.range)
      if !unifier.isAssignable(value, to: wanted) {
        report(
          CheckWording.wrongFieldValue(field.name, wants: shown(wanted), found: shown(value)),
          at: tree.ranges[Int(field.value)])
      }
    }
    return unifier.store.structure(structure.name)
  }
}
