/// Something about the bytes of a file that keeps it from being plain UTF-8.
///
/// One fault stands for all places with the same cause.
public struct EncodingFault: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The file is above ``SourceFile/sizeLimit``; its text is empty.
    case tooLarge(byteCount: Int)
    /// The file is UTF-16 or UTF-32, and was transcoded.
    case wide(TextEncoding)
    /// Bytes that are not UTF-8 were read as the encoding that they look like.
    case legacy(TextEncoding, byte: UInt8)
    /// Bytes that are no character in any likely encoding stand in the text as U+FFFD.
    case malformed(byte: UInt8)
    /// The file is not text: a renamed document, archive or picture.
    case notText(FileSignature)
  }

  public let kind: Kind
  /// The first place, in the text.
  public let range: ByteRange
  /// The first place, in the file on disk.
  public let originalOffset: Int
  /// How many places there are.
  public let places: Int

  public init(kind: Kind, range: ByteRange, originalOffset: Int, places: Int = 1) {
    self.kind = kind
    self.range = range
    self.originalOffset = originalOffset
    self.places = places
  }
}
