/// The functions and type names of the standard library, without bodies: an evaluator knows
/// them by their overload identifiers, which are those of cel-go.
///
/// Source: CEL language definition, "List of Standard Definitions".
enum StandardDeclarations {
  static let functions =
    logic + comparisons + arithmetic + containers + conversions + text + time

  static let types: [Library.NamedType] = [
    .init(name: "bool", type: .bool),
    .init(name: "int", type: .int),
    .init(name: "uint", type: .uint),
    .init(name: "double", type: .double),
    .init(name: "string", type: .string),
    .init(name: "bytes", type: .bytes),
    .init(name: "list", type: .list(.dyn)),
    .init(name: "map", type: .map(.dyn, .dyn)),
    .init(name: "null_type", type: .null),
    .init(name: "type", type: .type(nil)),
    .init(name: "google.protobuf.Timestamp", type: .timestamp),
    .init(name: "google.protobuf.Duration", type: .duration),
  ]

  private static let logic = [
    FunctionDeclaration(
      Operator.conditional, .global("conditional", [.bool, .parameter("A"), .parameter("A")], .parameter("A"))),
    FunctionDeclaration(Operator.and, .global("logical_and", [.bool, .bool], .bool)),
    FunctionDeclaration(Operator.or, .global("logical_or", [.bool, .bool], .bool)),
    FunctionDeclaration(Operator.not, .global("logical_not", [.bool], .bool)),
    FunctionDeclaration(Operator.notStrictlyFalse, .global("not_strictly_false", [.bool], .bool)),
  ]

  private static let comparisons: [FunctionDeclaration] = {
    let ordered: [(String, CELType)] = [
      ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double), ("string", .string),
      ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
    ]
    let numbers = ordered[1...3]
    var functions = [
      FunctionDeclaration(Operator.equal, .global("equals", [.parameter("A"), .parameter("A")], .bool)),
      FunctionDeclaration(Operator.notEqual, .global("not_equals", [.parameter("A"), .parameter("A")], .bool)),
    ]
    for (name, prefix) in [
      (Operator.less, "less"), (Operator.lessOrEqual, "less_equals"), (Operator.greater, "greater"),
      (Operator.greaterOrEqual, "greater_equals"),
    ] {
      var overloads = ordered.map { FunctionDeclaration.Overload.global("\(prefix)_\($0.0)", [$0.1, $0.1], .bool) }
      for left in numbers {
        for right in numbers where left.0 != right.0 {
          overloads.append(.global("\(prefix)_\(left.0)_\(right.0)", [left.1, right.1], .bool))
        }
      }
      functions.append(FunctionDeclaration(name: name, overloads: overloads))
    }
    return functions
  }()

  private static let arithmetic = [
    FunctionDeclaration(
      Operator.add,
      .global("add_int64", [.int, .int], .int),
      .global("add_uint64", [.uint, .uint], .uint),
      .global("add_double", [.double, .double], .double),
      .global("add_string", [.string, .string], .string),
      .global("add_bytes", [.bytes, .bytes], .bytes),
      .global("add_list", [.list(.parameter("A")), .list(.parameter("A"))], .list(.parameter("A"))),
      .global("add_timestamp_duration", [.timestamp, .duration], .timestamp),
      .global("add_duration_timestamp", [.duration, .timestamp], .timestamp),
      .global("add_duration_duration", [.duration, .duration], .duration)),
    FunctionDeclaration(
      Operator.subtract,
      .global("subtract_int64", [.int, .int], .int),
      .global("subtract_uint64", [.uint, .uint], .uint),
      .global("subtract_double", [.double, .double], .double),
      .global("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration),
      .global("subtract_timestamp_duration", [.timestamp, .duration], .timestamp),
      .global("subtract_duration_duration", [.duration, .duration], .duration)),
    FunctionDeclaration(
      Operator.multiply,
      .global("multiply_int64", [.int, .int], .int),
      .global("multiply_uint64", [.uint, .uint], .uint),
      .global("multiply_double", [.double, .double], .double)),
    FunctionDeclaration(
      Operator.divide,
      .global("divide_int64", [.int, .int], .int),
      .global("divide_uint64", [.uint, .uint], .uint),
      .global("divide_double", [.double, .double], .double)),
    FunctionDeclaration(
      Operator.modulo,
      .global("modulo_int64", [.int, .int], .int),
      .global("modulo_uint64", [.uint, .uint], .uint)),
    FunctionDeclaration(
      Operator.negate,
      .global("negate_int64", [.int], .int),
      .global("negate_double", [.double], .double)),
  ]

  private static let containers: [FunctionDeclaration] = {
    let list = CELType.list(.parameter("A"))
    let map = CELType.map(.parameter("A"), .parameter("B"))
    return [
      FunctionDeclaration(
        Operator.in,
        .global("in_list", [.parameter("A"), list], .bool),
        .global("in_map", [.parameter("A"), map], .bool)),
      FunctionDeclaration(
        Operator.index,
        .global("index_list", [list, .int], .parameter("A")),
        .global("index_map", [map, .parameter("A")], .parameter("B"))),
      FunctionDeclaration(
        "size",
        .global("size_string", [.string], .int),
        .global("size_bytes", [.bytes], .int),
        .global("size_list", [list], .int),
        .global("size_map", [map], .int),
        .member("string_size", [.string], .int),
        .member("bytes_size", [.bytes], .int),
        .member("list_size", [list], .int),
        .member("map_size", [map], .int)),
    ]
  }()

  private static let conversions: [FunctionDeclaration] = {
    func conversion(_ name: String, _ suffix: String, _ result: CELType, from sources: [(String, CELType)])
      -> FunctionDeclaration
    {
      FunctionDeclaration(
        name: name, overloads: sources.map { .global("\($0.0)_to_\(suffix)", [$0.1], result) })
    }
    let bool = ("bool", CELType.bool), int = ("int64", CELType.int), uint = ("uint64", CELType.uint)
    let double = ("double", CELType.double), string = ("string", CELType.string), bytes = ("bytes", CELType.bytes)
    let timestamp = ("timestamp", CELType.timestamp), duration = ("duration", CELType.duration)
    return [
      conversion("bool", "bool", .bool, from: [bool, string]),
      conversion("int", "int64", .int, from: [int, uint, double, string, timestamp, duration]),
      conversion("uint", "uint64", .uint, from: [uint, int, double, string]),
      conversion("double", "double", .double, from: [double, int, uint, string]),
      conversion(
        "string", "string", .string, from: [string, bool, int, uint, double, bytes, timestamp, duration]),
      conversion("bytes", "bytes", .bytes, from: [bytes, string]),
      conversion("timestamp", "timestamp", .timestamp, from: [timestamp, string, int]),
      conversion("duration", "duration", .duration, from: [duration, string, int]),
      FunctionDeclaration("type", .global("type", [.parameter("A")], .type(.parameter("A")))),
      FunctionDeclaration("dyn", .global("to_dyn", [.parameter("A")], .dyn)),
    ]
  }()

  private static let text = [
    FunctionDeclaration("contains", .member("contains_string", [.string, .string], .bool)),
    FunctionDeclaration("startsWith", .member("starts_with_string", [.string, .string], .bool)),
    FunctionDeclaration("endsWith", .member("ends_with_string", [.string, .string], .bool)),
    FunctionDeclaration(
      "matches",
      .global("matches", [.string, .string], .bool),
      .member("matches_string", [.string, .string], .bool)),
  ]

  private static let time: [FunctionDeclaration] = {
    // Of a timestamp; the second form takes the name of a time zone.
    let parts = [
      ("getFullYear", "year"), ("getMonth", "month"), ("getDate", "day_of_month_1_based"),
      ("getDayOfMonth", "day_of_month"), ("getDayOfWeek", "day_of_week"), ("getDayOfYear", "day_of_year"),
      ("getHours", "hours"), ("getMinutes", "minutes"), ("getSeconds", "seconds"),
      ("getMilliseconds", "milliseconds"),
    ]
    let totals: Set = ["hours", "minutes", "seconds", "milliseconds"]
    return parts.map { name, part in
      var overloads: [FunctionDeclaration.Overload] = [
        .member("timestamp_to_\(part)", [.timestamp], .int),
        .member("timestamp_to_\(part)_with_tz", [.timestamp, .string], .int),
      ]
      if totals.contains(part) { overloads.append(.member("duration_to_\(part)", [.duration], .int)) }
      return FunctionDeclaration(name: name, overloads: overloads)
    }
  }()
}

/// The names under which operators are called.
enum Operator {
  static let conditional = "_?_:_"
  static let and = "_&&_"
  static let or = "_||_"
  static let not = "!_"
  static let notStrictlyFalse = "@not_strictly_false"
  static let equal = "_==_"
  static let notEqual = "_!=_"
  static let less = "_<_"
  static let lessOrEqual = "_<=_"
  static let greater = "_>_"
  static let greaterOrEqual = "_>=_"
  static let `in` = "@in"
  static let add = "_+_"
  static let subtract = "_-_"
  static let multiply = "_*_"
  static let divide = "_/_"
  static let modulo = "_%_"
  static let negate = "-_"
  static let index = "_[_]"
  static let optionalIndex = "_[?_]"
  static let optionalSelect = "_?._"
  static let block = "cel.@block"
  static let mapInsert = "cel.@mapInsert"
}

extension FunctionDeclaration {
  init(_ name: String, _ overloads: Overload...) { self.init(name: name, overloads: overloads) }
}

extension FunctionDeclaration.Overload {
  static func global(_ id: String, _ parameters: [CELType], _ result: CELType) -> Self {
    Self(id: id, parameters: parameters, result: result)
  }

  static func member(_ id: String, _ parameters: [CELType], _ result: CELType) -> Self {
    Self(id: id, isMember: true, parameters: parameters, result: result)
  }
}
