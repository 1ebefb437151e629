import ConcordatDiagnostics
import ConcordatReport
import Foundation
import SourceText
import Testing

@Suite struct `What a terminal could obey` {
  /// The styles that the text report knows.
  static let styles = ["0", "1", "1;31", "1;33", "1;34", "1;36", "34"]

  @Test(arguments: Specimen.all)
  func `only our own styles hold an escape character`(_ specimen: Specimen) {
    var report = specimen.text
    report.colour = true
    var rest = String(decoding: report.render(specimen.report), as: UTF8.self)
    for style in Self.styles { rest = rest.replacingOccurrences(of: "\u{1B}[\(style)m", with: "") }
    expectHarmless(rest)

    report.colour = false
    #expect(Array(rest.utf8) == report.render(specimen.report), "colour changes nothing but the styles")
    expectHarmless(String(decoding: JSONReport().render(specimen.report), as: UTF8.self))
  }

  @Test func `naughty strings in every field stay harmless`() throws {
    let list = PackageRoot.shared("reliability/corpus/blns/blns.txt")
    guard let text = try? String(contentsOf: list, encoding: .utf8) else {
      print("skipped: there is no list of naughty strings at ../shared/reliability/corpus/blns/blns.txt")
      return
    }
    for line in text.split(separator: "\n").map(String.init) {
      let file = SourceFile(path: line, text: Array(line.utf8))
      let place = Diagnostic.Place(file: file, range: ByteRange(0, UInt32(line.utf8.count)))
      let provision = Citation(id: line, citation: line, summary: line, reading: .verified, from: line)
      let diagnostic = Diagnostic(
        rule: line, severity: .error, message: line, place: place, related: [.init(place: place, text: line)],
        provision: provision, help: line, notes: [line], document: line
      )
      let report = LintReport(
        [diagnostic], undecided: [.init(rule: line, document: line, file: line, reason: line, missing: line)],
        rules: [.init(id: line, title: line, severity: .error, provision: provision)]
      )
      expectHarmless(String(decoding: TextReport().render(report), as: UTF8.self))
      let json = JSONReport().render(report)
      expectHarmless(String(decoding: json, as: UTF8.self))
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
      let read = try #require((object["diagnostics"] as? [[String: Any]])?.first?["message"] as? String)
      #expect(Array(read.utf8) == Array(line.utf8))
    }
  }

  @Test func `any range of any bytes can be shown`() throws {
    // Not all of it is UTF-8; a reader would refuse it, a reporter must still not fall over it.
    let pieces: [[UInt8]] = [
      [0xFF], [0xE2, 0x82], [0xF0, 0x9F], [0x80], [0x0D], [0x0A], [0x0D, 0x0A], [0x09], Array("🏛".utf8),
      Array("e\u{301}".utf8), Array("東".utf8), Array("\u{202E}".utf8), Array("a".utf8), [0xED, 0xA0, 0x80],
      Array(String(repeating: "x", count: 250).utf8), Array("\u{FEFF}".utf8),
    ]
    var random = Random(state: 42)
    for _ in 0..<400 {
      let text = (0..<random.next(12)).flatMap { _ in pieces[random.next(pieces.count)] }
      let file = SourceFile(path: "a.yaml", text: text)
      func place() -> Diagnostic.Place {
        let start = random.next(text.count + 2)
        return .init(file: file, range: ByteRange(UInt32(start), UInt32(start + random.next(text.count + 2))))
      }
      let related = (0..<random.next(4)).map { Diagnostic.Related(place: place(), text: "place \($0)") }
      let report = LintReport([.plain(place(), related: related)])
      expectHarmless(String(decoding: TextReport().render(report), as: UTF8.self))
      expectHarmless(String(decoding: TextReport(glyphs: .ascii).render(report), as: UTF8.self))
      _ = try JSONSerialization.jsonObject(with: Data(JSONReport(layout: .compact).render(report)))
    }
  }
}

/// Nothing hides, and nothing but a line feed steers.
func expectHarmless(_ text: String, _ location: SourceLocation = #_sourceLocation) {
  let found = text.unicodeScalars.filter { scalar in
    guard scalar != "\n" else { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
  #expect(found.isEmpty, sourceLocation: location)
}

/// The same numbers every run.
private struct Random {
  var state: UInt64

  /// Below `bound`, which is above 0.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
