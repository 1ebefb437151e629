/// Reads code points out of bytes.
enum UTF8Scanner {
  /// The offset of the first byte that is not part of a well-formed code point, if there is one.
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      var iterator = bytes[index...].prefix(4).makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return index }
      index += UTF8.width(scalar)
    }
    return nil
  }

  /// The code point at an offset and its bytes; U+FFFD and one byte where there is none.
  static func scalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
    guard index < bytes.count else { return ("\u{FFFD}", 1) }
    if bytes[index] < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    var iterator = bytes[index...].prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }
}
