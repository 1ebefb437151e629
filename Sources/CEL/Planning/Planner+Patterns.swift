import SourceText

/// Literal patterns and formats, whose faults are found while planning.
extension Planner {
  /// A call with a constant pattern, which is compiled now: `matches` with code of its own, the others find it at run time.
  mutating func planMatch(
    _ node: NodeID, _ builtin: Builtin, _ operands: [Planned], _ arguments: [SyntaxTree.ID]
  ) -> Planned? {
    guard let pattern = pattern(builtin, operands) else { return nil }
    do {
      let expression = try RegularExpression(pattern.rawBytes)
      constants.expressions.append((pattern, expression))
      guard builtin.name == "matches" else { return nil }
      let length = UTF8Text.count(pattern)
      let price =
        RegexFunctions.price(patternLength: length)
        + RegexFunctions.surcharge(patternLength: length, width: expression.width)
      let maker = MatchMaker(expression: Unmanaged.passUnretained(expression), price: price, node: node)
      return folded(
        .code(node, cost: operands[0].cost + operands[1].cost, operands[0].make(maker)),
        operands[0].constant != nil)
    } catch {
      issues.append(
        CompileIssue(
          message: error.message, range: place(error.range, of: pattern, in: arguments[1]),
          suggestion: error.suggestion))
      return failing(.badPattern, node)
    }
  }

  /// Looks at a literal format with a literal list of arguments, whose types are known.
  mutating func checkFormat(_ node: NodeID, _ builtin: Builtin, _ operands: [Planned], _ arguments: [SyntaxTree.ID]) {
    guard builtin.name == "format", expression.isChecked, let format = operands[0].constant, format.tag == .string,
      case .list(let elements, let optional) = expression.tree[arguments[1]], optional.isEmpty,
      let fault = FormatFunction.fault(in: format, elements.map { expression.type(of: $0) })
    else { return }
    issues.append(CompileIssue(message: fault, range: range(of: node)))
  }

  private func pattern(_ builtin: Builtin, _ operands: [Planned]) -> Value? {
    guard builtin.name == "matches" || builtin.name.hasPrefix("regex."), operands.count >= 2,
      let pattern = operands[1].constant, pattern.tag == .string
    else { return nil }
    return pattern
  }

  /// Where a part of a literal stands in the expression: exact when nothing in the literal is escaped.
  private func place(_ part: Range<Int>, of text: Value, in node: SyntaxTree.ID) -> ByteRange {
    let whole = range(of: node)
    let source = expression.tree.source
    guard whole.indices.upperBound <= source.count, case .literal(.string) = expression.tree[node] else { return whole }
    let written = source[whole.indices]
    // The closing quotes are as many as the opening ones; a prefix makes up the difference.
    for quotes in [3, 1] where written.count >= text.count + 2 * quotes {
      let end = whole.indices.upperBound - quotes
      let start = end - text.count
      if source[start..<end].elementsEqual(text.rawBytes) {
        return ByteRange(UInt32(clamping: start + part.lowerBound), UInt32(clamping: start + part.upperBound))
      }
    }
    return whole
  }
}

struct MatchMaker: UnaryMaker {
  /// Kept alive by the constants of the program.
  let expression: Unmanaged<RegularExpression>
  /// Of ten characters of text.
  let price: Int64
  let node: NodeID

  func make<O: Fetch>(_ operand: O) -> Operation {
    let (expression, price, node) = (expression, price, node)
    return { context in
      let text = operand.fetch(context)
      guard text.tag == .string else {
        context.charge(1)
        return context.noOverload(node, text)
      }
      RegexFunctions.charge(context, text, price: price)
      if context.isOverLimit { return context.costBreach(node) }
      return .bool(
        expression._withUnsafeGuaranteedRef {
          $0.matches(text.rawBytes, scratch: context.pointee.activation.regex)
        })
    }
  }
}
