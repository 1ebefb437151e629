import CEL
import Foundation
import Testing

struct RegexSyntaxTests {
  @Test(arguments: [
    ("a(?=b)", "1..<4: `(?=` is look-ahead, which RE2 does not have; join several matches() with && and !"),
    ("(?<!a)b", "0..<4: `(?<!` is look-behind, which RE2 does not have; join several matches() with && and !"),
    ("(a)\\1", "3..<5: `\\1` is a back-reference, which RE2 does not have; compare the parts outside the expression"),
    ("(?P<n>a)(?P=n)", "8..<12: `(?P=` is a back-reference, which RE2 does not have; compare the parts outside the expression"),
    ("(?>a)", "0..<3: `(?>` is an atomic group, which RE2 does not have; write `(?:…)`; matching takes linear time without it"),
    ("a++", "1..<3: `++` is a possessive repeat, which RE2 does not have; leave out the second `+`; matching takes linear time without it"),
    ("(?#note)", "0..<3: `(?#` is a comment, which RE2 does not have; put the comment outside the expression"),
    ("(?(1)a|b)", "0..<3: `(?(` is a condition, which RE2 does not have; write the cases as alternatives with `|`"),
    ("\\C", "0..<2: `\\C` is any single byte, which RE2 does not have; write `(?s:.)` for any character"),
    ("a**", "1..<3: `**` repeats a repeat; put the inner repeat in a group, `(?:…)`"),
    ("a{2}{3}", "1..<7: `{2}{3}` repeats a repeat; put the inner repeat in a group, `(?:…)`"),
    ("*a", "0..<1: `*` has nothing to repeat; write a backslash before it for the character itself"),
    ("(|+)", "2..<3: `+` has nothing to repeat; write a backslash before it for the character itself"),
    ("a{1001}", "1..<7: `{1001}` repeats more than 1000 times; use a smaller repeat count, or test the length with size()"),
    ("(a{30}){40}", "7..<11: `{40}` repeats more than 1000 times; use a smaller repeat count, or test the length with size()"),
    ("a{1,1000}{1,1000}", "1..<17: `{1,1000}{1,1000}` repeats a repeat; put the inner repeat in a group, `(?:…)`"),
    ("(?:a{1,1000}){1,1000}", "13..<21: `{1,1000}` repeats more than 1000 times; use a smaller repeat count, or test the length with size()"),
    ("a{3,2}", "1..<6: `{3,2}` has a maximum below its minimum"),
    ("(a", "0..<1: `(` opens a group that is never closed"),
    ("a)", "1..<2: `)` closes a group that was never opened; write `\\)` for a parenthesis"),
    ("x[a", "1..<3: `[` opens a class that is never closed; write `\\[` for a bracket"),
    ("[z-a]", "1..<4: `z-a` is a range that ends before it begins"),
    ("[[:letter:]]", "1..<11: `[:letter:]` is not a named class; named classes are alnum, alpha, ascii, blank, cntrl, digit, graph, lower, print, punct, space, upper, word and xdigit"),
    ("é\\p{Klingon}", "2..<13: `\\p{Klingon}` is not a Unicode category or script; names are spelled as in `\\p{Lu}`, `\\pL` and `\\p{Greek}`"),
    ("(?x)a", "0..<3: `(?x` is not a kind of group; groups are `(…)`, `(?:…)`, `(?P<name>…)`, `(?<name>…)` and flags of `imsU` as in `(?i)` or `(?i:…)`"),
    ("(?P<a b>c)", "0..<8: `(?P<a b>` does not name a group; write `(?P<name>…)`, with letters, digits and `_` in the name"),
    ("ab\\", "2..<3: the regular expression ends in a backslash; write `\\\\` for a backslash"),
    ("a\\Z", "1..<3: `\\Z` is not an escape; write `\\z` for the end of the text, or `\\n?\\z` to allow a line end before it"),
    ("\\u00e9", "0..<2: `\\u` is not an escape; write `\\x{…}` for a code point"),
    ("\\x{110000}", "0..<9: `\\x{110000` is not an escape; write two hexadecimal digits, or `\\x{…}`"),
    ("[\\b]", "1..<3: `\\b` is not an escape; write `\\x08` for a backspace; a word boundary cannot stand in a class"),
  ])
  func `what RE2 refuses is refused at its place`(pattern: String, expected: String) {
    #expect(refusal(pattern) == expected)
  }

  @Test(arguments: [
    "", "|", "()", "(|a)*", "^*", "a{,2}", "a{01}", "{", "}", "]", "[]a]", "[^]a]", "[a-]", "[-a]", "[a-b-c]", "\\_", "\\!",
    "\\Qa*", "\\Q\\E", "(?i)(?s)", "(?:)", "(?P<n>a)(?P<n>b)", "(?<1>a)", "(?<é>a)", "\\x{d800}", "[[:^alpha:]\\d\\pL]",
    "(?i-ms:a)", "[[a]", "\\0", "\\377", "a+?", "a{2}?", "(?U)a+", "(?:a*)*",
  ])
  func `what RE2 accepts is accepted`(pattern: String) {
    #expect(refusal(pattern) == "accepted")
  }

  @Test func `bytes that are not UTF-8 are refused at the first of them`() {
    #expect(refusal([0x61, 0x62, 0xC3, 0x28]) == "2..<3: the regular expression is not valid UTF-8")
    #expect(refusal([0xED, 0xA0, 0x80]) == "0..<1: the regular expression is not valid UTF-8")
  }

  @Test func `limits are kept, and named`() throws {
    #expect(refusal(String(repeating: "a", count: 10_000)).hasPrefix("0..<"))
    #expect(
      refusal("(?:.{20}.{1,100}x){10}")
        == "18..<22: the regular expression is too large: it needs more than 10000 instructions; "
        + "use a smaller repeat count, or test the length with size()")
    #expect(refusal(String(repeating: "(", count: 1001)).hasSuffix("parentheses nest deeper than 1000"))
    #expect(refusal(String(repeating: "(?:)", count: 20_000)).hasSuffix("longer than 65536 bytes"))
    #expect(refusal(String(repeating: "()", count: 3_000)).hasSuffix("too many groups for its size"))
    #expect(try RegularExpression(String(repeating: "a", count: 9_999)).instructionCount == 10_000)
    let small = RegexLimits(instructions: 5)
    #expect(throws: Never.self) { try RegularExpression("abcd".utf8, limits: small) }
    #expect(throws: RegexSyntaxError.self) { try RegularExpression("abcde".utf8, limits: small) }
  }

  @Test func `many large classes are refused before they are all built`() {
    let classes = (0..<2_000).map { "[\\pL\\x{\(String($0 + 0x2000, radix: 16))}]" }.joined()
    #expect(refusal(classes).contains("needs more than 10000 instructions"))
  }

  /// A parser, a tree or a compiler that recursed would overflow 64 KiB.
  @Test func `a thousand groups fit on a small stack`() async {
    let pattern = String(repeating: "(?:(?:", count: 499) + "(a)" + String(repeating: ")*|b)+", count: 499)
    let matched = await withCheckedContinuation { continuation in
      let thread = Thread {
        let expression = try? RegularExpression(pattern)
        continuation.resume(returning: expression?.matches("a") == true && expression?.spans("aa") == [0..<2, 1..<2])
      }
      thread.stackSize = 64 << 10
      thread.start()
    }
    #expect(matched)
  }

  @Test func `groups are counted and named`() throws {
    let expression = try RegularExpression("(?P<day>\\d+)-(x)(?:y)(?<month>z)")
    #expect(expression.groupCount == 3)
    #expect(expression.groupNames == ["day", nil, "month"])
  }

  @Test func `no sequence of bytes is more than refused`() {
    var random = SteadyRandom(state: 42)
    let alphabet = Array("aabc01 ()()[]{}|*+?^$.\\\\-,:<>=!PpLQEdwsbBxziUmsn☺é".utf8) + [0xFF, 0x00]
    let scratch = RegexScratch()
    for _ in 0..<4_000 {
      let pattern = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let text = (0..<12).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      do throws(RegexSyntaxError) {
        let expression = try RegularExpression(pattern)
        text.withUnsafeBufferPointer { bytes in
          let match = expression.firstMatch(in: bytes, scratch: scratch)
          #expect(expression.matches(bytes, scratch: scratch) == (match != nil))
          for case let span? in match?.spans ?? [] { #expect(span.upperBound <= bytes.count) }
        }
      } catch {
        #expect(error.range.upperBound <= pattern.count)
        #expect(!error.message.isEmpty)
      }
    }
  }
}

/// The same numbers on every run.
private struct SteadyRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
