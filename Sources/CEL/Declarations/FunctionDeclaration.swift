/// A function that expressions may call: its overloads, and how each is computed.
public struct FunctionDeclaration: Sendable {
  public var name: String
  public var overloads: [Overload]

  public init(name: String, overloads: [Overload]) {
    self.name = name
    self.overloads = overloads
  }

  /// One signature of a function.
  public struct Overload: Sendable {
    /// Unique in the environment.
    public var id: String
    /// Whether it is called as `first.name(rest)`; `parameters` then begins with the receiver's type.
    public var isMember: Bool
    public var parameters: [CELType]
    public var result: CELType
    /// What one call costs beside its arguments, in cost units.
    public var cost: UInt64
    /// How it is computed; nothing for functions that the planner knows by itself.
    ///
    /// Called with as many arguments as there are parameters, none of them an error value. The pointer is
    /// valid during the call. Failure is an error value made by ``Evaluation/failure(_:)``, never a trap.
    public var body: Body?
    /// The most elements or characters that the result may have, for the cost estimate; nothing when there is no bound.
    public var maximumCount: Int?
    /// What a call may cost, for functions that charge by size; others cost ``cost``.
    ///
    /// Called with the sizes of the arguments, the receiver first. The cost holds ``cost``.
    public var estimate: Estimate?

    public init(
      id: String, isMember: Bool = false, parameters: [CELType], result: CELType, cost: UInt64 = 1,
      maximumCount: Int? = nil, body: Body? = nil, estimate: Estimate? = nil
    ) {
      self.id = id
      self.isMember = isMember
      self.parameters = parameters
      self.result = result
      self.cost = cost
      self.body = body
      self.maximumCount = maximumCount
      self.estimate = estimate
    }
  }

  public typealias Estimate = @Sendable (_ arguments: [ValueSize]) -> CallEstimate
  public typealias Body = @Sendable (_ evaluation: Evaluation, _ arguments: UnsafePointer<Value>) -> Value
}

/// A variable that expressions may name.
public struct VariableDeclaration: Sendable {
  /// May hold dots: `a.b` is a name of its own.
  public var name: String
  public var type: CELType

  public init(name: String, type: CELType) {
    self.name = name
    self.type = type
  }
}
