/// The names in scope at one place of a tree: the variables of comprehensions, then what the environment
/// declares.
///
/// One implementation for checking and for resolving without types, so that both find the same.
/// Source: CEL language definition, "Name resolution".
struct Scope {
  /// A variable that a comprehension or block has brought in.
  struct Local {
    var name: String
    var reference: Reference
    var type: TypeStore.ID
  }

  enum Meaning {
    case local(Local)
    case variable(slot: Int)
    case type(CELType)
  }

  let environment: Environment
  /// Innermost last.
  private(set) var locals: [Local] = []
  private let candidatePrefixes: [String]

  init(_ environment: Environment) {
    self.environment = environment
    candidatePrefixes = Scope.prefixes(of: environment.container)
  }

  /// For `a.b`: `a.b.`, `a.`.
  private static func prefixes(of container: String) -> [String] {
    var prefixes: [String] = []
    var rest = Substring(container)
    while !rest.isEmpty {
      prefixes.append(rest + ".")
      guard let dot = rest.utf8.lastIndex(of: UInt8(ascii: ".")) else { break }
      rest = rest[..<dot]
    }
    return prefixes
  }

  // MARK: Locals

  mutating func push(_ name: String, _ reference: Reference, type: TypeStore.ID) {
    locals.append(Local(name: name, reference: reference, type: type))
  }

  mutating func pop(_ count: Int) { locals.removeLast(min(count, locals.count)) }

  func local(named name: String) -> Local? { locals.last { $0.name == name } }

  // MARK: Variables and types

  /// What a simple name stands for; a leading dot passes over locals and the container.
  func meaning(ofIdentifier name: String) -> Meaning? {
    if !locals.isEmpty, let local = local(named: name) { return .local(local) }
    return global(name)
  }

  /// What a dotted name stands for as a whole, if it does; asked for the longest chain first.
  func meaning(of id: SyntaxTree.ID, in tree: SyntaxTree) -> Meaning? {
    guard let root = Scope.root(of: id, in: tree) else { return nil }
    let isAbsolute = root.utf8.first == UInt8(ascii: ".")
    let plain = isAbsolute ? String(root.dropFirst()) : root
    if candidatePrefixes.isEmpty || isAbsolute {
      guard
        environment.variableScope.dottedRoots.contains(plain) || environment.namedTypes.dottedRoots.contains(plain)
      else { return nil }
    }
    if !isAbsolute, local(named: root) != nil { return nil }
    guard let name = Scope.qualifiedName(of: id, in: tree) else { return nil }
    return global(name)
  }

  private func global(_ name: String) -> Meaning? {
    if name.utf8.first == UInt8(ascii: ".") { return declared(String(name.dropFirst())) }
    for prefix in candidatePrefixes {
      if let meaning = declared(prefix + name) { return meaning }
    }
    return declared(name)
  }

  private func declared(_ name: String) -> Meaning? {
    if let slot = environment.variableScope.slot(named: name) { return .variable(slot: slot) }
    if let type = environment.namedTypes.byName[name] { return .type(type) }
    return nil
  }

  // MARK: Functions

  /// The function that a name stands for.
  func function(named name: String) -> Int? {
    if name.utf8.first == UInt8(ascii: ".") { return environment.functions.function(named: String(name.dropFirst())) }
    for prefix in candidatePrefixes {
      if let function = environment.functions.function(named: prefix + name) { return function }
    }
    return environment.functions.function(named: name)
  }

  /// The function `a.b.f` of the call `a.b.f(x)`, if there is one.
  func namespacedFunction(_ name: String, target: SyntaxTree.ID, in tree: SyntaxTree) -> Int? {
    guard let root = Scope.root(of: target, in: tree) else { return nil }
    let isPlain = candidatePrefixes.isEmpty && root.utf8.first != UInt8(ascii: ".")
    if isPlain, !environment.functions.dottedRoots.contains(root) { return nil }
    guard let prefix = Scope.qualifiedName(of: target, in: tree) else { return nil }
    return function(named: prefix + "." + name)
  }

  /// The record that a name stands for.
  func structure(named name: String) -> StructureDeclaration? {
    if name.utf8.first == UInt8(ascii: ".") {
      return environment.provider.structure(named: String(name.dropFirst()))
    }
    for prefix in candidatePrefixes {
      if let structure = environment.provider.structure(named: prefix + name) { return structure }
    }
    return environment.provider.structure(named: name)
  }

  // MARK: Dotted names

  /// The first part of a dotted name.
  private static func root(of id: SyntaxTree.ID, in tree: SyntaxTree) -> String? {
    var id = id
    while true {
      switch tree[id] {
      case .identifier(let name): return name
      case .select(let operand, _, false): id = operand
      default: return nil
      }
    }
  }

  /// A chain of fields after a name, as one name.
  static func qualifiedName(of id: SyntaxTree.ID, in tree: SyntaxTree) -> String? {
    var fields: [String] = []
    var id = id
    while true {
      switch tree[id] {
      case .identifier(let name):
        return fields.isEmpty ? name : name + "." + fields.reversed().joined(separator: ".")
      case .select(let operand, let field, false):
        fields.append(field)
        id = operand
      default: return nil
      }
    }
  }
}
