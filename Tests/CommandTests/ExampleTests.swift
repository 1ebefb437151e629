import Foundation
import Testing

/// What concordat says of the agreements under `examples/`, whole, in both formats: read these files when a rule changes.
struct ExampleTests {
  /// Each folder under `examples/`, as its golden files are named.
  static let examples = [
    "example-cumbria", "example-halton", "example-haringey", "example-lancashire", "example-two-tier-county",
  ]

  static var folders: [Substring] { examples.map { $0.dropFirst("example-".count) } }

  @Test(arguments: examples)
  func `an example is judged as its golden files say`(example: String) throws {
    let folder = example.dropFirst("example-".count)
    let text = try RunConcordat(["check", "examples/\(folder)", "--format", "text"])
    #expect(text.errors.isEmpty)
    try Golden(name: "\(example).txt").expect(text.output)
    let json = try RunConcordat(["check", "examples/\(folder)", "--format", "json", "--jobs", "2"])
    #expect(json.status == text.status)
    try Golden(name: "\(example).json").expect(json.output)
  }

  /// Agreements that are right or wrong by the day, and the days.
  static let twoDays = [
    ("two-days-county-durham", ["2009-03-31", "2009-04-01"]), ("two-days-central-bedfordshire", ["2009-03-10", "2009-04-01"]), ("two-days-leeds", ["2009-02-08", "2009-02-09"]),
    ("two-days-peterborough", ["2010-03-31", "2010-04-01", "2010-10-12", "2010-10-13", "2015-05-25", "2015-05-26"]),
  ]

  @Test(arguments: twoDays)
  func `one agreement has the answer of each day`(example: String, days: [String]) throws {
    let file = example.dropFirst("two-days-".count)
    var whole = ""
    var answers: Set<String> = []
    for day in days {
      let run = try RunConcordat(["check", "examples/two-days/\(file).yaml", "--as-of", day, "--format", "text"])
      #expect(run.errors.isEmpty)
      answers.insert(run.output)
      whole += "# As of \(day)\n\n\(run.output)\n"
    }
    #expect(answers.count >= days.count / 2 + 1, "the day makes no difference")
    try Golden(name: "\(example).txt").expect(whole)
  }

  @Test func `the county to copy from has no error, no warning and nothing undecided`() throws {
    let run = try RunConcordat(["check", "examples/two-tier-county", "--fail-on", "warning"])
    #expect(run.status == 0)
    #expect(!run.output.contains("error[") && !run.output.contains("warning[") && !run.output.contains("undecided"))
  }

  @Test func `the report is of the committed schema, and the county is of the printed one`() throws {
    guard RunConcordat.hasPython(module: "jsonschema"), RunConcordat.hasPython(module: "yaml") else {
      print("skipped: python3 with jsonschema and PyYAML is not here, so no outside validator was asked")
      return
    }
    let script = RunConcordat.package.appending(path: "Tests/CommandTests/validate.py").path
    for folder in Self.folders {
      let run = try RunConcordat.shell(
        "\"$CONCORDAT\" check examples/\(folder) --format json | python3 '\(script)' report schemas/report.schema.json")
      #expect(run.status == 0, "\(run.output)")
    }
    for (kind, files) in [
      ("local-area-agreement", "examples/two-tier-county/laa.yaml"),
      ("local-strategic-partnership", "examples/two-tier-county/lsp.yaml"),
      ("sustainable-community-strategy", "examples/two-tier-county/scs.yaml examples/two-tier-county/districts/*/scs.yaml"),
    ] {
      let run = try RunConcordat.shell("\"$CONCORDAT\" schema \(kind) | python3 '\(script)' documents \(files)")
      #expect(run.status == 0, "\(run.output)")
    }
  }
}

extension RunConcordat {
  /// Whether python3 is here with a module.
  static func hasPython(module: String) -> Bool {
    (try? shell("python3 -c 'import \(module)' 2>/dev/null").status) == 0
  }
}
