/// One step through bytes that may or may not be UTF-8.
public struct UTF8Step: Sendable {
  /// The scalar, or nil where the bytes are not well-formed.
  public let scalar: Unicode.Scalar?
  /// How many bytes it takes; for a fault, the bytes that belong to it. Never 0.
  public let width: Int

  /// Reads the character at an index below the count.
  ///
  /// A fault takes the longest run that could have begun a character, as Unicode recommends for replacement.
  @inlinable
  public static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UTF8Step {
    let first = bytes[index]
    if first < 0x80 { return UTF8Step(scalar: Unicode.Scalar(first), width: 1) }
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF4: (length, highest) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return UTF8Step(scalar: nil, width: 1)
    }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for step in 1..<length {
      guard index + step < bytes.count else { return UTF8Step(scalar: nil, width: step) }
      let byte = bytes[index + step]
      guard lowest <= byte, byte <= highest else { return UTF8Step(scalar: nil, width: step) }
      (lowest, highest) = (0x80, 0xBF)
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return UTF8Step(scalar: Unicode.Scalar(value), width: length)
  }

  @inlinable
  init(scalar: Unicode.Scalar?, width: Int) {
    self.scalar = scalar
    self.width = width
  }
}

/// Questions about eight bytes at a time.
public enum Word {
  /// The bytes from an address, the first in the lowest place.
  @inlinable
  public static func load(_ address: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(address).loadUnaligned(as: UInt64.self))
  }

  /// The high bit of every byte.
  @inlinable
  public static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// A byte, eight times.
  @inlinable
  public static func splat(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The high bit of every byte that is zero, exact up to and including the lowest such byte.
  @inlinable
  public static func zeroBytes(_ word: UInt64) -> UInt64 { (word &- splat(1)) & ~word & highBits }

  /// How many bytes are UTF-8 continuation bytes (0x80 to 0xBF).
  @inlinable
  public static func continuationBytes(_ word: UInt64) -> Int {
    (word & highBits & ~((word << 1) & highBits)).nonzeroBitCount
  }
}
