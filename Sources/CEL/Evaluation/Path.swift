import Synchronization

/// One step of a path: a field or a constant index.
struct PathStep {
  /// The field's name or the index.
  var key: Value
  var node: NodeID
  /// Written with a `?`: a missing key is then no error, and the rest of the path is optional.
  var isOptional: Bool
  /// Where the key was found last: records of one kind mostly have it at the same place. Threads may overwrite each
  /// other's hints, which changes how long a search takes and nothing else.
  var hint: UnsafeMutablePointer<Atomic<UInt32>>
  /// The header of the key, when comparing headers suffices to find it: it has a number, and must be there. Else 0.
  var wanted: UInt64

  init(key: Value, node: NodeID, isOptional: Bool, hint: UnsafeMutablePointer<Atomic<UInt32>>) {
    self.key = key
    self.node = node
    self.isOptional = isOptional
    self.hint = hint
    wanted = key.tag == .string && key.symbol != 0 && !isOptional ? key.header : 0
  }
}

/// Steps in the constants of a program.
struct PathSteps {
  var base: UnsafePointer<PathStep>
  var count: Int

  func prefix(_ count: Int) -> PathSteps { PathSteps(base: base, count: count) }
}

/// Walking from a value through fields and indices, without values in between.
enum Path {
  /// Maps longer than this cost one unit more for each so many entries scanned.
  static let freeEntries = 64

  @inline(__always)
  static func walk(_ root: Value, _ steps: PathSteps, _ context: Context) -> Value {
    var value = root
    var i = 0
    while i < steps.count {
      let step = steps.base + i
      let wanted = step.pointee.wanted
      guard value.tag == .map, wanted != 0, let base = value.pointer(to: MapEntry.self) else {
        return walkSlowly(value, steps, from: i, context)
      }
      let count = value.count
      var index = Int(step.pointee.hint.pointee.load(ordering: .relaxed))
      if index >= count || base[index].key.header != wanted {
        index = 0
        while index < count && base[index].key.header != wanted { index &+= 1 }
        guard index < count, count <= freeEntries else { return walkSlowly(value, steps, from: i, context) }
        step.pointee.hint.pointee.store(UInt32(truncatingIfNeeded: index), ordering: .relaxed)
      }
      value = base[index].value
      i &+= 1
    }
    return value
  }

  /// The general walk: optionals, lists, keys without numbers, errors.
  @inline(never)
  static func walkSlowly(_ root: Value, _ steps: PathSteps, from first: Int, _ context: Context) -> Value {
    var value = root
    var isOptional = false
    var slot: UnsafePointer<Value>?
    for i in first..<steps.count {
      let step = steps.base[i]
      if value.isError { return value }
      if value.tag == .optional {
        guard let wrapped = value.optionalValue else { return value }
        value = wrapped.pointee
        isOptional = true
      }
      if step.isOptional { isOptional = true }
      switch take(step.key, value, step.node, context) {
      case .slot(let next):
        slot = next
        value = next.pointee
      case .missing:
        guard isOptional else { return missing(step.key, value, step.node, context) }
        // Steps that are not taken were charged with the path.
        context.charge(Int64(i - steps.count))
        return .noneOptional
      case .failure(let error): return error
      }
    }
    guard isOptional, let slot, !value.isError else { return value }
    return value.tag == .optional ? value : .optional(slot)
  }

  enum Step {
    case slot(UnsafePointer<Value>)
    case missing
    case failure(Value)
  }

  /// One step into a value that is no optional.
  static func take(_ key: Value, _ value: Value, _ node: NodeID, _ context: Context) -> Step {
    switch value.tag {
    case .map:
      if value.count > freeEntries { context.charge(Int64(value.count / freeEntries)) }
      switch key.tag {
      case .bool, .int, .uint, .double, .string:
        return MapLookup.find(key, in: value).map(Step.slot) ?? .missing
      case .error: return .failure(key)
      default: return .failure(context.noOverload(node))
      }
    case .list:
      switch key.tag {
      case .int, .uint, .double: return Selection.slot(of: key, in: value).map(Step.slot) ?? .missing
      case .error: return .failure(key)
      default: return .failure(context.noOverload(node))
      }
    case .error: return .failure(value)
    default: return .failure(key.isError ? key : context.noOverload(node))
    }
  }

  @inline(never)
  static func missing(_ key: Value, _ container: Value, _ node: NodeID, _ context: Context) -> Value {
    context.failure(container.tag == .map ? .noSuchKey : .indexOutOfBounds, node, key)
  }

  /// `operand[key]` with a key that is computed, or `operand[?key]`.
  static func index(
    _ operand: Value, _ key: Value, isOptional: Bool, _ node: NodeID, _ context: Context
  ) -> Value {
    if operand.isError { return operand }
    if key.isError { return key }
    var container = operand
    var isOptional = isOptional
    if operand.tag == .optional {
      guard let wrapped = operand.optionalValue else { return operand }
      container = wrapped.pointee
      isOptional = true
    }
    switch take(key, container, node, context) {
    case .slot(let slot):
      return isOptional && slot.pointee.tag != .optional && !slot.pointee.isError ? .optional(slot) : slot.pointee
    case .missing:
      guard isOptional else { return missing(key, container, node, context) }
      context.charge(-1)
      return .noneOptional
    case .failure(let error): return error
    }
  }

  /// Whether a field is there: `has(operand.field)`. A null is there.
  static func test(_ operand: Value, _ step: PathStep, _ context: Context) -> Value {
    var container = operand
    if operand.tag == .optional {
      guard let wrapped = operand.optionalValue else { return .false }
      container = wrapped.pointee
    }
    guard container.tag == .map else { return context.noOverload(step.node, container) }
    if container.count > freeEntries { context.charge(Int64(container.count / freeEntries)) }
    return .bool(MapLookup.index(of: step.key, in: container) != nil)
  }
}
