/// The functions of optional values, with the overload identifiers of cel-go.
enum OptionalDeclarations {
  private static let value = CELType.parameter("V")
  private static let key = CELType.parameter("K")
  private static let list = CELType.list(value)
  private static let map = CELType.map(key, value)

  static let functions = [
    FunctionDeclaration("optional.of", .global("optional_of", [value], .optional(value))),
    FunctionDeclaration("optional.ofNonZeroValue", .global("optional_ofNonZeroValue", [value], .optional(value))),
    FunctionDeclaration("optional.none", .global("optional_none", [], .optional(value))),
    FunctionDeclaration("optional.unwrap", .global("optional_unwrap", [.list(.optional(value))], list)),
    FunctionDeclaration("unwrapOpt", .member("optional_unwrapOpt", [.list(.optional(value))], list)),
    FunctionDeclaration("hasValue", .member("optional_hasValue", [.optional(value)], .bool)),
    FunctionDeclaration("value", .member("optional_value", [.optional(value)], value)),
    FunctionDeclaration(
      "or", .member("optional_or_optional", [.optional(value), .optional(value)], .optional(value))),
    FunctionDeclaration("orValue", .member("optional_orValue_value", [.optional(value), value], value)),
    FunctionDeclaration("first", .member("list_first", [list], .optional(value))),
    FunctionDeclaration("last", .member("list_last", [list], .optional(value))),
    FunctionDeclaration(
      Operator.optionalSelect, .global("select_optional_field", [.dyn, .string], .optional(value))),
    FunctionDeclaration(
      Operator.optionalIndex,
      .global("list_optindex_optional_int", [list, .int], .optional(value)),
      .global("optional_list_optindex_optional_int", [.optional(list), .int], .optional(value)),
      .global("map_optindex_optional_value", [map, key], .optional(value)),
      .global("optional_map_optindex_optional_value", [.optional(map), key], .optional(value))),
    // An index works through an optional operand.
    FunctionDeclaration(
      Operator.index,
      .global("optional_list_index_int", [.optional(list), .int], .optional(value)),
      .global("optional_map_index_value", [.optional(map), key], .optional(value))),
  ]
}
