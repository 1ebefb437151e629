/// Types by number, so that the checker compares and copies integers.
///
/// The parameter types of all overloads are made once, in a frozen store of the ``FunctionTable``. A
/// check adds its own types behind them; types never change or go away during it.
struct TypeStore {
  typealias ID = Int32

  enum Kind: UInt8 {
    case dyn, error, null, bool, int, uint, double, string, bytes, timestamp, duration
    /// `type` without saying of what.
    case bareType
    case list, map, type, wrapper, structure, opaque
    /// A type parameter of an overload, before it is instantiated.
    case parameter
    /// A type not yet known; see ``Unifier``.
    case variable
  }

  struct Node {
    var kind: Kind
    /// Whether no parameter or variable lies inside.
    var isGround = true
    /// Levels of nesting, and nodes when written out: both bounded, see ``maximumDepth``.
    var depth: UInt16 = 1
    var size: UInt16 = 1
    /// The element, the key, the first of the parameters (opaque), or the number of a parameter or variable.
    var first: ID = 0
    /// The value of a map, or the number of parameters of an opaque type.
    var second: ID = 0
    /// The name of an opaque type or a structure.
    var name: Int32 = 0
  }

  /// A type that is deeper or larger is not worth checking; it is replaced by `dyn` and ``isTooComplex`` is set.
  /// Bindings nested in bindings can double a type with each level, so there must be an end.
  static let maximumDepth: UInt16 = 256
  static let maximumSize: UInt16 = 10_000

  private let base: Frozen?
  private let baseCount: ID
  private var nodes: [Node] = []
  private var operands: [ID] = []
  private var names: [String] = []
  private var nameIndex: [String: Int32] = [:]
  private(set) var isTooComplex = false

  /// What cannot grow any more.
  final class Frozen: Sendable {
    let nodes: [Node]
    let operands: [ID]
    let names: [String]
    let nameIndex: [String: Int32]

    init(_ store: TypeStore) {
      nodes = store.nodes
      operands = store.operands
      names = store.names
      nameIndex = store.nameIndex
    }
  }

  /// An empty store, which holds only the types without parts.
  init() {
    base = nil
    baseCount = 0
    nodes = (Kind.dyn.rawValue...Kind.bareType.rawValue).compactMap { Kind(rawValue: $0).map { Node(kind: $0) } }
  }

  init(on base: Frozen) {
    self.base = base
    baseCount = ID(clamping: base.nodes.count)
  }

  static func simple(_ kind: Kind) -> ID { ID(kind.rawValue) }
  static let dyn = simple(.dyn)
  static let error = simple(.error)
  static let bool = simple(.bool)
  static let int = simple(.int)
  static let string = simple(.string)

  subscript(_ id: ID) -> Node {
    if let base, id < baseCount { return base.nodes[Int(id)] }
    return nodes[Int(id - baseCount)]
  }

  func kind(_ id: ID) -> Kind { self[id].kind }

  private func name(_ number: Int32) -> String {
    let baseNames = base?.names.count ?? 0
    return Int(number) < baseNames ? base?.names[Int(number)] ?? "" : names[Int(number) - baseNames]
  }

  func name(of node: Node) -> String { name(node.name) }

  /// The parameters of an opaque type.
  func operand(_ index: Int, of node: Node) -> ID {
    let baseOperands = base?.operands.count ?? 0
    let place = Int(node.first) + index
    return place < baseOperands ? base?.operands[place] ?? TypeStore.error : operands[place - baseOperands]
  }

  // MARK: Making types

  private mutating func add(_ node: Node) -> ID {
    if node.depth > TypeStore.maximumDepth || node.size > TypeStore.maximumSize {
      isTooComplex = true
      return TypeStore.dyn
    }
    let id = baseCount + ID(clamping: nodes.count)
    nodes.append(node)
    return id
  }

  private func sized(_ kind: Kind, _ parts: ID...) -> Node {
    sized(kind, parts: parts)
  }

  private func sized(_ kind: Kind, parts: [ID]) -> Node {
    var node = Node(kind: kind)
    var size = 1
    for part in parts {
      let inner = self[part]
      node.isGround = node.isGround && inner.isGround
      node.depth = max(node.depth, inner.depth + 1)
      size += Int(inner.size)
    }
    node.size = UInt16(clamping: size)
    return node
  }

  private mutating func unary(_ kind: Kind, _ part: ID) -> ID {
    let inner = self[part]
    return add(
      Node(kind: kind, isGround: inner.isGround, depth: inner.depth + 1, size: inner.size + 1, first: part))
  }

  mutating func list(_ element: ID) -> ID { unary(.list, element) }
  mutating func type(_ of: ID) -> ID { unary(.type, of) }
  mutating func wrapper(_ of: ID) -> ID { unary(.wrapper, of) }

  mutating func map(_ key: ID, _ value: ID) -> ID {
    var node = sized(.map, key, value)
    (node.first, node.second) = (key, value)
    return add(node)
  }

  mutating func opaque(_ name: Int32, _ parts: [ID]) -> ID {
    var node = sized(.opaque, parts: parts)
    node.first = ID(clamping: operands.count + (base?.operands.count ?? 0))
    node.second = ID(clamping: parts.count)
    node.name = name
    operands += parts
    return add(node)
  }

  mutating func optional(_ wrapped: ID) -> ID { opaque(number(ofName: "optional_type"), [wrapped]) }

  mutating func structure(_ name: String) -> ID {
    var node = Node(kind: .structure)
    node.name = number(ofName: name)
    return add(node)
  }

  mutating func parameter(_ number: Int) -> ID {
    add(Node(kind: .parameter, isGround: false, first: ID(clamping: number)))
  }

  mutating func variable(_ number: Int) -> ID {
    add(Node(kind: .variable, isGround: false, first: ID(clamping: number)))
  }

  private mutating func number(ofName name: String) -> Int32 {
    if let known = base?.nameIndex[name] ?? nameIndex[name] { return known }
    let number = Int32(clamping: (base?.names.count ?? 0) + names.count)
    names.append(name)
    nameIndex[name] = number
    return number
  }

  // MARK: Conversion

  /// The number of a type; its type parameters become what `parameter` makes of them.
  mutating func intern(_ type: CELType, parameter: (inout TypeStore, String) -> ID) -> ID {
    switch type {
    case .dyn: return TypeStore.dyn
    case .error: return TypeStore.error
    case .null: return TypeStore.simple(.null)
    case .bool: return TypeStore.bool
    case .int: return TypeStore.int
    case .uint: return TypeStore.simple(.uint)
    case .double: return TypeStore.simple(.double)
    case .string: return TypeStore.string
    case .bytes: return TypeStore.simple(.bytes)
    case .timestamp: return TypeStore.simple(.timestamp)
    case .duration: return TypeStore.simple(.duration)
    case .type(nil): return TypeStore.simple(.bareType)
    case .list(let element): return list(intern(element, parameter: parameter))
    case .map(let key, let value):
      let key = intern(key, parameter: parameter)
      return map(key, intern(value, parameter: parameter))
    case .type(let inner?): return self.type(intern(inner, parameter: parameter))
    case .wrapper(let inner): return wrapper(intern(inner, parameter: parameter))
    case .structure(let name): return structure(name)
    case .opaque(let name, let parts):
      let parts = parts.map { intern($0, parameter: parameter) }
      return opaque(number(ofName: name), parts)
    case .parameter(let name): return parameter(&self, name)
    }
  }

  /// The type with a number; variables have become `dyn`.
  func celType(_ id: ID) -> CELType {
    let node = self[id]
    switch node.kind {
    case .dyn, .variable, .parameter: return .dyn
    case .error: return .error
    case .null: return .null
    case .bool: return .bool
    case .int: return .int
    case .uint: return .uint
    case .double: return .double
    case .string: return .string
    case .bytes: return .bytes
    case .timestamp: return .timestamp
    case .duration: return .duration
    case .bareType: return .type(nil)
    case .list: return .list(celType(node.first))
    case .map: return .map(celType(node.first), celType(node.second))
    case .type: return .type(celType(node.first))
    case .wrapper: return .wrapper(celType(node.first))
    case .structure: return .structure(name(node.name))
    case .opaque: return .opaque(name(node.name), (0..<Int(node.second)).map { celType(operand($0, of: node)) })
    }
  }
}
