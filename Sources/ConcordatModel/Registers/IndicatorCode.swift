/// The number of an indicator: `NI 155`, or a local code such as `LI 7` or `BV 8a`.
package struct IndicatorCode: Sendable, Hashable {
  package let isNational: Bool
  package let number: Int
  /// `NI 155`, with one space.
  package let text: String

  /// Reads a code exactly: two to five capital letters, at most one space, a number and perhaps a letter.
  package init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes.prefix(24))
    let letters = bytes.prefix { (65...90).contains($0) }
    guard (2...5).contains(letters.count) else { return nil }
    var rest = bytes.dropFirst(letters.count)
    if rest.first == 32 { rest = rest.dropFirst() }
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...6).contains(digits.count) else { return nil }
    let suffix = rest.dropFirst(digits.count)
    guard suffix.isEmpty || suffix.count == 1 && suffix.allSatisfy({ (97...122).contains($0) }) else { return nil }
    number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    isNational = letters.elementsEqual("NI".utf8) && suffix.isEmpty
    text = String(decoding: letters, as: UTF8.self) + " " + String(number) + String(decoding: suffix, as: UTF8.self)
  }

  /// What `Ni 39`, `N1 112`, `NI155.` or `n.i. 8` most likely means.
  package static func likely(_ bytes: some Collection<UInt8>) -> IndicatorCode? {
    let kept = bytes.prefix(40).filter { (48...57).contains($0) || (97...122).contains($0 | 0x20) || $0 == 32 }
    var folded = kept.map { (97...122).contains($0) ? $0 & 0xDF : $0 }
    // The digit one for the letter I, as in "N1 112".
    if folded.count > 2, folded[0] == UInt8(ascii: "N"), folded[1] == UInt8(ascii: "1"), folded[2] == 32 { folded[1] = UInt8(ascii: "I") }
    while folded.last == 32 { folded.removeLast() }
    let code = IndicatorCode(folded)
    return code?.isNational == true ? code : nil
  }
}
