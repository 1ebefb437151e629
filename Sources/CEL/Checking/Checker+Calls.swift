import SourceText

/// Calls: which function, which of its overloads, and what it gives.
extension Checker {
  mutating func call(_ id: ID, _ name: String, target: ID?, _ operands: [ID]) -> TypeID {
    if target == nil, name.utf8.first == UInt8(ascii: "_") {
      switch name {
      case Operator.and, Operator.or: return logic(id, name, operands)
      case Operator.conditional where operands.count == 3: return conditional(id, operands)
      case Operator.optionalSelect where operands.count == 2 && environment.functions.function(named: name) != nil:
        guard case .literal(.string(let field)) = tree[operands[1]] else { break }
        setFunction(id, name)
        _ = check(operands[1])
        let fieldName = String(decoding: field, as: UTF8.self)
        return selection(id, operand: operands[0], field: fieldName, isOptional: true)
      default: break
      }
    }
    if name == Operator.block, target == nil, operands.count == 2 { return block(id, operands) }

    var function: Int?
    var receiver: ID?
    if let target {
      function = scope.namespacedFunction(name, target: target, in: tree)
      if function == nil {
        receiver = target
        function = environment.functions.function(named: name)
      }
    } else {
      function = scope.function(named: name)
    }
    guard let function else { return unknownFunction(id, name, target: target, operands) }

    let first = arguments.count
    if let receiver { arguments.append(check(receiver)) }
    for operand in operands { arguments.append(check(operand)) }
    defer { arguments.removeLast(arguments.count - first) }
    if let result = resolve(id, function, isMember: receiver != nil, from: first) { return result }
    noOverload(id, function, receiver: receiver, operands, from: first)
    return TypeStore.error
  }

  /// Finds the overloads that the arguments from `first` on may fill.
  private mutating func resolve(_ id: ID, _ function: Int, isMember: Bool, from first: Int) -> TypeID? {
    let table = environment.functions
    let count = arguments.count - first
    let acrossTypes = environment.options.comparesAcrossNumericTypes
    var result: TypeID?
    var found: [Int] = []
    for place in table.functions[function].overloads {
      let signature = table.signatures[place]
      guard signature.isMember == isMember, signature.parameters.count == count,
        acrossTypes || !signature.comparesAcrossTypes
      else { continue }
      let mark = unifier.mark
      var firstVariable: TypeID = 0
      for number in 0..<signature.typeParameterCount {
        let variable = unifier.freshVariable()
        if number == 0 { firstVariable = variable }
      }
      var fits = true
      for index in 0..<count {
        let wanted = unifier.instantiated(signature.parameters[index], firstVariable: firstVariable)
        guard unifier.isAssignable(arguments[first + index], to: wanted) else {
          fits = false
          break
        }
      }
      guard fits else {
        unifier.undo(to: mark)
        continue
      }
      let instance = unifier.instantiated(signature.result, firstVariable: firstVariable)
      let type = unifier.substituted(instance)
      if found.isEmpty { found = signature.alone } else { found.append(place) }
      guard let earlier = result else {
        result = type
        continue
      }
      if earlier != TypeStore.dyn, !unifier.isSame(earlier, type) { result = TypeStore.dyn }
    }
    guard let result else { return nil }
    references[Int(id)] = .function(FunctionReference(function: function, overloads: found, takesTarget: isMember))
    return result
  }

  private mutating func setFunction(_ id: ID, _ name: String) {
    guard let function = environment.functions.function(named: name) else { return }
    references[Int(id)] = .function(
      FunctionReference(
        function: function, overloads: environment.functions.functions[function].overloads, takesTarget: false))
  }

  // MARK: Operators that say more of themselves than their signature

  /// `&&` and `||` of any number of operands.
  private mutating func logic(_ id: ID, _ name: String, _ operands: [ID]) -> TypeID {
    guard environment.functions.function(named: name) != nil else {
      return unknownFunction(id, name, target: nil, operands)
    }
    setFunction(id, name)
    for operand in operands {
      let type = check(operand)
      if type != TypeStore.bool, !unifier.isAssignable(type, to: TypeStore.bool) {
        report(
          CheckWording.operandNotBool(CheckWording.displayed(name), found: shown(type)), at: tree.ranges[Int(operand)])
      }
    }
    return TypeStore.bool
  }

  private mutating func conditional(_ id: ID, _ operands: [ID]) -> TypeID {
    setFunction(id, Operator.conditional)
    let condition = check(operands[0])
    if condition != TypeStore.bool, !unifier.isAssignable(condition, to: TypeStore.bool) {
      report(CheckWording.conditionNotBool(found: shown(condition)), at: tree.ranges[Int(operands[0])])
    }
    let yes = check(operands[1])
    let no = check(operands[2])
    let wanted = unifier.freshVariable()
    guard unifier.isAssignable(yes, to: wanted), unifier.isAssignable(no, to: wanted) else {
      report(CheckWording.branchesDiffer(shown(yes), shown(no)), at: tree.ranges[Int(operands[2])])
      return TypeStore.error
    }
    return unifier.substituted(wanted)
  }

  /// `cel.@block([a, b], c)`: every element may use those before it, as `@index0`, `@index1` …
  private mutating func block(_ id: ID, _ operands: [ID]) -> TypeID {
    setFunction(id, Operator.block)
    guard case .list(let elements, _) = tree[operands[0]] else {
      report(SyntaxWording.blockNeedsList, at: tree.ranges[Int(operands[0])])
      return TypeStore.error
    }
    for (index, element) in elements.enumerated() {
      let type = check(element)
      scope.push("@index\(index)", .element(block: id, index: index), type: type)
    }
    let result = check(operands[1])
    scope.pop(elements.count)
    return result
  }

  // MARK: Faults

  private mutating func unknownFunction(_ id: ID, _ name: String, target: ID?, _ operands: [ID]) -> TypeID {
    let range = tree.nameRanges[Int(id)]
    if let usage = CheckWording.macroUsage(name) {
      // Its arguments are not values, and would only be reported as undeclared.
      if let target { _ = check(target) }
      report(CheckWording.macroMisused(name, usage: usage), at: range)
      return TypeStore.error
    }
    let isNamespace = target.flatMap { Scope.qualifiedName(of: $0, in: tree) }
    var suggestion = Suggestion(for: name)
    for function in environment.functions.functions
    where function.name.utf8.first != UInt8(ascii: "@") && function.name.utf8.first != UInt8(ascii: "_") {
      suggestion.consider(function.name)
    }
    for macro in CheckWording.macroNames { suggestion.consider(macro) }
    var nearest = suggestion.nearest
    if let isNamespace, isUndeclaredNamespace(target) {
      // `math.max(x)`: neither a function of that name nor a value `math` to call it on.
      let full = isNamespace + "." + name
      nearest = Suggestion.nearest(
        to: full, among: environment.functions.names.filter { !$0.utf8.contains(UInt8(ascii: "@")) })
      report(CheckWording.unknownFunction(full, nearest: nearest), at: range)
      for operand in operands { _ = check(operand) }
      return TypeStore.error
    }
    if let target { _ = check(target) }
    if nearest.flatMap(CheckWording.macroUsage) == nil {
      for operand in operands { _ = check(operand) }
    }
    report(CheckWording.unknownFunction(name, nearest: nearest), at: range)
    return TypeStore.error
  }

  /// Whether a target is the first half of functions' names, and no value.
  private func isUndeclaredNamespace(_ target: ID?) -> Bool {
    guard let target, case .identifier(let name) = tree[target] else { return false }
    return environment.functions.dottedRoots.contains(name) && scope.meaning(ofIdentifier: name) == nil
  }

  private mutating func noOverload(_ id: ID, _ function: Int, receiver: ID?, _ operands: [ID], from first: Int) {
    let nodes = (receiver.map { [$0] } ?? []) + operands
    let types = arguments[first...].map { celType($0) }
    let texts = nodes.map { tree.text(at: tree.ranges[Int($0)]) }
    let name = environment.functions.functions[function].name
    let overloads = environment.functions.functions[function].overloads.map { environment.functions.overloads[$0] }
    report(
      CheckWording.noOverload(
        CheckWording.Call(
          name: name, types: types, shownTypes: types.map(\.description), texts: texts, isMember: receiver != nil,
          overloads: overloads)),
      at: tree.nameRanges[Int(id)])
  }
}
