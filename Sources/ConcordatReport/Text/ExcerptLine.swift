import SourceText

/// One line of a file as it is shown, with the columns of the marks upon it.
///
/// Tabs are spaces, what a terminal could obey is spelt out, wide characters take two columns
/// and combining ones none. A line of more than ``columns`` is cut to a window round its
/// first mark; only the bytes round that mark are read, however long the line.
struct ExcerptLine {
  /// The columns a mark takes, counted from 0 at the start of the shown text.
  struct Span: Equatable {
    var column: Int
    var width: Int
    var end: Int { column + width }
  }

  /// The most columns of a line that are shown.
  static let columns = 200
  /// A tab is shown as this many spaces wherever it stands: a cut line has no tab stops.
  static let tabWidth = DisplayWidth.tabStop
  /// The most bytes a column may take before the line counts as long: characters of no width can
  /// pile up without end.
  private static let bytesPerColumn = 8

  /// The shown text in UTF-8, ellipses included.
  private(set) var text: [UInt8] = []
  /// One for each mark, in their order; at least one column wide.
  private(set) var spans: [Span] = []

  /// Lays out the line that lies at `line` in `source`, the bytes of a file that lives as long as this call.
  ///
  /// - Parameter marks: byte ranges inside the line; the first is the one to keep in view.
  init(source: UnsafeBufferPointer<UInt8>, line: Range<Int>, marks: [Range<Int>], glyphs: GlyphSet) {
    let window = Self.window(source, line, around: marks.first, ellipsis: glyphs.ellipsisWidth)
    if window.lowerBound > line.lowerBound { append(glyphs.ellipsis) }
    var column = window.lowerBound > line.lowerBound ? glyphs.ellipsisWidth : 0
    let first = column

    // The column of every end of a mark, found in one walk.
    let ends = Set(marks.flatMap { [$0.lowerBound, $0.upperBound] })
    var columns: [Int: Int] = [:]
    var index = window.lowerBound
    while index < window.upperBound {
      if ends.contains(index) { columns[index] = column }
      let glyph = Glyph(source, at: index)
      glyph.append(source, at: index, to: &text)
      column += glyph.width
      index += glyph.length
    }
    columns[window.upperBound] = column

    let last = column
    if window.upperBound < line.upperBound {
      append(glyphs.ellipsis)
      column += glyphs.ellipsisWidth
    }
    spans = marks.map { mark in
      // A mark outside the window stands under the ellipsis on its side.
      if mark.lowerBound > window.upperBound { return Span(column: last, width: column - last) }
      if mark.upperBound < window.lowerBound { return Span(column: 0, width: first) }
      let start = mark.lowerBound < window.lowerBound ? 0 : columns[mark.lowerBound] ?? first
      let end = mark.upperBound > window.upperBound ? column : columns[mark.upperBound] ?? start
      return Span(column: start, width: max(1, end - start))
    }
  }

  private mutating func append(_ words: StaticString) {
    words.withUTF8Buffer { text.append(contentsOf: $0) }
  }

  /// The part of a line to show.
  private static func window(
    _ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, around mark: Range<Int>?, ellipsis: Int
  ) -> Range<Int> {
    if line.count <= columns * bytesPerColumn {
      let whole = walk(source, from: line.lowerBound, to: line.upperBound, columns: columns)
      if whole.index == line.upperBound { return line }
    }
    let mark = mark ?? line.lowerBound..<line.lowerBound
    var left = columns - 2 * ellipsis
    // A long mark leaves a fifth of the window for what stands before it.
    let marked = walk(source, from: mark.lowerBound, to: mark.upperBound, columns: left - columns / 5)
    left -= marked.columns
    let before = walkBack(source, from: mark.lowerBound, to: line.lowerBound, columns: left / 2)
    left -= before.columns
    let after = walk(source, from: marked.index, to: line.upperBound, columns: left)
    left -= after.columns
    let more = walkBack(source, from: before.index, to: line.lowerBound, columns: left)
    return more.index..<after.index
  }

  /// Goes forward as far as `limit` and `columns` allow.
  private static func walk(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, columns: Int
  ) -> (index: Int, columns: Int) {
    var index = start
    var used = 0
    let limit = min(limit, start + columns * bytesPerColumn)
    while index < limit {
      let glyph = Glyph(source, at: index)
      if used + glyph.width > columns || index + glyph.length > limit { break }
      used += glyph.width
      index += glyph.length
    }
    return (index, used)
  }

  /// Goes back as far as `limit` and `columns` allow.
  private static func walkBack(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, columns: Int
  ) -> (index: Int, columns: Int) {
    var index = start
    var used = 0
    let limit = max(limit, start - columns * bytesPerColumn)
    while index > limit {
      var previous = index - 1
      while previous > limit, index - previous < 4, source[previous] & 0xC0 == 0x80 { previous -= 1 }
      var glyph = Glyph(source, at: previous)
      if previous + glyph.length != index {
        previous = index - 1
        glyph = Glyph(source, at: previous)
      }
      if used + glyph.width > columns { break }
      used += glyph.width
      index = previous
    }
    return (index, used)
  }
}

/// One character of a file as it is shown.
private struct Glyph {
  /// Bytes in the file.
  let length: Int
  /// Columns on the screen.
  let width: Int
  private let isTab: Bool

  init(_ source: UnsafeBufferPointer<UInt8>, at index: Int) {
    let step = UTF8Step.read(source, at: index)
    length = step.width
    isTab = step.scalar == "\t"
    width = isTab ? ExcerptLine.tabWidth : VisibleText.columns(of: step)
  }

  /// Appends the visible form of the character, which must be the one that was read.
  func append(_ source: UnsafeBufferPointer<UInt8>, at index: Int, to text: inout [UInt8]) {
    if isTab {
      text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width))
    } else {
      VisibleText.append(UnsafeBufferPointer(rebasing: source[index..<(index + length)]), to: &text)
    }
  }
}

extension VisibleText {
  /// The columns that the visible form of a character takes.
  fileprivate static func columns(of step: UTF8Step) -> Int {
    guard let scalar = step.scalar else { return 6 * step.width }  // `\x{FF}` a byte
    guard isHidden(scalar) else { return DisplayWidth.columns(of: scalar) }
    let digits = (UInt32.bitWidth - scalar.value.leadingZeroBitCount + 3) / 4
    return 4 + max(2, digits)  // `\u{1B}`
  }
}
