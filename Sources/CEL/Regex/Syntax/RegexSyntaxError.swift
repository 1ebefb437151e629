/// A pattern that RE2 refuses, or that is larger than its limits allow.
public struct RegexSyntaxError: Error, Hashable, Sendable {
  public let kind: Kind
  /// The place in the pattern, in bytes from its beginning.
  public let range: Range<Int>
  /// The text of the pattern at that place; invalid UTF-8 is shown with replacement characters.
  public let excerpt: String
  /// Ranges of the classes that were built before the fault was met.
  var rangeCount = 0

  public enum Kind: Hashable, Sendable {
    case invalidUTF8
    case patternTooLong(limit: Int)
    case tooManyInstructions(limit: Int)
    case tooManyGroups
    case nestsTooDeeply(limit: Int)
    case unclosedGroup
    case unopenedGroup
    case unclosedClass
    case nothingToRepeat
    case repeatOfRepeat
    case repeatTooLarge(limit: Int)
    case repeatOutOfOrder
    case unsupported(Feature)
    case unknownGroupSyntax
    case invalidGroupName
    case rangeOutOfOrder
    case unknownNamedClass
    case unknownProperty
    case trailingBackslash
    case unknownEscape
  }

  /// What other regular expression languages have and RE2 leaves out, because matching it is not linear in the text.
  public enum Feature: String, Hashable, Sendable {
    case lookAhead = "look-ahead"
    case lookBehind = "look-behind"
    case backReference = "a back-reference"
    case atomicGroup = "an atomic group"
    case possessiveRepeat = "a possessive repeat"
    case comment = "a comment"
    case conditional = "a condition"
    case singleByte = "any single byte"
  }

  /// One sentence that names what was found; lower case, no full stop.
  public var message: String {
    switch kind {
    case .invalidUTF8: "the regular expression is not valid UTF-8"
    case .patternTooLong(let limit): "the regular expression is longer than \(limit) bytes"
    case .tooManyInstructions(let limit): "the regular expression is too large: it needs more than \(limit) instructions"
    case .tooManyGroups: "the regular expression has too many groups for its size"
    case .nestsTooDeeply(let limit): "parentheses nest deeper than \(limit)"
    case .unclosedGroup: "`\(excerpt)` opens a group that is never closed"
    case .unopenedGroup: "`)` closes a group that was never opened"
    case .unclosedClass: "`[` opens a class that is never closed"
    case .nothingToRepeat: "`\(excerpt)` has nothing to repeat"
    case .repeatOfRepeat: "`\(excerpt)` repeats a repeat"
    case .repeatTooLarge(let limit): "`\(excerpt)` repeats more than \(limit) times"
    case .repeatOutOfOrder: "`\(excerpt)` has a maximum below its minimum"
    case .unsupported(let feature): "`\(excerpt)` is \(feature.rawValue), which RE2 does not have"
    case .unknownGroupSyntax: "`\(excerpt)` is not a kind of group"
    case .invalidGroupName: "`\(excerpt)` does not name a group"
    case .rangeOutOfOrder: "`\(excerpt)` is a range that ends before it begins"
    case .unknownNamedClass: "`\(excerpt)` is not a named class"
    case .unknownProperty: "`\(excerpt)` is not a Unicode category or script"
    case .trailingBackslash: "the regular expression ends in a backslash"
    case .unknownEscape: "`\(excerpt)` is not an escape"
    }
  }

  /// What to write instead, where there is something to say.
  public var suggestion: String? {
    switch kind {
    case .unsupported(let feature): Self.replacement(for: feature)
    case .unopenedGroup: "write `\\)` for a parenthesis"
    case .unclosedClass: "write `\\[` for a bracket"
    case .nothingToRepeat: "write a backslash before it for the character itself"
    case .repeatOfRepeat: "put the inner repeat in a group, `(?:…)`"
    case .tooManyInstructions, .repeatTooLarge: "use a smaller repeat count, or test the length with size()"
    case .unknownGroupSyntax:
      "groups are `(…)`, `(?:…)`, `(?P<name>…)`, `(?<name>…)` and flags of `imsU` as in `(?i)` or `(?i:…)`"
    case .invalidGroupName: "write `(?P<name>…)`, with letters, digits and `_` in the name"
    case .unknownNamedClass:
      "named classes are alnum, alpha, ascii, blank, cntrl, digit, graph, lower, print, punct, space, upper, word and xdigit"
    case .unknownProperty: "names are spelled as in `\\p{Lu}`, `\\pL` and `\\p{Greek}`"
    case .trailingBackslash: "write `\\\\` for a backslash"
    case .unknownEscape: Self.replacement(forEscape: excerpt)
    default: nil
    }
  }

  private static func replacement(for feature: Feature) -> String {
    switch feature {
    case .lookAhead, .lookBehind: "join several matches() with && and !"
    case .backReference: "compare the parts outside the expression"
    case .atomicGroup: "write `(?:…)`; matching takes linear time without it"
    case .possessiveRepeat: "leave out the second `+`; matching takes linear time without it"
    case .comment: "put the comment outside the expression"
    case .conditional: "write the cases as alternatives with `|`"
    case .singleByte: "write `(?s:.)` for any character"
    }
  }

  private static func replacement(forEscape escape: String) -> String? {
    switch escape.dropFirst().unicodeScalars.first {
    case "Z": "write `\\z` for the end of the text, or `\\n?\\z` to allow a line end before it"
    case "u", "U", "N": "write `\\x{…}` for a code point"
    case "x": "write two hexadecimal digits, or `\\x{…}`"
    case "h": "write `[ \\t]`"
    case "R": "write `(?:\\r\\n|\\n)`"
    case "e": "write `\\x1b`"
    case "b": "write `\\x08` for a backspace; a word boundary cannot stand in a class"
    case "c": "write `\\x` and two hexadecimal digits"
    default: nil
    }
  }
}
