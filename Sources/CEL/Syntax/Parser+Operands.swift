import SourceText

/// Names, literals, brackets, and what may follow them.
extension Parser {
  // MARK: Members

  /// Fields, calls, indexes and record fields after a value.
  mutating func member(_ first: Piece) -> Piece {
    var piece = first
    while builder.tooHigh == nil {
      switch token.kind {
      case .dot:
        piece = selection(on: piece)
      case .leftBracket:
        piece = index(into: piece)
      case .leftBrace:
        guard let name = qualifiedName(piece) else { return piece }
        piece = message(name, piece)
      default:
        return piece
      }
    }
    return piece
  }

  private mutating func selection(on operand: Piece) -> Piece {
    let dot = token
    advance()
    let isOptional = token.kind == .question
    if isOptional {
      if !options.allowsOptionalSyntax {
        fail(SyntaxWording.optionalSyntaxOff(".?"), at: ByteRange(dot.range.lowerBound, token.range.upperBound))
      }
      advance()
    }
    let name = token
    guard let field = fieldName() else {
      recover()
      return operand
    }
    if token.kind == .leftParenthesis, name.kind != .quotedField {
      if isOptional { report(SyntaxWording.optionalCall, at: name.range) }
      return call(field, name: name.range, target: operand, start: operand.start)
    }
    let range = ByteRange(UInt32(clamping: operand.start), UInt32(clamping: previousEnd))
    guard isOptional else {
      let id = builder.select(operand.id, field, range, name: name.range)
      return Piece(id: id, start: operand.start, end: previousEnd)
    }
    let key = builder.literal(.string(Array(field.utf8)), name.range)
    let id = builder.call(Operator.optionalSelect, [operand.id, key], range, name: name.range)
    return Piece(id: id, start: operand.start, end: previousEnd)
  }

  /// Consumes the name of a field, or says what stands in its place.
  private mutating func fieldName() -> String? {
    switch token.kind {
    case .identifier, .reserved:
      let name = text(token)
      advance()
      return name
    case .quotedField:
      if !options.allowsQuotedFields { fail(SyntaxWording.quotedFieldsOff) }
      // A broken one, already reported, may lack its closing quote.
      let name = lexer.text(token.start + 1, max(token.start + 1, token.end - 1))
      advance()
      return name
    case .true, .false, .null, .in:
      fail(SyntaxWording.keywordAsField(text(token)))
      return nil
    case .string:
      fail(SyntaxWording.indexAfterDot(SyntaxWording.visible(text(token))))
      return nil
    default:
      fail(SyntaxWording.expectedField(found: describe(token)))
      return nil
    }
  }

  private mutating func index(into operand: Piece) -> Piece {
    let bracket = token
    advance()
    let isOptional = token.kind == .question
    if isOptional {
      if !options.allowsOptionalSyntax {
        fail(SyntaxWording.optionalSyntaxOff("[?"), at: ByteRange(bracket.range.lowerBound, token.range.upperBound))
      }
      advance()
    }
    let key = expression()
    close("[", .rightBracket, "]")
    let range = ByteRange(UInt32(clamping: operand.start), UInt32(clamping: previousEnd))
    let place = ByteRange(bracket.range.lowerBound, range.upperBound)
    let id = builder.call(
      isOptional ? Operator.optionalIndex : Operator.index, [operand.id, key.id], range, name: place)
    return Piece(id: id, start: operand.start, end: previousEnd)
  }

  /// The dotted name that a piece is, if it is nothing else.
  private func qualifiedName(_ piece: Piece) -> String? {
    var fields: [String] = []
    var id = piece.id
    while true {
      switch builder[id] {
      case .identifier(let name):
        // Parentheses make it a value.
        guard builder.range(of: id).lowerBound == piece.range.lowerBound,
          builder.range(of: piece.id) == piece.range
        else { return nil }
        return fields.isEmpty ? name : name + "." + fields.reversed().joined(separator: ".")
      case .select(let operand, let field, false):
        fields.append(field)
        id = operand
      default: return nil
      }
    }
  }

  private mutating func message(_ name: String, _ piece: Piece) -> Piece {
    advance()
    var fields: [SyntaxTree.MessageField] = []
    elements(until: .rightBrace) { parser in
      let isOptional = parser.optionalMark("?")
      let place = parser.token.range
      guard let field = parser.fieldName() else {
        parser.recover()
        return
      }
      guard parser.accept(.colon) else {
        parser.fail(SyntaxWording.missingMapColon(found: parser.describe(parser.token)))
        parser.recover()
        return
      }
      let value = parser.expression()
      fields.append(.init(name: field, range: place, value: value.id, optional: isOptional))
    }
    close("{", .rightBrace, "}")
    let range = ByteRange(UInt32(clamping: piece.start), UInt32(clamping: previousEnd))
    let id = builder.message(name, fields, range, name: piece.range)
    return Piece(id: id, start: piece.start, end: previousEnd)
  }

  /// Consumes the closing bracket, or says that it is missing.
  mutating func close(_ opening: String, _ kind: Token.Kind, _ closing: String) {
    if token.kind != kind {
      if token.kind.beginsOperand {
        fail(SyntaxWording.twoExpressions)
      } else {
        fail(SyntaxWording.unclosed(opening, closing: closing, found: describe(token)))
      }
      recover()
      while token.kind == .comma {
        advance()
        recover()
      }
    }
    if accept(kind) { endRecovery() }
  }

  /// Reads elements between commas; a comma may follow the last, and may stand alone.
  private mutating func elements(until end: Token.Kind, _ element: (inout Parser) -> Void) {
    if token.kind == .comma {
      let rest = lexer
      let comma = token
      advance()
      if token.kind == end { return }
      lexer = rest
      token = comma
    }
    while token.kind != end, token.kind != .end {
      element(&self)
      guard token.kind == .comma else { return }
      advance()
      endRecovery()
    }
  }

  private mutating func optionalMark(_ form: String) -> Bool {
    guard token.kind == .question else { return false }
    if !options.allowsOptionalSyntax { fail(SyntaxWording.optionalSyntaxOff(form)) }
    advance()
    return true
  }

  // MARK: Primaries

  mutating func primary() -> Piece {
    let first = token
    switch first.kind {
    case .identifier:
      advance()
      return name(text(first), first, start: first.start)
    case .reserved:
      report(SyntaxWording.reservedWord(text(first)), at: first.range)
      advance()
      return name(text(first), first, start: first.start)
    case .dot:
      advance()
      let word = token
      guard word.kind == .identifier || word.kind == .reserved else {
        fail(SyntaxWording.expectedField(found: describe(word)))
        recover()
        return placeholder()
      }
      if word.kind == .reserved { report(SyntaxWording.reservedWord(text(word)), at: word.range) }
      advance()
      return name("." + text(word), word, start: first.start)
    case .leftParenthesis:
      advance()
      let inner = expression()
      close("(", .rightParenthesis, ")")
      return Piece(id: inner.id, start: first.start, end: previousEnd)
    case .leftBracket:
      return list()
    case .leftBrace:
      return map()
    case .integer, .unsigned, .double:
      return number(sign: nil)
    case .string, .bytes:
      return quoted()
    case .true, .false:
      advance()
      return Piece(
        id: builder.literal(.bool(first.kind == .true), first.range), start: first.start, end: first.end)
    case .null:
      advance()
      return Piece(id: builder.literal(.null, first.range), start: first.start, end: first.end)
    case .quotedField:
      fail(SyntaxWording.quotedIdentifier)
      advance()
      return placeholder()
    case .end:
      fail(SyntaxWording.valueMissingAtEnd)
      return placeholder()
    default:
      fail(SyntaxWording.expectedValue(found: describe(first)))
      // An operator in the wrong place is passed over, a closing bracket is not.
      switch first.kind {
      case .rightParenthesis, .rightBracket, .rightBrace, .comma, .colon: break
      default: advance()
      }
      return placeholder()
    }
  }

  private mutating func name(_ name: String, _ word: Token, start: Int) -> Piece {
    if token.kind == .leftParenthesis { return call(name, name: word.range, target: nil, start: start) }
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: word.end))
    return Piece(id: builder.identifier(name, range), start: start, end: word.end)
  }

  private mutating func call(_ function: String, name: ByteRange, target: Piece?, start: Int) -> Piece {
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

  private mutating func list() -> Piece {
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

  private mutating func map() -> Piece {
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

  // MARK: Literals

  /// The number that the next token is, made negative by the minus before it.
  mutating func number(sign: Token?) -> Piece {
    let word = token
    advance()
    let start = sign?.start ?? word.start
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: word.end))
    var literal = SyntaxTree.Literal.null
    switch word.kind {
    case .unsigned:
      if sign != nil {
        // The minus is an operator here, and the checker says that it has no meaning.
        let number = unsigned(word)
        return Piece(id: builder.call(Operator.negate, [number], range, name: sign?.range), start: start, end: word.end)
      }
      return Piece(id: unsigned(word), start: start, end: word.end)
    case .double:
      if let value = Literals.double(lexer.bytes[word.start..<word.end]) {
        literal = .double(sign == nil ? value : -value)
      } else {
        report(SyntaxWording.doubleTooLarge, at: range)
      }
    default:
      let magnitude = Literals.magnitude(lexer.bytes[word.start..<word.end])
      if let magnitude, let value = Int64(exactly: magnitude) {
        literal = .int(sign == nil ? value : -value)
      } else if sign != nil, magnitude == Int64.min.magnitude {
        literal = .int(.min)
      } else {
        report(SyntaxWording.integerTooLarge, at: range)
      }
    }
    return Piece(id: builder.literal(literal, range), start: start, end: word.end)
  }

  private mutating func unsigned(_ word: Token) -> ID {
    // Without the suffix.
    guard let value = Literals.magnitude(lexer.bytes[word.start..<(word.end - 1)]) else {
      report(SyntaxWording.unsignedTooLarge, at: word.range)
      return builder.literal(.null, word.range)
    }
    return builder.literal(.uint(value), word.range)
  }

  private mutating func quoted() -> Piece {
    let word = token
    advance()
    var contents: [UInt8] = []
    do throws(Literals.EscapeFault) {
      contents = try Literals.contents(of: word, in: lexer.bytes)
    } catch {
      report(
        error.wording,
        at: ByteRange(UInt32(clamping: error.offset), UInt32(clamping: error.offset + error.length)))
    }
    let literal: SyntaxTree.Literal = word.kind == .bytes ? .bytes(contents) : .string(contents)
    return Piece(id: builder.literal(literal, word.range), start: word.start, end: word.end)
  }
}
