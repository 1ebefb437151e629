import SourceText

/// HTML as it grows, in UTF-8.
///
/// Markup comes from literals of this program (`StaticString`); text from outside goes in through ``text(_:)`` and the few
/// attributes that may hold it, and is escaped there. There is no way to put a string in as markup, so that no field of
/// any file, path or pack can become an element, an attribute or a script.
struct HTMLWriter {
  private(set) var bytes: [UInt8]

  init(appendingTo bytes: consuming [UInt8] = []) {
    self.bytes = bytes
  }

  // MARK: Elements

  /// Writes an element and what `body` writes inside it.
  mutating func element(_ tag: StaticString, _ attributes: HTMLAttribute?..., body: (inout HTMLWriter) -> Void) {
    open(tag, attributes)
    body(&self)
    close(tag)
  }

  /// Writes an element that holds only text from outside.
  mutating func element(_ tag: StaticString, _ attributes: HTMLAttribute?..., text: String) {
    open(tag, attributes)
    self.text(text)
    close(tag)
  }

  /// Writes an element that holds only our own words.
  mutating func element(_ tag: StaticString, _ attributes: HTMLAttribute?..., words: StaticString) {
    open(tag, attributes)
    self.words(words)
    close(tag)
  }

  /// Writes an element that can hold nothing, such as `meta`.
  mutating func void(_ tag: StaticString, _ attributes: HTMLAttribute?...) {
    open(tag, attributes)
  }

  /// Writes an element of a drawing with nothing in it.
  mutating func empty(_ tag: StaticString, _ attributes: HTMLAttribute?...) {
    open(tag, attributes)
    close(tag)
  }

  /// Begins a line of the source: white space that no reader sees.
  mutating func newline() { bytes.append(0x0A) }

  private mutating func open(_ tag: StaticString, _ attributes: [HTMLAttribute?]) {
    bytes.append(UInt8(ascii: "<"))
    literal(tag)
    for case let attribute? in attributes {
      bytes.append(UInt8(ascii: " "))
      literal(attribute.name)
      guard let value = attribute.value else { continue }
      literal("=\"")
      value.append(to: &self)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ tag: StaticString) {
    literal("</")
    literal(tag)
    bytes.append(UInt8(ascii: ">"))
  }

  // MARK: Content

  /// Writes our own words, escaped.
  mutating func words(_ words: StaticString) {
    words.withUTF8Buffer { escape($0) }
  }

  /// Writes text from outside: visible, on one line, escaped.
  ///
  /// Line breaks become spaces: where they matter, text is written line by line.
  mutating func text(_ text: String) {
    for (index, line) in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: Self.breaksLine).enumerated() {
      if index > 0 { bytes.append(0x20) }
      var visible: [UInt8] = []
      Array(line).withUnsafeBufferPointer { VisibleText.append($0, to: &visible) }
      write(visible: visible)
    }
  }

  /// Writes text that was made visible before.
  mutating func text(visible: some Collection<UInt8>) {
    write(visible: Array(visible))
  }

  /// Writes a whole number.
  mutating func number(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a style sheet or a script as it is: a literal of the program.
  mutating func literal(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func write(visible: [UInt8]) {
    visible.withUnsafeBufferPointer { escape($0) }
  }

  fileprivate mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): literal("&amp;")
      case UInt8(ascii: "<"): literal("&lt;")
      case UInt8(ascii: ">"): literal("&gt;")
      case UInt8(ascii: "\""): literal("&quot;")
      case UInt8(ascii: "'"): literal("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  private static func breaksLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

/// An attribute of an element. Which attributes may hold text from outside is decided here, once.
struct HTMLAttribute {
  fileprivate let name: StaticString
  /// Nothing for an attribute that is only there or not.
  fileprivate let value: Value?

  fileprivate enum Value {
    case literal(StaticString)
    case literals([StaticString])
    case text(String)
    case anchor(HTMLAnchor, isReference: Bool)
    case number(Double)
    case numbers([Double])
    case ascii([UInt8])

    fileprivate func append(to html: inout HTMLWriter) {
      switch self {
      case .literal(let value): html.literal(value)
      case .literals(let values):
        for (index, value) in values.enumerated() {
          if index > 0 { html.literal(" ") }
          html.literal(value)
        }
      case .text(let value): html.text(value)
      case .anchor(let anchor, let isReference):
        if isReference { html.literal("#") }
        html.text(anchor.name)
      case .number(let value): html.text(Coordinate.text(of: value))
      case .numbers(let values): html.text(values.map(Coordinate.text).joined(separator: " "))
      case .ascii(let value): value.withUnsafeBufferPointer { html.escape($0) }
      }
    }
  }

  /// An attribute with a value of ours.
  static func set(_ name: StaticString, _ value: StaticString) -> HTMLAttribute { .init(name: name, value: .literal(value)) }
  /// An attribute without value, such as `checked`.
  static func flag(_ name: StaticString) -> HTMLAttribute { .init(name: name, value: nil) }
  static func classes(_ names: StaticString...) -> HTMLAttribute { .init(name: "class", value: .literals(names)) }
  /// The name that assistive technology reads out; text from outside.
  static func label(_ text: String) -> HTMLAttribute { .init(name: "aria-label", value: .text(text)) }
  static func id(_ anchor: HTMLAnchor) -> HTMLAttribute { .init(name: "id", value: .anchor(anchor, isReference: false)) }
  static func labelled(by anchor: HTMLAnchor) -> HTMLAttribute {
    .init(name: "aria-labelledby", value: .anchor(anchor, isReference: false))
  }
  static func described(by anchor: HTMLAnchor) -> HTMLAttribute {
    .init(name: "aria-describedby", value: .anchor(anchor, isReference: false))
  }
  /// The element that a label is for.
  static func target(_ anchor: HTMLAnchor) -> HTMLAttribute { .init(name: "for", value: .anchor(anchor, isReference: false)) }
  /// A link inside the page.
  static func link(to anchor: HTMLAnchor) -> HTMLAttribute { .init(name: "href", value: .anchor(anchor, isReference: true)) }
  static func number(_ name: StaticString, _ value: Double) -> HTMLAttribute { .init(name: name, value: .number(value)) }
  /// The points of a line.
  static func points(_ values: [Double]) -> HTMLAttribute { .init(name: "points", value: .numbers(values)) }

  /// A link to the web; nothing where the address is of another kind than http and https, or holds what no address holds.
  static func address(_ address: String) -> HTMLAttribute? {
    let isWeb = address.utf8.starts(with: "https://".utf8) || address.utf8.starts(with: "http://".utf8)
    guard isWeb, address.utf8.count <= 2_000, address.utf8.allSatisfy(isOfAddress) else { return nil }
    return .init(name: "href", value: .ascii(Array(address.utf8)))
  }

  /// A link to a file beside this one; nothing where the name is not one that ``FileName`` makes.
  static func file(_ name: String) -> HTMLAttribute? {
    let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    guard isPlain, let first = name.utf8.first, first != UInt8(ascii: ".") else { return nil }
    return .init(name: "href", value: .ascii(Array(name.utf8)))
  }

  /// The content of the policy that names the style sheet and the script by their digests; never from outside.
  static func policy(_ text: ContentPolicy) -> HTMLAttribute { .init(name: "content", value: .text(text.text)) }

  /// Letters, digits and the signs of RFC 3986, without quotation marks.
  private static func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "@"):
      true
    default: false
    }
  }
}

/// A place in the page that links can lead to: a word of ours and a number, never text from outside.
struct HTMLAnchor {
  let name: String

  init(_ word: StaticString, _ number: Int? = nil, _ part: StaticString = "") {
    name = "\(word)" + (number.map { "-\($0)" } ?? "") + "\(part)"
  }
}

/// Numbers of a drawing, with at most one place after the point.
enum Coordinate {
  static func text(of value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e6 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let whole = tenths / 10
    let rest = abs(tenths % 10)
    let sign = tenths < 0 && whole == 0 ? "-" : ""
    return rest == 0 ? "\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
