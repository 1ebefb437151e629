/// A period as people write it: `2006/07`, `2006`, `2005-2007 ave`, `2005/06-2007/08`, `Mar 2008`.
///
/// Understands a financial year (April to March), a calendar year, a run of either, and a month of a year. Words such
/// as "ave", "average", "year to", "provisional" and brackets are passed over. Anything else is unreadable: guessing
/// would turn a typing slip into a finding.
public struct PeriodText: Sendable, Hashable {
  public let from: Day
  public let through: Day

  /// Reads a period, or nothing.
  public init?(_ text: some Collection<UInt8>) {
    // Most periods are one financial year, and need no tokens.
    if let year = FinancialYear(text) {
      from = year.from
      through = year.through
      return
    }
    var spans: [(from: Day, through: Day)] = []
    var month: Int?
    for token in PeriodText.tokens(of: text) {
      switch token {
      case .word(let word):
        if let found = PeriodText.month(of: word) {
          guard month == nil else { return nil }
          month = found
        } else if !PeriodText.passedOver.contains(word) {
          return nil
        }
      case .calendarYear(let year):
        let first = month ?? 1
        let last = month ?? 12
        guard let from = Day(year: year, month: first, day: 1),
          let through = Day(year: year, month: last, day: Day.length(ofMonth: last, year: year))
        else { return nil }
        spans.append((from, through))
        month = nil
      case .financialYear(let year):
        guard month == nil, let span = FinancialYear(starting: year) else { return nil }
        spans.append((span.from, span.through))
      }
    }
    guard month == nil, let first = spans.first, let last = spans.last, spans.count <= 2, first.from <= last.through
    else { return nil }
    from = first.from
    through = last.through
  }

  /// A period without the words round it: `2005-2007 ave` as `2005-2007`.
  static func trimmed(_ text: String) -> String {
    var words = text.split(separator: " ")
    while let last = words.last, words.count > 1, passedOver.contains(last.lowercased()) { words.removeLast() }
    while let first = words.first, words.count > 1, passedOver.contains(first.lowercased()) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  private enum Token {
    case word(String)
    case calendarYear(Int)
    case financialYear(Int)
  }

  private static let passedOver: Set<String> = [
    "a", "academic", "ave", "average", "avg", "baseline", "calendar", "end", "financial", "for", "in", "mean", "of",
    "out", "outturn", "provisional", "rolling", "the", "three", "to", "turn", "year", "years", "yr",
  ]

  private static func month(of word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    for (index, name) in Day.monthNames.enumerated() where name.lowercased().utf8.starts(with: word.utf8) {
      return index + 1
    }
    return word == "sept" ? 9 : nil
  }

  /// Splits into words and years; `2006/07` is one token, as are `2006-07` and `2006/2007`.
  private static func tokens(of text: some Collection<UInt8>) -> [Token] {
    let bytes = Array(text.prefix(200))
    var tokens: [Token] = []
    var index = 0
    func digits(from start: Int) -> Int {
      var end = start
      while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
      return end
    }
    // A run of more than four digits is no year, and must not overflow either.
    func number(_ range: Range<Int>) -> Int { range.prefix(5).reduce(0) { $0 * 10 + Int(bytes[$1] - 48) } }
    while index < bytes.count {
      let byte = bytes[index]
      if (48...57).contains(byte) {
        let end = digits(from: index)
        guard end - index == 4 else {
          tokens.append(.word(String(decoding: bytes[index..<end], as: UTF8.self)))
          index = end
          continue
        }
        let year = number(index..<end)
        index = end
        // A second year after a stroke or hyphen makes a financial year when it is the next one.
        if end < bytes.count, bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "-") {
          let secondEnd = digits(from: end + 1)
          let second = number(end + 1..<secondEnd)
          let width = secondEnd - end - 1
          if (width == 2 && second == (year + 1) % 100) || (width == 4 && second == year + 1 && bytes[end] == 47)
            || (width == 1 && bytes[end] == 47 && second == (year + 1) % 10)
          {
            tokens.append(.financialYear(year))
            index = secondEnd
            continue
          }
        }
        tokens.append(.calendarYear(year))
      } else if (65...90).contains(byte) || (97...122).contains(byte) {
        var end = index
        while end < bytes.count, (65...90).contains(bytes[end]) || (97...122).contains(bytes[end]) { end += 1 }
        tokens.append(.word(String(decoding: bytes[index..<end].map { $0 | 0x20 }, as: UTF8.self)))
        index = end
      } else {
        index += 1
      }
    }
    return tokens
  }
}

/// A financial year, 1 April to 31 March, written `2008/09`.
public struct FinancialYear: Hashable, Comparable, Sendable {
  /// The calendar year in which it begins.
  public let start: Int

  /// The year that begins in April of `start`, or nothing outside the calendar.
  public init?(starting start: Int) {
    guard (1...9998).contains(start) else { return nil }
    self.start = start
  }

  /// Reads `2008/09` exactly; the second half must be the next year.
  public init?(_ text: some Collection<UInt8>) {
    guard text.count == 7 else { return nil }
    var year = 0
    var next = 0
    var position = 0
    for byte in text {
      let digit = Int(byte) - 48
      if position == 4 {
        guard byte == UInt8(ascii: "/") else { return nil }
      } else {
        guard (0...9).contains(digit) else { return nil }
        if position < 4 { year = year * 10 + digit } else { next = next * 10 + digit }
      }
      position += 1
    }
    guard next == (year + 1) % 100 else { return nil }
    self.init(starting: year)
  }

  /// The year that a day lies in.
  public init?(of day: Day) {
    let parts = day.parts
    self.init(starting: parts.month >= 4 ? parts.year : parts.year - 1)
  }

  /// 1 April.
  public var from: Day { Day(year: start, month: 4, day: 1) ?? Day.first }
  /// 31 March.
  public var through: Day { Day(year: start + 1, month: 3, day: 31) ?? Day.last }

  /// `2008/09`.
  public var text: String {
    let second = String((start + 1) % 100)
    return "\(start)/" + (second.utf8.count < 2 ? "0" : "") + second
  }

  public static func < (a: FinancialYear, b: FinancialYear) -> Bool { a.start < b.start }
}
