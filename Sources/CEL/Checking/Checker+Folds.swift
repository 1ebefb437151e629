import SourceText

/// Comprehensions, and the variables that they bring into scope.
extension Checker {
  mutating func comprehension(_ id: ID, _ fold: SyntaxTree.Comprehension) -> TypeID {
    let checked = check(fold.range)
    let rangeType = unifier.substituted(checked)
    let accumulatorType = check(fold.accumulatorInitial)
    let (iteration, second) = elements(of: rangeType, fold, id)

    scope.push(fold.accumulator, .local(comprehension: id, .accumulator), type: accumulatorType)
    scope.push(fold.iterationVariable, .local(comprehension: id, .iteration), type: iteration)
    if let name = fold.secondVariable { scope.push(name, .local(comprehension: id, .second), type: second) }
    let condition = check(fold.loopCondition)
    if condition != TypeStore.bool, !unifier.isAssignable(condition, to: TypeStore.bool) {
      report(CheckWording.conditionNotBool(found: shown(condition)), at: tree.ranges[Int(fold.loopCondition)])
    }
    let step = check(fold.loopStep)
    if step != accumulatorType, !unifier.isAssignable(step, to: accumulatorType) {
      report(
        CheckWording.stepDiffers(shown(accumulatorType), found: shown(step)), at: tree.ranges[Int(fold.loopStep)])
    }
    scope.pop(fold.secondVariable == nil ? 1 : 2)
    let result = check(fold.result)
    scope.pop(1)
    return unifier.substituted(result)
  }

  /// The types of the variables that go through a range.
  private mutating func elements(of range: TypeID, _ fold: SyntaxTree.Comprehension, _ id: ID)
    -> (first: TypeID, second: TypeID)
  {
    let node = unifier.store[range]
    let isTwofold = fold.secondVariable != nil
    switch node.kind {
    case .list: return isTwofold ? (TypeStore.int, node.first) : (node.first, TypeStore.dyn)
    case .map: return (node.first, node.second)
    case .dyn, .error: return (range, range)
    case .variable:
      _ = unifier.isAssignable(TypeStore.dyn, to: range)
      return (TypeStore.dyn, TypeStore.dyn)
    default:
      let macro = tree.text(at: tree.nameRanges[Int(id)])
      report(CheckWording.notARange(macro, found: shown(range)), at: tree.ranges[Int(fold.range)])
      return (TypeStore.error, TypeStore.error)
    }
  }
}
