import SourceText

/// Writes JSON text in the order it is told.
///
/// Strings are escaped beyond what JSON asks: what a terminal, an editor or a JavaScript
/// reader could mistake (control characters, U+2028, bidirectional and zero-width
/// characters) is written as `\u…`, which loses nothing.
public struct JSONWriter: Sendable {
  /// How much white space there is.
  public enum Layout: Sendable {
    /// Two spaces a level, one member a line.
    case indented
    /// No white space at all.
    case compact
  }

  /// What is written so far.
  public private(set) var bytes: [UInt8]
  private let layout: Layout
  private var depth = 0
  /// Whether the innermost object or array has a member already.
  private var hasMember = false
  /// Whether a key was just written, so that the next value stands beside it.
  private var afterKey = false

  /// A writer that appends to `bytes`.
  public init(layout: Layout, appendingTo bytes: consuming [UInt8] = []) {
    self.layout = layout
    self.bytes = bytes
  }

  /// Writes an object whose members `body` writes as keys and values in turn.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest("{", "}", body)
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    nest("[", "]", body)
  }

  /// Writes an array with one element a member of `elements`.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// Writes the key of the value that comes next.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    afterKey = true
  }

  /// Writes a string, escaped.
  public mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a number; null where it is not finite, which JSON cannot say.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value) { return integer(whole) }
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a member whose value is a string, or null.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member whose value is a whole number.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// Ends the text with a line feed.
  public mutating func finish() {
    bytes.append(0x0A)
  }

  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    depth += 1
    hasMember = false
    body(&self)
    depth -= 1
    if hasMember { breakLine() }
    bytes.append(UInt8(ascii: close))
    hasMember = true
  }

  /// What stands between the last thing written and the next value or key.
  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    if hasMember { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    hasMember = true
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      // What needs no escape goes in by the run.
      var runStart = 0
      var index = 0
      while index < text.count {
        let byte = text[index]
        if Self.isPlain(byte) {
          index += 1
          continue
        }
        // A `String` is well-formed, so every step finds a character.
        let step = UTF8Step.read(text, at: index)
        if let scalar = step.scalar, byte < 0x80 || VisibleText.isHidden(scalar) {
          bytes.append(contentsOf: text[runStart..<index])
          escape(scalar)
          runStart = index + step.width
        }
        index += step.width
      }
      bytes.append(contentsOf: text[runStart...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: #"\""#.utf8)
    case "\\": bytes.append(contentsOf: #"\\"#.utf8)
    case "\n": bytes.append(contentsOf: #"\n"#.utf8)
    case "\r": bytes.append(contentsOf: #"\r"#.utf8)
    case "\t": bytes.append(contentsOf: #"\t"#.utf8)
    default:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit) }
    }
  }

  private mutating func escape(_ unit: UInt16) {
    bytes.append(contentsOf: #"\u"#.utf8)
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: (unit >> shift) & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
