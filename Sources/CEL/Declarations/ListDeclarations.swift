/// The functions of the lists extension, with the overload identifiers of cel-go.
///
/// `sortBy` is a macro that ends in `@sortByAssociatedKeys`.
enum ListDeclarations {
  private static let list = CELType.list(.parameter("T"))

  static let functions = [
    FunctionDeclaration("slice", .member("list_slice", [list, .int, .int], list)),
    FunctionDeclaration(
      "flatten",
      .member("list_flatten", [.list(list)], list),
      .member("list_flatten_int", [.list(.dyn), .int], .list(.dyn))),
    FunctionDeclaration("lists.range", .global("lists_range", [.int], .list(.int))),
    FunctionDeclaration("distinct", .member("list_distinct", [list], list)),
    FunctionDeclaration("reverse", .member("list_reverse", [list], list)),
    FunctionDeclaration(
      name: "sort", overloads: ordered.map { .member("list_\($0.0)_sort", [.list($0.1)], .list($0.1)) }),
    FunctionDeclaration(
      name: "@sortByAssociatedKeys",
      overloads: ordered.map { .member("list_\($0.0)_sortByAssociatedKeys", [list, .list($0.1)], list) }),
  ]

  private static let ordered: [(String, CELType)] = [
    ("int", .int), ("uint", .uint), ("double", .double), ("bool", .bool), ("duration", .duration),
    ("timestamp", .timestamp), ("string", .string), ("bytes", .bytes),
  ]
}

/// The functions of the sets extension, with the overload identifiers of cel-go.
enum SetDeclarations {
  static let functions = ["contains", "equivalent", "intersects"].map {
    FunctionDeclaration(
      "sets.\($0)",
      .global("list_sets_\($0)_list", [.list(.parameter("T")), .list(.parameter("T"))], .bool))
  }
}

/// What the two-variable macros expand to.
enum TwoVariableDeclarations {
  private static let map = CELType.map(.parameter("K"), .parameter("V"))

  static let functions = [
    FunctionDeclaration(
      Operator.mapInsert,
      .global("@mapInsert_map_key_value", [map, .parameter("K"), .parameter("V")], map),
      .global("@mapInsert_map_map", [map, map], map))
  ]
}

/// What the block macros expand to.
enum BlockDeclarations {
  static let functions = [
    FunctionDeclaration(
      Operator.block, .global("cel_block_list", [.list(.dyn), .parameter("T")], .parameter("T")))
  ]
}
