extension RegexParser {
  /// `*`, `+` and `?`, each with an optional `?` that makes it lazy.
  mutating func parseRepeat(minimum: Int, maximum: Int?, after before: Range<Int>?) throws(RegexSyntaxError) {
    let start = position
    position += 1
    try finishRepeat(minimum: minimum, maximum: maximum, isCounted: false, from: start, after: before)
  }

  /// `{n}`, `{n,}` and `{n,m}`; a brace that opens nothing of the kind is a brace.
  mutating func parseCountedRepeat(after before: Range<Int>?) throws(RegexSyntaxError) {
    let start = position
    guard let (minimum, maximum) = countsOfRepeat() else {
      position = start
      try pushLiteral(nextScalar())
      return
    }
    try finishRepeat(minimum: minimum, maximum: maximum, isCounted: true, from: start, after: before)
  }

  private mutating func finishRepeat(
    minimum: Int, maximum: Int?, isCounted: Bool, from start: Int, after before: Range<Int>?
  ) throws(RegexSyntaxError) {
    var isGreedy = !flags.contains(.lazyByDefault)
    if peek() == UInt8(ascii: "?") {
      position += 1
      isGreedy.toggle()
    }
    let range = start..<position
    if let before {
      let isPossessive = position - start == 1 && bytes[start] == UInt8(ascii: "+") && before.upperBound == start
      throw fault(
        isPossessive ? .unsupported(.possessiveRepeat) : .repeatOfRepeat, before.lowerBound..<position)
    }
    if isCounted {
      let limit = RegexLimits.repeatCount
      guard minimum <= limit, maximum ?? 0 <= limit else { throw fault(.repeatTooLarge(limit: limit), range) }
      guard maximum.map({ $0 >= minimum }) ?? true else { throw fault(.repeatOutOfOrder, range) }
    }
    guard operands.count > frames[frames.count - 1].firstOperand, let operand = operands.popLast() else {
      throw fault(.nothingToRepeat, range)
    }
    let node = tree.repetition(operand, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
    if isCounted {
      tree.countRepeat(node, times: maximum ?? minimum)
      guard tree.nodes[node].repeatFactor <= RegexLimits.repeatCount else {
        throw fault(.repeatTooLarge(limit: RegexLimits.repeatCount), range)
      }
    }
    operands.append(try checked(node, range))
    previousRepeat = range
  }

  /// Reads the numbers of a counted repeat, or returns `nil` where there is none.
  private mutating func countsOfRepeat() -> (Int, Int?)? {
    position += 1
    guard let minimum = integer() else { return nil }
    var maximum: Int? = minimum
    if peek() == UInt8(ascii: ",") {
      position += 1
      if peek() == UInt8(ascii: "}") {
        maximum = nil
      } else {
        guard let number = integer() else { return nil }
        maximum = number
      }
    }
    guard peek() == UInt8(ascii: "}") else { return nil }
    position += 1
    return (minimum, maximum)
  }

  /// A decimal number without leading zeros, below a thousand million.
  private mutating func integer() -> Int? {
    let start = position
    var value = 0
    while let digit = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      guard value < 100_000_000 else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      position += 1
    }
    let count = position - start
    return count == 0 || (count > 1 && bytes[start] == UInt8(ascii: "0")) ? nil : value
  }
}
