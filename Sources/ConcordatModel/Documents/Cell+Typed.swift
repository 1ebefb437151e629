/// A cell as a typewriter has it.
extension Cell {
  /// Printers' dashes and minus as hyphens, `≥` and `≤` as bounds, `per cent` as `%`.
  static func typed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if let (sign, length) = sign(rest) {
        result.append(sign)
        index += length
      } else if isAfterFigure(result), let length = percentWord(rest) {
        result.append(UInt8(ascii: "%"))
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Whether words put a figure off, as in `TBC by GONW`.
  static func isToCome(_ folded: String) -> Bool {
    folded.utf8.count <= 80 && openings.contains { folded.utf8.starts(with: $0.utf8) }
  }

  private static let openings = ["tbc ", "tba ", "tbd ", "to be confirmed ", "to be agreed ", "to be set ", "to be determined ", "awaiting "]

  /// Three bytes that stand for a sign of one.
  private static func sign(_ rest: ArraySlice<UInt8>) -> (UInt8, Int)? {
    let bytes = Array(rest.prefix(3))
    guard bytes.count == 3, bytes[0] == 0xE2 else { return nil }
    switch (bytes[1], bytes[2]) {
    case (0x80, 0x90...0x95), (0x88, 0x92): return (UInt8(ascii: "-"), 3)
    case (0x89, 0xA5): return (UInt8(ascii: ">"), 3)
    case (0x89, 0xA4): return (UInt8(ascii: "<"), 3)
    default: return nil
    }
  }

  private static func isAfterFigure(_ written: [UInt8]) -> Bool {
    (written.last { $0 != 32 }).map { (48...57).contains($0) } ?? false
  }

  /// How long `per cent` or `percent` is, where it stands as words of their own.
  private static func percentWord(_ rest: ArraySlice<UInt8>) -> Int? {
    let small = rest.prefix(9).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    for word in ["per cent", "percent"] where small.starts(with: word.utf8) {
      let next = small.dropFirst(word.utf8.count).first
      return next.map { (97...122).contains($0) } ?? false ? nil : word.utf8.count
    }
    return nil
  }
}
