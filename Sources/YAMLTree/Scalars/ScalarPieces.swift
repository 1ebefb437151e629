public import SourceText

/// A run of a scalar as written, and how many bytes of its text it stands for.
struct ScalarPiece {
  var source: Range<Int>
  /// Bytes of text: as many as written when the piece is a copy, otherwise what an escape or a line break became.
  var count: Int
  var isCopy: Bool
}

/// Reads a scalar as written and says what became of every byte: escapes, folded lines, indentation.
///
/// Follows libyaml 0.2.5 step by step, and is tested against its text on every scalar of the test data.
struct ScalarPieces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var pieces: [ScalarPiece] = []

  /// Cuts up a plain or quoted scalar; the range is the inside of the quotes.
  init(flow range: Range<Int>, style: NodeStyle, of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var index = range.lowerBound
    while index < range.upperBound {
      let end: Int
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: end = addSpace(from: index, to: range.upperBound)
      case 0x27 where style == .singleQuoted:
        end = min(index + 2, range.upperBound)
        pieces.append(ScalarPiece(source: index..<end, count: 1, isCopy: false))
      case 0x5C where style == .doubleQuoted: end = addEscape(at: index, to: range.upperBound)
      default: end = addCopy(from: index, to: range.upperBound, style: style)
      }
      index = max(end, index + 1)
    }
  }

  /// Cuts up a block scalar that begins with `|` or `>`.
  ///
  /// - Parameter parentIndent: The column of the block collection around it, or -1.
  init(block start: Int, isLiteral: Bool, parentIndent: Int, of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var index = start + 1
    var keep = false
    var strip = false
    var increment = 0
    header: while index < bytes.count {
      switch bytes[index] {
      case 0x2B: keep = true
      case 0x2D: strip = true
      case 0x31...0x39: increment = Int(bytes[index] - 0x30)
      default: break header
      }
      index += 1
    }
    while index < bytes.count, !isBreak(index) { index += 1 }
    index = afterBreak(index)

    var indent = increment == 0 ? 0 : max(parentIndent, 0) + increment
    var gapStart = index
    var (lineStart, blanks) = skipBlankLines(from: index, indent: &indent, parentIndent: parentIndent)
    var hasBreak = false
    var previousBeginsBlank = false
    while lineStart < bytes.count, column(lineStart) == indent {
      let beginsBlank = bytes[lineStart] == 0x20 || bytes[lineStart] == 0x09
      var count = blanks
      if hasBreak {
        let folds = !isLiteral && !previousBeginsBlank && !beginsBlank
        count += folds ? (blanks == 0 ? 1 : 0) : 1
      }
      pieces.append(ScalarPiece(source: gapStart..<lineStart, count: count, isCopy: false))
      previousBeginsBlank = beginsBlank
      var end = lineStart
      while end < bytes.count, !isBreak(end) { end += 1 }
      pieces.append(ScalarPiece(source: lineStart..<end, count: end - lineStart, isCopy: true))
      gapStart = end
      hasBreak = end < bytes.count
      (lineStart, blanks) = skipBlankLines(from: afterBreak(end), indent: &indent, parentIndent: parentIndent)
    }
    let last = (strip || !hasBreak ? 0 : 1) + (keep ? blanks : 0)
    pieces.append(ScalarPiece(source: gapStart..<max(gapStart, min(lineStart, bytes.count)), count: last, isCopy: false))
  }

  /// The bytes of text that all pieces stand for.
  var count: Int { pieces.reduce(0) { $0 + $1.count } }

  /// Where some bytes of the text are written.
  ///
  /// A character that is written as an escape counts as a whole. An empty range is an empty place.
  func source(of text: Range<Int>) -> Range<Int>? {
    guard let first = place(of: text.lowerBound) else {
      let end = pieces.last { $0.count > 0 }?.source.upperBound
      return end.map { $0..<$0 }
    }
    guard !text.isEmpty else { return first.lowerBound..<first.lowerBound }
    let last = place(of: text.upperBound - 1) ?? pieces.last?.source ?? first
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  /// Where one byte of the text is written.
  private func place(of offset: Int) -> Range<Int>? {
    var passed = 0
    for piece in pieces {
      if offset < passed + piece.count {
        guard piece.isCopy else { return piece.source }
        let place = piece.source.lowerBound + offset - passed
        return place..<place + 1
      }
      passed += piece.count
    }
    return nil
  }

  // MARK: Plain and quoted

  private mutating func addCopy(from start: Int, to end: Int, style: NodeStyle) -> Int {
    var index = start + 1
    loop: while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: break loop
      case 0x27 where style == .singleQuoted: break loop
      case 0x5C where style == .doubleQuoted: break loop
      default: index += 1
      }
    }
    pieces.append(ScalarPiece(source: start..<index, count: index - start, isCopy: true))
    return index
  }

  /// Blanks stay as they are, unless a line ends among them: then one break is a space, and every further one a line feed.
  private mutating func addSpace(from start: Int, to end: Int) -> Int {
    let (next, breaks) = skipSpace(from: start, to: end)
    let count = breaks == 0 ? next - start : max(1, breaks - 1)
    pieces.append(ScalarPiece(source: start..<next, count: count, isCopy: breaks == 0))
    return next
  }

  private func skipSpace(from start: Int, to end: Int) -> (next: Int, breaks: Int) {
    var index = start
    var breaks = 0
    while index < end {
      if isBreak(index) {
        breaks += 1
        index = afterBreak(index)
      } else if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else {
        break
      }
    }
    return (min(index, end), breaks)
  }

  private mutating func addEscape(at start: Int, to end: Int) -> Int {
    guard start + 1 < end else { return end }
    var next = start + 2
    var count = 1
    switch bytes[start + 1] {
    case 0x0A, 0x0D:
      let (after, breaks) = skipSpace(from: start + 1, to: end)
      next = after
      count = breaks - 1
    case 0x4E, 0x5F: count = 2
    case 0x4C, 0x50: count = 3
    case 0x78: (next, count) = hexadecimal(from: start + 2, digits: 2)
    case 0x75: (next, count) = hexadecimal(from: start + 2, digits: 4)
    case 0x55: (next, count) = hexadecimal(from: start + 2, digits: 8)
    default: break
    }
    next = min(next, end)
    pieces.append(ScalarPiece(source: start..<next, count: count, isCopy: false))
    return next
  }

  /// The bytes that a character given by its number takes.
  private func hexadecimal(from start: Int, digits: Int) -> (next: Int, count: Int) {
    var value: UInt32 = 0
    for index in start..<min(start + digits, bytes.count) {
      value = value << 4 | UInt32(Character(Unicode.Scalar(bytes[index])).hexDigitValue ?? 0)
    }
    return (start + digits, value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4)
  }

  // MARK: Blocks

  /// Skips empty lines and the indentation of the next; the first call finds out how deep the indentation is.
  private func skipBlankLines(from start: Int, indent: inout Int, parentIndent: Int) -> (lineStart: Int, blanks: Int) {
    var index = start
    var blanks = 0
    var deepest = 0
    while true {
      let line = index
      while index < bytes.count, bytes[index] == 0x20, indent == 0 || index - line < indent { index += 1 }
      deepest = max(deepest, index - line)
      guard index < bytes.count, isBreak(index) else { break }
      blanks += 1
      index = afterBreak(index)
    }
    if indent == 0 { indent = max(deepest, parentIndent + 1, 1) }
    return (index, blanks)
  }

  private func column(_ index: Int) -> Int {
    var start = index
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    return index - start
  }

  private func isBreak(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private func afterBreak(_ index: Int) -> Int {
    guard index < bytes.count else { return index }
    return bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
  }
}

extension YAMLTree {
  /// Where some bytes of a scalar's text are written in the file.
  ///
  /// Exact through escapes, doubled quotes, folded lines and the indentation of blocks, so that a fault inside an
  /// expression that a scalar holds can be shown where it stands. For an alias it is the alias. O(bytes of the scalar).
  public func sourceRange(of text: ByteRange, in id: NodeID) -> ByteRange {
    let record = record(id)
    let whole = ByteRange(record.start, record.end)
    guard record.kind == .scalar else { return whole }
    let pieces = pieces(of: id)
    guard pieces.count == Int(record.count), let found = pieces.source(of: text.indices) else { return whole }
    return ByteRange(UInt32(truncatingIfNeeded: found.lowerBound), UInt32(truncatingIfNeeded: found.upperBound))
  }

  func pieces(of id: NodeID) -> ScalarPieces {
    let record = record(id)
    let range = Int(record.start)..<Int(record.end)
    switch record.style {
    case .literal, .folded:
      return ScalarPieces(
        block: range.lowerBound, isLiteral: record.style == .literal, parentIndent: indentAround(record), of: file.bytes)
    case .singleQuoted, .doubleQuoted:
      let inside = range.count >= 2 ? range.lowerBound + 1..<range.upperBound - 1 : range
      return ScalarPieces(flow: inside, style: record.style, of: file.bytes)
    case .plain, .flow, .block:
      return ScalarPieces(flow: range, style: .plain, of: file.bytes)
    }
  }

  /// The column of the innermost block collection around a node, or -1.
  private func indentAround(_ record: NodeRecord) -> Int {
    var parent = record.parent
    while parent != NodeRecord.none {
      let collection = records[Int(parent)]
      if collection.style == .block {
        let position = file.position(of: collection.start)
        return position.column - 1
      }
      parent = collection.parent
    }
    return -1
  }
}
