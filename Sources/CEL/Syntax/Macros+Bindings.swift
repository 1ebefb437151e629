import SourceText

/// The macros that give a value a name, and those that are only another way to write a call.
extension Parser {
  // MARK: cel.bind

  mutating func bind(_ call: MacroCall) -> ID? {
    guard let name = variable(call.arguments[0], of: call) else { return nil }
    return binding(name, call.arguments[1].id, in: call.arguments[2].id, call.range, name: call.name)
  }

  /// A fold over nothing, whose accumulator is the value and whose result is the body.
  private mutating func binding(_ variable: String, _ value: ID, in body: ID, _ range: ByteRange, name: ByteRange) -> ID {
    let fold = SyntaxTree.Comprehension(
      shape: .bind, iterationVariable: "#unused", secondVariable: nil, range: builder.list([], range),
      accumulator: variable, accumulatorInitial: value, loopCondition: builder.literal(.bool(false), range),
      loopStep: builder.identifier(variable, range), result: body, predicate: nil, transform: nil)
    return builder.comprehension(fold, range, name: name)
  }

  // MARK: optMap, optFlatMap

  /// `o.hasValue() ? optional.of(bind(v, o.value(), t)) : optional.none()`, without `of` when flat.
  ///
  /// A target that is more than a name is bound first, or a chain of n would be evaluated 2ⁿ times.
  mutating func optionalMap(_ call: MacroCall, isFlat: Bool, over target: Piece) -> ID? {
    guard let variable = variable(call.arguments[0], of: call) else { return nil }
    let range = call.range
    let place = call.name
    var boundName: String?
    let plainName: String
    if case .identifier(let name) = builder[target.id] {
      plainName = name
    } else {
      plainName = "@target"
      boundName = plainName
    }
    let targetRange = target.range
    let present = builder.call("hasValue", target: builder.identifier(plainName, targetRange), [], range, name: place)
    let value = builder.call("value", target: builder.identifier(plainName, targetRange), [], range, name: place)
    var some = binding(variable, value, in: call.arguments[1].id, range, name: place)
    if !isFlat { some = optionalCall("of", [some], range, place) }
    let none = optionalCall("none", [], range, place)
    let choice = builder.call(Operator.conditional, [present, some, none], range, name: place)
    return boundName.map { binding($0, target.id, in: choice, range, name: place) } ?? choice
  }

  private mutating func optionalCall(_ name: String, _ arguments: [ID], _ range: ByteRange, _ place: ByteRange) -> ID {
    builder.call("optional." + name, arguments, range, name: place)
  }

  // MARK: sortBy

  /// `list.sortBy(e, key)`: the list and its keys, each computed once.
  mutating func sortBy(_ call: MacroCall, over target: Piece) -> ID? {
    let input = "@__sortBy_input__"
    var mapped = call
    mapped.function = "sortBy"
    let source = Piece(
      id: builder.identifier(input, target.range), start: target.start, end: target.end)
    guard let keys = transformation(mapped, .map, over: source) else { return nil }
    let sorted = builder.call(
      "@sortByAssociatedKeys", target: builder.identifier(input, target.range), [keys], call.range, name: call.name)
    return binding(input, target.id, in: sorted, call.range, name: call.name)
  }

  // MARK: math.greatest, math.least

  mutating func extreme(_ call: MacroCall, of function: String) -> ID? {
    let name = "math." + call.function
    switch call.arguments.count {
    case 0:
      report(SyntaxWording.extremeNeedsArgument(name), at: call.range)
      return nil
    case 1:
      let argument = call.arguments[0]
      let isGood =
        if case .list(let elements, _) = builder[argument.id] {
          !elements.isEmpty && elements.allSatisfy { mayBeNumber($0) }
        } else {
          mayBeNumber(argument.id)
        }
      if !isGood { report(SyntaxWording.extremeNeedsList(name), at: argument.range) }
      return builder.call(function, [argument.id], call.range, name: call.name)
    default:
      for argument in call.arguments where !mayBeNumber(argument.id) {
        report(SyntaxWording.extremeNeedsNumbers(name), at: argument.range)
      }
      let arguments = call.arguments.map(\.id)
      let passed = arguments.count == 2 ? arguments : [builder.list(arguments, call.range)]
      return builder.call(function, passed, call.range, name: call.name)
    }
  }

  private func mayBeNumber(_ id: ID) -> Bool {
    switch builder[id] {
    case .literal(.int), .literal(.uint), .literal(.double): true
    case .literal, .list, .map, .message: false
    default: true
    }
  }

  // MARK: cel.block

  /// The macros by which a program writes common subexpressions.
  mutating func block(_ call: MacroCall) -> ID? {
    switch (call.function, call.arguments.count) {
    case ("block", 2):
      guard case .list = builder[call.arguments[0].id] else {
        report(SyntaxWording.blockNeedsList, at: call.arguments[0].range)
        return nil
      }
      return builder.call(Operator.block, call.arguments.map(\.id), call.range, name: call.name)
    case ("index", 1):
      return numbers(of: call).map { builder.identifier("@index\($0[0])", call.range) }
    case ("iterVar", 2):
      return numbers(of: call).map { builder.identifier("@it:\($0[0]):\($0[1])", call.range) }
    case ("accuVar", 2):
      return numbers(of: call).map { builder.identifier("@ac:\($0[0]):\($0[1])", call.range) }
    default: return nil
    }
  }

  private mutating func numbers(of call: MacroCall) -> [Int64]? {
    var numbers: [Int64] = []
    for argument in call.arguments {
      guard case .literal(.int(let number)) = builder[argument.id], number >= 0 else {
        report(SyntaxWording.blockNeedsNumber, at: argument.range)
        return nil
      }
      numbers.append(number)
    }
    return numbers
  }
}
