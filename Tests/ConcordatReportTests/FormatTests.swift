import ConcordatDiagnostics
@testable import ConcordatReport
import SourceText
import Testing

/// The formats that other programs read.
@Suite struct FormatTests {
  /// Text and JSON have goldens of every specimen, HTML has tests of its own.
  static let formats = ReportFormat.allCases.filter { $0 != .text && $0 != .json && $0 != .html }
  static let specimens = Specimen.all.filter { ["daily", "ruler", "hostile", "clean", "nothing-read"].contains($0.name) }
  static let goldenNames = specimens.flatMap { specimen in formats.map { "\(specimen.name).\($0.rawValue)" } }

  @Test(arguments: formats, specimens)
  func `a report is as committed`(_ format: ReportFormat, _ specimen: Specimen) throws {
    try Golden(name: "\(specimen.name).\(format.rawValue)").expect(format.reporter.render(specimen.report))
  }

  @Test(arguments: formats)
  func `a report is appended to what was there`(_ format: ReportFormat) {
    var output = Array("before\n".utf8)
    format.reporter.render(Specimen.daily, into: &output)
    #expect(output == Array("before\n".utf8) + format.reporter.render(Specimen.daily))
  }

  /// The key `target` of the ruler: line 1, the 16th scalar, the 17th UTF-16 unit, the 22nd byte of the line with its byte order mark.
  /// The second place begins behind a combining mark and ends after a CR LF, the third is a CR LF alone.
  static let places: [(ReportFormat, [String])] = [
    (.text, ["drafts/ruler.yaml:1:16\n", "drafts/ruler.yaml:2:8\n", "drafts/ruler.yaml:4:7\n"]),
    (.concise, ["drafts/ruler.yaml:1:16: error: ", "drafts/ruler.yaml:2:8: warning: ", "drafts/ruler.yaml:4:7: advice: "]),
    (.json, [#""line": 1,\#n        "column": 16,\#n        "offset": 21"#, #""line": 1,\#n        "column": 22,\#n        "offset": 27"#]),
    (
      .sarif,
      [
        #""region":{"startLine":1,"startColumn":17,"endLine":1,"endColumn":23}"#,
        #""deletedRegion":{"startLine":1,"startColumn":17,"endLine":1,"endColumn":23}"#,
        #""region":{"startLine":2,"startColumn":8,"endLine":3,"endColumn":6}"#,
        #""region":{"startLine":4,"startColumn":7,"endLine":5,"endColumn":1}"#,
      ]
    ),
    (.github, ["line=1,endLine=1,col=17,endColumn=23,", "line=2,endLine=3,title=", "line=4,endLine=4,title="]),
    (.gitlab, [#""begin": 1,\#n        "end": 1"#, #""begin": 2,\#n        "end": 3"#, #""begin": 4,\#n        "end": 4"#]),
    (.junit, ["line 1, column 16", "line 2, column 8", "line 4, column 7"]),
    (.checkstyle, [#"line="1" column="16""#, #"line="2" column="8""#, #"line="4" column="7""#]),
    (
      .rdjson,
      [
        #""line": 1,\#n            "column": 22"#, #""line": 1,\#n            "column": 28"#,
        #""line": 2,\#n            "column": 9"#, #""line": 3,\#n            "column": 6"#,
      ]
    ),
    (.markdown, ["line 1: ", "lines 2 to 3: ", "line 4: "]),
    (.csv, ["drafts/ruler.yaml,1,16,1,22,", "drafts/ruler.yaml,2,8,3,6,", "drafts/ruler.yaml,4,7,5,1,"]),
  ]

  @Test(arguments: places)
  func `a place is counted as the format counts`(_ format: ReportFormat, _ expected: [String]) {
    var rest = String(decoding: format.reporter(failingFrom: .advice).render(Specimen.ruler), as: UTF8.self)[...]
    for part in expected {
      // In this order: a number of another place must not stand in.
      guard let found = rest.firstRange(of: part) else {
        Issue.record("\(part) is not in the rest of the report, \(rest)")
        return
      }
      rest = rest[found.lowerBound...]
    }
  }

  @Test func `every format has its places tried`() {
    #expect(Set(Self.places.map(\.0)) == Set(Self.formats + [.text, .json]))
  }

  @Test func `columns of bytes are those on disk`() {
    let text = Array("é: ".utf8) + [0xE9, 0x20] + Array("fault".utf8)
    let file = SourceFile(path: "a.yaml", text: text)
    let place = Diagnostic.Place(file: file, range: ByteRange(UInt32(file.text.count - 5), UInt32(file.text.count)))
    #expect(file.text.count == text.count + 1)
    #expect(Span(place, in: .bytes).start == .init(line: 1, column: 7))
    #expect(Span(place, in: .scalars).start == .init(line: 1, column: 6))
  }

  @Test(arguments: [
    ("./a//b/./c.yaml", "a/b/c.yaml", "a/b/c.yaml", false), ("../a.yaml", "../a.yaml", "../a.yaml", true),
    ("/srv/a b.yaml", "/srv/a b.yaml", "file:///srv/a%20b.yaml", true), ("<stdin>", "<stdin>", "%3Cstdin%3E", false),
    ("a:é%.yaml", "a:é%.yaml", "a%3A%C3%A9%25.yaml", false), ("", ".", ".", false), ("a\\b", "a\\b", "a%5Cb", false),
    ("a/\u{301}b", "a/\u{301}b", "a/%CC%81b", false),
  ])
  func `paths are clean and relative`(_ path: String, _ clean: String, _ uri: String, _ isOutside: Bool) {
    #expect(ReportPath.clean(path) == clean)
    #expect(ReportPath.uri(path) == uri)
    #expect(ReportPath.isOutside(clean) == isOutside)
  }
}
