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
  var depth = 0
  /// Whether a fault has been reported since the last place where reading could start afresh.
  var isRecovering = false
  var isAbandoned = false

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

  mutating func whole() -> Piece {
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

  func allIssues() -> [CompileIssue] {
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
  @inline(never)
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
  @inline(never)
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

  mutating func enter() -> Bool {
    guard depth < options.maximumDepth, builder.tooHigh == nil else {
      abandon()
      return false
    }
    depth += 1
    return true
  }

  /// Says that the nesting is too deep, and passes over the rest, which is not worth reading.
  @inline(never)
  mutating func abandon() {
    if builder.tooHigh == nil, !isAbandoned {
      report(SyntaxWording.tooDeep(limit: options.maximumDepth), at: token.range)
      isAbandoned = true
    }
    while token.kind != .end { advance() }
  }
}
