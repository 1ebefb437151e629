import SourceText

/// What may follow a value: fields, calls, indexes and the fields of a record.
extension Parser {
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

  @inline(never)
  mutating func selection(on operand: Piece) -> Piece {
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
  mutating func fieldName() -> String? {
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

  @inline(never)
  mutating func index(into operand: Piece) -> Piece {
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
  func qualifiedName(_ piece: Piece) -> String? {
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

  @inline(never)
  mutating func message(_ name: String, _ piece: Piece) -> Piece {
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
    if token.kind != kind { failToClose(opening, closing) }
    if accept(kind) { endRecovery() }
  }

  @inline(never)
  mutating func failToClose(_ opening: String, _ closing: String) {
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

  /// Reads elements between commas; a comma may follow the last, and may stand alone.
  mutating func elements(until end: Token.Kind, _ element: (inout Parser) -> Void) {
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

  mutating func optionalMark(_ form: String) -> Bool {
    guard token.kind == .question else { return false }
    if !options.allowsOptionalSyntax { fail(SyntaxWording.optionalSyntaxOff(form)) }
    advance()
    return true
  }
}
