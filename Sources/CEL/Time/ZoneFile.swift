/// A compiled time zone: the moments when its offset changed, and the rule for the time after the last of them.
/// Source: RFC 9636 (TZif).
struct ZoneFile: Sendable {
  private var moments: [Int64] = []
  private var offsets: [Int64] = []
  private var first: Int64 = 0
  private var rule: ZoneRule?

  /// Nothing when the bytes are not a zone file.
  init?(_ bytes: [UInt8]) {
    guard let old = Header(bytes, at: 0) else { return nil }
    guard old.version >= UInt8(ascii: "2") else {
      guard read(bytes, old, timeSize: 4) else { return nil }
      return
    }
    // The 64-bit block follows the 32-bit one, and the rule as text follows that.
    guard let new = Header(bytes, at: old.end(timeSize: 4)), read(bytes, new, timeSize: 8) else { return nil }
    let footer = bytes[min(bytes.count, new.end(timeSize: 8))...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    rule = ZoneRule(Array(footer))
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int64) -> Int64 {
    guard let last = moments.last else { return rule?.offset(at: seconds) ?? first }
    if seconds >= last, let rule { return rule.offset(at: seconds) }
    var low = 0
    var high = moments.count
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : offsets[low - 1]
  }

  private mutating func read(_ bytes: [UInt8], _ header: Header, timeSize: Int) -> Bool {
    guard header.end(timeSize: timeSize) <= bytes.count, header.typeCount > 0 else { return false }
    let indices = header.start + header.timeCount * timeSize
    let types = indices + header.timeCount
    func offset(_ type: Int) -> Int64? {
      type < header.typeCount ? Header.integer(bytes, at: types + type * 6, size: 4) : nil
    }
    guard let initial = offset(0) else { return false }
    first = initial
    for i in 0..<header.timeCount {
      guard let offset = offset(Int(bytes[indices + i])) else { return false }
      moments.append(Header.integer(bytes, at: header.start + i * timeSize, size: timeSize))
      offsets.append(offset)
    }
    return true
  }

  private struct Header {
    var start: Int
    var version: UInt8
    private var counts: [Int] = []
    var timeCount: Int { counts[3] }
    var typeCount: Int { counts[4] }

    init?(_ bytes: [UInt8], at offset: Int) {
      guard offset >= 0, offset + 44 <= bytes.count, bytes[offset..<(offset + 4)].elementsEqual("TZif".utf8) else {
        return nil
      }
      version = bytes[offset + 4]
      start = offset + 44
      for i in 0..<6 {
        let count = Int(Header.integer(bytes, at: offset + 20 + i * 4, size: 4))
        guard count >= 0, count < 1 << 20 else { return nil }
        counts.append(count)
      }
    }

    func end(timeSize: Int) -> Int {
      let times = timeCount * (timeSize + 1) + typeCount * 6
      return start + times + counts[5] + counts[2] * (timeSize + 4) + counts[1] + counts[0]
    }

    /// A signed big-endian number; the caller has checked the bounds.
    static func integer(_ bytes: [UInt8], at offset: Int, size: Int) -> Int64 {
      var number: Int64 = bytes[offset] & 0x80 != 0 ? -1 : 0
      for i in 0..<size { number = number << 8 | Int64(bytes[offset + i]) }
      return number
    }
  }
}

/// The rule of a zone for years to come, such as `EST5EDT,M3.2.0,M11.1.0`.
struct ZoneRule: Sendable {
  private var standard: Int64
  private var summer: Int64 = 0
  private var changes: (from: Change, until: Change)?

  /// A day of the year and a time of that day.
  private struct Change: Sendable {
    enum Day: Sendable {
      /// 1 to 365, never counting 29 February.
      case julian(Int64)
      /// 0 to 365.
      case ordinal(Int64)
      case weekday(month: Int64, week: Int64, day: Int64)
    }
    var day: Day
    var seconds: Int64 = 7_200

    func moment(in year: Int64) -> Int64 {
      let newYear = Civil.days(Civil.Date(year: year, month: 1, day: 1))
      let days: Int64
      switch day {
      case .julian(let number): days = newYear + number - 1 + (Civil.isLeap(year) && number >= 60 ? 1 : 0)
      case .ordinal(let number): days = newYear + number
      case .weekday(let month, let week, let day):
        let first = Civil.days(Civil.Date(year: year, month: month, day: 1))
        // 1970-01-01 was a Thursday.
        let weekday = ((first + 4) % 7 + 7) % 7
        var date = 1 + (day - weekday + 7) % 7 + (week - 1) * 7
        if date > Civil.daysInMonth(month, of: year) { date -= 7 }
        days = first + date - 1
      }
      return days * Civil.secondsPerDay + seconds
    }
  }

  init?(_ text: [UInt8]) {
    let parsed = text.withUnsafeBufferPointer { text -> (Int64, Int64, (Change, Change)?)? in
      var reader = DigitReader(text)
      guard ZoneRule.name(&reader), let west = ZoneRule.time(&reader) else { return nil }
      if reader.isAtEnd { return (-west, -west, nil) }
      guard ZoneRule.name(&reader) else { return nil }
      var east = -west + 3_600
      if reader.peek != UInt8(ascii: ",") {
        guard let other = ZoneRule.time(&reader) else { return nil }
        east = -other
      }
      guard reader.take(","), let from = ZoneRule.change(&reader), reader.take(","),
        let until = ZoneRule.change(&reader), reader.isAtEnd
      else { return nil }
      return (-west, east, (from, until))
    }
    guard let parsed else { return nil }
    standard = parsed.0
    summer = parsed.1
    changes = parsed.2.map { (from: $0.0, until: $0.1) }
  }

  func offset(at seconds: Int64) -> Int64 {
    guard let changes else { return standard }
    let year = Civil.date(days: Civil.floorDivide(seconds + standard, Civil.secondsPerDay)).year
    let from = changes.from.moment(in: year) - standard
    let until = changes.until.moment(in: year) - summer
    let isSummer = from < until ? seconds >= from && seconds < until : seconds >= from || seconds < until
    return isSummer ? summer : standard
  }

  private static func name(_ reader: inout DigitReader) -> Bool {
    if reader.take("<") {
      while let byte = reader.peek, byte != UInt8(ascii: ">") { reader.skip() }
      return reader.take(">")
    }
    let start = reader.offset
    while let byte = reader.peek, (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") {
      reader.skip()
    }
    return reader.offset - start >= 3
  }

  private static func number(_ reader: inout DigitReader) -> Int64? {
    guard var number = reader.digit() else { return nil }
    while number < 10_000, let digit = reader.digit() { number = number * 10 + digit }
    return number
  }

  /// `[+-]h[:mm[:ss]]` in seconds.
  private static func time(_ reader: inout DigitReader) -> Int64? {
    let isNegative = reader.take("-")
    if !isNegative { _ = reader.take("+") }
    guard var seconds = number(&reader).map({ $0 * 3_600 }) else { return nil }
    for unit in [Int64(60), 1] where reader.take(":") {
      guard let part = number(&reader) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  private static func change(_ reader: inout DigitReader) -> Change? {
    var change: Change
    if reader.take("M") {
      guard let month = number(&reader), reader.take("."), let week = number(&reader), reader.take("."),
        let day = number(&reader), (1...12).contains(month), (1...5).contains(week), day < 7
      else { return nil }
      change = Change(day: .weekday(month: month, week: week, day: day))
    } else if reader.take("J") {
      guard let number = number(&reader) else { return nil }
      change = Change(day: .julian(number))
    } else {
      guard let number = number(&reader) else { return nil }
      change = Change(day: .ordinal(number))
    }
    if reader.take("/") {
      guard let time = time(&reader) else { return nil }
      change.seconds = time
    }
    return change
  }
}
