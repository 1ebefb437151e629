/// What is said to an author whose expression cannot be read: every sentence of the lexer, the parser and the macros.
///
/// Sentences start in lower case and have no full stop.
enum SyntaxWording {
  struct Text: Sendable {
    var message: String
    var suggestion: String?

    init(_ message: String, _ suggestion: String? = nil) {
      self.message = message
      self.suggestion = suggestion
    }
  }

  // MARK: Words

  static func numberRunsIntoWord(number: String, word: String) -> Text {
    Text("the number \(number) runs into '\(word)'", "put an operator or a space between them")
  }

  static func unterminatedString(quote: UInt8, isTriple: Bool) -> Text {
    let mark = String(repeating: shown(quote), count: isTriple ? 3 : 1)
    return isTriple
      ? Text("this string has no closing \(mark)")
      : Text("this string has no closing \(mark)", "a string over several lines is written between three quotes")
  }

  static let badQuotedField = Text(
    "a name in back quotes may hold only letters, digits, '_', '.', '-', '/' and spaces",
    "use an index for any other name: a['name']")

  static func foreignCharacter(_ scalar: Unicode.Scalar?) -> Text {
    guard let scalar else { return Text("this byte is not part of any UTF-8 character") }
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}":
      return Text("\(scalar) is a typographic quotation mark", "write a straight one: '")
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}":
      return Text("\(scalar) is a typographic quotation mark", "write a straight one: \"")
    case "\u{2010}"..."\u{2015}", "\u{2212}":
      return Text("\(scalar) is not the minus sign of the keyboard", "write -")
    case "\u{A0}", "\u{2007}", "\u{202F}":
      return Text("there is a no-break space here", "write an ordinary space")
    case "\u{2264}": return Text("≤ is not an operator", "write <=")
    case "\u{2265}": return Text("≥ is not an operator", "write >=")
    case "\u{2260}": return Text("≠ is not an operator", "write !=")
    case "\u{FEFF}": return Text("there is a byte order mark here", "remove it")
    case "#": return Text("'#' means nothing here", "a comment begins with //")
    case ";": return Text("';' means nothing here: an expression is one value")
    case "^": return Text("'^' is not an operator")
    case "\\": return Text("'\\' means something only inside a string")
    default: return Text("the character \(visible(String(scalar))) means nothing here")
    }
  }

  // MARK: Literals

  static func unknownEscape(_ escape: String) -> Text {
    Text("\(escape) is not an escape", "write \\\\ for a backslash, or put r before the string")
  }

  static func shortEscape(_ escape: String, digits: String) -> Text {
    Text("\(escape) must be followed by \(digits)")
  }

  static let scalarEscapeInBytes = Text("\\u and \\U stand for characters, and bytes have none", "write \\x and two digits for each byte")

  static func notAScalar(_ code: UInt32) -> Text {
    Text("U+\(hexadecimal(code)) is not a Unicode character")
  }

  static let integerTooLarge = Text(
    "this number is too large for an int", "the range is -9223372036854775808 to 9223372036854775807")
  static let unsignedTooLarge = Text(
    "this number is too large for a uint", "the range is 0u to 18446744073709551615u")
  static let doubleTooLarge = Text("this number is too large for a double")
  static let negativeUnsigned = Text("a uint has no sign", "leave out the minus, or the u")

  // MARK: Structure

  static let emptyExpression = Text("there is no expression here")
  static let notUTF8 = Text("the expression is not valid UTF-8")

  static func tooLong(limit: Int) -> Text {
    Text("the expression is longer than \(limit) characters", "split it into several, or bind parts of it to names")
  }

  static func tooDeep(limit: Int) -> Text {
    Text("the expression is nested more than \(limit) levels deep", "split it into several, or bind parts of it to names")
  }

  static let tooManyIssues = Text("there are too many faults to list them all")

  static func expectedValue(found: String) -> Text { Text("a value is expected here, not \(found)") }
  static let valueMissingAtEnd = Text("the expression ends where a value should follow")
  static func unexpected(_ found: String) -> Text { Text("\(found) does not belong here", "an operator or the end is expected") }
  static let twoExpressions = Text("a second value begins here without an operator before it")

  static func unclosed(_ opening: String, closing: String, found: String) -> Text {
    Text("'\(closing)' is expected here to close '\(opening)', not \(found)")
  }

  static let missingColon = Text("the other half of 'condition ? yes : no' is missing: ':' is expected here")
  static func missingColonOrOptional(_ chain: String) -> Text {
    Text(
      "the other half of 'condition ? yes : no' is missing: ':' is expected here",
      "for a field that may be missing, the dot comes first: \(chain)")
  }
  static func missingMapColon(found: String) -> Text {
    Text("':' is expected here between key and value, not \(found)")
  }
  static let missingComma = Text("',' is expected here")
  static let trailingComma = Text("the list of arguments ends with a comma", "remove it")

  static func expectedField(found: String) -> Text { Text("the name of a field is expected here, not \(found)") }
  static func keywordAsField(_ word: String) -> Text {
    Text("'\(word)' cannot follow a dot as it is", "write .`\(word)` or ['\(word)']")
  }
  static func indexAfterDot(_ literal: String) -> Text {
    Text("a field name cannot be in quotes", "write [\(literal)] without the dot")
  }

  static func reservedWord(_ word: String) -> Text {
    Text("'\(word)' is a reserved word and cannot be a name by itself")
  }
  static let quotedIdentifier = Text("back quotes are only for fields, after a dot")
  static let quotedFieldsOff = Text("names in back quotes are not allowed here")
  static func optionalSyntaxOff(_ form: String) -> Text { Text("the optional form '\(form)' is not allowed here") }
  static let optionalCall = Text("a method cannot be called with '.?'", "use '.?' for fields, and optMap to go on from there")

  // MARK: Operators of other languages

  static func mistakenOperator(_ written: String, meant: String) -> Text {
    switch written {
    case "=": Text("'=' is not an operator: two values are compared with '=='", "write ==")
    default: Text("'\(written)' is not an operator here", "write \(meant)")
    }
  }
  static let minusAfterNot = Text("'!' cannot be followed by '-'", "put the rest in parentheses")
  static let notAfterMinus = Text("'-' cannot be followed by '!'", "put the rest in parentheses")
  static let nestedConditional = Text("a '?' inside another needs parentheses", "write a ? (b ? c : d) : e")

  // MARK: Macros

  static func hasNeedsField(fix: String?) -> Text {
    Text("has() asks for a field, like has(a.b)", fix.map { "write \($0)" })
  }
  static func mustBeName(_ macro: String) -> Text {
    Text("\(macro) needs a plain name here for its variable")
  }
  static func accumulatorName(_ name: String) -> Text {
    Text("'\(name)' is the name under which macros keep their result", "choose another name")
  }
  static func repeatedVariable(_ name: String) -> Text {
    Text("the two variables have the same name '\(name)'")
  }
  static func extremeNeedsArgument(_ name: String) -> Text { Text("\(name)() needs at least one argument") }
  static func extremeNeedsNumbers(_ name: String) -> Text { Text("\(name)() compares numbers only") }
  static func extremeNeedsList(_ name: String) -> Text {
    Text("\(name)() of one argument needs a number, or a list of numbers that is not empty")
  }
  static let blockNeedsList = Text("cel.block() needs a list of expressions as its first argument")
  static let blockNeedsNumber = Text("a whole number from 0 is needed here")

  // MARK: Showing what was written

  /// One byte of the source for a message.
  static func shown(_ byte: UInt8) -> String {
    byte < 0x80 ? visible(String(UnicodeScalar(byte))) : "\\x\(hexadecimal(UInt32(byte)))"
  }

  /// Text with everything that cannot be seen replaced by its code.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
        .nonspacingMark, .enclosingMark, .spacingMark:
        result += "U+\(hexadecimal(scalar.value))"
      case .spaceSeparator where scalar != " ":
        result += "U+\(hexadecimal(scalar.value))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
