/// Doubles as text, both ways.
enum DoubleText {
  /// The shortest digits that read back as the same number, in the form of Go's `%g`: an exponent below 10⁻⁴ and from 10⁶.
  static func shortest(_ value: Double) -> [UInt8] {
    if value.isNaN { return Array("NaN".utf8) }
    if value.isInfinite { return Array((value < 0 ? "-Inf" : "+Inf").utf8) }
    let (digits, point) = decimal(value)
    var text: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
    let exponent = point - 1
    if exponent < -4 || exponent >= 6 {
      writeExponent(digits, exponent, to: &text)
    } else {
      writePlain(digits, point, to: &text)
    }
    return text
  }

  /// The shortest digits that read back as the same finite number, without an exponent.
  static func plain(_ value: Double) -> [UInt8] {
    let (digits, point) = decimal(value)
    var text: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
    writePlain(digits, point, to: &text)
    return text
  }

  /// Digits without leading or trailing zeros, and where the decimal point stands before, in or after them.
  static func decimal(_ value: Double) -> (digits: [UInt8], point: Int) {
    if value == 0 { return ([UInt8(ascii: "0")], 1) }
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var bytes = Array(value.magnitude.description.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        bytes = []
      default: break
      }
    }
    var place = (point ?? digits.count) + exponent
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    place -= leading
    while digits.count > 1 && digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, place)
  }

  private static func writeExponent(_ digits: [UInt8], _ exponent: Int, to text: inout [UInt8]) {
    text.append(digits[0])
    if digits.count > 1 {
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: digits.dropFirst())
    }
    text.append(UInt8(ascii: "e"))
    text.append(UInt8(ascii: exponent < 0 ? "-" : "+"))
    if abs(exponent) < 10 { text.append(UInt8(ascii: "0")) }
    text.append(contentsOf: String(abs(exponent)).utf8)
  }

  private static func writePlain(_ digits: [UInt8], _ point: Int, to text: inout [UInt8]) {
    let zero = UInt8(ascii: "0")
    if point <= 0 {
      text.append(zero)
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: repeatElement(zero, count: -point))
      text.append(contentsOf: digits)
    } else {
      text.append(contentsOf: digits.prefix(point))
      if digits.count < point { text.append(contentsOf: repeatElement(zero, count: point - digits.count)) }
      if digits.count > point {
        text.append(UInt8(ascii: "."))
        text.append(contentsOf: digits.dropFirst(point))
      }
    }
  }

  /// A number in decimal notation, `inf` or `nan` in any case; nothing for anything else.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var i = 0
    func digits() -> Int {
      let start = i
      while i < bytes.count, bytes[i] >= UInt8(ascii: "0"), bytes[i] <= UInt8(ascii: "9") { i += 1 }
      return i - start
    }
    func takes(_ a: UInt8, _ b: UInt8) -> Bool {
      guard i < bytes.count, bytes[i] == a || bytes[i] == b else { return false }
      i += 1
      return true
    }
    _ = takes(UInt8(ascii: "+"), UInt8(ascii: "-"))
    let isNegative = bytes.first == UInt8(ascii: "-")
    let word = bytes[min(i, bytes.count)...].map { $0 | 0x20 }
    if word == Array("inf".utf8) || word == Array("infinity".utf8) { return isNegative ? -.infinity : .infinity }
    if word == Array("nan".utf8) { return .nan }
    let whole = digits()
    var fraction = 0
    if takes(UInt8(ascii: "."), UInt8(ascii: ".")) { fraction = digits() }
    guard whole + fraction > 0 else { return nil }
    if takes(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = takes(UInt8(ascii: "+"), UInt8(ascii: "-"))
      guard digits() > 0 else { return nil }
    }
    guard i == bytes.count else { return nil }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}
