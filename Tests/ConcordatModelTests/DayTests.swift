import Testing

@testable import ConcordatModel

struct DayTests {
  @Test func `every day from 1900 to 2100 is the day after the one before`() throws {
    var expected = try #require(Day(year: 1900, month: 1, day: 1)).number
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...31 {
          guard let found = Day(year: year, month: month, day: day) else {
            #expect(day > Day.length(ofMonth: month, year: year))
            continue
          }
          #expect(found.number == expected)
          #expect(found.parts == (year, month, day))
          expected += 1
        }
      }
    }
    #expect(Day(iso: Array("1970-01-01".utf8))?.number == 0)
  }

  @Test(arguments: [
    "2008-02-30", "2008-13-01", "2008-00-10", "2007-02-29", "1900-02-29", "0000-01-01", "2008-6-30", "08-06-30", "2008/06/30",
    "2008-06-300", "", "２００８-06-30",
  ])
  func `what is not a day is refused`(text: String) {
    #expect(Day(iso: Array(text.utf8)) == nil)
  }

  @Test func `one month beginning with a day ends on the day before the corresponding one`() throws {
    for (start, end) in [
      ("2008-06-30", "2008-07-29"), ("2008-01-01", "2008-01-31"), ("2008-01-31", "2008-02-29"), ("2007-01-31", "2007-02-28"),
      ("2008-05-31", "2008-06-30"), ("2008-12-15", "2009-01-14"),
    ] {
      let day = try #require(Day(iso: Array(start.utf8)))
      #expect(day.lastDay(ofMonths: 1)?.iso == end)
    }
  }

  @Test func `arithmetic stops at the ends of the calendar instead of trapping`() throws {
    let day = try #require(Day(year: 9999, month: 12, day: 31))
    #expect(day.adding(days: 1) == nil)
    #expect(day.adding(days: .max) == nil)
    #expect(day.adding(months: .max) == nil)
    #expect(day.adding(months: .min) == nil)
    #expect(Day(year: 1, month: 1, day: 1)?.adding(days: -1) == nil)
    #expect(Day(year: 2008, month: 2, day: 29)?.adding(months: 12)?.iso == "2009-02-28")
  }

  @Test func `both ends of a time in force are inclusive`() throws {
    let from = try #require(Day(year: 2007, month: 12, day: 30))
    let through = try #require(Day(year: 2015, month: 5, day: 25))
    let inForce = InForce(from: from, through: through)
    #expect(inForce.covers(from) && inForce.covers(through))
    #expect(try !inForce.covers(#require(from.adding(days: -1))))
    #expect(try !inForce.covers(#require(through.adding(days: 1))))
    #expect(InForce().isAlways && InForce().covers(from))
  }

  @Test(arguments: [
    ("2006/07", "2006-04-01", "2007-03-31"), ("2006-07", "2006-04-01", "2007-03-31"), ("2006/2007", "2006-04-01", "2007-03-31"),
    ("2006", "2006-01-01", "2006-12-31"), ("2005-2007 ave", "2005-01-01", "2007-12-31"), ("for 2009", "2009-01-01", "2009-12-31"),
    ("March 2008", "2008-03-01", "2008-03-31"), ("Sept 2007", "2007-09-01", "2007-09-30"),
    ("2005/06-2007/08", "2005-04-01", "2008-03-31"), ("1999/00", "1999-04-01", "2000-03-31"),
  ])
  func `a period is read as people write it`(text: String, from: String, through: String) throws {
    let period = try #require(PeriodText(Array(text.utf8)))
    #expect(period.from.iso == from)
    #expect(period.through.iso == through)
  }

  @Test(arguments: ["", "TBC", "to Feb 11", "2007 2006", "2008/11 2009 2010", "99", "Summer 2008", "20010/11"])
  func `a period that could be misread is not read`(text: String) {
    #expect(PeriodText(Array(text.utf8)) == nil)
  }

  @Test func `a financial year is written one way`() {
    #expect(FinancialYear(Array("2008/09".utf8))?.from.iso == "2008-04-01")
    #expect(FinancialYear(Array("2099/00".utf8))?.through.iso == "2100-03-31")
    for text in ["2008/10", "2008-09", "2008/9", "08/09", "2008/09 ", ""] { #expect(FinancialYear(Array(text.utf8)) == nil) }
    #expect(FinancialYear(of: Day(number: 0))?.text == "1969/70")
  }

  @Test(arguments: [
    ("30/06/2008", "2008-06-30"), ("30.6.08", "2008-06-30"), ("2008/6/30", "2008-06-30"), ("30th June 2008", "2008-06-30"),
    ("June 30, 2008", "2008-06-30"), ("21st February 2008", "2008-02-21"),
  ])
  func `a day in another form is recognised`(text: String, iso: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { DayText.likely($0) }?.iso == iso)
  }
}
