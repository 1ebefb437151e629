/// Text as a YAML scalar of one line, plain where that cannot be misread.
package enum YAMLScalar {
  /// Writes a text so that it is read again as exactly that text, in a block or between brackets.
  ///
  /// Plain where that is safe, else in single quotes, and in double quotes only where something must be escaped: a control
  /// character, a line break, or a character that nobody would see. Linear.
  package static func written(_ text: String) -> String {
    if text.unicodeScalars.contains(where: mustBeEscaped) { return doubleQuoted(text) }
    return isSafePlain(Array(text.utf8)) ? text : "'" + doubled(text) + "'"
  }

  private static func doubled(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar)
      if scalar == "'" { result.append(scalar) }
    }
    return String(result)
  }

  /// Texts that YAML 1.1 or 1.2 takes for something other than text; our schemas do not, other programs do.
  private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  private static func isSafePlain(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 1000 else { return false }
    let isWordByte = (48...57).contains(first) || (97...122).contains(first | 0x20) || first >= 0x80
    guard isWordByte, last != 0x20, last != UInt8(ascii: ":") else { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return false
      case UInt8(ascii: ":"): if index + 1 < bytes.count, bytes[index + 1] == 0x20 { return false }
      case UInt8(ascii: "#"): if index > 0, bytes[index - 1] == 0x20 { return false }
      default: continue
      }
    }
    return !words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where mustBeEscaped(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value < 0x100 ? 2 : 4
        result += (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
