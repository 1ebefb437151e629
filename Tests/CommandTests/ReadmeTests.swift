import Foundation
import Testing

/// What the README shows of the command, held to what the command does.
struct ReadmeTests {
  private static func readme() throws -> String {
    try String(contentsOf: RunConcordat.package.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func `the report in the README is what the examples give`() throws {
    let shown = try #require(try Self.readme().firstMatch(of: /<!-- report: begin -->\n```\n([^`]*)```\n<!-- report: end -->/))
    let report = try RunConcordat(["check", "examples/"], in: RunConcordat.package).output
    for finding in shown.1.split(separator: "\n\n") {
      #expect(
        report.contains(finding.trimmingCharacters(in: .newlines) + "\n"),
        "`concordat check examples/` no longer says this: put what it says into README.md")
    }
  }

  @Test func `every command has a line in the README`() throws {
    let listed = try Self.readme().matches(of: /\| `concordat ([\w-]+)/).map { String($0.1) }
    let help = try RunConcordat(["--help"]).output
    let commands = try #require(help.split(separator: "SUBCOMMANDS:").last)
      .matches(of: /^  ([\w-]+)\s\s/.anchorsMatchLineEndings()).map { String($0.1) }
    #expect(listed == commands)
  }
}
