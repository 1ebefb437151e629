/// What expressions may name: variables, functions, types, and how strictly they are read.
///
/// A value, and cheap to derive from: a child with more variables shares the functions and the
/// parent's variables. Making the first one takes about 0.6 ms, a child 0.3 µs.
public struct Environment: Sendable {
  public let functions: FunctionTable
  /// Prefix under which names are tried first: in container `a.b`, `x` means `a.b.x`, then `a.x`, then `x`.
  public let container: String
  public let options: CompileOptions
  public let macros: MacroSet
  public let provider: any TypeProvider

  let variableScope: VariableScope
  let namedTypes: NamedTypes

  /// - Parameters:
  ///   - libraries: What may be called; a later overload replaces an earlier one with the same identifier.
  ///   - provider: What describes the records that variables and functions speak of.
  public init(
    libraries: [Library] = Library.all,
    functions: [FunctionDeclaration] = [],
    variables: [VariableDeclaration] = [],
    provider: any TypeProvider = NoStructures(),
    container: String = "",
    options: CompileOptions = CompileOptions()
  ) {
    self.functions = FunctionTable(libraries.flatMap(\.functions) + functions)
    self.container = container
    self.options = options
    self.provider = provider
    macros = libraries.reduce(into: []) { $0.formUnion($1.macros) }
    variableScope = VariableScope(parent: nil, declarations: variables)
    namedTypes = NamedTypes(libraries.flatMap(\.types))
  }

  private init(copying other: Environment, variableScope: VariableScope, container: String, options: CompileOptions) {
    functions = other.functions
    self.container = container
    self.options = options
    macros = other.macros
    provider = other.provider
    self.variableScope = variableScope
    namedTypes = other.namedTypes
  }

  /// Every variable; a variable's slot is its place here.
  ///
  /// A declaration hides an earlier one of the same name, which keeps its slot. O(n).
  public var variables: [VariableDeclaration] { variableScope.all }

  /// The number of slots.
  public var variableCount: Int { variableScope.end }

  /// A child with more variables, whose slots follow those of the parent.
  public func adding(_ variables: [VariableDeclaration]) -> Environment {
    variables.isEmpty
      ? self
      : Environment(
        copying: self, variableScope: VariableScope(parent: variableScope, declarations: variables),
        container: container, options: options)
  }

  /// The same names under other choices.
  public func with(options: CompileOptions) -> Environment {
    Environment(copying: self, variableScope: variableScope, container: container, options: options)
  }

  /// The same names tried under another prefix.
  public func with(container: String) -> Environment {
    Environment(copying: self, variableScope: variableScope, container: container, options: options)
  }

  /// The slot of the variable with this full name.
  public func slot(named name: String) -> Int? { variableScope.slot(named: name) }
}

/// The variables of one environment, linked to those of its parent.
final class VariableScope: Sendable {
  let parent: VariableScope?
  let firstSlot: Int
  let declarations: [VariableDeclaration]
  /// First parts of the names with dots in this scope and its parents: most names need no search for them.
  let dottedRoots: Set<String>
  private let index: [String: Int]

  init(parent: VariableScope?, declarations: [VariableDeclaration]) {
    self.parent = parent
    firstSlot = parent?.end ?? 0
    self.declarations = declarations
    var index: [String: Int] = [:]
    var roots = parent?.dottedRoots ?? []
    for (offset, declaration) in declarations.enumerated() {
      index[declaration.name] = offset
      if let root = dottedRoot(of: declaration.name) { roots.insert(root) }
    }
    self.index = index
    dottedRoots = roots
  }

  var end: Int { firstSlot + declarations.count }

  var all: [VariableDeclaration] { (parent?.all ?? []) + declarations }

  func slot(named name: String) -> Int? {
    var scope: VariableScope? = self
    while let current = scope {
      if let offset = current.index[name] { return current.firstSlot + offset }
      scope = current.parent
    }
    return nil
  }

  func declaration(at slot: Int) -> VariableDeclaration? {
    var scope: VariableScope? = self
    while let current = scope {
      if slot >= current.firstSlot {
        let offset = slot - current.firstSlot
        return current.declarations.indices.contains(offset) ? current.declarations[offset] : nil
      }
      scope = current.parent
    }
    return nil
  }
}

/// The type names that may be used as values.
final class NamedTypes: Sendable {
  let byName: [String: CELType]
  let dottedRoots: Set<String>

  init(_ types: [Library.NamedType]) {
    byName = Dictionary(types.map { ($0.name, $0.type) }, uniquingKeysWith: { $1 })
    dottedRoots = Set(types.compactMap { dottedRoot(of: $0.name) })
  }
}

/// What stands before the first dot of a name with dots.
func dottedRoot(of name: String) -> String? {
  guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
  return String(name[..<dot])
}
