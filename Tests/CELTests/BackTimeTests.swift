import Testing

@testable import CEL

struct BackTimeTests {
  private func parsed(_ text: StaticString) -> Value? { TimestampText.parse(Value.string(text).rawBytes) }
  private func duration(_ text: StaticString) -> Int64? { DurationText.parse(Value.string(text).rawBytes) }
  private func offset(_ zone: StaticString, _ time: StaticString) -> Int64? {
    parsed(time).flatMap { TimeZones.offset(zone: Value.string(zone).rawBytes, at: $0.asInt) }
  }

  @Test func `every day from the year 1 to 9999 is the day after the one before`() {
    var previous = Civil.Date(year: 0, month: 12, day: 31)
    for days in (Civil.firstSecond / 86_400)...(Civil.lastSecond / 86_400) {
      let date = Civil.date(days: days)
      let isNext =
        date.day == previous.day + 1 && date.month == previous.month
        || date.day == 1 && previous.day == Civil.daysInMonth(previous.month, of: previous.year)
      if !isNext || Civil.days(date) != days { Issue.record("\(date) follows \(previous)") }
      previous = date
    }
    #expect(previous == Civil.Date(year: 9_999, month: 12, day: 31))
  }

  @Test func `timestamps are read to the letter of RFC 3339`() {
    #expect(parsed("2008-06-30T00:00:00Z")?.asInt == 1_214_784_000)
    #expect(parsed("2008-06-30T01:00:00.5+01:00")?.timestampValue?.nanoseconds == 500_000_000)
    #expect(parsed("0001-01-01T00:00:00Z")?.asInt == Civil.firstSecond)
    #expect(parsed("9999-12-31T23:59:59.999999999Z")?.asInt == Civil.lastSecond)
    #expect(parsed("0001-01-01T00:00:00+00:01") == nil)
    #expect(parsed("2008-02-30T00:00:00Z") == nil)
    #expect(parsed("2008-06-30t00:00:00z") == nil)
    #expect(parsed("2016-12-31T23:59:60Z") == nil)
    #expect(parsed("2008-06-30T00:00:00.1234567890Z") == nil)
    #expect(parsed("2008-06-30") == nil)
  }

  @Test func `durations are read and written in Go's notation`() {
    #expect(duration("1h30m") == 5_400_000_000_000)
    #expect(duration("-1.5h") == -5_400_000_000_000)
    #expect(duration(".5s") == 500_000_000)
    #expect(duration("1us") == 1_000)
    #expect(duration("1µs") == 1_000)
    #expect(duration("0") == 0)
    #expect(duration("-9223372036854775808ns") == .min)
    #expect(duration("9223372036854775808ns") == nil)
    #expect(duration("1d") == nil)
    #expect(duration("") == nil)
    #expect(duration("5") == nil)
    #expect(String(decoding: DurationText.write(-1_500_000_000), as: UTF8.self) == "-1.5s")
    #expect(String(decoding: DurationText.write(.min), as: UTF8.self) == "-9223372036.854775808s")
  }

  @Test func `zones are offsets or names of the database on this machine`() {
    #expect(offset("+05:30", "2008-06-30T00:00:00Z") == 19_800)
    #expect(offset("-00:00", "2008-06-30T00:00:00Z") == 0)
    #expect(offset("02:00", "2008-06-30T00:00:00Z") == 7_200)
    #expect(offset("UTC", "2008-06-30T00:00:00Z") == 0)
    #expect(offset("Nowhere/Here", "2008-06-30T00:00:00Z") == nil)
    #expect(offset("../../etc/passwd", "2008-06-30T00:00:00Z") == nil)
    guard offset("Europe/London", "2008-06-30T00:00:00Z") != nil else {
      print("no time zone database here: named zones are not tested")
      return
    }
    #expect(offset("Europe/London", "2008-06-30T00:00:00Z") == 3_600)
    #expect(offset("Europe/London", "2008-12-30T00:00:00Z") == 0)
    #expect(offset("Europe/London", "2090-07-01T00:00:00Z") == 3_600)
    #expect(offset("Australia/Sydney", "2090-01-01T00:00:00Z") == 39_600)
  }

  @Test func `rules of zones say when summer begins and ends`() throws {
    let rule = try #require(ZoneRule(Array("EST5EDT,M3.2.0,M11.1.0".utf8)))
    #expect(rule.offset(at: try #require(parsed("2030-03-10T06:59:59Z")).asInt) == -18_000)
    #expect(rule.offset(at: try #require(parsed("2030-03-10T07:00:00Z")).asInt) == -14_400)
    #expect(rule.offset(at: try #require(parsed("2030-11-03T06:00:00Z")).asInt) == -18_000)
    #expect(ZoneRule(Array("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0".utf8))?.offset(at: 0) == 39_600)
    #expect(ZoneRule(Array("UTC0".utf8))?.offset(at: 0) == 0)
    #expect(ZoneRule(Array("M3".utf8)) == nil)
  }
}
