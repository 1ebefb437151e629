import Foundation
import Testing

/// The forms of the report as the command writes them.
struct FormatTests {
  static let formats = [
    "text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "csv",
  ]

  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("agreement.yaml", Sample.agreement)
    try scratch.write("partnership.yaml", Sample.partnership)
  }

  @Test(arguments: ["sarif", "junit", "github", "csv"]) func `how a run ends does not hang on the format`(_ format: String) throws {
    #expect(try RunConcordat(["check", "--format", format, "agreement.yaml"], in: scratch.folder).status == 1)
    #expect(try RunConcordat(["check", "--format", format, "--fail-on", "never"], in: scratch.folder).status == 0)
    #expect(try RunConcordat(["check", "--format", format, ".", "nowhere"], in: scratch.folder).status == 2)
  }

  @Test func `every format can be had in one run, and is what it is alone`() throws {
    let options = Self.formats.flatMap { ["--format", "\($0)=out.\($0)"] }
    let run = try RunConcordat(["check", "agreement.yaml", "--jobs", "3"] + options, in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output == "")
    for format in Self.formats {
      let alone = try RunConcordat(["check", "agreement.yaml", "--jobs", "1", "--format", format], in: scratch.folder).output
      // Read as bytes: Foundation would drop the byte order mark of a table.
      let written = String(decoding: try Data(contentsOf: scratch.folder.appending(path: "out.\(format)")), as: UTF8.self)
      #expect(written == alone, "\(format)")
      #expect(!alone.contains(scratch.folder.path), "\(format) holds no path of this machine")
    }
  }

  @Test func `a test page fails where the run does`() throws {
    func failures(_ threshold: String) throws -> Int {
      let run = try RunConcordat(["check", "agreement.yaml", "--format", "junit", "--fail-on", threshold], in: scratch.folder)
      let failures = run.output.components(separatedBy: "<failure ").count - 1
      #expect((failures > 0) == (run.status == 1))
      return failures
    }
    let (never, error, warning) = (try failures("never"), try failures("error"), try failures("warning"))
    #expect(never == 0)
    #expect(error < warning)
  }

  @Test func `the help and the page for users name every format`() throws {
    let help = try RunConcordat(["help", "check"]).output
    let page = try String(contentsOf: RunConcordat.package.appending(path: "docs/formats.md"), encoding: .utf8)
    for format in Self.formats {
      #expect(help.contains(" \(format):"))
      #expect(page.contains("| `\(format)` | "))
    }
  }
}
