import SourceText

/// Running text for people: headings, paragraphs wrapped to the columns there are, and specimens left as they are.
///
/// All text is made visible first, so nothing that a pack holds can command a terminal.
struct Page {
  private(set) var bytes: [UInt8] = []
  private let appearance: Appearance

  init(_ appearance: Appearance) {
    self.appearance = appearance
  }

  mutating func heading(_ text: String) {
    styled("1") { $0.write(text) }
    newline()
  }

  mutating func blank() { newline() }

  /// A paragraph; its line breaks are those of the page.
  mutating func paragraph(_ text: String, indent: Int = 0) {
    space(indent)
    wrap(text, indent: indent, from: indent)
  }

  /// A paragraph with a label before its first line, and the others beside it.
  mutating func entry(_ label: String, _ text: String, indent: Int = 2, column: Int = 16) {
    space(indent)
    write(label)
    let gap = max(1, column - indent - DisplayWidth.columns(of: label))
    space(gap)
    wrap(text, indent: column, from: max(column, indent + DisplayWidth.columns(of: label) + gap))
  }

  /// Text with its own line breaks, never wrapped.
  mutating func verbatim(_ text: [UInt8], indent: Int) {
    specimen(text, marks: [], indent: indent)
  }

  /// Text with its own line breaks, and marks under the given places; of a place of several lines, under the first.
  mutating func specimen(_ text: [UInt8], marks: [ByteRange], indent: Int) {
    let file = SourceFile(path: "", text: text)
    for number in 1...max(1, file.lines.count) {
      guard let line = file.line(number), number < file.lines.count || !line.isEmpty else { continue }
      if !line.isEmpty { space(indent) }
      let start = bytes.count
      VisibleText.append(file.slice(line), to: &bytes)
      disarmLine()
      if bytes.count == start { trimSpaces() }
      newline()
      let here = marks.filter { line.lowerBound <= $0.lowerBound && $0.lowerBound < max(line.upperBound, line.lowerBound + 1) }
      guard !here.isEmpty else { continue }
      var column = 0
      space(indent)
      for mark in here {
        let left = columns(of: file, ByteRange(line.lowerBound, mark.lowerBound))
        let right = columns(of: file, ByteRange(line.lowerBound, min(mark.upperBound, line.upperBound)))
        space(left - column)
        styled("1;31") { $0.bytes += repeatElement(UInt8(ascii: "^"), count: max(1, right - left)) }
        column = left + max(1, right - left)
      }
      newline()
    }
  }

  // MARK: Pieces

  private func columns(of file: SourceFile, _ range: ByteRange) -> Int {
    var visible: [UInt8] = []
    VisibleText.append(file.slice(range), to: &visible)
    return visible.withUnsafeBufferPointer { DisplayWidth.columns(of: $0) }
  }

  private mutating func wrap(_ text: String, indent: Int, from start: Int) {
    var column = start
    for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
      let visible = VisibleText.string(String(decoding: word, as: UTF8.self))
      let width = DisplayWidth.columns(of: visible)
      if column > start || column > indent {
        if column + 1 + width > appearance.columns {
          newline()
          space(indent)
          column = indent
        } else if column > start {
          space(1)
          column += 1
        }
      }
      bytes += visible.utf8
      if column == indent { disarmLine() }
      column += width
    }
    newline()
  }

  /// Spells out the first sign of what those who read logs, GitHub and Azure, would take for a command at the beginning of
  /// a line; they pass over spaces.
  private mutating func disarmLine() {
    let start = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    guard let first = bytes[start...].firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return }
    let text = bytes[first...]
    guard let command = ["::", "##[", "##vso["].first(where: { text.starts(with: $0.utf8) }) else { return }
    bytes.replaceSubrange(first...first, with: Array(command.hasPrefix(":") ? "\\u{3A}".utf8 : "\\u{23}".utf8))
  }

  private mutating func write(_ text: String) {
    bytes += VisibleText.string(text).utf8
  }

  private mutating func space(_ count: Int) {
    bytes += repeatElement(UInt8(ascii: " "), count: max(0, count))
  }

  private mutating func trimSpaces() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }

  private mutating func newline() { bytes.append(0x0A) }

  private mutating func styled(_ parameters: StaticString, _ body: (inout Page) -> Void) {
    guard appearance.colour else { return body(&self) }
    bytes += "\u{1B}[\(parameters)m".utf8
    body(&self)
    bytes += "\u{1B}[0m".utf8
  }
}

/// A number with its noun: "1 rule", "3 rules".
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(number) \(number == 1 ? one : many)"
}

extension DisplayWidth {
  /// The columns of a text without tabs.
  static func columns(of text: String) -> Int {
    var text = text
    return text.withUTF8 { columns(of: $0) }
  }
}
