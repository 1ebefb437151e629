/// A file's bytes under the name that reports show.
public final class SourceFile: Sendable {
  /// As reports show it: relative, with `/`.
  public let path: String
  /// UTF-8 text that ``ByteRange``s point into.
  public let text: [UInt8]

  public init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }
}
