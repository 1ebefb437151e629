/// Reads the values of literals that the ``Lexer`` has delimited.
enum Literals {
  /// A whole number, decimal or `0x…`, without sign and suffix; nothing when it needs more than 64 bits.
  static func magnitude(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var radix: UInt64 = 10
    var digits = digits
    if digits.count > 2, digits[digits.startIndex + 1] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      digits = digits.dropFirst(2)
    }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = byte.hexadecimalValue else { continue }
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  /// A double without sign; nothing when it is too large to be one.
  static func double(_ text: ArraySlice<UInt8>) -> Double? {
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  /// A fault inside a string, at an offset of the expression.
  struct EscapeFault: Error {
    var offset: Int
    var length: Int
    var wording: SyntaxWording.Text
  }

  /// The contents of a string or bytes literal, prefix and quotes included in `token`.
  static func contents(of token: Token, in bytes: [UInt8]) throws(EscapeFault) -> [UInt8] {
    var start = token.start
    var isRaw = false
    while start < token.end, !bytes[start].isQuote {
      isRaw = isRaw || bytes[start] | 0x20 == UInt8(ascii: "r")
      start += 1
    }
    guard start < token.end else { return [] }
    let quote = bytes[start]
    let isTriple = start + 3 <= token.end && bytes[start + 1] == quote && bytes[start + 2] == quote
    let quotes = isTriple ? 3 : 1
    // An unterminated literal, already reported, may be too short for its quotes.
    let body = min(start + quotes, token.end)..<max(min(start + quotes, token.end), token.end - quotes)
    let text = bytes[body]
    if isRaw || !text.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0x0D }) {
      return isTriple ? withUnixLineEnds(text) : Array(text)
    }
    return try unescaped(text, isBytes: token.kind == .bytes)
  }

  /// A line end inside a literal is one line feed, whatever the file has.
  private static func withUnixLineEnds(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x0D) else { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var previous: UInt8 = 0
    for byte in text {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }

  private static func unescaped(_ text: ArraySlice<UInt8>, isBytes: Bool) throws(EscapeFault) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var offset = text.startIndex
    while offset < text.endIndex {
      let byte = text[offset]
      if byte == 0x0D {
        result.append(0x0A)
        offset += offset + 1 < text.endIndex && text[offset + 1] == 0x0A ? 2 : 1
      } else if byte == UInt8(ascii: "\\") {
        offset += try escape(text[offset...], isBytes: isBytes, into: &result)
      } else {
        result.append(byte)
        offset += 1
      }
    }
    return result
  }

  /// Reads the escape that `text` begins with, and tells its length.
  private static func escape(_ text: ArraySlice<UInt8>, isBytes: Bool, into result: inout [UInt8])
    throws(EscapeFault) -> Int
  {
    let start = text.startIndex
    func fault(_ length: Int, _ wording: SyntaxWording.Text) -> EscapeFault {
      EscapeFault(offset: start, length: min(length, text.count), wording: wording)
    }
    func number(from: Int, count: Int, bits: UInt32) -> UInt32? {
      guard text.count >= from + count else { return nil }
      var value: UInt32 = 0
      for byte in text[(start + from)..<(start + from + count)] {
        guard let digit = byte.hexadecimalValue, digit < 1 << bits else { return nil }
        value = value << bits | digit
      }
      return value
    }
    guard text.count >= 2 else { throw fault(1, SyntaxWording.unknownEscape("\\")) }
    let letter = text[start + 1]
    let value: UInt32
    let length: Int
    switch letter {
    case UInt8(ascii: "a"): (value, length) = (0x07, 2)
    case UInt8(ascii: "b"): (value, length) = (0x08, 2)
    case UInt8(ascii: "f"): (value, length) = (0x0C, 2)
    case UInt8(ascii: "n"): (value, length) = (0x0A, 2)
    case UInt8(ascii: "r"): (value, length) = (0x0D, 2)
    case UInt8(ascii: "t"): (value, length) = (0x09, 2)
    case UInt8(ascii: "v"): (value, length) = (0x0B, 2)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "?"):
      (value, length) = (UInt32(letter), 2)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      guard let code = number(from: 2, count: 2, bits: 4) else {
        throw fault(4, SyntaxWording.shortEscape("\\x", digits: "two hexadecimal digits"))
      }
      (value, length) = (code, 4)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      guard let code = number(from: 1, count: 3, bits: 3) else {
        throw fault(4, SyntaxWording.shortEscape("\\", digits: "three octal digits"))
      }
      (value, length) = (code, 4)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = letter == UInt8(ascii: "u") ? 4 : 8
      if isBytes { throw fault(2 + digits, SyntaxWording.scalarEscapeInBytes) }
      guard let code = number(from: 2, count: digits, bits: 4) else {
        let wording =
          digits == 4
          ? SyntaxWording.shortEscape("\\u", digits: "four hexadecimal digits")
          : SyntaxWording.shortEscape("\\U", digits: "eight hexadecimal digits")
        throw fault(2 + digits, wording)
      }
      guard Unicode.Scalar(code) != nil else { throw fault(2 + digits, SyntaxWording.notAScalar(code)) }
      (value, length) = (code, 2 + digits)
    default:
      let letters = text.dropFirst(2).prefix { $0 & 0xC0 == 0x80 && letter >= 0xC0 }
      let shown = String(decoding: [letter] + letters, as: UTF8.self)
      throw fault(2 + letters.count, SyntaxWording.unknownEscape("\\" + SyntaxWording.visible(shown)))
    }
    if isBytes {
      result.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value) {
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return length
  }
}
