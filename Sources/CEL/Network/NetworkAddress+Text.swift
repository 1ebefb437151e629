extension NetworkAddress {
  /// The longest text of an address: six groups of four digits and four numbers of three.
  static let longestText = 45

  /// Reads an address: `192.168.0.1`, `2001:db8::68`. Constant time: longer texts than any address are refused unread.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(Refusal) {
    // A zone may have any length.
    if text.prefix(Self.longestText + 1).contains(UInt8(ascii: "%")) { throw .hasZone }
    guard text.count <= Self.longestText else { throw .notAnAddress }
    if text.contains(UInt8(ascii: ":")) {
      try self.init(six: text)
    } else {
      guard let number = Self.four(text[...]) else { throw .notAnAddress }
      self.init(high: 0, low: Self.mappedPrefix | UInt64(number), family: .four)
    }
  }

  /// Four numbers below 256 without zeros in front: those once meant octal.
  private static func four(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    var result: UInt32 = 0
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    for part in parts {
      guard let number = decimal(part, below: 256) else { return nil }
      result = result << 8 | UInt32(number)
    }
    return result
  }

  /// A number without a sign and without zeros in front.
  static func decimal(_ text: Slice<UnsafeBufferPointer<UInt8>>, below limit: Int) -> Int? {
    guard let first = text.first, text.count <= 3, first != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var number = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number < limit ? number : nil
  }

  /// Eight groups, of which a run of zeros may be `::`, and the last two may be written as version 4 (RFC 4291, 2.2).
  private init(six text: UnsafeBufferPointer<UInt8>) throws(Refusal) {
    var groups: [UInt16] = []
    var gap: Int?
    var endsInFour = false
    var rest = text[...]
    if rest.starts(with: "::".utf8) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let part = rest.prefix { $0 != UInt8(ascii: ":") }
      rest = rest.dropFirst(part.count)
      if part.contains(UInt8(ascii: ".")) {
        guard rest.isEmpty, let number = Self.four(part) else { throw .notAnAddress }
        groups += [UInt16(truncatingIfNeeded: number >> 16), UInt16(truncatingIfNeeded: number)]
        endsInFour = true
        break
      }
      guard let group = Self.group(part) else { throw .notAnAddress }
      groups.append(group)
      if rest.starts(with: "::".utf8) {
        guard gap == nil else { throw .notAnAddress }
        gap = groups.count
        rest = rest.dropFirst(2)
      } else if !rest.isEmpty {
        rest = rest.dropFirst()
        guard !rest.isEmpty else { throw .notAnAddress }
      }
    }
    if let gap {
      guard groups.count < 8 else { throw .notAnAddress }
      groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
    }
    guard groups.count == 8 else { throw .notAnAddress }
    let (high, low) = (Self.joined(groups[..<4]), Self.joined(groups[4...]))
    self.init(high: high, low: low, family: .six)
    if endsInFour, high == 0, low >> 32 == 0xFFFF { throw .isMapped }
  }

  private static func group(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16? {
    guard !text.isEmpty, text.count <= 4 else { return nil }
    var number: UInt16 = 0
    for byte in text {
      guard let digit = digit(byte) else { return nil }
      number = number << 4 | digit
    }
    return number
  }

  private static func digit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  private static func joined(_ groups: ArraySlice<UInt16>) -> UInt64 { groups.reduce(0) { $0 << 16 | UInt64($1) } }

  /// The address as it is to be written: in small letters, without zeros in front, the longest run of zeros as `::` (RFC 5952).
  var text: String {
    if family == .four {
      return stride(from: 24, through: 0, by: -8).map { String((low >> UInt64($0)) & 0xFF) }.joined(separator: ".")
    }
    let groups = [high, low].flatMap { half in stride(from: 48, through: 0, by: -16).map { (half >> UInt64($0)) & 0xFFFF } }
    let run = Self.longestRun(groups)
    var text = ""
    var index = 0
    while index < groups.count {
      if run.count > 1, index == run.lowerBound {
        text += "::"
        index = run.upperBound
        continue
      }
      if index > 0, !text.hasSuffix(":") { text += ":" }
      text += String(groups[index], radix: 16)
      index += 1
    }
    return text
  }

  /// The first of the longest runs of zeros.
  private static func longestRun(_ groups: [UInt64]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...groups.count {
      if index < groups.count, groups[index] == 0 { continue }
      if index - start > best.count { best = start..<index }
      start = index + 1
    }
    return best
  }
}
