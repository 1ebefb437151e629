import SourceText

/// Takes any bytes as a file and says what is wrong with its text, lines, columns and offsets, all counted a second time by hand.
///
/// Run by the fuzzer on what it makes up, and by the tests.
struct SourceTextProbe {
  /// What is wrong, or nothing.
  func fault(in bytes: [UInt8]) -> String? {
    let file = SourceFile(path: "probe", text: bytes)
    let text = Array(file.bytes)
    guard let string = String(validating: text, as: UTF8.self) else { return "the text is not UTF-8" }
    if file.encodingFaults.isEmpty, text != bytes { return "the text is another, and nothing says why" }
    if text == bytes, file.encoding != .utf8, !bytes.isEmpty { return "\(file.encoding) is UTF-8" }
    if let base = file.bytes.baseAddress, (0..<8).contains(where: { base[text.count + $0] != 0 }) { return "the text is not followed by zeros" }
    if file.isASCII != text.allSatisfy({ $0 < 0x80 }) { return "isASCII" }
    var last = 0
    for fault in file.encodingFaults {
      if fault.range.upperBound > file.endOffset, !text.isEmpty { return "\(fault.kind) is outside of the text" }
      if fault.originalOffset > bytes.count { return "\(fault.kind) is outside of the file" }
      if Int(fault.range.lowerBound) < last { return "\(fault.kind) is out of order" }
      last = Int(fault.range.lowerBound)
    }
    return lineFault(file, text) ?? positionFault(file, string) ?? originalFault(file, string, bytes) ?? visibleFault(text)
  }

  /// Lines end at `\n`, `\r\n` and `\r`.
  private func lineFault(_ file: SourceFile, _ text: [UInt8]) -> String? {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let width = text[index] == 0x0A ? 1 : text[index] == 0x0D ? (index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1) : 0
      if width > 0 {
        lines.append(start..<index)
        start = index + width
      }
      index += max(1, width)
    }
    lines.append(start..<text.count)
    if file.lines.count != lines.count { return "\(file.lines.count) lines, counted \(lines.count)" }
    for (number, line) in lines.enumerated() where file.line(number + 1)?.indices != line { return "line \(number + 1) is \(line)" }
    if file.line(0) != nil || file.line(lines.count + 1) != nil { return "a line too many" }
    return nil
  }

  /// Columns count characters, bytes and units of UTF-16 from 1; a mark at the start of the file takes none.
  private func positionFault(_ file: SourceFile, _ string: String) -> String? {
    var expected = Position(line: 1, column: 1, utf8Column: 1, utf16Column: 1)
    var offset: UInt32 = 0
    var previous: Unicode.Scalar = " "
    for scalar in string.unicodeScalars {
      if previous == "\n" || (previous == "\r" && scalar != "\n") {
        expected = Position(line: expected.line + 1, column: 1, utf8Column: 1, utf16Column: 1)
      }
      let found = file.position(of: offset)
      if found != expected { return "offset \(offset) is at \(found), counted \(expected)" }
      let width = UInt32(scalar.utf8.count)
      if file.displayColumn(of: offset) < 1 { return "no column at \(offset)" }
      if !(offset == 0 && scalar == "\u{FEFF}") {
        expected = Position(
          line: expected.line, column: expected.column + 1, utf8Column: expected.utf8Column + Int(width),
          utf16Column: expected.utf16Column + scalar.utf16.count)
      }
      offset += width
      previous = scalar
    }
    return nil
  }

  /// Offsets lead back to where a character stands in the file, in order, and never outside.
  private func originalFault(_ file: SourceFile, _ string: String, _ bytes: [UInt8]) -> String? {
    var last = -1
    var wide = 0
    var offset: UInt32 = 0
    for scalar in string.unicodeScalars {
      let original = file.originalOffset(of: offset)
      if original < last { return "offset \(offset) leads to \(original), that before it to \(last)" }
      if original >= bytes.count { return "offset \(offset) leads to \(original), outside of the file" }
      switch file.encoding {
      case .utf16LittleEndian, .utf16BigEndian:
        if original != wide { return "offset \(offset) leads to \(original), counted \(wide)" }
        wide += 2 * scalar.utf16.count
      case .utf32LittleEndian, .utf32BigEndian:
        if original != wide { return "offset \(offset) leads to \(original), counted \(wide)" }
        wide += 4
      case .utf8, .windows1252, .macRoman:
        // A character that was in order stands there in the file.
        let written = Array(String(scalar).utf8)
        let isThere = bytes[original...].starts(with: written)
        if scalar.value < 0x80, !isThere { return "offset \(offset) leads to another character, at \(original)" }
      }
      last = original
      offset += UInt32(scalar.utf8.count)
    }
    return nil
  }

  private func visibleFault(_ text: [UInt8]) -> String? {
    let shown = text.withUnsafeBufferPointer(VisibleText.string)
    if shown.unicodeScalars.contains(where: VisibleText.isHidden) { return "visible text hides something" }
    if VisibleText.string(shown) != shown { return "visible text is not visible" }
    return nil
  }
}
