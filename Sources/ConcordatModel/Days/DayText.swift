/// Days in forms other than `YYYY-MM-DD`, so that an author can be told what to write.
enum DayText {
  /// Whether the text has the form of a day, whatever its figures.
  static func looksISO(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10 else { return false }
    return bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == UInt8(ascii: "-") : (48...57).contains(bytes[$0]) }
  }

  /// The day that `30/06/2008`, `30.6.08`, `2008/6/30`, `30th June 2008` or `June 30, 2008` most likely means.
  ///
  /// Only days from 1900 to 2100 are likely: others are slips of the hand that we would only repeat.
  static func likely(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    read(bytes).flatMap { (1900...2100).contains($0.parts.year) ? $0 : nil }
  }

  /// Whether the likely day is the only one that the text can mean: the year has four figures, and the month is a word, or the
  /// year comes first, or the number that is not the month is above twelve.
  static func isCertain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = bytes.prefix(60).split { !(48...57).contains($0) }
    let numbers = parts.map { $0.prefix(5).reduce(0) { $0 * 10 + Int($1 - 48) } }
    guard parts.contains(where: { $0.count == 4 }) else { return false }
    guard numbers.count == 3, parts[0].count != 4 else { return true }
    return numbers[0] > 12 && numbers[1] <= 12 || numbers[0] == numbers[1]
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    var numbers: [(value: Int, width: Int)] = []
    var month: Int?
    var index = 0
    while index < bytes.count, index < 60 {
      let byte = bytes[index]
      if (48...57).contains(byte) {
        var value = 0
        let start = index
        while index < bytes.count, (48...57).contains(bytes[index]), index - start < 5 {
          value = value * 10 + Int(bytes[index] - 48)
          index += 1
        }
        numbers.append((value, index - start))
      } else if isLetter(byte) {
        let start = index
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<index].map { $0 | 0x20 }, as: UTF8.self)
        if word.utf8.count >= 3, let found = Day.monthNames.firstIndex(where: { $0.lowercased().utf8.starts(with: word.utf8) }) {
          month = found + 1
        }
      } else {
        index += 1
      }
    }
    if let month, numbers.count == 2 {
      let (day, year) = numbers[0].width == 4 ? (numbers[1].value, numbers[0]) : (numbers[0].value, numbers[1])
      return Day(year: full(year), month: month, day: day)
    }
    guard month == nil, numbers.count == 3 else { return nil }
    if numbers[0].width == 4 { return Day(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value) }
    return Day(year: full(numbers[2]), month: numbers[1].value, day: numbers[0].value)
  }

  private static func full(_ year: (value: Int, width: Int)) -> Int { year.width == 2 ? 2000 + year.value : year.value }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
