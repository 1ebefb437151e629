import SourceText
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain text, é, 漢, 😀", "plain text, é, 漢, 😀"), ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\nb\r\tc", "a\\u{0A}b\\u{0D}\\u{09}c"),
    ("\u{9B}x\u{7F}", "\\u{9B}x\\u{7F}"), ("\u{202E}x\u{2066}", "\\u{202E}x\\u{2066}"), ("a\u{200B}b\u{AD}\u{FEFF}", "a\\u{200B}b\\u{AD}\\u{FEFF}"),
    ("\u{2028}\u{85}", "\\u{2028}\\u{85}"), ("\u{E0041}\u{3164}", "\\u{E0041}\\u{3164}"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("e\u{301}", "e\u{301}"),
    ("\u{FFFE}", "\\u{FFFE}"), ("", ""),
  ])
  func `what would not be seen is written out`(_ text: String, _ visible: String) {
    #expect(VisibleText.string(text).unicodeScalars.elementsEqual(visible.unicodeScalars))
  }

  @Test func `bytes that are no text are written out`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE2, 0x82, 0x62]
    #expect(bytes.withUnsafeBufferPointer(VisibleText.string) == "a\\x{FF}\\x{E2}\\x{82}b")
  }

  @Test func `visible text stays as it is`() {
    for value in UInt32(0)...0x11_0000 {
      guard value % 7 == 0 || value < 0x3000, let scalar = Unicode.Scalar(value) else { continue }
      let once = VisibleText.string(String(scalar))
      guard VisibleText.string(once).utf8.elementsEqual(once.utf8) else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("😀", 2), ("a\tb", 5), ("\u{200B}", 0), ("ｗ", 2), ("", 0), ("가", 2)])
  func `width is counted in columns of a terminal`(_ text: String, _ width: Int) {
    var text = text
    #expect(text.withUTF8 { DisplayWidth.columns(of: $0) } == width)
  }
}
