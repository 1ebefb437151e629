/// Characters of the one-byte encodings that office programs used before UTF-8.
enum LegacyBytes {
  /// The encoding that bytes outside UTF-8 most likely come from.
  ///
  /// Apostrophes and dashes decide: they are 0x91 to 0x97 in Windows-1252 and 0xD0 to 0xD5 in Mac Roman, where
  /// Windows-1252 has capitals with accents that hardly ever touch a small letter on the left.
  static func likelyEncoding(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> TextEncoding {
    var windows = 0
    var mac = 0
    var index = start
    while index < bytes.count {
      let step = UTF8Step.read(bytes, at: index)
      if step.scalar == nil {
        let byte = bytes[index]
        let before = index > 0 ? bytes[index - 1] : 0x20
        switch byte {
        case 0x91...0x97, 0x80, 0x85: windows += 1
        case 0xD0...0xD5 where (0x61...0x7A).contains(before) || before == 0x20: mac += 1
        default: break
        }
      }
      index += step.width
    }
    return mac > windows ? .macRoman : .windows1252
  }

  /// How many bytes belong to a character that is written as UTF-8 never may be, or nil for a byte on its own.
  ///
  /// Overlong forms, surrogates, numbers above U+10FFFF, and a file cut inside a character.
  static func malformedWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let length: Int
    switch bytes[index] {
    case 0xC0...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF7: length = 4
    case 0xF8...0xFB: length = 5
    case 0xFC...0xFD: length = 6
    default: return nil
    }
    var width = 1
    while width < length, index + width < bytes.count, bytes[index + width] & 0xC0 == 0x80 { width += 1 }
    let isCut = index + width == bytes.count && width > 1
    return width == length || isCut ? width : nil
  }

  /// The character of a byte from 0x80; U+FFFD where the encoding has none.
  static func scalar(_ byte: UInt8, in encoding: TextEncoding) -> Unicode.Scalar {
    let table = encoding == .macRoman ? macRoman : windows1252
    let index = Int(byte) - 0x80
    guard table.indices.contains(index) else { return Unicode.Scalar(byte) }
    return table[index]
  }

  /// 0x80 to 0x9F; above them the byte is the character's number.
  private static let windows1252: [Unicode.Scalar] = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  /// 0x80 to 0xFF.
  private static let macRoman: [Unicode.Scalar] = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{FFFD}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars)
}
