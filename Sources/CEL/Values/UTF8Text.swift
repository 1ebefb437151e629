/// Text as bytes: validity, characters counted, offsets of characters.
///
/// A character is a Unicode scalar, as the language counts them; nothing is normalised.
enum UTF8Text {
  struct Shape {
    var isASCII: Bool
  }

  /// Whether the bytes are valid UTF-8, and of what shape; nothing when they are not.
  static func check(_ bytes: UnsafeBufferPointer<UInt8>) -> Shape? {
    var i = 0
    let count = bytes.count
    while i < count && bytes[i] < 0x80 { i += 1 }
    if i == count { return Shape(isASCII: true) }
    while i < count {
      let width = sequenceLength(bytes, at: i)
      if width == 0 { return nil }
      i += width
    }
    return Shape(isASCII: false)
  }

  /// The length of the well-formed sequence at an offset, or 0.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let first = bytes[i]
    if first < 0x80 { return 1 }
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      i + offset < bytes.count && range.contains(bytes[i + offset])
    }
    switch first {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// Bytes of the sequence that a lead byte begins; text is known to be valid here.
  @inline(__always)
  static func width(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4)) }

  /// The number of characters of a string.
  @inline(__always)
  static func count(_ text: Value) -> Int {
    text.flags.contains(.isASCII) ? text.count : count(text.rawBytes)
  }

  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  /// The byte offset of a character, or nothing when it is neither a character nor the end.
  static func byteOffset(ofCharacter index: Int, in text: Value) -> Int? {
    guard index >= 0, index <= text.count else { return nil }
    if text.flags.contains(.isASCII) { return index }
    let bytes = text.rawBytes
    var offset = 0
    var left = index
    while left > 0 {
      guard offset < bytes.count else { return nil }
      offset += width(bytes[offset])
      left -= 1
    }
    return min(offset, bytes.count)
  }

  /// The number of the character at a byte offset.
  static func character(atByte offset: Int, in text: Value) -> Int {
    text.flags.contains(.isASCII) ? offset : count(UnsafeBufferPointer(rebasing: text.rawBytes.prefix(offset)))
  }

  /// The code point of a character and its width in bytes; text is known to be valid here.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (scalar: UInt32, width: Int) {
    let first = bytes[i]
    let width = min(self.width(first), bytes.count - i)
    func low(_ offset: Int) -> UInt32 { UInt32(bytes[i + offset] & 0x3F) }
    switch width {
    case 2: return (UInt32(first & 0x1F) << 6 | low(1), 2)
    case 3: return (UInt32(first & 0x0F) << 12 | low(1) << 6 | low(2), 3)
    case 4: return (UInt32(first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4)
    default: return (UInt32(first), 1)
    }
  }

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The offset of the first occurrence of a needle at or after an offset.
  static func find(
    _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let first = needle.first else { return start <= text.count ? start : nil }
    guard needle.count <= text.count else { return nil }
    let last = text.count - needle.count
    var i = start
    while i <= last {
      if text[i] == first && matches(needle, text, at: i) { return i }
      i += 1
    }
    return nil
  }

  /// The offset of the last occurrence that begins at or before an offset.
  static func findLast(
    _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var i = min(start, text.count - needle.count)
    while i >= 0 {
      if matches(needle, text, at: i) { return i }
      i -= 1
    }
    return nil
  }

  @inline(__always)
  static func matches(
    _ needle: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Bool {
    for i in 0..<needle.count where text[offset + i] != needle[i] { return false }
    return true
  }
}
