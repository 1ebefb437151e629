/// What a node says it is: `!!str`, `!local`.
public struct YAMLTag: Hashable, Sendable {
  /// The tags with a meaning here; all others are kept and do nothing.
  public enum Meaning: Sendable {
    case string, integer, float, boolean, null, sequence, mapping, merge
    /// `!` alone: text whatever it looks like.
    case nonSpecific
    case other
  }

  public let meaning: Meaning
  /// The full tag, such as `tag:yaml.org,2002:str`.
  public let name: String

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    name = String(decoding: bytes, as: UTF8.self)
    let prefix = "tag:yaml.org,2002:".utf8
    if bytes.count == 1, bytes[0] == 0x21 {
      meaning = .nonSpecific
    } else if bytes.starts(with: prefix) {
      let suffix = bytes.dropFirst(prefix.count)
      meaning = Self.core.first { suffix.elementsEqual($0.suffix.utf8) }?.meaning ?? .other
    } else {
      meaning = .other
    }
  }

  private static let core: [(suffix: String, meaning: Meaning)] = [
    ("str", .string), ("int", .integer), ("float", .float), ("bool", .boolean), ("null", .null), ("seq", .sequence),
    ("map", .mapping), ("merge", .merge),
  ]
}
