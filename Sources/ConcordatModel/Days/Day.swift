/// A day of the calendar, without clock or zone.
///
/// Law counts in days, and both ends of what it counts are inclusive. Proleptic Gregorian, years 1 to 9999.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// A day from its parts, or nothing when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Years begin in March so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// A day written `YYYY-MM-DD`, or nothing.
  public init?(iso text: some Collection<UInt8>) {
    // Hot: every day of every document comes through here.
    guard text.count == 10 else { return nil }
    var parts = (0, 0, 0)
    var position = 0
    for byte in text {
      let digit = Int(byte) - 48
      switch position {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0...3: parts.0 = parts.0 * 10 + digit
      case 5, 6: parts.1 = parts.1 * 10 + digit
      default: parts.2 = parts.2 * 10 + digit
      }
      guard position == 4 || position == 7 || (0...9).contains(digit) else { return nil }
      position += 1
    }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = parts
    return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
  }

  /// As people write it: `30 June 2008`.
  public var inWords: String {
    let (year, month, day) = parts
    return "\(day) \(Day.monthNames[month - 1]) \(year)"
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day some days later, or nothing outside the calendar.
  public func adding(days: Int) -> Day? {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    guard !overflow, Day.first.number <= sum, sum <= Day.last.number else { return nil }
    return Day(number: Int32(sum))
  }

  /// The corresponding day some months later; where the month has no such day, its last one.
  public func adding(months: Int) -> Day? {
    let (year, month, day) = parts
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12, total < 120_000 else { return nil }
    let newYear = total / 12
    let newMonth = total % 12 + 1
    return Day(year: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear)))
  }

  /// The last day of so many months *beginning with* this day.
  ///
  /// "Within one month beginning with 30 June" runs to and including 29 July; where the month has no corresponding
  /// day, to its last. Source: the corresponding-date rule.
  public func lastDay(ofMonths months: Int) -> Day? {
    guard let corresponding = adding(months: months) else { return nil }
    return corresponding.parts.day == parts.day ? corresponding.adding(days: -1) : corresponding
  }

  static let first = Day(number: -719_162)
  static let last = Day(number: 2_932_896)

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// The days on which something holds; both ends inclusive, an end left out is open.
public struct InForce: Hashable, Sendable {
  public var from: Day?
  public var through: Day?

  public init(from: Day? = nil, through: Day? = nil) {
    self.from = from
    self.through = through
  }

  /// Whether the day lies within.
  public func covers(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let through, day > through { return false }
    return true
  }

  /// Whether it holds on every day.
  public var isAlways: Bool { from == nil && through == nil }
}
