/// Functions, types and macros that belong together and are switched on together.
public struct Library: Sendable {
  public var name: String
  public var functions: [FunctionDeclaration]
  /// Type names that expressions may use as values, such as `optional_type`.
  public var types: [NamedType]
  public var macros: MacroSet

  public struct NamedType: Sendable {
    public var name: String
    public var type: CELType
    public init(name: String, type: CELType) {
      self.name = name
      self.type = type
    }
  }

  public init(
    name: String, functions: [FunctionDeclaration] = [], types: [NamedType] = [], macros: MacroSet = []
  ) {
    self.name = name
    self.functions = functions
    self.types = types
    self.macros = macros
  }

  /// Everything that the language definition requires.
  public static let standard = Library(
    name: "standard", functions: StandardDeclarations.functions, types: StandardDeclarations.types, macros: .standard)
  /// Optional values: `optional.of(x)`, `a.?b`, `optMap` …
  public static let optionals = Library(
    name: "optionals", functions: OptionalDeclarations.functions,
    types: [NamedType(name: "optional_type", type: .optional(.dyn))], macros: .optionals)
  /// `cel.bind(name, value, body)`.
  public static let bindings = Library(name: "bindings", macros: .bindings)
  /// Comprehensions over index and element, or key and value.
  public static let twoVariableComprehensions = Library(
    name: "two-variable comprehensions", functions: TwoVariableDeclarations.functions, macros: .twoVariables)
  public static let strings = Library(name: "strings", functions: StringDeclarations.functions)
  public static let math = Library(name: "math", functions: MathDeclarations.functions, macros: .math)
  public static let lists = Library(name: "lists", functions: ListDeclarations.functions, macros: .lists)
  public static let sets = Library(name: "sets", functions: SetDeclarations.functions)
  public static let encoders = Library(name: "encoders", functions: EncoderDeclarations.functions)
  public static let regex = Library(name: "regex", functions: RegexDeclarations.functions)
  /// Common subexpressions written by a program: `cel.block`, `cel.index`, `cel.iterVar`, `cel.accuVar`.
  public static let block = Library(name: "block", functions: BlockDeclarations.functions, macros: .block)

  /// Addresses of the Internet Protocol and networks: `ip(x)`, `cidr(x)`, `net.IP`, `net.CIDR`.
  public static let network = Library(
    name: "network", functions: NetworkDeclarations.functions, types: NetworkDeclarations.types)

  /// What a rule author may expect: all of the above but ``block`` and ``network``.
  public static let all: [Library] = [
    .standard, .optionals, .bindings, .twoVariableComprehensions, .strings, .math, .lists, .sets, .encoders, .regex,
  ]
}
