import SourceText

/// What a value can begin with: names, calls, brackets and constants.
extension Parser {
  mutating func primary() -> Piece {
    let first = token
    switch first.kind {
    case .identifier:
      advance()
      return name(text(first), first, start: first.start)
    case .reserved:
      reportReserved(first)
      advance()
      return name(text(first), first, start: first.start)
    case .dot:
      return absoluteName()
    case .leftParenthesis:
      return parenthesized()
    case .leftBracket:
      return list()
    case .leftBrace:
      return map()
    case .integer, .unsigned, .double:
      return number(sign: nil)
    case .string, .bytes:
      return quoted()
    case .true, .false, .null:
      return constant()
    default:
      return missingValue()
    }
  }

  @inline(never)
  mutating func constant() -> Piece {
    let word = token
    advance()
    let literal: SyntaxTree.Literal = word.kind == .null ? .null : .bool(word.kind == .true)
    return Piece(id: builder.literal(literal, word.range), start: word.start, end: word.end)
  }

  mutating func parenthesized() -> Piece {
    let start = token.start
    advance()
    let inner = expression()
    close("(", .rightParenthesis, ")")
    return Piece(id: inner.id, start: start, end: previousEnd)
  }

  /// A name after a dot: one that is looked up in the root.
  @inline(never)
  mutating func absoluteName() -> Piece {
    let start = token.start
    advance()
    let word = token
    guard word.kind == .identifier || word.kind == .reserved else {
      fail(SyntaxWording.expectedField(found: describe(word)))
      recover()
      return placeholder()
    }
    if word.kind == .reserved { reportReserved(word) }
    advance()
    return name("." + text(word), word, start: start)
  }

  @inline(never)
  mutating func reportReserved(_ word: Token) {
    report(SyntaxWording.reservedWord(text(word)), at: word.range)
  }

  /// Says that no value begins here, and goes past what stands in its place.
  @inline(never)
  mutating func missingValue() -> Piece {
    let first = token
    switch first.kind {
    case .quotedField: fail(SyntaxWording.quotedIdentifier)
    case .end: fail(SyntaxWording.valueMissingAtEnd)
    default: fail(SyntaxWording.expectedValue(found: describe(first)))
    }
    switch first.kind {
    case .rightParenthesis, .rightBracket, .rightBrace, .comma, .colon, .end: break
    default: advance()
    }
    return placeholder()
  }

  @inline(never)
  mutating func name(_ name: String, _ word: Token, start: Int) -> Piece {
    if token.kind == .leftParenthesis { return call(name, name: word.range, target: nil, start: start) }
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: word.end))
    return Piece(id: builder.identifier(name, range), start: start, end: word.end)
  }

  @inline(never)
  mutating func call(_ function: String, name: ByteRange, target: Piece?, start: Int) -> Piece {
    advance()
    var arguments: [Piece] = []
    while token.kind != .rightParenthesis, token.kind != .end {
      arguments.append(expression())
      if token.kind != .comma {
        if token.kind != .rightParenthesis { break }
        continue
      }
      let comma = token
      advance()
      endRecovery()
      if token.kind == .rightParenthesis { report(SyntaxWording.trailingComma, at: comma.range) }
    }
    close("(", .rightParenthesis, ")")
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: previousEnd))
    if !macros.isEmpty,
      let id = expand(MacroCall(function: function, target: target, arguments: arguments, range: range, name: name))
    {
      return Piece(id: id, start: start, end: previousEnd)
    }
    let id = builder.call(function, target: target?.id, arguments.map(\.id), range, name: name)
    return Piece(id: id, start: start, end: previousEnd)
  }

  @inline(never)
  mutating func list() -> Piece {
    let start = token.start
    advance()
    var items: [ID] = []
    var optional: [Int] = []
    elements(until: .rightBracket) { parser in
      if parser.optionalMark("?") { optional.append(items.count) }
      items.append(parser.expression().id)
    }
    close("[", .rightBracket, "]")
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: previousEnd))
    return Piece(id: builder.list(items, optional: optional, range), start: start, end: previousEnd)
  }

  @inline(never)
  mutating func map() -> Piece {
    let start = token.start
    advance()
    var entries: [SyntaxTree.MapEntry] = []
    elements(until: .rightBrace) { parser in
      let isOptional = parser.optionalMark("?")
      let key = parser.expression()
      guard parser.accept(.colon) else {
        parser.fail(SyntaxWording.missingMapColon(found: parser.describe(parser.token)))
        parser.recover()
        return
      }
      let value = parser.expression()
      entries.append(.init(key: key.id, value: value.id, optional: isOptional))
    }
    close("{", .rightBrace, "}")
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: previousEnd))
    return Piece(id: builder.map(entries, range), start: start, end: previousEnd)
  }
}
