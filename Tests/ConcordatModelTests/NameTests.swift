import Testing

@testable import ConcordatModel

struct NameTests {
  @Test func `a title is the same but for case, punctuation, spacing and small words`() {
    #expect(TitleWords("Serious violent crime rate") == TitleWords("Serious  Violent Crime rate."))
    #expect(TitleWords("Children's services") == TitleWords("Childrens services"))
    #expect(TitleWords("Children’s services") == TitleWords("Children's services"))
    #expect(TitleWords("Drug users in effective treatment") == TitleWords("Drug users, effective treatment"))
    #expect(TitleWords("% of people") != TitleWords("Percentage of people"))
    #expect(TitleWords("NI 15") != TitleWords("NI 16"))
  }

  @Test func `the number of an indicator has one form`() {
    #expect(IndicatorCode(Array("NI 155".utf8))?.number == 155)
    #expect(IndicatorCode(Array("NI155".utf8))?.isNational == true)
    #expect(IndicatorCode(Array("LI 7".utf8))?.isNational == false)
    #expect(IndicatorCode(Array("NI 102a".utf8))?.isNational == false)
    for text in ["Ni 39", "N1 112", "155", "NI", "NI  5", "NI 1234567", "ni 5", ""] { #expect(IndicatorCode(Array(text.utf8)) == nil) }
  }

  @Test(arguments: [("Ni 39", "NI 39"), ("N1 112", "NI 112"), ("n.i. 8", "NI 8"), ("NI155.", "NI 155"), ("ni 5", "NI 5")])
  func `a slip in the number is recognised`(text: String, meant: String) {
    #expect(IndicatorCode.likely(Array(text.utf8))?.nationalText == meant)
  }

  @Test func `numbers are read as YAML writes them, and nothing traps`() {
    func read(_ text: String) -> Double? { Array(text.utf8).withUnsafeBufferPointer { Decimal.read($0) } }
    #expect(read("0.1") == 0.1)
    #expect(read("-12.75") == -12.75)
    #expect(read("1e3") == 1000)
    #expect(read("123456789012345678") == 1.2345678901234568e17)
    #expect(read("0.000000000000001") == 1e-15)
    for text in ["", "-", ".", "1.2.3", "1e", "1e999", "nan", "inf", "0x10", "1_000", "١", String(repeating: "1", count: 500)] {
      #expect(read(text) == nil, "\(text)")
    }
  }
}
