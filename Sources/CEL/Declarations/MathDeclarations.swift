/// The functions of the math extension, with the overload identifiers of cel-go.
///
/// `math.greatest` and `math.least` are macros that end in `math.@max` and `math.@min`.
enum MathDeclarations {
  static let functions =
    [extremes("math.@max", "math_@max"), extremes("math.@min", "math_@min")]
    + ["ceil", "floor", "round", "trunc"].map {
      FunctionDeclaration("math.\($0)", .global("math_\($0)_double", [.double], .double))
    }
    + ["isNaN", "isInf", "isFinite"].map {
      FunctionDeclaration("math.\($0)", .global("math_\($0)_double", [.double], .bool))
    }
    + ["abs", "sign"].map { name in
      FunctionDeclaration(
        name: "math.\(name)", overloads: numbers.map { .global("math_\(name)_\($0.0)", [$0.1], $0.1) })
    }
    + [
      FunctionDeclaration(
        name: "math.sqrt", overloads: numbers.map { .global("math_sqrt_\($0.0)", [$0.1], .double) })
    ]
    + ["bitAnd", "bitOr", "bitXor"].map {
      FunctionDeclaration(
        "math.\($0)",
        .global("math_\($0)_int_int", [.int, .int], .int),
        .global("math_\($0)_uint_uint", [.uint, .uint], .uint))
    }
    + [
      FunctionDeclaration(
        "math.bitNot",
        .global("math_bitNot_int_int", [.int], .int),
        .global("math_bitNot_uint_uint", [.uint], .uint))
    ]
    + ["bitShiftLeft", "bitShiftRight"].map {
      FunctionDeclaration(
        "math.\($0)",
        .global("math_\($0)_int_int", [.int, .int], .int),
        .global("math_\($0)_uint_int", [.uint, .int], .uint))
    }

  private static let numbers: [(String, CELType)] = [("double", .double), ("int", .int), ("uint", .uint)]

  /// Of one number, of two of any kinds, or of a list of one kind; the winner keeps its own type.
  private static func extremes(_ name: String, _ prefix: String) -> FunctionDeclaration {
    var overloads = numbers.map { FunctionDeclaration.Overload.global("\(prefix)_\($0.0)", [$0.1], $0.1) }
    for left in numbers {
      for right in numbers {
        let result = left.0 == right.0 ? left.1 : .dyn
        overloads.append(.global("\(prefix)_\(left.0)_\(right.0)", [left.1, right.1], result))
      }
    }
    overloads += numbers.map { .global("\(prefix)_list_\($0.0)", [.list($0.1)], $0.1) }
    return FunctionDeclaration(name: name, overloads: overloads)
  }
}
