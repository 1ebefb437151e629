/// Where in the host's memory a path leads.
public struct Place {
  /// The slot that the whole path leads to, or the deepest one that exists; nothing when the variable has no origin.
  public var slot: UnsafePointer<Value>?
  /// Steps after the variable that were taken to reach ``slot``.
  public var stepsTaken: Int
  /// Steps after the variable that the path has.
  public var stepCount: Int
  /// The slot of the variable that the path begins at.
  public var variable: Int
  /// The key or index that was not found, when the path does not lead to its end.
  public var missing: Value?

  /// Whether the path leads to its end.
  public var isComplete: Bool { slot != nil && stepsTaken == stepCount }
}

/// A chain `variable.field[index]…` as steps, for finding places.
struct PlacePath {
  enum Step {
    case constant(Value)
    /// An index that is computed.
    case computed(Operation)
  }
  var variable: Int
  var steps: [Step]
}

extension Program {
  /// The slot of host memory that a path leads to: nothing when the expression is not a path.
  ///
  /// Costs nothing. The origin of the variable must have been bound for the answer to hold a slot.
  public func resolvePlace(with activation: Activation) -> Place? {
    guard let path else { return nil }
    return activation.resolve(path, of: self)
  }
}

extension Activation {
  func resolve(_ path: PlacePath, of program: Program) -> Place {
    var place = Place(
      slot: origin(of: path.variable), stepsTaken: 0, stepCount: path.steps.count, variable: path.variable)
    var value = place.slot?.pointee ?? resolvedValue(of: path.variable)
    for step in path.steps {
      let key: Value
      switch step {
      case .constant(let constant): key = constant
      case .computed(let operation): key = compute(operation, of: program)
      }
      if let wrapped = value.optionalValue { value = wrapped.pointee }
      guard let next = Selection.slot(of: key, in: value) else {
        place.missing = key
        return place
      }
      place.slot = next
      place.stepsTaken += 1
      value = next.pointee
    }
    return place
  }
}
