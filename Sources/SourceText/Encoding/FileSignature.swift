/// A kind of file that is sometimes renamed to look like text, known by its first bytes.
public enum FileSignature: Sendable, Hashable, CaseIterable {
  /// ZIP, the wrapping of .docx, .xlsx, .odt and .ods.
  case zip
  /// The older .doc, .xls and .msg.
  case compoundFile
  case pdf
  case richText
  case html
  case gzip
  case png
  case jpeg

  private var starts: [[UInt8]] {
    switch self {
    case .zip: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    case .compoundFile: [[0xD0, 0xCF, 0x11, 0xE0]]
    case .pdf: [Array("%PDF-".utf8)]
    case .richText: [Array("{\\rtf".utf8)]
    case .html: [Array("<!doctype html".utf8), Array("<html".utf8)]
    case .gzip: [[0x1F, 0x8B, 0x08]]
    case .png: [[0x89, 0x50, 0x4E, 0x47]]
    case .jpeg: [[0xFF, 0xD8, 0xFF]]
    }
  }

  /// The signature at the start of a file, if it has one.
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> FileSignature? {
    guard let first = bytes.first, !(0x61...0x7A).contains(first) else { return nil }
    for signature in allCases {
      let head = signature == .html ? startOfMarkup(bytes) : Array(bytes.prefix(5))
      for start in signature.starts where head.starts(with: start) { return signature }
    }
    return nil
  }

  /// The first bytes after a byte order mark and white space, in small letters.
  private static func startOfMarkup(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let written = text.prefix(256).drop { $0 <= 0x20 }
    return written.prefix(16).map { byte in (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
  }
}
