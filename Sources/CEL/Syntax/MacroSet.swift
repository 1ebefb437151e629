/// Which macros the parser expands.
///
/// A macro is recognised by its name, by whether it has a receiver and by the number of its
/// arguments; anything else stays an ordinary call.
/// Source: CEL language definition, "Macros", and the extension libraries of cel-go.
public struct MacroSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// `has`, `all`, `exists`, `exists_one` (also `existsOne`), `map`, `filter`.
  public static let standard = MacroSet(rawValue: 1 << 0)
  /// `all`, `exists`, `existsOne` (also `exists_one`), `transformList`, `transformMap`, `transformMapEntry`
  /// with two variables.
  public static let twoVariables = MacroSet(rawValue: 1 << 1)
  /// `cel.bind`.
  public static let bindings = MacroSet(rawValue: 1 << 2)
  /// `optMap` and `optFlatMap`.
  public static let optionals = MacroSet(rawValue: 1 << 3)
  /// `math.greatest` and `math.least` of any number of arguments.
  public static let math = MacroSet(rawValue: 1 << 4)
  /// `sortBy`.
  public static let lists = MacroSet(rawValue: 1 << 5)
  /// `cel.block`, `cel.index`, `cel.iterVar`, `cel.accuVar`.
  public static let block = MacroSet(rawValue: 1 << 6)
}
