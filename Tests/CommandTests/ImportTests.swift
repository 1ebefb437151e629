import Foundation
import Testing

/// `concordat import`: tables as councils printed them.
struct ImportTests {
  /// Cells of Cumbria County Council's plan, Appendix One, footer date 8/02/2010, as ../shared/agreements/cumbria.yaml quotes it.
  private static let cumbria = """
    Council Plan Appendix One,,,,,,
    Ref,Indicator,Baseline,2010/11,2011/12,2012/13,Owner
    Wealthier Theme,,,,,,
    NI 171 (LAA),"New business registrations per 10,000 adult population",54.5 (2005-2007 ave),55.7 (for 2009),56.7 (for 2010),tba,A
    NI 163,Working age population qualified to at least Level 2,70.8% ( for 2006),78.0% (for 2010),tba,tba,
    LI 3 (NI 11),Engagement in the arts,42.70,,,,
    NI 136,People supported to live independently through social services,"2,737","2,765","2,792","2,820",
    NI 146,,3.9%,8.5%,TBC,TBC,

    """

  /// Rows of Lancashire's table of recommended targets, as ../shared/agreements/lancashire.yaml quotes it.
  private static let lancashire = """
    No.\tIndicator Put Forward\tLead Partner\tSpatial level\tBaseline identified
    NI 1\t% of people who believe people from different backgrounds get on well together in their local area\tLCC\tYes - county and district\tYes - best value performance indicator (To be reviewed following results of Place Survey)
    NI 7\tEnvironment for a thriving third sector\tLocal Govt / VCFS\tNo - County target only\t22% (taken from Office of the Third Sector briefing for LSPs on NI7)
    NI 16\tSerious acquisitive crime rate\tLancashire Constabulary\t\tTo be confirmed, but likely to be 2007/8 (data source is robust)
    NI 50\tEmotional Health of Children\tLCC & 3 PCT\t\t

    """

  /// The head of the table that Government gave to all areas, with invented cells.
  private static let template = """
    \u{FEFF}Priority;"Indicator(s), including those from national indicator set (shown with a *)";Baseline 2006/07;"LAA Improvement Target, including those to be designated (shown with a *)";;;"Partners who have signed-up to the target and any which are acting as lead partner/s (shown with a *)"
    ;;;08-Sep;09/10;2010-11;
    Homes;NI155 Number of affordable homes delivered (gross)*;1,070;1150*;1200*;1250*;"Huntingdonshire DC*
    Cambridge City Council; Cambridgeshire Primary Care Trust
    Cambridgeshire ACRE"
    Health;N1 112 Under 18 conception rate*;-;02-Mar;-;1.20E+02;
    ;;;;;;Fenland District Council
    Parks;Parks with a Green Flag;12;13;14;15;

    """

  private func run(_ table: String, _ arguments: [String], _ name: String) throws -> (run: RunConcordat, scratch: Scratch) {
    let scratch = try Scratch()
    try scratch.write("table.csv", table)
    return (try RunConcordat(["import", "table.csv"] + arguments, in: scratch.folder), scratch)
  }

  @Test(arguments: [
    ("cumbria", cumbria, "import-cumbria.txt"), ("lancashire", lancashire, "import-lancashire.txt"),
    ("cambridgeshire", template, "import-cambridgeshire.txt"),
  ])
  func `a table becomes a document that can be read, and says how it was understood`(_ authority: String, _ table: String, _ golden: String) throws {
    let (run, scratch) = try run(table, ["--authority", authority], authority)
    #expect(run.status == 0)
    try Golden(name: golden).expect(run.errors + "---\n" + run.output)
    try scratch.write("laa.yaml", run.output)
    let check = try RunConcordat(["check", "--format", "json", "--fail-on", "never", "laa.yaml"], in: scratch.folder)
    #expect(check.status == 0, "\(check.errors)")
    let findings = try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any]
    let diagnostics = findings?["diagnostics"] as? [[String: Any]] ?? []
    let faults = diagnostics.filter { finding in
      let rule = finding["rule"] as? String ?? ""
      return finding["severity"] as? String == "error" && (rule.hasPrefix("structure/") || rule.hasPrefix("syntax/"))
    }
    #expect(faults.isEmpty, "\(faults)")
    #expect(!diagnostics.isEmpty)
  }

  @Test func `the same table in other encodings and with other separators gives the same document`() throws {
    let table = "Ref,Indicator,Baseline,2008/09\r\nLI 1,\"Caf\u{E9}s, \"\"open\"\" late\",5,6\r\n"
    let expected = try run(table, [], "a").run.output
    #expect(expected.contains("title: 'Caf\u{E9}s, \"open\" late'"))
    let scratch = try Scratch()
    let forms: [(String, Data)] = [
      ("latin", Data(table.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })),
      ("wide", Data([0xFF, 0xFE] + table.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })),
      ("mark", Data([0xEF, 0xBB, 0xBF] + Array(table.utf8))),
      ("semicolons", Data("Ref;Indicator;Baseline;2008/09\nLI 1;\"Caf\u{E9}s, \"\"open\"\" late\";5;6".utf8)),
      ("tabs", Data("Ref\tIndicator\tBaseline\t2008/09\nLI 1\tCaf\u{E9}s, \"open\" late\t5\t6\n".utf8)),
    ]
    for (name, data) in forms {
      try scratch.write(name, data)
      let run = try RunConcordat(["import", name], in: scratch.folder)
      #expect(run.output.replacing("# From \(name);", with: "# From table.csv;") == expected, "\(name): \(run.errors)")
    }
  }

  @Test func `columns can be named, and what is wrong is said`() throws {
    let table = "Aim,Code,Jahr 1,X\nMore homes,LI 7,5,y\n"
    let (named, _) = try run(table, ["--columns", "aim=title", "--columns", "Jahr 1=2008/09", "--scope", "stretch"], "n")
    #expect(named.errors == "table.csv: cells between commas, 1 target\n  'Aim' → title\n  'Code' → indicator\n  'Jahr 1' → 2008/09\n  'X' → kept as comments\n")
    #expect(named.output.contains("title: More homes\n    scope: stretch   # the table does not say\n    values:\n      2008/09: 5\n"))
    func failure(_ text: String, _ arguments: String...) throws -> String {
      let run = try run(text, arguments, "f").run
      #expect(run.status == 2 && run.output == "")
      return run.errors
    }
    #expect(try failure("a,b\n1,2\n").hasPrefix("error: no row of table.csv looks like the heads of columns\n"))
    #expect(try failure("").hasPrefix("error: no row of table.csv"))
    #expect(try failure(table, "--columns", "Aim=titel") == "error: 'titel' is not a field of a target\n  = help: Did you mean title?\n")
    #expect(try failure(table, "--columns", "Aim").hasPrefix("error: 'Aim' names no field\n"))
    #expect(try failure("PK\u{3}\u{4}").contains("is not text"))
    #expect(try failure(table, "--authority", "haltn").contains("Did you mean halton"))
  }

  @Test func `whatever the bytes, a document comes out that can be read or a sentence`() throws {
    // A small generator with a fixed seed: the same tables every time.
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "\"", "\"\"", ",", ",", ";", "\t", "\n", "\r\n", "NI 155", "N1 112", "*", "TBC", "4.6%", "54.5 (2006)", "£5", ": ", " #", "- ", "{", "}", "[", "&a", "!x", "%", "|",
      "'", "\\", "\u{1B}[31m", "\u{2028}", "\u{85}", "\u{202E}", "\u{0}", "yes", "null", "2008/09", "Fenland District Council", "é", "😀", "<<", "---", "...", "? x", "@", "`",
    ]
    for _ in 0..<12 {
      let body = (0..<60).map { _ in pieces[next(pieces.count)] }.joined()
      let (run, scratch) = try run("Ref,Indicator,Baseline,2008/09,Lead,Partners,Notes,Other\n" + body, ["--authority", "cambridgeshire"], "r")
      #expect(run.status == 0 || run.errors.hasPrefix("error: "), "\(body.debugDescription)\n\(run.errors)")
      guard run.status == 0 else { continue }
      try scratch.write("laa.yaml", run.output)
      let check = try RunConcordat(["check", "--fail-on", "never", "laa.yaml"], in: scratch.folder)
      #expect(check.status == 0 && !check.output.contains("error[structure/") && !check.output.contains("error[syntax/"), "\(body.debugDescription)\n\(check.output)")
    }
  }

  @Test func `a column of indicators beside one of titles holds the numbers, and cells beyond the heads are kept`() throws {
    let scratch = try Scratch()
    try scratch.write("table.csv", "Indicator,Description,2008/09\nNI 155,Homes delivered,41,lost cell\n")
    let run = try RunConcordat(["import", "table.csv"], in: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output.contains("indicator: NI 155"))
    #expect(run.output.contains("lost cell"))
  }

  @Test func `a column that is named but not there is a mistake`() throws {
    let scratch = try Scratch()
    try scratch.write("table.csv", "Indicator,Baseline,2008/09\nNI 155,41,45\n")
    let run = try RunConcordat(["import", "table.csv", "--columns", "Nohead=title"], in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("table.csv has no column 'Nohead'\n  = help: Its columns are Indicator, Baseline, 2008/09"))
  }
}
