import SourceText

/// `?:`, `||`, `&&`, relations, sums, products, and the signs before a value.
///
/// Functions that call each other for every level of nesting keep what is rare out of line: the size of their
/// frames decides how deep an expression a small stack can take.
extension Parser {
  /// `a || b`, or `a || b ? c : d`.
  mutating func expression() -> Piece {
    guard enter() else { return placeholder() }
    let condition = disjunction()
    let whole = token.kind == .question ? choice(condition) : condition
    depth -= 1
    return whole
  }

  /// The rest of `a ? b : c`.
  @inline(never)
  mutating func choice(_ condition: Piece) -> Piece {
    let question = token
    advance()
    let isChain = token.kind == .dot && token.start == question.end
    let yes = disjunction()
    guard token.kind == .colon else {
      if token.kind == .question {
        fail(SyntaxWording.nestedConditional)
      } else if isChain {
        let chain = lexer.text(condition.start, condition.end) + ".?" + lexer.text(question.end + 1, yes.end)
        fail(SyntaxWording.missingColonOrOptional(SyntaxWording.visible(chain)), at: question.range)
      } else {
        fail(SyntaxWording.missingColon)
      }
      return condition
    }
    advance()
    let no = expression()
    let range = ByteRange(UInt32(clamping: condition.start), UInt32(clamping: no.end))
    let id = builder.call(Operator.conditional, [condition.id, yes.id, no.id], range, name: question.range)
    return Piece(id: id, start: condition.start, end: no.end)
  }

  mutating func disjunction() -> Piece {
    let first = conjunction()
    return isOr(token) ? disjunction(after: first) : first
  }

  @inline(never)
  mutating func disjunction(after first: Piece) -> Piece {
    let name = token.range
    var operands = [first.id]
    while isOr(token) {
      noteMistake(meant: "||", isFault: token.kind != .or)
      operands.append(conjunction().id)
    }
    return nary(Operator.or, operands, from: first.start, name: name)
  }

  mutating func conjunction() -> Piece {
    let first = calculation(1)
    return isAnd(token) ? conjunction(after: first) : first
  }

  @inline(never)
  mutating func conjunction(after first: Piece) -> Piece {
    let name = token.range
    var operands = [first.id]
    while isAnd(token) {
      noteMistake(meant: "&&", isFault: token.kind != .and)
      operands.append(calculation(1).id)
    }
    return nary(Operator.and, operands, from: first.start, name: name)
  }

  mutating func nary(_ function: String, _ operands: [ID], from start: Int, name: ByteRange) -> Piece {
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: previousEnd))
    return Piece(id: builder.call(function, operands, range, name: name), start: start, end: previousEnd)
  }

  func isOr(_ token: Token) -> Bool {
    token.kind == .or || token.kind == .mistakenOr || isWord(token, "or") || isWord(token, "OR")
  }

  func isAnd(_ token: Token) -> Bool {
    token.kind == .and || token.kind == .mistakenAnd || isWord(token, "and") || isWord(token, "AND")
  }

  func isWord(_ token: Token, _ word: StaticString) -> Bool {
    token.kind == .identifier && token.end - token.start == word.utf8CodeUnitCount
      && word.withUTF8Buffer { lexer.bytes[token.start..<token.end].elementsEqual($0) }
  }

  /// Consumes an operator, and reports it if another language's was written.
  mutating func noteMistake(meant: String, isFault: Bool) {
    if isFault { reportMistake(meant: meant) }
    isRecovering = false
    advance()
  }

  @inline(never)
  mutating func reportMistake(meant: String) {
    guard !isRecovering else { return }
    report(SyntaxWording.mistakenOperator(text(token), meant: meant), at: token.range)
  }

  /// Relations, sums and products, whose precedence is at least `minimum`. All are left associative.
  mutating func calculation(_ minimum: Int) -> Piece {
    var left = unary()
    while let (name, precedence, written, isFault) = binaryOperator(token), precedence >= minimum {
      let place = token.range
      noteMistake(meant: written, isFault: isFault)
      let right = calculation(precedence + 1)
      let range = ByteRange(UInt32(clamping: left.start), UInt32(clamping: right.end))
      left = Piece(
        id: builder.call(name, [left.id, right.id], range, name: place), start: left.start, end: right.end)
      if builder.tooHigh != nil { break }
    }
    return left
  }

  func binaryOperator(_ token: Token)
    -> (name: String, precedence: Int, written: String, isFault: Bool)?
  {
    switch token.kind {
    case .equal: (Operator.equal, 1, "==", false)
    case .mistakenEqual: (Operator.equal, 1, "==", true)
    case .notEqual: (Operator.notEqual, 1, "!=", false)
    case .mistakenNotEqual: (Operator.notEqual, 1, "!=", true)
    case .less: (Operator.less, 1, "<", false)
    case .lessOrEqual: (Operator.lessOrEqual, 1, "<=", false)
    case .mistakenLessOrEqual: (Operator.lessOrEqual, 1, "<=", true)
    case .greater: (Operator.greater, 1, ">", false)
    case .greaterOrEqual: (Operator.greaterOrEqual, 1, ">=", false)
    case .mistakenGreaterOrEqual: (Operator.greaterOrEqual, 1, ">=", true)
    case .in: (Operator.in, 1, "in", false)
    case .plus: (Operator.add, 2, "+", false)
    case .minus: (Operator.subtract, 2, "-", false)
    case .times: (Operator.multiply, 3, "*", false)
    case .divide: (Operator.divide, 3, "/", false)
    case .modulo: (Operator.modulo, 3, "%", false)
    default: nil
    }
  }

  /// `!`s or `-`s before a member; pairs of them cancel out.
  mutating func unary() -> Piece {
    let first = token
    switch first.kind {
    case .not:
      return prefixed(by: .not, Operator.not)
    case .minus:
      return prefixed(by: .minus, Operator.negate)
    case .identifier where isWord(first, "not") || isWord(first, "NOT"):
      skipNot()
      return member(primary())
    default:
      return member(primary())
    }
  }

  /// Passes over the first word of `not x`, unless `not` is a name here.
  @inline(never)
  mutating func skipNot() {
    let first = token
    let rest = lexer
    let end = previousEnd
    advance()
    if token.kind.beginsOperand {
      if !isRecovering { report(SyntaxWording.mistakenOperator(text(first), meant: "!"), at: first.range) }
      return
    }
    token = first
    lexer = rest
    previousEnd = end
  }

  @inline(never)
  mutating func prefixed(by kind: Token.Kind, _ function: String) -> Piece {
    let first = token
    var count = 0
    while token.kind == kind {
      count += 1
      advance()
    }
    var operand: Piece
    if kind == .minus, count == 1, token.kind.isNumber {
      return member(number(sign: first))
    } else if kind == .not, token.kind == .minus {
      let minus = token
      advance()
      if token.kind.isNumber {
        operand = member(number(sign: minus))
      } else {
        fail(SyntaxWording.minusAfterNot, at: minus.range)
        operand = member(primary())
      }
    } else if kind == .minus, token.kind == .not {
      fail(SyntaxWording.notAfterMinus)
      operand = unaryAfterFault()
    } else {
      operand = member(primary())
    }
    guard count % 2 == 1 else {
      operand.start = first.start
      return operand
    }
    let range = ByteRange(UInt32(clamping: first.start), UInt32(clamping: operand.end))
    return Piece(
      id: builder.call(function, [operand.id], range, name: first.range), start: first.start, end: operand.end)
  }

  mutating func unaryAfterFault() -> Piece {
    while token.kind == .not || token.kind == .minus { advance() }
    return member(primary())
  }
}

extension Token.Kind {
  var isNumber: Bool { self == .integer || self == .unsigned || self == .double }

  /// Whether a value can begin with this token.
  var beginsValue: Bool { beginsOperand || self == .minus || self == .leftBracket || self == .dot }

  /// Whether this can only be the beginning of a value, never the continuation of one.
  var beginsOperand: Bool {
    switch self {
    case .identifier, .integer, .unsigned, .double, .string, .bytes, .true, .false, .null, .not, .quotedField,
      .reserved:
      true
    default: false
    }
  }
}
