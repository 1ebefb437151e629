import CEL
import Testing

struct RegexSearchTests {
  @Test(arguments: [
    ("^abc$", "abc", true), ("^abc$", "abcd", false), ("^abc", "abcd", true), ("^abc", "xabc", false), ("^abc", "ab", false),
    ("abc$", "xabc", true), ("abc$", "abcx", false), ("abc$", "bc", false), ("abc", "xxabcxx", true), ("abc", "ababab", false),
    ("abc", "", false), ("", "", true), ("^$", "", true), ("^$", "a", false), ("$", "a", true),
    ("needle", String(repeating: "need", count: 50) + "needle", true), ("a$b", "a", false), ("^a^b", "ab", false),
    ("ab+c", "xxabbc", true), ("ab+c", "xxabb", false), ("aab", "aaaab", true), ("^(?:abc)$", "abc", true), ("(abc)", "xabc", true),
  ])
  func `plain characters answer as the automaton would`(pattern: String, text: String, expected: Bool) throws {
    #expect(try matches(pattern, text) == expected)
    // An alternative that never matches keeps the pattern from being plain.
    #expect(try matches("(?:\(pattern)|[^\\x00-\\x{10FFFF}])", text) == expected)
  }

  @Test func `the end is the end, not a last newline`() throws {
    #expect(try !matches("^[0-9a-f]{4}$", "12af\n"))
    #expect(try matches("(?m)^[0-9a-f]{4}$", "x\n12af\n"))
    #expect(try !matches("a.b", "a\nb"))
    #expect(try matches("(?s)a.b", "a\nb"))
    #expect(try matches("[^x]", "\n"))
  }

  @Test func `a search goes on from an offset with what stands before it`() throws {
    let word = try RegularExpression("\\b[a-z]+\\b")
    #expect(word.spans("one two", from: 1) == [4..<7])
    #expect(word.spans("one two", from: 4) == [4..<7])
    #expect(word.spans("one two", from: 7) == nil)
    #expect(word.spans("one two", from: 8) == nil)
    #expect(word.spans("one two", from: -1) == nil)
    #expect(try RegularExpression("^one").spans("one one", from: 4) == nil)
    #expect(try RegularExpression("$").spans("one", from: 3) == [3..<3])
  }

  @Test func `no match begins or ends inside a character`() throws {
    #expect(try RegularExpression("").spans("é", from: 1) == [2..<2])
    #expect(try RegularExpression("\\B").spans("aéb") == nil)
    #expect(try RegularExpression("\\B").spans("a☺☺") == [4..<4])
    #expect(try !matches("\\B", "aéb"))
  }

  @Test func `groups hold what the preferred way gave them`() throws {
    #expect(try RegularExpression("(a|ab)(c|bcd)(d*)").spans("abcd") == [0..<4, 0..<1, 1..<4, 4..<4])
    #expect(try RegularExpression("(a)|(b)").spans("b") == [0..<1, nil, 0..<1])
    #expect(try RegularExpression("(a+?)(a*)").spans("aaa") == [0..<3, 0..<1, 1..<3])
    #expect(try RegularExpression("(?U)(a+)(a*)").spans("aaa") == [0..<1, 0..<1, 1..<1])
    #expect(try RegularExpression("(|a)*").spans("aa") == [0..<0, 0..<0])
    #expect(try RegularExpression("(?:(a)|b)*").spans("ab") == [0..<2, 0..<1])
    #expect(try RegularExpression("([^,]*),(\\d+)").spans("London, x,12") == [7..<12, 7..<9, 10..<12])
  }

  @Test func `text that is not UTF-8 is searched around`() throws {
    let scratch = RegexScratch()
    for broken in [[0xFF], [0xC3], [0xE2, 0x98], [0x80], [0xF5, 0x80, 0x80, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      #expect(try !RegularExpression("^.+$").matches(broken, scratch))
      #expect(try !RegularExpression("[^a]").matches(broken, scratch))
      #expect(try RegularExpression("b").matches(broken + [0x62], scratch))
      #expect(try RegularExpression("(?i)[b-z]\\b").matches(broken + [0x62] + broken, scratch))
    }
  }

  @Test func `patterns met at run time are compiled once while they are in use`() throws {
    let scratch = RegexScratch()
    let first = try scratch.expression("a+b".utf8)
    #expect(try scratch.expression("a+b".utf8) === first)
    #expect(throws: RegexSyntaxError.self) { try scratch.expression("a(".utf8) }
    #expect(throws: RegexSyntaxError.self) { try scratch.expression("a(".utf8) }
    for number in 0..<100 {
      let expression = try scratch.expression("x{\(number)}$".utf8)
      #expect(expression.matches(String(repeating: "x", count: number), scratch))
    }
    #expect(try scratch.expression("a+b".utf8) !== first)
  }

  @Test func `thousands of expressions share one scratch`() throws {
    let scratch = RegexScratch()
    let expressions = try (0..<3_000).map { try RegularExpression("^[a-z]+\($0)$") }
    for round in 0..<2 {
      for (number, expression) in expressions.enumerated() {
        #expect(expression.matches("round\(number)", scratch))
        #expect(!expression.matches("round\(number + 1 + round)", scratch))
      }
    }
  }

  @Test func `one expression serves many tasks`() async throws {
    let expression = try RegularExpression("^(?:[a-z]+-)+[0-9]+$")
    let answers = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          let scratch = RegexScratch()
          return (0..<500).count { expression.matches("ab-cd-\($0 * task)", scratch) }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(answers == 4_000)
  }
}
