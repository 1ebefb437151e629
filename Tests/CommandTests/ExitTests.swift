import Foundation
import Testing

/// How a run ends, by what was asked.
struct ExitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    /// A part of what is said on standard error; nothing may be said where it is empty.
    var says: String

    init(_ arguments: String, _ status: Int32, _ says: String = "") {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.status = status
      self.says = says
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let village = RunConcordat.fixtures + "/village"

  static let cases = [
    Case("--help", 0), Case("help check", 0), Case("--version", 0), Case("check --help", 0),
    Case("--generate-completion-script bash", 0),
    Case("", 2, "USAGE: concordat"),
    Case("--nope", 2, "Unknown option '--nope'"),
    Case("chekc", 2, "Did you mean concordat check?"),
    Case("Tests", 2, "Did you mean concordat check Tests?"),
    Case("check --format xml", 2, "The value 'xml' is invalid for '--format <format>'"),
    Case("check --fail-on review", 2, "The value 'review' is invalid for '--fail-on <severity>'"),
    Case("check --as-of 2008-02-30", 2, "it must be a day of the calendar"),
    Case("check --as-of 30/06/2008", 2, "write the day as YYYY-MM-DD"),
    Case("check --jobs 0", 2, "write a whole number from 1"),
    Case("check --jobs two", 2, "write a whole number from 1"),
    Case("check nowhere", 2, "1 path could not be read, so the check is not complete"),
    Case("check --pack nowhere", 2, "there is no file or folder of this name"),
    Case("check --pack Tests", 2, "the folder is no rule pack: it holds no pack.yaml"),
    Case("explain", 2, "Missing expected argument '<rule>'"),
    Case("explain ST017", 0), Case("explain st017", 0), Case("explain lgpiha-2007/s105-3-b", 0),
    Case("explain structure/missing-key", 0),
    Case("explain statutory/relates-to-without-consen", 2, "Did you mean statutory/relates-to-without-consent?"),
    Case("explain relates-to-without-consent", 2, "Did you mean statutory/relates-to-without-consent?"),
    Case("explain nothing-like-it", 2, "concordat rules shows all rules"),
    Case("rules", 0), Case("rules --format markdown", 0),
    Case("schema local-area-agreement", 0),
    Case("schema local-area-agreemnt", 2, "Did you mean local-area-agreement?"),
    Case("test \(village)", 0), Case("test \(village)-with-wrong-examples", 1),
    Case("test \(village)-with-faults", 2, "the rule pack has 1 fault; the rules of the files concerned were not run"),
    Case("check --pack \(village)-with-faults README.md", 2, "none of its rules was used"),
  ]

  @Test(arguments: cases) func `a run ends with 0, 1 or 2 and says why`(_ specimen: Case) throws {
    let run = try RunConcordat(specimen.arguments)
    #expect(run.status == specimen.status)
    #expect(specimen.says.isEmpty ? run.errors.isEmpty : run.errors.contains(specimen.says), "\(run.errors)")
    // What was not checked is part of a report, and so are the rules that were tried beside a faulty one; other faults are talk.
    let reports = specimen.arguments == ["check", "nowhere"] || specimen.arguments == ["test", "\(Self.village)-with-faults"]
    #expect(run.output.isEmpty == (specimen.status == 2 && !reports))
  }

  @Test(arguments: [
    ([], 1), (["--fail-on", "never"], 0), (["--fail-on", "warning"], 1), (["--quiet"], 1),
    (["--as-of", "2001-01-01"], 0), (["--as-of", "2001-01-01", "--fail-on", "advice"], 0),
  ] as [([String], Int32)])
  func `findings decide by their severity and the day`(_ options: [String], _ status: Int32) throws {
    let scratch = try Scratch()
    try scratch.write("agreement.yaml", Sample.agreement)
    let run = try RunConcordat(["check", "agreement.yaml"] + options, in: scratch.folder)
    #expect(run.status == status)
    #expect(run.errors == "")
  }

  @Test func `a run over nothing does not look like success`() throws {
    let scratch = try Scratch()
    try scratch.write("other.txt", "text")
    let empty = try RunConcordat(["check"], in: scratch.folder)
    #expect(empty.status == 2)
    #expect(empty.output == "")
    #expect(
      empty.errors == """
        error: nothing to check: no file ending in .yaml or .yml was found in this folder
          = help: Name the files, or the folder they are in

        """)
    try scratch.write("folder/other.yaml", "list: [1, 2]\n")
    let strange = try RunConcordat(["check", "folder"], in: scratch.folder)
    #expect(strange.status == 2)
    #expect(strange.errors.hasPrefix("error: nothing to check: 1 file was read in folder, but none holds a document of a kind"))
    let json = try RunConcordat(["check", "folder", "--format", "json"], in: scratch.folder)
    #expect(json.status == 2)
    #expect(json.output.contains(#""documents": 0"#))
  }

  @Test func `quiet shows what counts and nothing else`() throws {
    let scratch = try Scratch()
    try scratch.write("agreement.yaml", Sample.agreement)
    let counted = try RunConcordat(["check", "--quiet"], in: scratch.folder)
    #expect(counted.output.contains("error["))
    #expect(!counted.output.contains("warning["))
    let silent = try RunConcordat(["check", "--quiet", "--fail-on", "never"], in: scratch.folder)
    #expect(silent.output == "")
    #expect(silent.status == 0)
  }

  @Test func `the version names the rule packs and what is in them`() throws {
    let run = try RunConcordat(["--version"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("concordat ") == true)
    #expect(lines.dropFirst().first?.hasPrefix("rule pack england ") == true)
    #expect(lines.last?.wholeMatch(of: /rule pack england SHA-256: [0-9a-f]{64}/) != nil)
  }
}
