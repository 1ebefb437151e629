import SourceText

/// Text from outside as one line that hides nothing, for formats that are shown to people.
enum PlainText {
  /// With every hidden character made visible, line feeds too: for what may hold text of a file.
  static func line(_ text: String) -> String { VisibleText.string(text) }

  /// A sentence of a pack; where it was folded over lines in YAML, with spaces.
  static func folded(_ text: String) -> String {
    line(text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.joined(separator: " "))
  }

  /// With the full stop that our sentences do without, unless it ends in a mark of its own.
  static func ended(_ sentence: String) -> String {
    switch sentence.utf8.last {
    case nil, UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): sentence
    default: sentence + "."
    }
  }

  /// At most so many UTF-16 units, the last an ellipsis where something was cut.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var result = String.UnicodeScalarView()
    var length = 1
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      guard length <= limit else { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }

  /// With a capital, for what begins a line.
  static func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return text }
    return first.properties.uppercaseMapping + String(text.unicodeScalars.dropFirst())
  }
}
