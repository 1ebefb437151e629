import CEL
import Testing

/// The Swift code of the article `RegularExpressions`: ``DocumentationTests`` holds it to it.
struct RegexExamples {
  @Test func `patterns can be used by themselves`() throws {
    let pattern = try RegularExpression("(?P<name>[a-z]+)-([0-9]+)".utf8)
    let scratch = RegexScratch()
    let text = Array("see kent-12".utf8)
    let match = text.withUnsafeBufferPointer { pattern.firstMatch(in: $0, scratch: scratch) }
    #expect(match?.spans == [4..<11, 4..<8, 9..<11])
    #expect(pattern.groupNames == ["name", nil])
  }

  @Test func `a pattern that is refused says where and why`() {
    var lines: [String] = []
    func print(_ line: String) { lines.append(line) }

    do throws(RegexSyntaxError) {
      _ = try RegularExpression("a(?=b)".utf8)
    } catch {
      print("\(error.range): \(error.message)")
    }
    #expect(lines == ["1..<4: `(?=` is look-ahead, which RE2 does not have"])
  }
}
