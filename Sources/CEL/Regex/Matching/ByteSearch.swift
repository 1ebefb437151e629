/// Comparing and finding runs of bytes.
enum ByteSearch {
  /// Whether a run of bytes stands at an offset.
  @inline(__always)
  static func matches(_ needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, text.count - offset >= needle.count else { return false }
    for index in 0..<needle.count where text[offset + index] != needle[index] { return false }
    return true
  }

  /// The first offset, from the given one on, at which a run of bytes stands.
  ///
  /// Complexity: O(text × needle) at worst; the needles are short (``RegularExpression/longestSearchedLiteral``).
  static func firstIndex(of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    guard let first = needle.first else { return offset }
    let end = text.count - needle.count
    var position = offset
    while position <= end {
      guard let candidate = firstIndex(of: first, in: text, from: position, through: end) else { return nil }
      if matches(needle, in: text, at: candidate) { return candidate }
      position = candidate + 1
    }
    return nil
  }

  /// Looks at eight bytes at a time: a byte of `word ^ pattern` is zero where the text has the byte sought.
  private static func firstIndex(
    of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from offset: Int, through end: Int
  ) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    let raw = UnsafeRawBufferPointer(text)
    var position = offset
    while position + 8 <= text.count, position <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) ^ pattern
      let zeros = (word &- ones) & ~word & (ones << 7)
      if zeros != 0 {
        let found = position + zeros.trailingZeroBitCount / 8
        return found <= end ? found : nil
      }
      position += 8
    }
    while position <= end {
      if text[position] == byte { return position }
      position += 1
    }
    return nil
  }
}
