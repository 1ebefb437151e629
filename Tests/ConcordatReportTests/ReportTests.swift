import ConcordatDiagnostics
import ConcordatReport
import Foundation
import SourceText
import Testing

@Suite struct `Reports` {
  @Test(arguments: Specimen.all)
  func `text is as committed`(_ specimen: Specimen) throws {
    try Golden(name: "\(specimen.name).txt").expect(specimen.text.render(specimen.report))
  }

  @Test(arguments: Specimen.all.filter(\.hasJSON))
  func `JSON is as committed`(_ specimen: Specimen) throws {
    try Golden(name: "\(specimen.name).json").expect(JSONReport().render(specimen.report))
  }

  @Test func `every golden file belongs to a specimen`() throws {
    let specimens = Specimen.all
    let expected =
      specimens.map { "\($0.name).txt" } + specimens.filter(\.hasJSON).map { "\($0.name).json" } + FormatTests.goldenNames
    #expect(Set(expected).count == expected.count)
    let found = try FileManager.default.contentsOfDirectory(atPath: Golden.folder.path)
    #expect(Set(found).subtracting(expected) == [])
  }

  @Test(arguments: Specimen.all)
  func `a report is appended to what was there`(_ specimen: Specimen) {
    var output = Array("before\n".utf8)
    specimen.text.render(specimen.report, into: &output)
    #expect(output == Array("before\n".utf8) + specimen.text.render(specimen.report))
    output = Array("before\n".utf8)
    JSONReport().render(specimen.report, into: &output)
    #expect(output == Array("before\n".utf8) + JSONReport().render(specimen.report))
  }
}
