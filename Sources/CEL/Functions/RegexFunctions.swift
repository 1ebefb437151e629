/// `matches` and the regex extension, with patterns in RE2's syntax.
///
/// Costs are those of cel-go: a tenth of the text times a quarter of the pattern, and what is made. A pattern that is larger
/// than it looks, such as `.{900}`, also pays for what it writes out to.
enum RegexFunctions {
  static let builtins: [Builtin] = [
    .global("matches", cost: 0) { c, text, pattern, node in
      with(c, text, pattern, node) { matches(c, text, pattern, $0) }
    },
    .member("matches", cost: 0) { c, text, pattern, node in
      with(c, text, pattern, node) { matches(c, text, pattern, $0) }
    },
    .global("regex.extract", cost: 0) { c, text, pattern, node in
      with(c, text, pattern, node) { extract(c, text, pattern, $0, node) }
    },
    .global("regex.extractAll", cost: 0) { c, text, pattern, node in
      with(c, text, pattern, node) { extractAll(c, text, pattern, $0, node) }
    },
    .global("regex.replace", cost: 0) { c, text, pattern, new, node in
      with(c, text, pattern, node) { replace(c, text, pattern, new, .int(-1), $0, node) }
    },
    .variadic("regex.replace", isMember: false, arity: 4, cost: 0) { c, a, _, node in
      with(c, a[0], a[1], node) { replace(c, a[0], a[1], a[2], a[3], $0, node) }
    },
  ]

  /// Charges for a search; the text is measured in characters.
  ///
  /// - Parameter price: What ten of them cost.
  @inline(__always)
  static func charge(_ c: Context, _ text: Value, price: Int64) {
    c.charge(Int64((UTF8Text.count(text) + 10) / 10) * price)
  }

  /// What ten characters cost for the length of the pattern, as in cel-go.
  static func price(patternLength: Int) -> Int64 { Int64((patternLength + 3) / 4) }

  /// What they cost beyond that, for repeats that write out to more places than a pattern of this length should have.
  ///
  /// A search stands at all places at once at worst. How many states the automaton has met so far would be nearer to the work,
  /// but depends on what was searched before, and a price may not.
  static func surcharge(patternLength: Int, width: Int) -> Int64 { Int64(max(0, width - 2 * patternLength)) }

  /// What it costs to compile a pattern that is known only now, whether it was used before or not: the instructions and the
  /// ranges of its classes, beyond those that a pattern of this length should have.
  static func compilation(patternLength: Int, instructions: Int, rangeCount: Int) -> Int64 {
    let work = max(0, instructions - 16 * patternLength) / 4 + 6 * max(0, rangeCount - 2 * patternLength)
    return Int64(min(work, largestCompilation))
  }

  /// The limit on instructions ends what takes longer soon.
  static let largestCompilation = 20_000

  /// Finds the expression of a pattern that is only known now.
  private static func with(
    _ c: Context, _ text: Value, _ pattern: Value, _ node: NodeID, _ body: (RegularExpression) -> Value
  ) -> Value {
    guard text.tag == .string, pattern.tag == .string else { return c.noOverload(node) }
    let length = UTF8Text.count(pattern)
    charge(c, text, price: price(patternLength: length))
    if c.isOverLimit { return c.costBreach(node) }
    let literal = c.pointee.program?._withUnsafeGuaranteedRef { $0.literalExpression(pattern) }
    do throws(RegexSyntaxError) {
      let expression: RegularExpression
      if let literal {
        expression = literal
      } else {
        expression = try c.pointee.activation.regex.expression(pattern.rawBytes)
        c.charge(
          compilation(
            patternLength: length, instructions: expression.instructionCount, rangeCount: expression.rangeCount))
      }
      charge(c, text, price: surcharge(patternLength: length, width: expression.width))
      return c.isOverLimit ? c.costBreach(node) : body(expression)
    } catch {
      c.charge(compilation(patternLength: length, instructions: 0, rangeCount: error.rangeCount))
      if c.isOverLimit { return c.costBreach(node) }
      return c.failure(.badPattern, node, pattern, c.string(error.message, node))
    }
  }

  @inline(__always)
  static func matches(_ c: Context, _ text: Value, _ pattern: Value, _ expression: RegularExpression) -> Value {
    .bool(expression.matches(text.rawBytes, scratch: c.pointee.activation.regex))
  }

  private static func fault(_ c: Context, _ message: StaticString, _ node: NodeID) -> Value {
    c.failure(.invalidArgument, node, .string(message))
  }

  private static func slice(_ text: Value, _ range: Swift.Range<Int>) -> Value {
    .string(UnsafeBufferPointer(rebasing: text.rawBytes[range]), isASCII: text.flags.contains(.isASCII))
  }

  /// The first match, or what its only group holds.
  private static func extract(
    _ c: Context, _ text: Value, _ pattern: Value, _ expression: RegularExpression, _ node: NodeID
  ) -> Value {
    guard expression.groupCount <= 1 else { return fault(c, "the pattern has more than one group", node) }
    guard let match = expression.firstMatch(in: text.rawBytes, scratch: c.pointee.activation.regex) else {
      return .noneOptional
    }
    guard expression.groupCount == 1 else { return c.optional(slice(text, match.range), node) }
    guard let group = match.spans.last.flatMap(\.self) else { return .noneOptional }
    return c.optional(slice(text, group), node)
  }

  private static func extractAll(
    _ c: Context, _ text: Value, _ pattern: Value, _ expression: RegularExpression, _ node: NodeID
  ) -> Value {
    guard expression.groupCount <= 1 else { return fault(c, "the pattern has more than one group", node) }
    c.charge(10)
    var pieces: [Value] = []
    let fault = eachMatch(c, text, expression, most: .max, node) { match in
      guard expression.groupCount == 1 else { return pieces.append(slice(text, match.range)) }
      // Groups that took no part or hold nothing are left out.
      if let group = match.spans.last.flatMap(\.self), !group.isEmpty { pieces.append(slice(text, group)) }
    }
    if let fault { return fault }
    c.charge(Int64(pieces.count))
    return c.list(pieces, node)
  }

  /// Work of threads for one unit, and how much of it each unit that was charged before pays for.
  private static let workPerUnit = 16
  private static let paidWork = 64

  /// Goes from match to match. Each search may read all of the text that is left, so what they take is counted, and charged for
  /// where it is more than the price of the first search.
  private static func eachMatch(
    _ c: Context, _ text: Value, _ expression: RegularExpression, most: Int, _ node: NodeID,
    _ body: (RegexMatch) -> Void
  ) -> Value? {
    var offset = 0
    var found = 0
    var lastEnd = -1
    let scratch = c.pointee.activation.regex
    var paid = scratch.threadWork &+ paidWork * ((text.count + 10) / 10)
    while found < most, let match = expression.firstMatch(in: text.rawBytes, from: offset, scratch: scratch) {
      let unpaid = scratch.threadWork &- paid
      if unpaid >= workPerUnit {
        c.charge(Int64(unpaid / workPerUnit))
        paid &+= unpaid
        if c.isOverLimit { return c.costBreach(node) }
      }
      // An empty match right after another one is none.
      if !match.range.isEmpty || match.range.lowerBound != lastEnd {
        body(match)
        found += 1
        lastEnd = match.range.upperBound
      }
      offset = match.range.upperBound
      if match.range.isEmpty {
        guard offset < text.count else { return nil }
        offset += UTF8Text.width(text.rawBytes[offset])
      }
    }
    return nil
  }

  private static func replace(
    _ c: Context, _ text: Value, _ pattern: Value, _ new: Value, _ limit: Value, _ expression: RegularExpression,
    _ node: NodeID
  ) -> Value {
    guard new.tag == .string, limit.tag == .int else { return c.noOverload(node) }
    let parts: [Part]
    switch replacement(new.rawBytes, groupCount: expression.groupCount) {
    case .success(let read): parts = read
    case .failure(let complaint): return fault(c, complaint.message, node)
    }
    let bytes = text.rawBytes
    var output: [UInt8] = []
    var copied = 0
    let most = limit.asInt < 0 ? Int.max : Int(limit.asInt)
    let fault = eachMatch(c, text, expression, most: most, node) { match in
      output.append(contentsOf: bytes[copied..<match.range.lowerBound])
      copied = match.range.upperBound
      for part in parts where output.count <= c.pointee.scratch.limit {
        switch part {
        case .text(let piece): output.append(contentsOf: piece)
        case .group(let number):
          if let span = match.spans[number] { output.append(contentsOf: bytes[span]) }
        }
      }
    }
    if let fault { return fault }
    output.append(contentsOf: bytes[copied...])
    guard output.count <= c.pointee.scratch.limit else { return c.memoryBreach(node) }
    let value = c.string(output, node)
    c.charge(Int64(UTF8Text.count(value)))
    return value
  }

  // MARK: Replacements

  private enum Part {
    case text([UInt8])
    case group(Int)
  }

  private struct Complaint: Error {
    var message: StaticString
  }

  /// `\0` to `\9` stand for groups, `\\` for a backslash.
  private static func replacement(
    _ bytes: UnsafeBufferPointer<UInt8>, groupCount: Int
  ) -> Result<[Part], Complaint> {
    var parts: [Part] = []
    var plain: [UInt8] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "\\") else {
        plain.append(bytes[i])
        i += 1
        continue
      }
      guard i + 1 < bytes.count else {
        return .failure(Complaint(message: "a replacement cannot end in a backslash"))
      }
      let next = bytes[i + 1]
      i += 2
      switch next {
      case UInt8(ascii: "\\"): plain.append(next)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = Int(next - UInt8(ascii: "0"))
        guard number <= groupCount else {
          return .failure(Complaint(message: "the replacement names a group that the pattern does not have"))
        }
        parts.append(.text(plain))
        parts.append(.group(number))
        plain = []
      default:
        return .failure(Complaint(message: "a backslash in a replacement must be followed by a digit or a backslash"))
      }
    }
    parts.append(.text(plain))
    return .success(parts)
  }
}
