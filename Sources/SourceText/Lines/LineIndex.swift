/// The byte offset at which every line of a text begins.
///
/// A line ends at `\n`, `\r\n` or `\r`, as in editors and git. libyaml also ends lines at U+0085, U+2028 and
/// U+2029, so its line numbers are not ours; convert by offset.
public struct LineIndex: Sendable {
  /// Ascending; the first is 0.
  private let starts: [UInt32]
  /// Characters before every ``stride`` bytes, so that a column on a line of megabytes costs no more than another.
  /// Empty for ASCII.
  private let marks: [Counts]
  private let end: UInt32

  private static let stride = 4096

  /// Numbers of characters in the units that protocols use.
  struct Counts: Sendable {
    var scalars = 0
    var utf16 = 0
  }

  /// Reads a text whose last byte is followed by eight zero bytes.
  init(of bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    end = UInt32(truncatingIfNeeded: bytes.count)
    starts = Self.findStarts(bytes)
    var marks: [Counts] = []
    if !isASCII {
      marks.reserveCapacity(bytes.count / Self.stride + 1)
      var counts = Counts()
      var offset = 0
      while offset < bytes.count {
        marks.append(counts)
        Self.count(bytes, offset..<min(offset + Self.stride, bytes.count), into: &counts)
        offset += Self.stride
      }
    }
    self.marks = marks
  }

  /// How many lines there are; a text that ends with a line break has an empty last line.
  public var count: Int { starts.count }

  /// The range of a line counted from 1, up to the start of the next.
  public func lineWithBreak(_ number: Int) -> ByteRange? {
    guard number >= 1, number <= starts.count else { return nil }
    return ByteRange(starts[number - 1], number < starts.count ? starts[number] : end)
  }

  /// The line of an offset, counted from 1; O(log lines). An offset past the end is on the last line.
  public func line(containing offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  func position(of offset: UInt32, in bytes: UnsafeBufferPointer<UInt8>) -> Position {
    let offset = min(offset, end)
    let line = line(containing: offset)
    var start = starts[line - 1]
    if start == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = min(3, offset) }
    let here = counts(before: offset, in: bytes)
    let there = counts(before: start, in: bytes)
    return Position(
      line: line, column: here.scalars - there.scalars + 1, utf8Column: Int(offset - start) + 1,
      utf16Column: here.utf16 - there.utf16 + 1)
  }

  /// The characters before an offset; an offset inside a character counts it as not yet begun.
  func counts(before offset: UInt32, in bytes: UnsafeBufferPointer<UInt8>) -> Counts {
    var offset = min(Int(offset), bytes.count)
    guard !marks.isEmpty, offset > 0 else { return Counts(scalars: offset, utf16: offset) }
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    let mark = min(offset / Self.stride, marks.count - 1)
    var counts = marks[mark]
    Self.count(bytes, mark * Self.stride..<offset, into: &counts)
    return counts
  }

  /// Counts lead bytes, and those of four bytes once more for UTF-16.
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into counts: inout Counts) {
    for index in range {
      let byte = bytes[index]
      let isLead = byte & 0xC0 == 0x80 ? 0 : 1
      counts.scalars += isLead
      counts.utf16 += isLead + (byte >= 0xF0 ? 1 : 0)
    }
  }

  private static func findStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var starts: [UInt32] = [0]
    guard let base = bytes.baseAddress else { return starts }
    starts.reserveCapacity(bytes.count / 32 + 1)
    let lineFeeds = Word.splat(0x0A)
    let returns = Word.splat(0x0D)
    var index = 0
    while index < bytes.count {
      let word = Word.load(base + index)
      let found = Word.zeroBytes(word ^ lineFeeds) | Word.zeroBytes(word ^ returns)
      if found == 0 {
        index += 8
        continue
      }
      index += found.trailingZeroBitCount / 8
      guard index < bytes.count else { break }
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      index += 1
      starts.append(UInt32(truncatingIfNeeded: index))
    }
    return starts
  }
}
