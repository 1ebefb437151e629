package import SourceText

/// Text with places marked `⟦…⟧`, as rule examples are written.
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let text: [UInt8]
  /// The marked places in ``text``, in order.
  package let ranges: [ByteRange]
  /// Whether a mark has no partner.
  package let isUnbalanced: Bool

  package init(_ marked: some Collection<UInt8>) {
    let bytes = Array(marked)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var ranges: [ByteRange] = []
    var open: Int?
    var isUnbalanced = false
    var index = 0
    while index < bytes.count {
      // U+27E6 and U+27E7 are E2 9F A6 and E2 9F A7.
      if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x9F, bytes[index + 2] == 0xA6 {
        isUnbalanced = isUnbalanced || open != nil
        open = text.count
        index += 3
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x9F, bytes[index + 2] == 0xA7 {
        if let start = open {
          ranges.append(ByteRange(UInt32(clamping: start), UInt32(clamping: text.count)))
        } else {
          isUnbalanced = true
        }
        open = nil
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    self.text = text
    self.ranges = ranges
    self.isUnbalanced = isUnbalanced || open != nil
  }

  /// Text with the given places marked.
  package static func marking(_ text: [UInt8], _ ranges: [ByteRange]) -> [UInt8] {
    var result: [UInt8] = []
    // At one offset, closing marks come before opening ones.
    let opening = Dictionary(grouping: ranges, by: \.lowerBound)
    let closing = Dictionary(grouping: ranges, by: \.upperBound)
    for offset in 0...text.count {
      let position = UInt32(clamping: offset)
      for range in closing[position] ?? [] where !range.isEmpty { _ = range; result += [0xE2, 0x9F, 0xA7] }
      for range in opening[position] ?? [] {
        result += [0xE2, 0x9F, 0xA6]
        if range.isEmpty { result += [0xE2, 0x9F, 0xA7] }
      }
      if offset < text.count { result.append(text[offset]) }
    }
    return result
  }
}
