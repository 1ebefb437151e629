@testable import ConcordatReport
import Foundation
import Testing

@Suite struct `Names of severities` {
  /// The table as the page for users has it, without its head.
  private static func page() throws -> [String] {
    let text = try String(contentsOf: PackageRoot.file("docs/formats.md"), encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- names: begin -->\n")?.upperBound)
    let end = try #require(text.range(of: "\n<!-- names: end -->")?.lowerBound)
    return text[begin..<end].split(separator: "\n").dropFirst(2).map(String.init)
  }

  @Test func `the page for users has the table of the program`() throws {
    let rows = Grade.allCases.map { grade in
      let names = grade.names
      let cells = [
        names.word, "\(names.sarifKind), \(names.sarifLevel)", names.github ?? "–", names.gitlab ?? "–", names.checkstyle ?? "–",
        names.rdjson ?? "–", names.isSkipped ? "skipped" : "failure or passed",
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    #expect(try Self.page() == rows)
  }
}
