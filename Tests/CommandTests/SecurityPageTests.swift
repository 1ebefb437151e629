import CEL
import ConcordatEngine
import Foundation
import SourceText
import Testing
import YAMLTree

@testable import ConcordatModel
@testable import concordat

/// `SECURITY.md` and `README.md` say the limits that the program has.
struct SecurityPageTests {
  private func table(_ page: String) throws -> [String] {
    let text = try String(contentsOf: RunConcordat.package.appending(path: page), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## Limits\n").dropFirst().first?.components(separatedBy: "\n## ").first)
    let lines = section.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "|---|---|" }.dropFirst()
    return lines.prefix { $0.hasPrefix("|") }.map(String.init)
  }

  /// With commas, as English writes it.
  private func number(_ value: some BinaryInteger) -> String {
    var digits = String(value)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }

  @Test func `the tables of limits say what the constants are`() throws {
    let yaml = YAMLLimits.standard
    let run = RunLimits()
    let expressions = CompileOptions()
    let patterns = RegexLimits()
    #expect(yaml.fileSize == SourceFile.sizeLimit)
    #expect(yaml.faultsOfAKind == FaultCollector.limit)
    let expected = [
      "| one file | \(SourceFile.sizeLimit >> 20) MiB |",
      "| all files of a run | \(run.bytes >> 20) MiB, \(number(run.files)) files |",
      "| collections inside each other | \(yaml.depth) |",
      "| nodes of a file | \(number(yaml.nodes)); \(number(yaml.visitedNodes)) after aliases |",
      "| aliases of a file | \(number(yaml.aliases)) |",
      "| merge keys of a file | \(number(yaml.mergeKeys)) |",
      "| documents of a file | \(number(yaml.documents)) |",
      "| directives of a document | \(yaml.directives) |",
      "| faults of one kind told of a file | \(number(yaml.faultsOfAKind)) |",
      "| findings of one rule on one document | \(number(Judge.findingsLimit)) |",
      "| evaluating one rule on one document | \(number(Judge.costLimit)) steps; beyond, it is undecided |",
      "| values made by one rule on one document | \(Judge.memoryLimit >> 20) MiB; beyond, it is undecided |",
      "| an expression | \(number(expressions.maximumScalars)) characters, \(expressions.maximumDepth) levels |",
      "| a regular expression | \(number(patterns.instructions)) instructions, repeats of \(number(RegexLimits.repeatCount)) |",
      "| a rule pack | \(RunLimits.packBytes >> 20) MiB, \(number(RunLimits.packFiles)) files |",
      "| faults of a pack told in full | \(RunLimits.packFaults) |",
    ]
    #expect(try table("SECURITY.md") == expected)
    let short = try table("README.md")
    #expect(short.count >= 6)
    for row in short { #expect(expected.contains(row), "README.md: \(row)") }
  }
}
