import SourceText

/// Reads an expression into a ``SyntaxTree``, expanding macros on the way.
///
/// Precedence climbing over the tokens of a ``Lexer``. After a fault the rest is read on, so that an author hears of
/// several faults at once; faults that only follow from an earlier one are kept quiet. Every loop consumes a
/// token, and recursion is bounded by ``CompileOptions/maximumDepth``.
/// Source: CEL language definition, "Syntax".
struct Parser {
  typealias ID = SyntaxTree.ID

  /// A node with the bytes that it takes up, parentheses included.
  struct Piece {
    var id: ID
    var start: Int
    var end: Int
    var range: ByteRange { ByteRange(UInt32(clamping: start), UInt32(clamping: end)) }
  }

  let options: CompileOptions
  let macros: MacroSet
  var lexer: Lexer
  var builder: TreeBuilder
  /// The next token, not yet consumed.
  var token: Token
  /// The end of the last token consumed.
  var previousEnd = 0
  var issues: [CompileIssue] = []
  private var depth = 0
  /// Whether a fault has been reported since the last place where reading could start afresh.
  private var isRecovering = false
  private var isAbandoned = false

  /// Reads a whole expression.
  ///
  /// - Throws: Every fault found, in order of place.
  static func parse(_ bytes: [UInt8], macros: MacroSet, options: CompileOptions) throws(CompileFailure) -> SyntaxTree {
    if let wording = unreadable(bytes, options: options) {
      throw CompileFailure(issues: [
        CompileIssue(
          message: wording.message, range: ByteRange(0, UInt32(clamping: bytes.count)),
          suggestion: wording.suggestion)
      ])
    }
    var parser = Parser(bytes, macros: macros, options: options)
    let root = parser.whole()
    let issues = parser.allIssues()
    guard issues.isEmpty else { throw CompileFailure(issues: issues) }
    return parser.builder.tree(root: root.id, source: bytes)
  }

  /// Why an expression is refused before it is read.
  private static func unreadable(_ bytes: [UInt8], options: CompileOptions) -> SyntaxWording.Text? {
    var continuations = 0
    var isASCII = true
    for byte in bytes where byte >= 0x80 {
      isASCII = false
      if byte & 0xC0 == 0x80 { continuations += 1 }
    }
    if bytes.count - continuations > options.maximumScalars {
      return SyntaxWording.tooLong(limit: options.maximumScalars)
    }
    if !isASCII, String(validating: bytes, as: UTF8.self) == nil { return SyntaxWording.notUTF8 }
    return nil
  }

  private init(_ bytes: [UInt8], macros: MacroSet, options: CompileOptions) {
    self.options = options
    self.macros = options.expandsMacros ? macros : []
    lexer = Lexer(bytes)
    builder = TreeBuilder(byteCount: bytes.count, maximumHeight: options.maximumDepth)
    token = lexer.next()
  }

  private mutating func whole() -> Piece {
    if token.kind == .end, lexer.issues.isEmpty {
      fail(SyntaxWording.emptyExpression)
      return placeholder()
    }
    let result = expression()
    while token.kind != .end, !isAbandoned, builder.tooHigh == nil {
      let beginsValue = token.kind.beginsValue && token.kind != .minus && token.kind != .leftBracket
      fail(beginsValue ? SyntaxWording.twoExpressions : SyntaxWording.unexpected(describe(token)))
      // The rest is read for what is wrong inside it; a token that begins nothing is passed over.
      if beginsValue { _ = expression() } else { advance() }
    }
    return result
  }

  private func allIssues() -> [CompileIssue] {
    var all = issues + lexer.issues
    if let high = builder.tooHigh, !isAbandoned {
      let wording = SyntaxWording.tooDeep(limit: options.maximumDepth)
      all.append(
        CompileIssue(message: wording.message, range: builder.range(of: high), suggestion: wording.suggestion))
    }
    guard !all.isEmpty else { return [] }
    all.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    if all.count > options.maximumIssues {
      let next = all[options.maximumIssues]
      all.removeSubrange(options.maximumIssues...)
      all.append(CompileIssue(message: SyntaxWording.tooManyIssues.message, range: next.range))
    }
    return all
  }

  // MARK: Tokens

  mutating func advance() {
    previousEnd = token.end
    token = lexer.next()
  }

  /// Consumes the next token if it is of this kind.
  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  func text(_ token: Token) -> String { lexer.text(token.start, token.end) }

  func describe(_ token: Token) -> String {
    token.kind == .end ? "the end" : "'\(SyntaxWording.visible(text(token)))'"
  }

  // MARK: Faults

  /// Reports a fault of structure at the next token, unless it only follows from an earlier one.
  mutating func fail(_ wording: SyntaxWording.Text, at range: ByteRange? = nil) {
    defer { isRecovering = true }
    guard !isRecovering, !isAbandoned, builder.tooHigh == nil else { return }
    // What the lexer has just passed over and reported is the fault behind this one.
    let place = range ?? token.range
    if let last = lexer.issues.last, last.range.lowerBound >= UInt32(clamping: previousEnd),
      last.range.upperBound <= place.upperBound
    {
      return
    }
    report(wording, at: place)
  }

  /// Reports a fault after which reading goes on as if it were mended.
  mutating func report(_ wording: SyntaxWording.Text, at range: ByteRange) {
    issues.append(CompileIssue(message: wording.message, range: range, suggestion: wording.suggestion))
  }

  /// Faults from here on are faults of their own.
  mutating func endRecovery() { isRecovering = false }

  /// Passes over tokens up to the end of the innermost bracket or the next comma in it.
  mutating func recover() {
    var open = 0
    while token.kind != .end {
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: open += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        if open == 0 { return }
        open -= 1
      case .comma where open == 0: return
      default: break
      }
      advance()
    }
  }

  /// What stands for a value that could not be read.
  mutating func placeholder() -> Piece {
    Piece(id: builder.literal(.null, token.range), start: token.start, end: token.start)
  }

  private mutating func enter() -> Bool {
    guard depth < options.maximumDepth, builder.tooHigh == nil else {
      if builder.tooHigh == nil, !isAbandoned {
        report(SyntaxWording.tooDeep(limit: options.maximumDepth), at: token.range)
      }
      isAbandoned = isAbandoned || builder.tooHigh == nil
      // Nothing after this is worth reading.
      while token.kind != .end { advance() }
      return false
    }
    depth += 1
    return true
  }

  // MARK: Operators

  /// `a || b`, or `a || b ? c : d`.
  mutating func expression() -> Piece {
    guard enter() else { return placeholder() }
    defer { depth -= 1 }
    let condition = disjunction()
    guard token.kind == .question else { return condition }
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

  private mutating func disjunction() -> Piece {
    let first = conjunction()
    guard isOr(token) else { return first }
    let name = token.range
    var operands = [first.id]
    while isOr(token) {
      noteMistake(meant: "||", isFault: token.kind != .or)
      operands.append(conjunction().id)
    }
    return nary(Operator.or, operands, from: first.start, name: name)
  }

  private mutating func conjunction() -> Piece {
    let first = calculation(1)
    guard isAnd(token) else { return first }
    let name = token.range
    var operands = [first.id]
    while isAnd(token) {
      noteMistake(meant: "&&", isFault: token.kind != .and)
      operands.append(calculation(1).id)
    }
    return nary(Operator.and, operands, from: first.start, name: name)
  }

  private mutating func nary(_ function: String, _ operands: [ID], from start: Int, name: ByteRange) -> Piece {
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: previousEnd))
    return Piece(id: builder.call(function, operands, range, name: name), start: start, end: previousEnd)
  }

  private func isOr(_ token: Token) -> Bool {
    token.kind == .or || token.kind == .mistakenOr || isWord(token, "or") || isWord(token, "OR")
  }

  private func isAnd(_ token: Token) -> Bool {
    token.kind == .and || token.kind == .mistakenAnd || isWord(token, "and") || isWord(token, "AND")
  }

  private func isWord(_ token: Token, _ word: StaticString) -> Bool {
    token.kind == .identifier && token.end - token.start == word.utf8CodeUnitCount
      && word.withUTF8Buffer { lexer.bytes[token.start..<token.end].elementsEqual($0) }
  }

  /// Consumes an operator, and reports it if another language's was written.
  private mutating func noteMistake(meant: String, isFault: Bool) {
    if isFault, !isRecovering {
      report(SyntaxWording.mistakenOperator(text(token), meant: meant), at: token.range)
    }
    isRecovering = false
    advance()
  }

  /// Relations, sums and products, whose precedence is at least `minimum`. All are left associative.
  private mutating func calculation(_ minimum: Int) -> Piece {
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

  private func binaryOperator(_ token: Token)
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
  private mutating func unary() -> Piece {
    let first = token
    switch first.kind {
    case .not:
      return prefixed(by: .not, Operator.not)
    case .minus:
      return prefixed(by: .minus, Operator.negate)
    case .identifier where isWord(first, "not") || isWord(first, "NOT"):
      // `not x`, unless `not` is a name here.
      let rest = lexer
      let end = previousEnd
      advance()
      if token.kind.beginsOperand {
        if !isRecovering { report(SyntaxWording.mistakenOperator(text(first), meant: "!"), at: first.range) }
        return member(primary())
      }
      token = first
      lexer = rest
      previousEnd = end
      return member(primary())
    default:
      return member(primary())
    }
  }

  private mutating func prefixed(by kind: Token.Kind, _ function: String) -> Piece {
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

  private mutating func unaryAfterFault() -> Piece {
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
