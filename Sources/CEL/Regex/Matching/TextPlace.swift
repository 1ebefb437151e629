/// What lies before a place in the text, as far as conditions ask.
struct TextPlace: OptionSet, Hashable, Sendable {
  var rawValue: UInt8

  static let atTextBegin = TextPlace(rawValue: 1)
  static let atLineBegin = TextPlace(rawValue: 2)
  static let afterWord = TextPlace(rawValue: 4)
  /// How many different places there are.
  static let count = 8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The place before the byte at an offset.
  @inline(__always)
  init(in text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self = offset > 0 ? TextPlace(after: text[offset - 1]) : [.atTextBegin, .atLineBegin]
  }

  init(after byte: UInt8) {
    self = byte == 0x0A ? .atLineBegin : Self.isWord(byte) ? .afterWord : []
  }

  /// The aspects of a place that the conditions of a program can tell apart.
  init(relevantTo conditions: Assertion) {
    self = []
    if conditions.contains(.beginText) { insert(.atTextBegin) }
    if conditions.contains(.beginLine) { insert(.atLineBegin) }
    if !conditions.isDisjoint(with: [.wordBoundary, .noWordBoundary]) { insert(.afterWord) }
  }

  /// The conditions that hold here, given the byte that follows; `nil` at the end of the text.
  func conditions(before byte: UInt8?) -> Assertion {
    var holds: Assertion = []
    if contains(.atTextBegin) { holds.insert(.beginText) }
    if contains(.atLineBegin) { holds.insert(.beginLine) }
    if byte == nil { holds.insert(.endText) }
    if byte == nil || byte == 0x0A { holds.insert(.endLine) }
    let isBoundary = contains(.afterWord) != (byte.map(Self.isWord) ?? false)
    if isBoundary {
      holds.insert(.wordBoundary)
    } else if !(byte.map(UTF8.isContinuation) ?? false) {
      // Inside a character there is no place at all. RE2 itself finds `\B` there, which would cut characters in two.
      holds.insert(.noWordBoundary)
    }
    return holds
  }

  /// Letters, digits and the underscore, of ASCII only.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
