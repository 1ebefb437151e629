/// Timestamps as text: RFC 3339, both ways.
enum TimestampText {
  /// A point in time from `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)`, with upper-case letters and no leap seconds.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    var reader = DigitReader(bytes)
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), reader.take("T"), let hour = reader.number(2), reader.take(":"),
      let minute = reader.number(2), reader.take(":"), let second = reader.number(2)
    else { return nil }
    guard (1...12).contains(month), day >= 1, day <= Civil.daysInMonth(month, of: year), hour < 24, minute < 60,
      second < 60
    else { return nil }
    var nanoseconds: Int64 = 0
    if reader.take(".") {
      guard let fraction = reader.fraction() else { return nil }
      nanoseconds = fraction
    }
    var offset: Int64 = 0
    if !reader.take("Z") {
      let isEast = reader.take("+")
      guard isEast || reader.take("-"), let hours = reader.number(2), reader.take(":"), let minutes = reader.number(2),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 3_600 + minutes * 60) * (isEast ? 1 : -1)
    }
    guard reader.isAtEnd else { return nil }
    let days = Civil.days(Civil.Date(year: year, month: month, day: day))
    let seconds = days * Civil.secondsPerDay + hour * 3_600 + minute * 60 + second - offset
    guard seconds >= Civil.firstSecond, seconds <= Civil.lastSecond else { return nil }
    return .timestamp(seconds: seconds, nanoseconds: UInt32(nanoseconds))
  }

  /// In UTC, without trailing zeros in the fraction; only the date when that is all that was written.
  static func write(_ value: Value) -> [UInt8] {
    let seconds = value.asInt
    let days = Civil.floorDivide(seconds, Civil.secondsPerDay)
    let time = seconds - days * Civil.secondsPerDay
    let date = Civil.date(days: days)
    var text: [UInt8] = []
    append(date.year, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(date.month, digits: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(date.day, digits: 2, to: &text)
    if value.flags.contains(.isDateOnly) { return text }
    text.append(UInt8(ascii: "T"))
    append(time / 3_600, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(time / 60 % 60, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(time % 60, digits: 2, to: &text)
    appendFraction(Int64(value.count), to: &text)
    text.append(UInt8(ascii: "Z"))
    return text
  }

  static func append(_ number: Int64, digits: Int, to text: inout [UInt8]) {
    let written = String(number)
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, digits - written.utf8.count)))
    text.append(contentsOf: written.utf8)
  }

  /// `.5` for 500 000 000 nanoseconds, nothing for 0.
  static func appendFraction(_ nanoseconds: Int64, to text: inout [UInt8]) {
    guard nanoseconds > 0 else { return }
    text.append(UInt8(ascii: "."))
    append(nanoseconds, digits: 9, to: &text)
    while text.last == UInt8(ascii: "0") { text.removeLast() }
  }
}

/// Reads digits and marks from the front of a text.
struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  mutating func digit() -> Int64? {
    guard let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    offset += 1
    return Int64(byte - UInt8(ascii: "0"))
  }

  mutating func takeBytes(_ first: UInt8, _ second: UInt8) -> Bool {
    guard peek == first else { return false }
    var copy = self
    copy.skip()
    guard copy.peek == second else { return false }
    copy.skip()
    self = copy
    return true
  }

  mutating func skip() { if !isAtEnd { offset += 1 } }

  /// Exactly so many digits.
  mutating func number(_ digits: Int) -> Int64? {
    var number: Int64 = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// One to nine digits as nanoseconds.
  mutating func fraction() -> Int64? {
    guard var number = digit() else { return nil }
    var places = 1
    while let digit = digit() {
      guard places < 9 else { return nil }
      number = number * 10 + digit
      places += 1
    }
    for _ in places..<9 { number *= 10 }
    return number
  }
}
