/// A type of the Common Expression Language, as the checker sees it.
///
/// `dyn` exists only for the checker: at run time every value has one of the others.
/// Source: CEL language definition, "Values" and "Gradual type checking".
public indirect enum CELType: Hashable, Sendable {
  case dyn
  case error
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  case list(CELType)
  case map(CELType, CELType)
  /// The type of a type; `nil` is the bare `type`.
  case type(CELType?)
  /// A record with named fields, described by a ``TypeProvider``; at run time a map with string keys.
  case structure(String)
  /// A named type with parameters that the language knows nothing else of, such as `optional_type`.
  case opaque(String, [CELType])
  /// A primitive that may also be null.
  case wrapper(CELType)
  /// A type parameter of a declaration.
  case parameter(String)

  /// The type of an optional value.
  public static func optional(_ wrapped: CELType) -> CELType { .opaque("optional_type", [wrapped]) }
}
