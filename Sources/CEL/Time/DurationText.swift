/// Durations as text: Go's notation, both ways.
enum DurationText {
  /// Nanoseconds from `1h30m`, `-1.5h`, `.5s`, `1us`, `0`; nothing when it is not one or does not fit 64 bits.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var reader = DigitReader(bytes)
    let isNegative = reader.take("-")
    if !isNegative { _ = reader.take("+") }
    if reader.peek == UInt8(ascii: "0") && reader.offset + 1 == bytes.count { return 0 }
    guard !reader.isAtEnd else { return nil }
    // The magnitude of the smallest duration does not fit the signed type.
    var total: UInt64 = 0
    while !reader.isAtEnd {
      guard let part = term(&reader) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      if overflow || sum > 1 << 63 { return nil }
      total = sum
    }
    if isNegative { return total == 1 << 63 ? Int64.min : -Int64(total) }
    return Int64(exactly: total)
  }

  /// A number and its unit.
  private static func term(_ reader: inout DigitReader) -> UInt64? {
    var whole: UInt64 = 0
    var hasDigits = false
    while let digit = reader.digit() {
      hasDigits = true
      let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      if overflow || carry { return nil }
      whole = sum
    }
    var fraction = 0.0
    if reader.take(".") {
      // Eighteen digits are more than any unit can show; later ones are read and dropped.
      var numerator: UInt64 = 0
      var scale = 1.0
      while let digit = reader.digit() {
        hasDigits = true
        if scale < 1e18 {
          numerator = numerator * 10 + UInt64(digit)
          scale *= 10
        }
      }
      fraction = Double(numerator) / scale
    }
    guard hasDigits, let unit = unit(&reader) else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
    let (sum, carry) = product.addingReportingOverflow(UInt64(fraction * Double(unit)))
    return overflow || carry ? nil : sum
  }

  private static func unit(_ reader: inout DigitReader) -> UInt64? {
    if reader.take("h") { return 3_600_000_000_000 }
    if reader.take("s") { return 1_000_000_000 }
    if reader.take("n") { return reader.take("s") ? 1 : nil }
    if reader.take("u") { return reader.take("s") ? 1_000 : nil }
    if reader.take("m") { return reader.take("s") ? 1_000_000 : 60_000_000_000 }
    // The micro sign U+00B5 and the Greek letter U+03BC.
    if reader.takeBytes(0xC2, 0xB5) || reader.takeBytes(0xCE, 0xBC) { return reader.take("s") ? 1_000 : nil }
    return nil
  }

  /// Seconds with an `s`: `1.5s`.
  static func write(_ nanoseconds: Int64) -> [UInt8] {
    var text: [UInt8] = nanoseconds < 0 ? [UInt8(ascii: "-")] : []
    let magnitude = nanoseconds.magnitude
    text.append(contentsOf: String(magnitude / 1_000_000_000).utf8)
    TimestampText.appendFraction(Int64(magnitude % 1_000_000_000), to: &text)
    text.append(UInt8(ascii: "s"))
    return text
  }
}
