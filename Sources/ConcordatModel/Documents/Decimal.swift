/// Decimal numbers as YAML's core schema writes them, read from bytes.
enum Decimal {
  /// The number, or nothing when the text is not a finite decimal number of at most 400 bytes.
  ///
  /// Up to fifteen digits and small powers of ten are exact in one multiplication or division; the rest goes through the
  /// standard library.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let first = bytes.first, bytes.count <= 400 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var index = isNegative || first == UInt8(ascii: "+") ? 1 : 0
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var hasPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if (48...57).contains(byte) {
        digits += 1
        if digits > 15 { return slowly(bytes) }
        mantissa = mantissa * 10 + UInt64(byte - 48)
        if hasPoint { scale += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return byte | 0x20 == UInt8(ascii: "e") && digits > 0 ? slowly(bytes) : nil
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    let value = Double(mantissa) / powers[scale]
    return isNegative ? -value : value
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

  private static func slowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard bytes.allSatisfy({ (48...57).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
