import Testing

@testable import ConcordatModel

struct CellTests {
  private func cell(_ text: String) -> Cell { Array(text.utf8).withUnsafeBufferPointer { Cell($0) } }

  @Test(arguments: [("1150", 1150.0), ("4.6", 4.6), ("-5", -5), ("+3", 3), (" 42.70 ", 42.7), (".5", 0.5)])
  func `a plain number is a number`(text: String, value: Double) {
    #expect(cell(text) == .number(value))
  }

  @Test(arguments: [
    ("4.6%", 4.6, "4.6", Cell.Unit.percent as Cell.Unit?), ("66 %", 66, "66", .percent), ("2,737", 2737, "2737", nil),
    ("£12,647,087", 12_647_087, "12647087", .pounds), ("1,098,188.72", 1_098_188.72, "1098188.72", nil),
    ("50 per cent", 50, "50", .percent), ("7.5 Percent", 7.5, "7.5", .percent), ("−5", -5, "-5", nil), ("–2.5%", -2.5, "-2.5", .percent),
  ])
  func `a number in ordinary dress is read, and the plain form is known`(
    text: String, value: Double, plain: String, unit: Cell.Unit?
  ) {
    #expect(cell(text) == .dressed(value, plain: plain, unit: unit))
  }

  @Test(arguments: [
    ("54.5 (2005-2007 ave)", "54.5", "2005-2007"), ("55.7 (for 2009)", "55.7", "2009"), ("31.9% (to May 07)", "31.9", "to May 07"),
    ("70.8% ( for 2006)", "70.8", "2006"), ("10.96% (2005 provisional)", "10.96", "2005"), ("53,964 (2005)", "53964", "2005"), ("50 per cent (2005–2007)", "50", "2005-2007"),
  ])
  func `a figure and its period are told apart`(text: String, figure: String, period: String) {
    #expect(cell(text) == .figureWithPeriod(figure: figure, period: period))
  }

  @Test func `a figure and a remark are told apart`() {
    #expect(cell("36% (see footnote)") == .figureWithNote(figure: "36", note: "see footnote"))
    #expect(cell("22% taken from a briefing") == .figureWithNote(figure: "22", note: "taken from a briefing"))
  }

  @Test(arguments: ["TBC", "tba", "Tbc.", "New PI", "To be confirmed", "Not yet", "see footnote", "TBC by GONW", "To be agreed with partners"])
  func `words for a figure to come are known`(text: String) {
    #expect(cell(text) == .toCome)
  }

  @Test(arguments: ["N/A", "n/a", "-", "–", "—", "", "Yes", "Not applicable"])
  func `words for no figure are known`(text: String) {
    #expect(cell(text) == Cell.none)
  }

  @Test(arguments: [
    "45-50", "45–50", "≥90", "≤ 4.5", "45 to 50", ">90", "~50", "approx. 50", "about 50", "1 200", "12,34", "1.200,5", "2008/09", "12:30", "10 11",
  ])
  func `a range or a bound is not one figure`(text: String) {
    #expect(cell(text) == .notOneFigure)
  }

  @Test(arguments: ["1,23", "12,34,567", "4.6.2", "1e5e", "Local Govt / VCFS", "£", "%", "1 150", "0x1F"])
  func `nothing is guessed`(text: String) {
    switch cell(text) {
    case .number, .dressed: Issue.record("'\(text)' was read as a number")
    default: break
    }
  }

  @Test func `hostile cells end`() {
    for text in [String(repeating: "9", count: 100_000), String(repeating: "1,", count: 5000), "\u{0}\u{1B}[31m", "1\u{301}%"] {
      switch cell(text) {
      case .number, .dressed: Issue.record("'\(text.prefix(20))' was read as a number")
      default: break
      }
    }
  }
}
