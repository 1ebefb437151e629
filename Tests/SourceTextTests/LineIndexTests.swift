import SourceText
import Testing

@Suite struct LineIndexTests {
  private func file(_ text: String) -> SourceFile { SourceFile(path: "a.yaml", text: Array(text.utf8)) }

  @Test func `lines end at line feeds, returns and pairs of them, and at nothing else`() {
    let file = file("one\ntwo\r\nthree\rfour\u{85}four\u{2028}four\u{2029}four\n")
    let lines = (1...file.lines.count).map { file.line($0).map(file.string) }
    #expect(lines == ["one", "two", "three", "four\u{85}four\u{2028}four\u{2029}four", ""])
    #expect(file.line(0) == nil)
    #expect(file.line(6) == nil)
  }

  @Test func `columns are counted in the unit asked for`() {
    let file = file("x: 1\nα😀é́ target")
    let offset = UInt32(Array("x: 1\nα😀é́ ".utf8).count)
    #expect(file.position(of: offset) == Position(line: 2, column: 6, utf8Column: 12, utf16Column: 7))
    #expect(file.displayColumn(of: offset) == 6)
  }

  @Test func `a byte order mark takes no column`() {
    let file = file("\u{FEFF}key: value\n")
    #expect(file.position(of: 3) == Position(line: 1, column: 1, utf8Column: 1, utf16Column: 1))
    #expect(file.position(of: 0).column == 1)
    #expect(file.originalOffset(of: 3) == 3)
  }

  @Test func `an offset past the end is the end`() {
    let file = file("a\nbc")
    #expect(file.position(of: 900) == Position(line: 2, column: 3, utf8Column: 3, utf16Column: 3))
    #expect(file.line(2).map(file.string) == "bc")
  }

  @Test func `positions agree with counting by hand, everywhere in a long mixed text`() {
    let text = (0..<900).map { "line \($0) with é, €, 😀 and \($0 % 7 == 0 ? "\r\n" : "")" }.joined(separator: "\n")
    let file = file(text)
    var line = 1
    var column = 1
    var utf16 = 1
    var offset: UInt32 = 0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if previous == "\n" || (previous == "\r" && scalar != "\n") { (line, column, utf16) = (line + 1, 1, 1) }
      let position = file.position(of: offset)
      guard position.line == line, position.column == column, position.utf16Column == utf16 else {
        Issue.record("at \(offset): \(position), counted \(line):\(column) (\(utf16))")
        return
      }
      column += 1
      utf16 += scalar.utf16.count
      offset += UInt32(scalar.utf8.count)
      previous = scalar
    }
  }
}
