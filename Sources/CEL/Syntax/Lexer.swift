import SourceText

/// Cuts the bytes of an expression into tokens, one at a time.
///
/// Literals are only delimited here; their values are read when the parser asks. A byte that can
/// begin nothing is reported and passed over.
/// Source: CEL language definition, "Syntax".
struct Lexer {
  let bytes: [UInt8]
  private(set) var offset = 0
  /// Faults found so far, in order of place.
  var issues: [CompileIssue] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at an offset, or 0 past the end.
  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Reads the next token; at the end, again and again ``Token/Kind/end``.
  mutating func next() -> Token {
    while true {
      skipSpace()
      let start = offset
      guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
      if let kind = scan(bytes[start]) { return Token(kind: kind, start: start, end: offset) }
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: offset += 1
      case UInt8(ascii: "/") where byte(at: offset + 1) == UInt8(ascii: "/"):
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      default: return
      }
    }
  }

  /// Passes over one token, or over one fault, which gives nothing.
  private mutating func scan(_ first: UInt8) -> Token.Kind? {
    if first.isLetter || first == UInt8(ascii: "_") {
      if let kind = prefixedString(first) { return kind }
      return word()
    }
    if first.isDigit { return number() }
    let second = byte(at: offset + 1)
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return quotedText(isRaw: false, isBytes: false, from: offset)
    case UInt8(ascii: "`"): return quotedField()
    case UInt8(ascii: "."):
      if second.isDigit { return number() }
      return take(1, .dot)
    case UInt8(ascii: "("): return take(1, .leftParenthesis)
    case UInt8(ascii: ")"): return take(1, .rightParenthesis)
    case UInt8(ascii: "["): return take(1, .leftBracket)
    case UInt8(ascii: "]"): return take(1, .rightBracket)
    case UInt8(ascii: "{"): return take(1, .leftBrace)
    case UInt8(ascii: "}"): return take(1, .rightBrace)
    case UInt8(ascii: ","): return take(1, .comma)
    case UInt8(ascii: ":"): return take(1, .colon)
    case UInt8(ascii: "?"): return take(1, .question)
    case UInt8(ascii: "+"): return take(1, .plus)
    case UInt8(ascii: "-"): return take(1, .minus)
    case UInt8(ascii: "*"): return take(1, .times)
    case UInt8(ascii: "/"): return take(1, .divide)
    case UInt8(ascii: "%"): return take(1, .modulo)
    case UInt8(ascii: "&"): return second == first ? take(2, .and) : take(1, .mistakenAnd)
    case UInt8(ascii: "|"): return second == first ? take(2, .or) : take(1, .mistakenOr)
    case UInt8(ascii: "!"):
      guard second == UInt8(ascii: "=") else { return take(1, .not) }
      return byte(at: offset + 2) == UInt8(ascii: "=") ? take(3, .mistakenNotEqual) : take(2, .notEqual)
    case UInt8(ascii: "="):
      switch second {
      case UInt8(ascii: "="):
        return byte(at: offset + 2) == UInt8(ascii: "=") ? take(3, .mistakenEqual) : take(2, .equal)
      case UInt8(ascii: ">"): return take(2, .mistakenGreaterOrEqual)
      case UInt8(ascii: "<"): return take(2, .mistakenLessOrEqual)
      default: return take(1, .mistakenEqual)
      }
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: ">") { return take(2, .mistakenNotEqual) }
      return second == UInt8(ascii: "=") ? take(2, .lessOrEqual) : take(1, .less)
    case UInt8(ascii: ">"):
      return second == UInt8(ascii: "=") ? take(2, .greaterOrEqual) : take(1, .greater)
    default:
      reportForeignCharacter()
      return nil
    }
  }

  private mutating func take(_ count: Int, _ kind: Token.Kind) -> Token.Kind {
    offset += count
    return kind
  }

  private mutating func word() -> Token.Kind {
    let start = offset
    while offset < bytes.count, bytes[offset].isWordByte { offset += 1 }
    return Keywords.kind(of: bytes[start..<offset])
  }

  // MARK: Numbers

  private mutating func digits() {
    while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
  }

  private mutating func number() -> Token.Kind {
    let start = offset
    var kind = Token.Kind.integer
    if bytes[start] == UInt8(ascii: "0"), byte(at: start + 1) | 0x20 == UInt8(ascii: "x"),
      byte(at: start + 2).hexadecimalValue != nil
    {
      offset += 2
      while byte(at: offset).hexadecimalValue != nil { offset += 1 }
    } else {
      digits()
      // `1.` is a whole number before a field; only a digit after the dot makes a double.
      if byte(at: offset) == UInt8(ascii: "."), byte(at: offset + 1).isDigit {
        kind = .double
        offset += 1
        digits()
      }
      if byte(at: offset) | 0x20 == UInt8(ascii: "e") {
        let sign = byte(at: offset + 1)
        let signLength = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 1 : 0
        if byte(at: offset + 1 + signLength).isDigit {
          kind = .double
          offset += 1 + signLength
          digits()
        }
      }
    }
    if kind == .integer, byte(at: offset) | 0x20 == UInt8(ascii: "u") {
      kind = .unsigned
      offset += 1
    }
    if byte(at: offset).isWordByte {
      let end = offset
      while byte(at: offset).isWordByte { offset += 1 }
      if Keywords.kind(of: bytes[end..<offset]) == .in {
        offset = end
        return kind
      }
      report(SyntaxWording.numberRunsIntoWord(number: text(start, end), word: text(end, offset)), from: end)
    }
    return kind
  }

  // MARK: Quoted text

  private mutating func prefixedString(_ first: UInt8) -> Token.Kind? {
    let second = byte(at: offset + 1)
    let folded = first | 0x20
    if folded == UInt8(ascii: "r") || folded == UInt8(ascii: "b"), second.isQuote {
      let start = offset
      offset += 1
      let isBytes = folded == UInt8(ascii: "b")
      return quotedText(isRaw: !isBytes, isBytes: isBytes, from: start)
    }
    if folded == UInt8(ascii: "b"), second | 0x20 == UInt8(ascii: "r"), byte(at: offset + 2).isQuote {
      let start = offset
      offset += 2
      return quotedText(isRaw: true, isBytes: true, from: start)
    }
    return nil
  }

  /// Finds the end of a literal whose opening quote is the next byte.
  private mutating func quotedText(isRaw: Bool, isBytes: Bool, from start: Int) -> Token.Kind {
    let kind = isBytes ? Token.Kind.bytes : .string
    let quote = bytes[offset]
    let isTriple = byte(at: offset + 1) == quote && byte(at: offset + 2) == quote
    offset += isTriple ? 3 : 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\"), !isRaw {
        offset = min(offset + 2, bytes.count)
      } else if byte == quote, !isTriple {
        offset += 1
        return kind
      } else if byte == quote, self.byte(at: offset + 1) == quote, self.byte(at: offset + 2) == quote {
        offset += 3
        return kind
      } else if !isTriple, byte == 0x0A || byte == 0x0D {
        break
      } else {
        offset += 1
      }
    }
    report(SyntaxWording.unterminatedString(quote: quote, isTriple: isTriple), from: start)
    return kind
  }

  private mutating func quotedField() -> Token.Kind? {
    let start = offset
    offset += 1
    while byte(at: offset).isQuotedFieldByte { offset += 1 }
    guard byte(at: offset) == UInt8(ascii: "`"), offset > start + 1 else {
      // Pass over the whole of it, so that one fault is one message.
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "`"), bytes[offset] != 0x0A { offset += 1 }
      if byte(at: offset) == UInt8(ascii: "`") { offset += 1 }
      report(SyntaxWording.badQuotedField, from: start)
      return .quotedField
    }
    offset += 1
    return .quotedField
  }

  // MARK: Faults

  mutating func report(_ wording: SyntaxWording.Text, from start: Int) {
    let range = ByteRange(UInt32(clamping: start), UInt32(clamping: offset))
    issues.append(CompileIssue(message: wording.message, range: range, suggestion: wording.suggestion))
  }

  private mutating func reportForeignCharacter() {
    let start = offset
    let scalar = nextScalar()
    report(SyntaxWording.foreignCharacter(scalar), from: start)
  }

  /// Passes over one scalar, or over one byte that belongs to none.
  private mutating func nextScalar() -> Unicode.Scalar? {
    var iterator = bytes[offset...].makeIterator()
    var decoder = UTF8()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      offset += UTF8.width(scalar)
      return scalar
    case .emptyInput, .error:
      offset += 1
      return nil
    }
  }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}

/// The words that are not identifiers.
enum Keywords {
  /// What a word of letters, digits and `_` is.
  static func kind(of word: ArraySlice<UInt8>) -> Token.Kind {
    guard let first = word.first, word.count >= 2, word.count <= 9 else { return .identifier }
    func isRest(_ text: StaticString, _ kind: Token.Kind) -> Token.Kind {
      text.utf8CodeUnitCount == word.count
        && text.withUTF8Buffer { word.elementsEqual($0) } ? kind : .identifier
    }
    func isReserved(_ texts: StaticString...) -> Token.Kind {
      texts.contains { isRest($0, .reserved) == .reserved } ? .reserved : .identifier
    }
    switch first {
    case UInt8(ascii: "a"): return isRest("as", .reserved)
    case UInt8(ascii: "b"): return isRest("break", .reserved)
    case UInt8(ascii: "c"): return isReserved("const", "continue")
    case UInt8(ascii: "e"): return isRest("else", .reserved)
    case UInt8(ascii: "f"):
      return isRest("false", .false) == .false ? .false : isReserved("for", "function")
    case UInt8(ascii: "i"):
      return isRest("in", .in) == .in ? .in : isReserved("if", "import")
    case UInt8(ascii: "l"): return isReserved("let", "loop")
    case UInt8(ascii: "n"):
      return isRest("null", .null) == .null ? .null : isRest("namespace", .reserved)
    case UInt8(ascii: "p"): return isRest("package", .reserved)
    case UInt8(ascii: "r"): return isRest("return", .reserved)
    case UInt8(ascii: "t"): return isRest("true", .true)
    case UInt8(ascii: "v"): return isReserved("var", "void")
    case UInt8(ascii: "w"): return isRest("while", .reserved)
    default: return .identifier
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isWordByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  var isQuote: Bool { self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") }

  var isQuotedFieldByte: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), 0x20: true
    default: isWordByte
    }
  }

  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
