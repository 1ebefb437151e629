import SourceText

/// Numbers and quoted text.
extension Parser {
  /// The number that the next token is, made negative by the minus before it.
  @inline(never)
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

  mutating func unsigned(_ word: Token) -> ID {
    // Without the suffix.
    guard let value = Literals.magnitude(lexer.bytes[word.start..<(word.end - 1)]) else {
      report(SyntaxWording.unsignedTooLarge, at: word.range)
      return builder.literal(.null, word.range)
    }
    return builder.literal(.uint(value), word.range)
  }

  @inline(never)
  mutating func quoted() -> Piece {
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
