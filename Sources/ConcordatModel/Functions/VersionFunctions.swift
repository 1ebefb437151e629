import CEL

/// What changed between two versions of a list, as `concordat diff` compares them.
extension DomainFunctions {
  private static let element = CELType.parameter("T")

  /// What an estimate reckons a record to hold: a target with a hundred relations and its figures by district.
  private static let valuesOfRecord: UInt64 = 2_000

  static let versions: [FunctionDeclaration] = [
    function("added", [.list(element), .list(element)], .list(element), estimate: estimate { part(of: $1) }) {
      evaluation, arguments in
      matched(evaluation, arguments) { pair, _, new in
        guard pair.old == nil, let index = pair.new else { return nil }
        return new[index]
      }
    },
    function("removed", [.list(element), .list(element)], .list(element), estimate: estimate { old, _ in part(of: old) }) {
      evaluation, arguments in
      matched(evaluation, arguments) { pair, old, _ in
        guard pair.new == nil, let index = pair.old else { return nil }
        return old[index]
      }
    },
    function(
      "changed", [.list(element), .list(element), .list(.string)], .list(.map(.string, element)),
      estimate: estimate(cost: valuesOfRecord) { _, new in
        let pair = ValueSize(SizeEstimate(exactly: 2), elements: new.elements)
        return ValueSize(SizeEstimate(upTo: new.count.maximum), elements: pair)
      }
    ) { evaluation, arguments in
      var comparison = ValueComparison()
      let fields = names(arguments[2])
      let result = matched(evaluation, arguments) { pair, old, new in
        guard let one = pair.old, let other = pair.new, comparison.differ(old[one], new[other], in: fields) else { return nil }
        return evaluation.map([
          MapEntry(key: .string("old"), value: old[one]), MapEntry(key: .string("new"), value: new[other]),
        ])
      }
      if let refusal = evaluation.charge(Int64(comparison.count)) { return refusal }
      return comparison.unreadable ?? result
    },
    function(
      "differs", [element, element, .list(.string)], .bool,
      estimate: { _ in CallEstimate(cost: CostEstimate(upTo: valuesOfRecord)) }
    ) { evaluation, arguments in
      var comparison = ValueComparison()
      let differs = comparison.differ(arguments[0], arguments[1], in: names(arguments[2]))
      if let refusal = evaluation.charge(Int64(comparison.count)) { return refusal }
      return differs ? .true : comparison.unreadable ?? .false
    },
  ]

  private static func names(_ fields: Value) -> [UnsafeBufferPointer<UInt8>] {
    (fields.listElements ?? UnsafeBufferPointer(start: nil, count: 0)).compactMap(\.stringBytes)
  }

  /// A list of what is made of each pair of elements.
  private static func matched(
    _ evaluation: Evaluation, _ arguments: UnsafePointer<Value>,
    _ choose: (ElementMatching.Pair, UnsafeBufferPointer<Value>, UnsafeBufferPointer<Value>) -> Value?
  ) -> Value {
    guard let old = arguments[0].listElements, let new = arguments[1].listElements else { return evaluation.noSuchOverload }
    if let refusal = evaluation.charge(Int64(old.count) + Int64(new.count)) { return refusal }
    return evaluation.list(ElementMatching(old, new).pairs.compactMap { choose($0, old, new) })
  }

  /// What a call costs that looks at each element of two lists, and how large the list is that comes of it.
  private static func estimate(
    cost: UInt64 = 1, result: @escaping @Sendable (_ old: ValueSize, _ new: ValueSize) -> ValueSize
  ) -> FunctionDeclaration.Estimate {
    { arguments in
      guard let old = arguments.first, let new = arguments.dropFirst().first else { return CallEstimate(cost: .unknown) }
      return CallEstimate(cost: (old.count + new.count) * CostEstimate(exactly: cost) + 1, result: result(old, new))
    }
  }

  /// Some of the elements of a list.
  private static func part(of list: ValueSize) -> ValueSize {
    ValueSize(SizeEstimate(upTo: list.count.maximum), elements: list.elements)
  }
}
