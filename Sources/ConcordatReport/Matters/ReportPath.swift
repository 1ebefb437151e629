/// Paths as programs that hold a repository want them.
enum ReportPath {
  /// Without `./` in front, empty names and names of nothing.
  static func clean(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    // By bytes: a combining mark after a slash would make another character of it.
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    let joined = parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "/")
    if isAbsolute { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// Whether it leads out of the folder in which the run began.
  static func isOutside(_ clean: String) -> Bool {
    clean.utf8.first == UInt8(ascii: "/") || clean.utf8.starts(with: "../".utf8) || clean.utf8.elementsEqual("..".utf8)
  }

  /// As a URI: relative where the path is, with everything encoded but letters, digits, `-._~` and the slash.
  static func uri(_ path: String) -> String {
    let clean = clean(path)
    var uri = clean.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in clean.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}
