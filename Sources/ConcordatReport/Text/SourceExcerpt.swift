import SourceText

/// The lines of one file that a finding points at, laid out in rows with marks under them.
///
/// A layout only: it knows columns and labels, and neither colours nor drawing signs.
struct SourceExcerpt {
  /// A place to point at.
  struct Mark {
    var range: ByteRange
    /// Whether this is the fault itself, or a place that has to do with it.
    var isPrimary: Bool
    /// What stands beside the mark; data.
    var label: String?
  }

  /// A stretch of underlining in a row.
  struct Underline: Equatable {
    var span: ExcerptLine.Span
    var isPrimary: Bool
  }

  enum Row {
    /// A line of the file; the number counts from 1, the text is visible.
    case source(number: Int, text: [UInt8])
    /// Underlining, from left to right, and what stands after it.
    case underlines([Underline], label: String?)
    /// The label of an underline further up that had no room beside it; `through` are the columns of
    /// labels still to come.
    case hanging(label: String, column: Int, isPrimary: Bool, through: [Underline])
    /// Lines that are left out.
    case gap
  }

  let path: String
  /// Where the first mark begins, from 1; the column in Unicode scalars.
  let line: Int
  let column: Int
  /// What stands beside the place where no line is shown; data.
  private(set) var label: String?
  private(set) var rows: [Row] = []
  /// The greatest line number shown, or 0.
  private(set) var lastNumber = 0

  /// Lays out the lines that `marks` stand on; the header names the place of the first mark.
  init(file: SourceFile, marks: [Mark], glyphs: GlyphSet) {
    path = file.path
    let position = file.position(of: marks.first?.range.lowerBound ?? 0)
    (line, column) = (position.line, position.column)

    // Nothing can be shown of a file that is empty or could not be read, unless there are words to place.
    if file.bytes.isEmpty, marks.allSatisfy({ $0.label == nil }) { return }

    let placed = marks.map { Placed($0, in: file) }
    var previous: Int?
    for number in Set(placed.map(\.line)).sorted() {
      if let previous {
        // One line between two others costs no more than the sign that it is left out.
        if number - previous == 2 { append(line: previous + 1, [], file, glyphs) }
        if number - previous > 2 { rows.append(.gap) }
      }
      append(line: number, placed.filter { $0.line == number }, file, glyphs)
      previous = number
    }
  }

  /// Names a place and shows nothing of the file.
  init(file: SourceFile, placeOf mark: Mark) {
    path = file.path
    let position = file.position(of: mark.range.lowerBound)
    (line, column) = (position.line, position.column)
    label = mark.label
  }

  private mutating func append(line: Int, _ marks: [Placed], _ file: SourceFile, _ glyphs: GlyphSet) {
    // The fault itself decides which part of a long line is shown.
    let marks = marks.filter(\.isPrimary) + marks.filter { !$0.isPrimary }
    let shown = ExcerptLine(
      source: file.bytes, line: file.content(ofLine: line), marks: marks.map(\.range), glyphs: glyphs
    )
    rows.append(.source(number: line, text: shown.text))
    lastNumber = max(lastNumber, line)

    var levels: [[(span: ExcerptLine.Span, mark: Placed)]] = []
    for (span, mark) in zip(shown.spans, marks) {
      let free = levels.firstIndex { level in
        level.allSatisfy { span.end < $0.span.column || $0.span.end < span.column }
      }
      if let free { levels[free].append((span, mark)) } else { levels.append([(span, mark)]) }
    }
    for level in levels {
      appendUnderlines(level.sorted { $0.span.column < $1.span.column })
    }
  }

  /// The rightmost label stands beside its underline, the others hang below, from right to left.
  private mutating func appendUnderlines(_ level: [(span: ExcerptLine.Span, mark: Placed)]) {
    rows.append(
      .underlines(
        level.map { Underline(span: $0.span, isPrimary: $0.mark.isPrimary) }, label: level.last?.mark.label
      )
    )
    var waiting = level.dropLast().filter { $0.mark.label != nil }
    while let next = waiting.popLast() {
      rows.append(
        .hanging(
          label: next.mark.label ?? "", column: next.span.column, isPrimary: next.mark.isPrimary,
          through: waiting.map { Underline(span: $0.span, isPrimary: $0.mark.isPrimary) }
        )
      )
    }
  }
}

/// A mark on its first line.
private struct Placed {
  /// From 1.
  let line: Int
  /// Bytes inside the line's content, at scalar borders.
  let range: Range<Int>
  let isPrimary: Bool
  let label: String?

  init(_ mark: SourceExcerpt.Mark, in file: SourceFile) {
    let lines = file.lines
    let text = file.bytes
    line = lines.line(containing: mark.range.lowerBound)

    // A block scalar ends at the start of the line after it; that line is not part of it.
    let lastLine = mark.range.isEmpty ? line : lines.line(containing: mark.range.upperBound - 1)
    label = Self.label(mark.label, linesAfterFirst: lastLine - line)
    isPrimary = mark.isPrimary

    let content = file.content(ofLine: line)
    var lower = min(max(Int(mark.range.lowerBound), content.lowerBound), content.upperBound)
    var upper = min(max(Int(mark.range.upperBound), lower), content.upperBound)
    // At most three bytes of a scalar follow its first.
    for _ in 0..<3 where lower > content.lowerBound && lower < text.count && text[lower] & 0xC0 == 0x80 { lower -= 1 }
    for _ in 0..<3 where upper < content.upperBound && text[upper] & 0xC0 == 0x80 { upper += 1 }
    range = lower..<upper
  }

  private static func label(_ label: String?, linesAfterFirst more: Int) -> String? {
    guard more > 0 else { return label }
    let rest = "and \(counted(more, "more line", "more lines"))"
    return label.map { "\($0) (\(rest))" } ?? rest
  }
}

extension SourceFile {
  /// The bytes of a line counted from 1, without its end and without a byte order mark.
  fileprivate func content(ofLine number: Int) -> Range<Int> {
    guard let line = lines.lineWithBreak(number)?.indices else { return bytes.count..<bytes.count }
    var (lower, upper) = (line.lowerBound, line.upperBound)
    if upper > lower, bytes[upper - 1] == 0x0A { upper -= 1 }
    if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
    if lower == 0, upper >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { lower = 3 }
    return lower..<upper
  }
}
