import SourceText

/// The macros that go through a list or a map.
///
/// Each is a fold with the generic fields that the specification gives it, and beside them the parts as written,
/// so that a planner may run it natively.
extension Parser {
  /// `all`, `exists` and `exists_one`, with one variable or two.
  mutating func quantifier(_ call: MacroCall, _ shape: SyntaxTree.Comprehension.Shape, over target: Piece) -> ID? {
    guard let names = variables(call.arguments.count - 1, of: call), let body = call.arguments.last else { return nil }
    let range = call.range
    let predicate = body.id
    let initial: ID
    let condition: ID
    let step: ID
    let result: ID
    switch shape {
    case .all:
      initial = builder.literal(.bool(true), range)
      condition = builder.call(Operator.notStrictlyFalse, [accumulated(range)], range)
      step = builder.call(Operator.and, [accumulated(range), predicate], range)
      result = accumulated(range)
    case .exists:
      initial = builder.literal(.bool(false), range)
      let negated = builder.call(Operator.not, [accumulated(range)], range)
      condition = builder.call(Operator.notStrictlyFalse, [negated], range)
      step = builder.call(Operator.or, [accumulated(range), predicate], range)
      result = accumulated(range)
    default:
      initial = builder.literal(.int(0), range)
      condition = builder.literal(.bool(true), range)
      let more = builder.call(Operator.add, [accumulated(range), builder.literal(.int(1), range)], range)
      step = builder.call(Operator.conditional, [predicate, more, accumulated(range)], range)
      result = builder.call(Operator.equal, [accumulated(range), builder.literal(.int(1), range)], range)
    }
    let fold = SyntaxTree.Comprehension(
      shape: shape, iterationVariable: names.first, secondVariable: names.second, range: target.id,
      accumulator: Parser.accumulator, accumulatorInitial: initial, loopCondition: condition, loopStep: step,
      result: result, predicate: predicate, transform: nil)
    return builder.comprehension(fold, range, name: call.name)
  }

  /// `map`, `transformList`, `transformMap` and `transformMapEntry`, each with or without a condition.
  mutating func transformation(_ call: MacroCall, _ shape: SyntaxTree.Comprehension.Shape, over target: Piece) -> ID? {
    let variableCount = shape == .map ? 1 : 2
    guard let names = variables(variableCount, of: call), let body = call.arguments.last else { return nil }
    let range = call.range
    let predicate = call.arguments.count == variableCount + 2 ? call.arguments[variableCount].id : nil
    let transform = body.id
    let initial: ID
    var step: ID
    switch shape {
    case .transformMap:
      initial = builder.map([], range)
      let key = builder.identifier(names.first, range)
      step = builder.call(Operator.mapInsert, [accumulated(range), key, transform], range, name: body.range)
    case .transformMapEntry:
      initial = builder.map([], range)
      step = builder.call(Operator.mapInsert, [accumulated(range), transform], range, name: body.range)
    default:
      initial = builder.list([], range)
      let element = builder.list([transform], range)
      step = builder.call(Operator.add, [accumulated(range), element], range, name: body.range)
    }
    if let predicate {
      step = builder.call(Operator.conditional, [predicate, step, accumulated(range)], range)
    }
    let fold = SyntaxTree.Comprehension(
      shape: shape, iterationVariable: names.first, secondVariable: names.second, range: target.id,
      accumulator: Parser.accumulator, accumulatorInitial: initial,
      loopCondition: builder.literal(.bool(true), range), loopStep: step, result: accumulated(range),
      predicate: predicate, transform: transform)
    return builder.comprehension(fold, range, name: call.name)
  }

  mutating func filter(_ call: MacroCall, over target: Piece) -> ID? {
    guard let names = variables(1, of: call) else { return nil }
    let range = call.range
    let predicate = call.arguments[1].id
    let initial = builder.list([], range)
    let element = builder.list([builder.identifier(names.first, call.arguments[0].range)], range)
    let more = builder.call(Operator.add, [accumulated(range), element], range)
    let step = builder.call(Operator.conditional, [predicate, more, accumulated(range)], range)
    let fold = SyntaxTree.Comprehension(
      shape: .filter, iterationVariable: names.first, secondVariable: nil, range: target.id,
      accumulator: Parser.accumulator, accumulatorInitial: initial,
      loopCondition: builder.literal(.bool(true), range), loopStep: step, result: accumulated(range),
      predicate: predicate, transform: nil)
    return builder.comprehension(fold, range, name: call.name)
  }

  private mutating func accumulated(_ range: ByteRange) -> ID { builder.identifier(Parser.accumulator, range) }
}
