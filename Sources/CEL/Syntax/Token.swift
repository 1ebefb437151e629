import SourceText

/// One word of an expression: what it is, and where.
struct Token {
  enum Kind: UInt8 {
    case end
    case identifier
    /// A word that may be a field or a method, but nothing else.
    case reserved
    /// `` `any name` ``
    case quotedField
    case integer, unsigned, double
    case string, bytes
    case `true`, `false`, null, `in`
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case dot, comma, colon, question
    case plus, minus, times, divide, modulo, not
    case and, or
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    /// Something that other languages write and this one does not; it stands for the operator it must have meant.
    case mistakenEqual, mistakenNotEqual, mistakenAnd, mistakenOr, mistakenLessOrEqual, mistakenGreaterOrEqual
  }

  var kind: Kind
  var start: Int
  var end: Int

  var range: ByteRange { ByteRange(UInt32(clamping: start), UInt32(clamping: end)) }
}
