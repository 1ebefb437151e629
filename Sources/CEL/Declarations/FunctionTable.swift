/// The functions of an ``Environment`` in the form that resolving calls needs.
///
/// Built once and shared by every environment derived from it: adding variables copies nothing.
/// Places in ``overloads`` are stable for the life of the table, so that an evaluator can keep an array of
/// implementations beside it.
public final class FunctionTable: Sendable {
  /// One name, with the overloads that share it.
  public struct Function: Sendable {
    public let name: String
    /// Places in ``FunctionTable/overloads``, in order of declaration.
    public let overloads: [Int]
  }

  public let functions: [Function]
  /// Every overload of every function.
  public let overloads: [FunctionDeclaration.Overload]
  /// The function that each overload belongs to, beside ``overloads``.
  public let owners: [Int]

  private let index: [String: Int]
  private let overloadIndex: [String: Int]

  /// An overload as the checker compares it with a call.
  struct Signature: Sendable {
    let isMember: Bool
    /// Whether it compares two kinds of numbers, which ``CompileOptions/comparesAcrossNumericTypes`` allows.
    let comparesAcrossTypes: Bool
    let parameters: [TypeStore.ID]
    let result: TypeStore.ID
    let typeParameterCount: Int
    /// The overload's own place, alone in an array: most calls have one overload, and need no array of their own.
    let alone: [Int]
  }

  /// Beside ``overloads``; the numbers are of ``types``.
  let signatures: [Signature]
  let types: TypeStore.Frozen
  /// First parts of the names with dots, such as `math`.
  let dottedRoots: Set<String>

  /// An overload with the identifier of an earlier one replaces it, so that a host may
  /// supply the body of a standard function.
  init(_ declarations: [FunctionDeclaration]) {
    var names: [String] = []
    var index: [String: Int] = [:]
    var members: [[Int]] = []
    var overloads: [FunctionDeclaration.Overload] = []
    var owners: [Int] = []
    var overloadIndex: [String: Int] = [:]
    for declaration in declarations {
      let function: Int
      if let known = index[declaration.name] {
        function = known
      } else {
        function = names.count
        index[declaration.name] = function
        names.append(declaration.name)
        members.append([])
      }
      for overload in declaration.overloads {
        if let earlier = overloadIndex[overload.id], owners[earlier] == function {
          overloads[earlier] = overload
        } else {
          overloadIndex[overload.id] = overloads.count
          members[function].append(overloads.count)
          overloads.append(overload)
          owners.append(function)
        }
      }
    }
    var store = TypeStore()
    var signatures: [Signature] = []
    for (place, overload) in overloads.enumerated() {
      var known: [String: Int] = [:]
      func number(_ store: inout TypeStore, _ name: String) -> TypeStore.ID {
        let number = known[name] ?? known.count
        known[name] = number
        return store.parameter(number)
      }
      let parameters = overload.parameters.map { store.intern($0, parameter: number) }
      let result = store.intern(overload.result, parameter: number)
      signatures.append(
        Signature(
          isMember: overload.isMember, comparesAcrossTypes: comparesAcrossTypes(names[owners[place]], overload),
          parameters: parameters, result: result, typeParameterCount: known.count, alone: [place]))
    }
    self.signatures = signatures
    dottedRoots = Set(names.compactMap(dottedRoot(of:)))
    types = TypeStore.Frozen(store)
    self.functions = zip(names, members).map { Function(name: $0, overloads: $1) }
    self.overloads = overloads
    self.owners = owners
    self.index = index
    self.overloadIndex = overloadIndex
  }

  /// The place of the function with this full name.
  public func function(named name: String) -> Int? { index[name] }

  /// Every function's full name, for suggestions.
  public var names: some Sequence<String> { functions.lazy.map(\.name) }

  /// The place of the overload with this identifier.
  public func overload(withID id: String) -> Int? { overloadIndex[id] }
}

private func comparesAcrossTypes(_ name: String, _ overload: FunctionDeclaration.Overload) -> Bool {
  switch name {
  case Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual:
    overload.parameters.count == 2 && overload.parameters[0] != overload.parameters[1]
  default: false
  }
}
