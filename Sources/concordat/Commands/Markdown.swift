import SourceText

/// Text of a pack inside Markdown.
enum Markdown {
  /// Text that cannot end its cell or begin a tag.
  static func cell(_ text: String) -> String {
    var result = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "|", "<", "\\", "*", "[": result += "\\" + String(scalar)
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text as one line of a paragraph, which cannot begin a list, a heading or a tag.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "<", "\\", "*", "_", "`", "[", "]", "#": result += "\\" + String(scalar)
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text as it is, between fences longer than any that it holds.
  static func fence(_ text: [UInt8], _ language: String) -> String {
    var longest = 2
    var run = 0
    for byte in text {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let ending = text.last == 0x0A ? "" : "\n"
    return fence + language + "\n" + visible(String(decoding: text, as: UTF8.self)) + ending + fence + "\n"
  }

  /// Text in which nothing hides, with its own line breaks.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.string(String($0)) }
      .joined(separator: "\n")
  }
}
