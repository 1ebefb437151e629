import Testing

/// The tables are only worth what their counting is worth.
struct ConformanceLedgerTests {
  @Test func `a listed case that passes fails the run`() {
    var tally = Tally(name: "sample")
    tally.note("sample/1", "1 + 1", nil, listed: "expected to fail")
    #expect(tally.passed == 0 && tally.wronglyListed == ["sample/1"])
    withKnownIssue { tally.report(inTable: false) }
  }

  @Test func `a case that fails and is not listed fails the run`() {
    var tally = Tally(name: "sample")
    tally.note("sample/1", "1 + 1", "gave 3, not 2", listed: nil)
    #expect(tally.passed == 0 && tally.faults == ["sample/1: 1 + 1: gave 3, not 2"])
    withKnownIssue { tally.report(inTable: false) }
  }

  @Test func `cases that pass, and listed ones that fail, leave the run as it is`() {
    var tally = Tally(name: "sample")
    tally.note("sample/1", "1 + 1", nil, listed: nil)
    tally.note("sample/2", "1 + 2", "gave 4, not 3", listed: "a reason")
    tally.report(inTable: false)
    #expect(tally.total == 2 && tally.passed == 1 && tally.listed == ["a reason": 1])
  }

  @Test(.enabled(if: Conformance.isPresent, Conformance.skipReason))
  func `every listed case is a case of its table`() throws {
    let lists: [([String], [String])] = [
      (Array(BackDifferentialTests.expectedCosts.keys), ["differential/differential"]),
      (Array(BackLibraryTests.expectedFailures.keys), ["celgo/ext_strings"]),
      (Array(CostConformanceTests.differing.keys), ["celgo/ext_lists", "celgo/ext_strings"]),
      (Array(CheckerConformanceTests.differing.keys), ["celgo/checker"]),
      (Array(ParserConformanceTests.differing.keys), ["celgo/parser"]),
    ]
    for (listed, files) in lists {
      let known = try Set(files.flatMap { try Conformance.cases($0).map(\.id) })
      #expect(listed.allSatisfy(known.contains), "\(listed.filter { !known.contains($0) })")
    }
  }
}
