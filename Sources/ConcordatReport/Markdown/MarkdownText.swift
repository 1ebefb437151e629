import SourceText

/// Text from outside in Markdown as GitHub and GitLab read it: shown, never obeyed.
///
/// A backslash stops what Markdown itself would read. It does not stop mentions, references and bare addresses, which those sites look for
/// in the finished text; a word that holds one is written as code, where they do not look.
enum MarkdownText {
  /// One line of text inside a paragraph. It must not stand at the beginning of a line.
  static func line(_ text: String) -> String { escaped(PlainText.line(text)) }

  /// A sentence of a pack, as one line.
  static func folded(_ text: String) -> String { escaped(PlainText.folded(text)) }

  /// Text as code, between more backticks than it holds in a row.
  static func code(_ text: String) -> String {
    let text = PlainText.line(text)
    guard !text.isEmpty else { return "` `" }
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = longest > 0 || text.utf8.first == 0x20 || text.utf8.last == 0x20
    return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  private static func escaped(_ visible: String) -> String {
    let words = visible.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    return words.map { word in isLooked(for: Array(word)) ? code(String(decoding: Array(word), as: UTF8.self)) : escaped(Array(word)) }
      .joined(separator: " ")
  }

  private static func escaped(_ word: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in word {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"),
        UInt8(ascii: "#"), UInt8(ascii: "!"):
        result.append(UInt8(ascii: "\\"))
      default: break
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a site would make something of a word: a mention, an issue or a label, a commit, an address, a picture by its name.
  private static func isLooked(for word: [UInt8]) -> Bool {
    let lower = word.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    if lower.contains(UInt8(ascii: "@")) { return true }
    for address in ["//", "www.", "mailto:", "xmpp:", "gh-"] where holds(lower, Array(address.utf8)) { return true }
    if lower.count(where: { $0 == UInt8(ascii: ":") }) > 1 { return true }
    for (index, byte) in lower.enumerated().dropLast() {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "&"):
        if isName(lower[index + 1]) || lower[index + 1] == UInt8(ascii: "\"") { return true }
      default: break
      }
    }
    return looksLikeCommit(lower)
  }

  private static func holds(_ word: [UInt8], _ part: [UInt8]) -> Bool {
    guard word.count >= part.count else { return false }
    return (0...(word.count - part.count)).contains { word[$0..<$0 + part.count].elementsEqual(part) }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  /// Seven hexadecimal digits in a row or more, letters and figures among them.
  private static func looksLikeCommit(_ word: [UInt8]) -> Bool {
    for run in word.split(whereSeparator: { !isName($0) }) where run.count >= 7 {
      let figures = run.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let letters = run.count { (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
      if figures > 0, letters > 0, figures + letters == run.count { return true }
    }
    return false
  }
}
