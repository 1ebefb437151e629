import ConcordatDiagnostics
import SourceText

/// The drawing signs of a text report.
public enum GlyphSet: Sendable {
  /// `┌─`, `│` and `…`, as compilers draw today.
  case unicode
  /// Only ASCII, for `TERM=dumb` and terminals without UTF-8. Text from files stays as it is.
  case ascii

  var corner: StaticString { self == .unicode ? "┌─" : "-->" }
  var bar: StaticString { self == .unicode ? "│" : "|" }
  var ellipsis: StaticString { self == .unicode ? "…" : "..." }
  /// The columns that ``ellipsis`` takes.
  var ellipsisWidth: Int { self == .unicode ? 1 : 3 }
}

/// How a piece of our own writing looks where colour is wanted.
enum Style: Equatable {
  /// The mark and the name of a finding, by severity.
  case severity(Severity)
  /// The message, and the words that open a note.
  case strong
  /// Line numbers, bars and the marks of related places.
  case frame

  fileprivate var parameters: StaticString {
    switch self {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.advice): "1;34"
    case .severity(.review): "1;36"
    case .strong: "1"
    case .frame: "34"
    }
  }
}

/// The bytes of a text report as they grow.
///
/// Our own words are `StaticString`s and go in as they are. Everything else is data, and each
/// of its characters that a terminal could obey or hide is made visible: that the compiler
/// tells the two apart is what keeps escape sequences of files, names and packs out.
struct Canvas {
  var bytes: [UInt8]
  let glyphs: GlyphSet
  private let colour: Bool

  init(appendingTo bytes: consuming [UInt8], glyphs: GlyphSet, colour: Bool) {
    self.bytes = bytes
    self.glyphs = glyphs
    self.colour = colour
  }

  /// Writes our own words.
  mutating func write(_ words: StaticString) {
    words.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes text that came from outside, visibly.
  mutating func write(data: String) {
    var data = data
    data.withUTF8 { VisibleText.append($0, to: &bytes) }
  }

  /// Writes a sentence of a pack, visibly; where it was folded over lines in YAML, with spaces.
  ///
  /// It stays on one line because what begins a line may be a command to those who read logs.
  mutating func write(sentence: String) {
    let words = sentence.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    for (index, part) in words.enumerated() {
      if index > 0 { write(" ") }
      write(data: String(part))
    }
  }

  /// Writes a number.
  mutating func write(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes text that was made visible before.
  mutating func write(visible: [UInt8]) {
    bytes.append(contentsOf: visible)
  }

  mutating func write(_ byte: Unicode.Scalar, times: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: byte), count: max(0, times)))
  }

  mutating func space(_ columns: Int) { write(" ", times: columns) }

  mutating func newline() { bytes.append(0x0A) }

  /// Writes what `body` writes in a style. The one place that emits an escape character.
  mutating func styled(_ style: Style, _ body: (inout Canvas) -> Void) {
    guard colour else { return body(&self) }
    write("\u{1B}[")
    write(style.parameters)
    write("m")
    body(&self)
    write("\u{1B}[0m")
  }
}
