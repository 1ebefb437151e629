/// Decides whether a type may stand where another is wanted, and learns what unknown types must be.
///
/// `dyn` fits everywhere; an unknown type takes on what it is compared with, and when it is compared
/// again, the more general of the two. What was learned in an attempt that failed is forgotten.
/// Source: CEL language definition, "Gradual type checking"; the order of the rules is that of cel-go, which the
/// conformance tables were made with.
struct Unifier {
  typealias ID = TypeStore.ID

  var store: TypeStore
  /// What each variable stands for, or ``unbound``.
  private var bindings: [ID] = []
  private var trail: [(variable: Int, previous: ID)] = []
  private var steps = 0
  private var depth = 0
  /// Set when an answer would have taken too long; it was then no.
  private(set) var isExhausted = false

  private static let unbound: ID = -1
  /// Far more than any expression that people write needs, and about ten milliseconds.
  static let maximumSteps = 2_000_000
  /// Nesting of types, twice over for chains of variables.
  static let maximumDepth = 512

  init(store: TypeStore) { self.store = store }

  var isTooComplex: Bool { isExhausted || store.isTooComplex }

  mutating func freshVariable() -> ID {
    bindings.append(Unifier.unbound)
    return store.variable(bindings.count - 1)
  }

  // MARK: Assignment

  /// Whether a value of type `actual` may stand where `wanted` is wanted.
  mutating func isAssignable(_ actual: ID, to wanted: ID) -> Bool {
    if actual == wanted { return true }
    let mark = trail.count
    if fits(actual, wanted) { return true }
    undo(to: mark)
    return false
  }

  /// A place to which ``undo(to:)`` returns.
  var mark: Int { trail.count }

  mutating func undo(to mark: Int) {
    while trail.count > mark, let (variable, previous) = trail.popLast() { bindings[variable] = previous }
  }

  private mutating func fits(_ left: ID, _ right: ID) -> Bool {
    if left == right { return true }
    steps += 1
    guard steps < Unifier.maximumSteps, depth < Unifier.maximumDepth else {
      isExhausted = true
      return false
    }
    depth += 1
    defer { depth -= 1 }
    let a = store[left]
    let b = store[right]
    if b.kind == .variable {
      switch substitutes(left, for: right) {
      case .yes: return true
      case .no: return false
      case .cannotBind: break
      }
    }
    if a.kind == .variable { return substitutes(right, for: left) == .yes }
    if a.kind == .dyn || b.kind == .dyn || a.kind == .error || b.kind == .error { return true }
    if a.kind == .null { return Unifier.acceptsNull(b.kind) }
    if b.kind == .null { return Unifier.acceptsNull(a.kind) }
    if a.kind == .wrapper || b.kind == .wrapper {
      return fits(a.kind == .wrapper ? a.first : left, b.kind == .wrapper ? b.first : right)
    }
    switch a.kind {
    case .type, .bareType: return b.kind == .type || b.kind == .bareType
    case .list: return b.kind == .list && fits(a.first, b.first)
    case .map: return b.kind == .map && fits(a.first, b.first) && fits(a.second, b.second)
    case .structure: return b.kind == .structure && store.name(of: a) == store.name(of: b)
    case .opaque:
      guard b.kind == .opaque, a.name == b.name, a.second == b.second else { return false }
      for index in 0..<Int(a.second) {
        guard fits(store.operand(index, of: a), store.operand(index, of: b)) else { return false }
      }
      return true
    default: return a.kind == b.kind
    }
  }

  /// Null may stand for whatever messages could be absent in; that is old, and relied on.
  private static func acceptsNull(_ kind: TypeStore.Kind) -> Bool {
    switch kind {
    case .null, .wrapper, .structure, .timestamp, .duration, .opaque: true
    default: false
    }
  }

  private enum Substitution { case yes, no, cannotBind }

  /// Whether a variable may stand for a type, beside what it already stands for.
  private mutating func substitutes(_ type: ID, for variable: ID) -> Substitution {
    if type == variable { return .yes }
    let number = Int(store[variable].first)
    let known = bindings[number]
    if known != Unifier.unbound {
      if type == known { return .yes }
      guard fits(type, known) else { return .no }
      let general = isAsGeneral(type, known) ? type : known
      if general != known, !occurs(variable, in: general) { bind(number, general) }
      return .yes
    }
    guard !occurs(variable, in: type) else { return .cannotBind }
    bind(number, type)
    return .yes
  }

  private mutating func bind(_ variable: Int, _ type: ID) {
    trail.append((variable, bindings[variable]))
    bindings[variable] = resolved(type)
  }

  /// Follows variables to what they stand for.
  func resolved(_ type: ID) -> ID {
    var type = type
    while true {
      let node = store[type]
      guard node.kind == .variable, bindings[Int(node.first)] != Unifier.unbound else { return type }
      type = bindings[Int(node.first)]
    }
  }

  private mutating func occurs(_ variable: ID, in type: ID) -> Bool {
    if type == variable { return true }
    let node = store[type]
    if node.isGround { return false }
    steps += 1
    guard steps < Unifier.maximumSteps, depth < Unifier.maximumDepth else {
      isExhausted = true
      return true
    }
    depth += 1
    defer { depth -= 1 }
    switch node.kind {
    case .variable:
      let known = bindings[Int(node.first)]
      return known != Unifier.unbound && occurs(variable, in: known)
    case .list, .type, .wrapper: return occurs(variable, in: node.first)
    case .map: return occurs(variable, in: node.first) || occurs(variable, in: node.second)
    case .opaque:
      for index in 0..<Int(node.second) where occurs(variable, in: store.operand(index, of: node)) { return true }
      return false
    default: return false
    }
  }

  /// Whether a type is another, or the same with `dyn` or something unknown in places.
  private mutating func isAsGeneral(_ left: ID, _ right: ID) -> Bool {
    if left == right { return true }
    let a = store[left]
    let b = store[right]
    if a.kind == .dyn || a.kind == .variable { return true }
    if b.kind == .dyn || b.kind == .variable { return false }
    if b.kind == .null, Unifier.acceptsNull(a.kind) { return true }
    if a.kind == .wrapper, b.kind != .wrapper { return isAsGeneral(a.first, right) }
    if a.kind != b.kind { return false }
    steps += 1
    guard steps < Unifier.maximumSteps, depth < Unifier.maximumDepth else {
      isExhausted = true
      return false
    }
    depth += 1
    defer { depth -= 1 }
    switch a.kind {
    case .list, .wrapper: return isAsGeneral(a.first, b.first)
    case .map: return isAsGeneral(a.first, b.first) && isAsGeneral(a.second, b.second)
    case .opaque:
      guard a.name == b.name, a.second == b.second else { return false }
      for index in 0..<Int(a.second) {
        guard isAsGeneral(store.operand(index, of: a), store.operand(index, of: b)) else { return false }
      }
      return true
    case .structure: return store.name(of: a) == store.name(of: b)
    default: return true
    }
  }

  /// Whether two types without anything unknown in them are one.
  func isSame(_ left: ID, _ right: ID) -> Bool {
    if left == right { return true }
    let a = store[left]
    let b = store[right]
    guard a.kind == b.kind, a.size == b.size else { return false }
    switch a.kind {
    case .list, .type, .wrapper: return isSame(a.first, b.first)
    case .map: return isSame(a.first, b.first) && isSame(a.second, b.second)
    case .structure: return store.name(of: a) == store.name(of: b)
    case .opaque:
      return a.name == b.name && a.second == b.second
        && (0..<Int(a.second)).allSatisfy { isSame(store.operand($0, of: a), store.operand($0, of: b)) }
    case .variable, .parameter: return false
    default: return true
    }
  }

  /// The type of a collection that holds both, or nothing when there is none but `dyn`.
  mutating func join(_ previous: ID, _ current: ID) -> ID? {
    guard isAssignable(previous, to: current) else { return nil }
    return isAsGeneral(previous, current) ? previous : current
  }

  // MARK: Substitution

  /// A type with what has been learned put in the place of variables.
  mutating func substituted(_ type: ID) -> ID { rebuilt(type, firstVariable: nil) }

  /// The type of an overload with its type parameters replaced by variables, which follow each other
  /// from `firstVariable`.
  mutating func instantiated(_ type: ID, firstVariable: ID) -> ID { rebuilt(type, firstVariable: firstVariable) }

  private mutating func rebuilt(_ type: ID, firstVariable: ID?) -> ID {
    let node = store[type]
    if node.isGround { return type }
    steps += 1
    guard steps < Unifier.maximumSteps, depth < Unifier.maximumDepth else {
      isExhausted = true
      return TypeStore.dyn
    }
    depth += 1
    defer { depth -= 1 }
    switch node.kind {
    case .parameter: return firstVariable.map { $0 + node.first } ?? type
    case .variable:
      guard firstVariable == nil else { return type }
      let known = resolved(type)
      return known == type ? type : rebuilt(known, firstVariable: nil)
    case .list, .type, .wrapper:
      let inner = rebuilt(node.first, firstVariable: firstVariable)
      if inner == node.first { return type }
      return node.kind == .list ? store.list(inner) : node.kind == .type ? store.type(inner) : store.wrapper(inner)
    case .map:
      let key = rebuilt(node.first, firstVariable: firstVariable)
      let value = rebuilt(node.second, firstVariable: firstVariable)
      return key == node.first && value == node.second ? type : store.map(key, value)
    case .opaque:
      var parts: [ID] = []
      var isChanged = false
      for index in 0..<Int(node.second) {
        let part = store.operand(index, of: node)
        let inner = rebuilt(part, firstVariable: firstVariable)
        isChanged = isChanged || inner != part
        parts.append(inner)
      }
      return isChanged ? store.opaque(node.name, parts) : type
    default: return type
    }
  }
}
