/// The number of an indicator: `NI 155`, or a local code such as `LI 7` or `BV 8a`.
package struct IndicatorCode: Sendable, Hashable {
  package let isNational: Bool
  package let number: Int

  /// Reads a code exactly: two to five capital letters, at most one space, a number of at most six digits and perhaps a letter.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= 14 else { return nil }
    var letters = 0
    var digits = 0
    var spaces = 0
    var suffixes = 0
    var number = 0
    var isNational = true
    for byte in bytes {
      switch byte {
      case 65...90 where spaces + digits == 0:
        isNational = isNational && letters < 2 && byte == (letters == 0 ? UInt8(ascii: "N") : UInt8(ascii: "I"))
        letters += 1
      case 32 where digits + spaces == 0 && letters > 0: spaces = 1
      case 48...57 where suffixes == 0 && letters > 0:
        number = number * 10 + Int(byte - 48)
        digits += 1
        guard digits <= 6 else { return nil }
      case 97...122 where digits > 0 && suffixes == 0: suffixes = 1
      default: return nil
      }
    }
    guard (2...5).contains(letters), digits > 0 else { return nil }
    self.number = number
    self.isNational = isNational && letters == 2 && suffixes == 0
  }

  /// `NI 155`, with one space.
  package var nationalText: String { "NI \(number)" }

  /// What `Ni 39`, `N1 112`, `NI155.`, `n.i. 8` or `192` most likely means.
  package static func likely(_ bytes: some Collection<UInt8>) -> IndicatorCode? {
    let kept = bytes.prefix(40).filter { (48...57).contains($0) || (97...122).contains($0 | 0x20) || $0 == 32 }
    var folded = kept.map { (97...122).contains($0) ? $0 & 0xDF : $0 }
    // The digit one for the letter I, as in "N1 112".
    if folded.count > 2, folded[0] == UInt8(ascii: "N"), folded[1] == UInt8(ascii: "1"), folded[2] == 32 { folded[1] = UInt8(ascii: "I") }
    while folded.last == 32 { folded.removeLast() }
    if folded.count <= 3, folded.allSatisfy({ (48...57).contains($0) }) { folded = [UInt8(ascii: "N"), UInt8(ascii: "I"), 32] + folded }
    let code = IndicatorCode(folded)
    return code?.isNational == true ? code : nil
  }
}
