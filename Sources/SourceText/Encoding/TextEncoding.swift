/// How the characters of a file are written as bytes.
public enum TextEncoding: Sendable, Hashable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case utf32LittleEndian
  case utf32BigEndian
  /// One byte a character, as older Windows programs save; mixed with UTF-8 where both occur.
  case windows1252
  /// One byte a character, as older Mac programs save.
  case macRoman

  /// The name that an officer finds in a "save as" dialogue.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .utf32LittleEndian, .utf32BigEndian: "UTF-32"
    case .windows1252: "Windows-1252"
    case .macRoman: "Mac Roman"
    }
  }

  /// Reads the byte order mark, or the pattern of NUL bytes that UTF-16 and UTF-32 leave in mostly Latin text.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let head = (0..<4).map { $0 < bytes.count ? Int(bytes[$0]) : -1 }
    switch (head[0], head[1], head[2], head[3]) {
    case (0xFF, 0xFE, 0, 0): return .utf32LittleEndian
    case (0, 0, 0xFE, 0xFF): return .utf32BigEndian
    case (0xFF, 0xFE, _, _): return .utf16LittleEndian
    case (0xFE, 0xFF, _, _): return .utf16BigEndian
    case (1..., 0, 0, 0) where bytes.count % 4 == 0: return .utf32LittleEndian
    case (0, 0, 0, 1...) where bytes.count % 4 == 0: return .utf32BigEndian
    case (1..., 0, _, _) where looksLikeUTF16(bytes, zeroAt: 1): return .utf16LittleEndian
    case (0, 1..., _, _) where looksLikeUTF16(bytes, zeroAt: 0): return .utf16BigEndian
    default: return .utf8
    }
  }

  /// Whether among the first characters at least half of the high bytes are NUL, and hardly any low byte is.
  private static func looksLikeUTF16(_ bytes: UnsafeBufferPointer<UInt8>, zeroAt parity: Int) -> Bool {
    let units = min(bytes.count / 2, 64)
    guard units >= 2 else { return false }
    let high = (0..<units).filter { bytes[2 * $0 + parity] == 0 }.count
    let low = (0..<units).filter { bytes[2 * $0 + 1 - parity] == 0 }.count
    return 2 * high >= units && 8 * low <= units
  }
}
