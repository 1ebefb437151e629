/// A function that the evaluator knows by itself, for one number of arguments.
///
/// Functions look at the kinds of their arguments, none of which is an error, so that checked and unchecked expressions
/// run the same code.
struct Builtin: @unchecked Sendable {
  // Sendable because the implementations are static functions without state.
  typealias Nullary = (Context, NodeID) -> Value
  typealias Unary = (Context, Value, NodeID) -> Value
  typealias Binary = (Context, Value, Value, NodeID) -> Value
  typealias Ternary = (Context, Value, Value, Value, NodeID) -> Value
  typealias Variadic = (Context, UnsafePointer<Value>, Int, NodeID) -> Value

  enum Implementation {
    case nullary(Nullary)
    case unary(Unary)
    case binary(Binary)
    case ternary(Ternary)
    case variadic(Variadic)
  }

  var name: String
  var isMember: Bool
  /// What a call costs always; functions whose cost depends on sizes charge the rest themselves.
  var cost: Int64
  var arity: Int
  var implementation: Implementation
  /// What a call costs beyond ``cost`` when an argument is an error, which counts as one long.
  var errorCost: Int64 { cost == 0 ? 1 : sizedErrorCost }
  private var sizedErrorCost: Int64 = 0

  static func find(_ name: String, isMember: Bool, arity: Int) -> Builtin? {
    table[Key(name: name, isMember: isMember, arity: arity)]
  }

  private struct Key: Hashable {
    var name: String
    var isMember: Bool
    var arity: Int
  }

  private static let table: [Key: Builtin] = {
    let all =
      Arithmetic.builtins + Conversions.builtins + TextFunctions.builtins + TimeFunctions.builtins
      + OptionalFunctions.builtins + StringFunctions.builtins + FormatFunction.builtins + MathFunctions.builtins
      + ListFunctions.builtins + SetFunctions.builtins + EncoderFunctions.builtins + RegexFunctions.builtins
      + NetworkFunctions.builtins
    return Dictionary(
      all.map { (Key(name: $0.name, isMember: $0.isMember, arity: $0.arity), $0) }, uniquingKeysWith: { $1 })
  }()

  func onError(_ cost: Int64) -> Builtin {
    var copy = self
    copy.sizedErrorCost = cost
    return copy
  }

  // MARK: Making

  private init(name: String, isMember: Bool, cost: Int64, arity: Int, implementation: Implementation) {
    self.name = name
    self.isMember = isMember
    self.cost = cost
    self.arity = arity
    self.implementation = implementation
  }

  static func global(_ name: String, cost: Int64 = 1, _ function: @escaping Unary) -> Builtin {
    Builtin(name: name, isMember: false, cost: cost, arity: 1, implementation: .unary(function))
  }

  static func global(_ name: String, cost: Int64 = 1, _ function: @escaping Binary) -> Builtin {
    Builtin(name: name, isMember: false, cost: cost, arity: 2, implementation: .binary(function))
  }

  static func global(_ name: String, cost: Int64 = 1, _ function: @escaping Ternary) -> Builtin {
    Builtin(name: name, isMember: false, cost: cost, arity: 3, implementation: .ternary(function))
  }

  static func global(_ name: String, cost: Int64 = 1, _ function: @escaping Nullary) -> Builtin {
    Builtin(name: name, isMember: false, cost: cost, arity: 0, implementation: .nullary(function))
  }

  static func member(_ name: String, cost: Int64 = 1, _ function: @escaping Unary) -> Builtin {
    Builtin(name: name, isMember: true, cost: cost, arity: 1, implementation: .unary(function))
  }

  static func member(_ name: String, cost: Int64 = 1, _ function: @escaping Binary) -> Builtin {
    Builtin(name: name, isMember: true, cost: cost, arity: 2, implementation: .binary(function))
  }

  static func member(_ name: String, cost: Int64 = 1, _ function: @escaping Ternary) -> Builtin {
    Builtin(name: name, isMember: true, cost: cost, arity: 3, implementation: .ternary(function))
  }

  static func variadic(
    _ name: String, isMember: Bool, arity: Int, cost: Int64 = 1, _ function: @escaping Variadic
  ) -> Builtin {
    Builtin(name: name, isMember: isMember, cost: cost, arity: arity, implementation: .variadic(function))
  }
}
