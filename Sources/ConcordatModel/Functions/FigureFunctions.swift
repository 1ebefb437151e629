import CEL

extension DomainFunctions {
  static let figures: [FunctionDeclaration] = [
    function("sum", [.list(.double)], .double, estimate: byElement()) { evaluation, arguments in
      if let error = arguments[0].listElements?.first(where: \.isError) { return error }
      guard let numbers = doubles(evaluation, arguments[0]) else { return evaluation.noSuchOverload }
      if let refusal = evaluation.charge(Int64(numbers.count)) { return refusal }
      // Tenths and hundredths have no exact binary form; nine places are more than any table has and less than the error.
      let total = numbers.reduce(0, +)
      let scaled = (total * 1e9).rounded()
      return .double(scaled.magnitude < 9e15 ? scaled / 1e9 : total)
    },
    function("least_of", [.list(.double)], .double, estimate: byElement()) { evaluation, arguments in
      extreme(evaluation, arguments[0]) { $0.min() }
    },
    function("greatest_of", [.list(.double)], .double, estimate: byElement()) { evaluation, arguments in
      extreme(evaluation, arguments[0]) { $0.max() }
    },
  ]

  private static func doubles(_ evaluation: Evaluation, _ list: Value) -> [Double]? {
    guard let elements = list.listElements else { return nil }
    let numbers = elements.compactMap(\.doubleValue)
    return numbers.count == elements.count ? numbers : nil
  }

  private static func extreme(_ evaluation: Evaluation, _ list: Value, _ choose: ([Double]) -> Double?) -> Value {
    // A cell that could not be read is an error value in the list: the result is that error, not a guess.
    if let error = list.listElements?.first(where: \.isError) { return error }
    guard let numbers = doubles(evaluation, list) else { return evaluation.noSuchOverload }
    if let refusal = evaluation.charge(Int64(numbers.count)) { return refusal }
    return choose(numbers).map { .double($0) } ?? evaluation.failure(.badArgument, "there are no figures")
  }
}
