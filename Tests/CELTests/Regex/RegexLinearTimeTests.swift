import CEL
import Testing

/// Time is counted in steps, not measured: instructions visited, transitions built and bytes read.
struct RegexLinearTimeTests {
  @Test(arguments: [
    ("(a+)+b", "a", ""), ("(a+)+$", "a", "b"), ("(a|aa)+$", "a", "b"), ("(a|a)*b", "a", ""), ("(.*)*x", "a", ""),
    ("(.*)(.*)(.*)(.*)x", "a", ""), ("(a*)*(a*)*c", "a", "b"), ("^(([a-z])+.)+[A-Z]([a-z])+$", "a", ""),
    ("([a-zA-Z0-9_]+\\.)*[a-z]+@x", "a.", ""), ("(x+x+)+y", "x", ""), ("\\b(\\w+\\s*)+;", "word ", ""),
    ("(?:a|b)*a(?:a|b){16}c", "abbabaab", ""), ("(a?){60}a{60}b", "a", ""), ("é*é*é*ß", "é", ""),
    ("(?m)(^a*$)+x", "a\n", ""), ("a{1,1000}b", "a", "c"),
  ])
  func `twice the text takes twice the steps`(pattern: String, part: String, ending: String) throws {
    let expression = try RegularExpression(pattern)
    func steps(_ count: Int) -> (answer: Int, captures: Int) {
      let text = Array((String(repeating: part, count: count) + ending).utf8)
      let scratch = RegexScratch()
      _ = expression.matches(text, scratch)
      let answer = scratch.steps
      // `x` and `c` may be missing from the text: only a text that matches shows what captures cost.
      _ = expression.spans(String(decoding: text, as: UTF8.self) + "bcx;y$", from: 0, scratch)
      return (answer, scratch.steps - answer)
    }
    let once = steps(2_000)
    let twice = steps(4_000)
    #expect(Double(twice.answer) <= 2.3 * Double(once.answer))
    #expect(Double(twice.captures) <= 2.3 * Double(once.captures))
    #expect(twice.answer <= 4 * (4_000 * part.utf8.count + 10) * expression.instructionCount)
  }

  @Test func `states that do not fit in memory change the price but not the answer`() throws {
    let expression = try RegularExpression("a(?:a|b){16}c")
    let scratch = RegexScratch()
    var state: UInt32 = 1
    var text: [UInt8] = (0..<100_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 31 == 0 ? 0x61 : 0x62
    }
    #expect(!expression.matches(text, scratch))
    #expect(scratch.steps <= 3 * text.count * expression.instructionCount)
    text[text.count - 17] = 0x62
    #expect(!expression.matches(text + [0x63], scratch))
    text[text.count - 17] = 0x61
    #expect(expression.matches(text + [0x63], scratch))
    #expect(expression.spans(String(decoding: text + [0x63], as: UTF8.self), from: 0, scratch) == [99_983..<100_001])
  }

  @Test func `a search that is bound to the beginning stops there`() throws {
    let scratch = RegexScratch()
    let text = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(!(try RegularExpression("^[b-z]+").matches(text, scratch)))
    #expect(!(try RegularExpression("^(?:b|c)$|^d").matches(text, scratch)))
    #expect(scratch.steps < 100)
  }
}
