import SourceText

/// A call that may be a macro: everything is parsed, nothing is built.
struct MacroCall {
  var function: String
  var target: Parser.Piece?
  var arguments: [Parser.Piece]
  /// The whole call.
  var range: ByteRange
  /// The macro's name in it.
  var name: ByteRange
}

/// Which macro a call is, and what all of them share.
///
/// A macro stands for the node that it expands to, before any name is looked up. Faults in its
/// arguments are reported, and the call is then left as it is.
/// Source: CEL language definition, "Macros".
extension Parser {
  /// The accumulator of the folds that macros expand to. No author can write this name.
  static let accumulator = "@result"

  /// The node that a call stands for, or nothing when it is an ordinary call.
  mutating func expand(_ call: MacroCall) -> ID? {
    guard let target = call.target else {
      return call.function == "has" && call.arguments.count == 1 && macros.contains(.standard)
        ? presence(call) : nil
    }
    if case .identifier(let namespace) = builder[target.id] {
      switch namespace {
      case "cel":
        if macros.contains(.bindings), call.function == "bind", call.arguments.count == 3 { return bind(call) }
        if macros.contains(.block), let id = block(call) { return id }
      case "math" where macros.contains(.math):
        if call.function == "greatest" { return extreme(call, of: "math.@max") }
        if call.function == "least" { return extreme(call, of: "math.@min") }
      default: break
      }
    }
    return expandMember(call, on: target)
  }

  private mutating func expandMember(_ call: MacroCall, on target: Piece) -> ID? {
    let isStandard = macros.contains(.standard)
    let hasTwoVariables = macros.contains(.twoVariables)
    switch (call.function, call.arguments.count) {
    case ("all", 2) where isStandard: return quantifier(call, .all, over: target)
    case ("exists", 2) where isStandard: return quantifier(call, .exists, over: target)
    case ("exists_one", 2) where isStandard, ("existsOne", 2) where isStandard:
      return quantifier(call, .existsOne, over: target)
    case ("map", 2) where isStandard, ("map", 3) where isStandard:
      return transformation(call, .map, over: target)
    case ("filter", 2) where isStandard: return filter(call, over: target)
    case ("all", 3) where hasTwoVariables: return quantifier(call, .all, over: target)
    case ("exists", 3) where hasTwoVariables: return quantifier(call, .exists, over: target)
    case ("exists_one", 3) where hasTwoVariables, ("existsOne", 3) where hasTwoVariables:
      return quantifier(call, .existsOne, over: target)
    case ("transformList", 3) where hasTwoVariables, ("transformList", 4) where hasTwoVariables:
      return transformation(call, .transformList, over: target)
    case ("transformMap", 3) where hasTwoVariables, ("transformMap", 4) where hasTwoVariables:
      return transformation(call, .transformMap, over: target)
    case ("transformMapEntry", 3) where hasTwoVariables, ("transformMapEntry", 4) where hasTwoVariables:
      return transformation(call, .transformMapEntry, over: target)
    case ("optMap", 2) where macros.contains(.optionals): return optionalMap(call, isFlat: false, over: target)
    case ("optFlatMap", 2) where macros.contains(.optionals): return optionalMap(call, isFlat: true, over: target)
    case ("sortBy", 2) where macros.contains(.lists): return sortBy(call, over: target)
    default: return nil
    }
  }

  /// The name that an argument is, for a variable of the macro; reported when it is none.
  mutating func variable(_ argument: Piece, of call: MacroCall) -> String? {
    guard case .identifier(let name) = builder[argument.id], !name.utf8.starts(with: ".".utf8) else {
      report(SyntaxWording.mustBeName(call.function), at: argument.range)
      return nil
    }
    // The second is what other implementations call it, or did.
    if name == Parser.accumulator || name == "__result__" {
      report(SyntaxWording.accumulatorName(name), at: argument.range)
      return nil
    }
    return name
  }

  /// The variables that all arguments but the last ones are.
  mutating func variables(_ count: Int, of call: MacroCall) -> (first: String, second: String?)? {
    let first = variable(call.arguments[0], of: call)
    guard count == 2 else { return first.map { ($0, nil) } }
    let second = variable(call.arguments[1], of: call)
    guard let first, let second else { return nil }
    if first == second {
      report(SyntaxWording.repeatedVariable(first), at: call.arguments[1].range)
      return nil
    }
    return (first, second)
  }

  // MARK: has

  private mutating func presence(_ call: MacroCall) -> ID? {
    let argument = call.arguments[0]
    if case .select(let operand, let field, false) = builder[argument.id] {
      return builder.select(
        operand, field, builder.range(of: argument.id), name: builder.nameRange(of: argument.id), testOnly: true)
    }
    report(SyntaxWording.hasNeedsField(fix: fixForPresence(argument)), at: argument.range)
    return nil
  }

  /// What to write for `has(a['b'])`, `has(a.?b)` and `has(a)`.
  private func fixForPresence(_ argument: Piece) -> String? {
    guard case .call(let function, nil, let operands) = builder[argument.id], operands.count == 2 else { return nil }
    let operand = source(of: operands[0])
    switch (function, builder[operands[1]]) {
    case (Operator.index, .literal(.string(let key))):
      let isWord = key.first.map { !$0.isDigit } == true && key.allSatisfy(\.isWordByte)
      let name = String(decoding: key, as: UTF8.self)
      if isWord, Keywords.kind(of: key[...]) == .identifier { return "has(\(operand).\(name))" }
      let quoted = SyntaxWording.visible(source(of: operands[1]))
      let inForm = "\(quoted) in \(operand)"
      return options.allowsQuotedFields && !key.isEmpty && key.allSatisfy(\.isQuotedFieldByte)
        ? "has(\(operand).`\(name)`), or \(inForm)" : inForm
    case (Operator.index, _):
      return "\(source(of: operands[1])) in \(operand)"
    case (Operator.optionalSelect, .literal(.string(let key))):
      return "has(\(operand).\(String(decoding: key, as: UTF8.self)))"
    case (Operator.optionalIndex, _):
      return "\(source(of: argument.id)).hasValue()"
    default: return nil
    }
  }

  private func source(of id: ID) -> String {
    let range = builder.range(of: id)
    return SyntaxWording.visible(lexer.text(Int(range.lowerBound), Int(range.upperBound)))
  }
}
