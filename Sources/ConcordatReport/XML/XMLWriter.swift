import SourceText

/// Writes XML 1.0 text in the order it is told: elements, attributes and text, never comments or CDATA.
///
/// What XML 1.0 forbids even as a reference is written as U+FFFD.
struct XMLWriter {
  private(set) var bytes: [UInt8]
  private var open: [StaticString] = []
  /// Whether the start tag of the innermost element still lacks its `>`.
  private var isInTag = false
  /// Whether the innermost element holds text, so that no white space may be added.
  private var holdsText = false

  /// Begins with the declaration.
  init(appendingTo bytes: consuming [UInt8]) {
    self.bytes = bytes
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
  }

  /// Writes an element, with what `body` writes inside.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ body: (inout XMLWriter) -> Void = { _ in }
  ) {
    closeTag()
    breakLine()
    write("<")
    write(name)
    for (key, value) in attributes {
      write(" ")
      write(key)
      write("=\"")
      escape(value, isAttribute: true)
      write("\"")
    }
    isInTag = true
    holdsText = false
    open.append(name)
    body(&self)
    open.removeLast()
    if isInTag {
      write("/>")
      isInTag = false
    } else {
      if !holdsText { breakLine() }
      write("</")
      write(name)
      write(">")
    }
    holdsText = false
  }

  /// Writes text of the innermost element.
  mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    closeTag()
    holdsText = true
    escape(text, isAttribute: false)
  }

  /// Ends the text with a line feed.
  mutating func finish() { bytes.append(0x0A) }

  /// Whether XML 1.0 has a character at all.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private mutating func closeTag() {
    guard isInTag else { return }
    write(">")
    isInTag = false
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: open.count * 2))
  }

  private mutating func write(_ words: StaticString) {
    words.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String, isAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": write("&amp;")
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "\"": write("&quot;")
      case "'": write("&apos;")
      case "\r": write("&#13;")
      // In an attribute they would be read as spaces.
      case "\n" where isAttribute: write("&#10;")
      case "\t" where isAttribute: write("&#9;")
      default:
        bytes.append(contentsOf: UTF8.encode(Self.isAllowed(scalar) ? scalar : "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
