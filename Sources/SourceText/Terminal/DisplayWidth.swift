/// How many columns of a terminal text takes.
///
/// East Asian wide characters and emoji take two, combining and invisible ones none, a tab runs to the next stop.
/// Terminals differ in rare scripts; nothing but the place of an underline depends on it.
public enum DisplayWidth {
  /// The columns between tab stops.
  public static let tabStop = 4

  /// The columns of some UTF-8; O(bytes).
  ///
  /// - Parameter column: The columns already used on the line, for tab stops.
  public static func columns(of bytes: UnsafeBufferPointer<UInt8>, from column: Int = 0) -> Int {
    var width = column
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x09 {
        width += tabStop - width % tabStop
        index += 1
      } else if (0x20..<0x7F).contains(byte) {
        width += 1
        index += 1
      } else {
        let step = UTF8Step.read(bytes, at: index)
        if let scalar = step.scalar { width += columns(of: scalar) }
        index += step.width
      }
    }
    return width - column
  }

  /// The columns of a character: 0, 1 or 2.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation || isWide(value) { return 2 }
    return 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }

  /// The blocks whose characters have the property East_Asian_Width W or F, after Unicode 14.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
