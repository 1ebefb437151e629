/// Makes text from files and file names safe to show.
///
/// Characters that a terminal obeys, that have no width, or that turn the direction of writing are written as
/// `\u{1B}`, so what is shown is what is there. Bytes that are not UTF-8 are written as `\x{FF}`.
public enum VisibleText {
  /// The visible form of some bytes, usually the same string.
  public static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The visible form of a string.
  public static func string(_ text: String) -> String {
    var text = text
    return text.withUTF8 { string($0) }
  }

  /// Appends the visible form of some bytes.
  ///
  /// - Parameter keepingTabs: Leaves tabs as they are, for a snippet whose columns are counted with tabs.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], keepingTabs: Bool = false) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if (0x20..<0x7F).contains(byte) || (keepingTabs && byte == 0x09) {
        output.append(byte)
        index += 1
        continue
      }
      let step = UTF8Step.read(bytes, at: index)
      if let scalar = step.scalar {
        if isHidden(scalar) {
          output.append(contentsOf: "\\u{\(hexadecimal(scalar.value))}".utf8)
        } else {
          output.append(contentsOf: bytes[index..<index + step.width])
        }
      } else {
        for broken in bytes[index..<index + step.width] {
          output.append(contentsOf: "\\x{\(hexadecimal(UInt32(broken)))}".utf8)
        }
      }
      index += step.width
    }
  }

  /// Whether a character is not shown as itself: controls, line separators, marks of direction, characters
  /// without width and without ink, and code points that are no characters.
  ///
  /// The two variation selectors that choose between text and emoji are let through: they hide nothing.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: return false
    case 0..<0xA0: return true
    case 0xFE0E, 0xFE0F: return false
    case 0x2028, 0x2029, 0xFFF9...0xFFFB: return true
    default: break
    }
    let properties = scalar.properties
    return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint || properties.isBidiControl
      || properties.generalCategory == .format
  }

  /// Upper case, at least two digits.
  static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
