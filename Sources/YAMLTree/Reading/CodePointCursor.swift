internal import SourceText

/// Turns libyaml's positions, which count code points, into byte offsets.
///
/// Positions come nearly in order, so the cursor walks the text once. In ASCII text the two numbers are the same.
struct CodePointCursor {
  private let base: UnsafePointer<UInt8>
  /// Where reading began, and where the text ends.
  private let start: Int
  private let end: Int
  private let isASCII: Bool
  /// The current place in both countings; the byte at `offset` begins a character.
  private var offset: Int
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, from start: Int, isASCII: Bool) {
    self.base = base
    self.start = start
    end = text.count
    self.isASCII = isASCII
    offset = start
  }

  /// The byte offset in the whole text of a code point counted from where reading began.
  @inline(__always)
  mutating func offset(of target: Int) -> UInt32 {
    if isASCII { return UInt32(truncatingIfNeeded: min(start + target, end)) }
    return walk(to: target)
  }

  private mutating func walk(to target: Int) -> UInt32 {
    while index < target, offset + 8 <= end {
      let begun = 8 - Word.continuationBytes(Word.load(base + offset))
      guard index + begun <= target else { break }
      index += begun
      offset += 8
    }
    while offset < end, index < target || base[offset] & 0xC0 == 0x80 {
      if base[offset] & 0xC0 != 0x80 { index += 1 }
      offset += 1
    }
    while index > target, offset > start {
      offset -= 1
      if base[offset] & 0xC0 != 0x80 { index -= 1 }
    }
    return UInt32(truncatingIfNeeded: offset)
  }
}
