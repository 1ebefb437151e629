import Foundation
import Testing

/// Statements on submissions, by the command that makes them.
struct StatementTests {
  static let today = ["--today", "2009-04-01"]

  @Test(arguments: ["html", "markdown", "json"])
  func `the statement on a real agreement is as committed`(_ format: String) throws {
    let run = try RunConcordat(["statement", "examples/cumbria", "--format", format] + Self.today)
    #expect(run.status == 1)
    #expect(run.errors == "")
    try Golden(name: "statement-cumbria.\(format == "markdown" ? "md" : format)").expect(run.output)
  }

  @Test func `a digest is that of the file on disk, whatever its encoding, and that of the pack can be worked out`() throws {
    let scratch = try Scratch()
    let text = "kind: local-strategic-partnership\nid: together\ntitle: Caf\u{E9}\nauthority: cumbria\n"
    try scratch.write("utf-16.yaml", Data([0xFF, 0xFE]) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let run = try RunConcordat(["statement", "utf-16.yaml", "--format", "json"] + Self.today, in: scratch.folder)
    let sums = try RunConcordat.shell("sha256sum utf-16.yaml", in: scratch.folder).output
    let sum = try #require(sums.split(separator: " ").first)
    #expect(run.output.contains("\"sha256\": \"\(sum)\""))
    let pack = try RunConcordat.shell(
      "cd rules/england && find . -name '*.yaml' ! -name catalogue.yaml | sed 's|^\\./||' | LC_ALL=C sort | xargs sha256sum | sha256sum").output
    #expect(run.output.contains("\"sha256\": \"\(try #require(pack.split(separator: " ").first))\""))
  }

  @Test func `a provision is met, not met, not applicable or open by what its rules found`() throws {
    let statuses = try Self.statuses(["statement", "examples/two-tier-county", "--format", "json"] + Self.today)
    // A model to copy: no finding, so nothing is unmet or undecided, and what a person must judge is asked all the same.
    #expect(statuses.values.contains("met") && statuses.values.contains("needs_judgement"))
    #expect(!statuses.values.contains("not_met") && !statuses.values.contains("undecided"))
    #expect(statuses["lgpiha-2007/s105-3-b"] == "met")

    let early = try Self.statuses(["statement", "examples/two-tier-county", "--format", "json", "--as-of", "2001-01-01"] + Self.today)
    #expect(early["lgpiha-2007/s105-3-b"] == "not_applicable")

    let cumbria = try Self.statuses(["statement", "examples/cumbria", "--format", "json"] + Self.today)
    #expect(cumbria["lgpiha-2007/s107-2"] == "not_met")
    #expect(cumbria.values.contains("undecided"))
  }

  @Test func `the submissions of several authorities make an overview with a statement on each`() throws {
    let scratch = try Scratch()
    let output = scratch.folder.appending(path: "out/region").path
    let run = try RunConcordat(["statement", "examples/cumbria", "examples/halton", "--output", output] + Self.today)
    #expect(run.status == 1 && run.output == "" && run.errors == "")
    let files = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
    #expect(files == ["cumbria-county-council.html", "halton-council.html", "index.html"])
    let index = try String(contentsOfFile: output + "/index.html", encoding: .utf8)
    for file in files.dropLast() { #expect(index.contains("href=\"\(file)\"")) }
    let alone = try RunConcordat(["statement", "examples/cumbria", "examples/halton", "--format", "markdown"] + Self.today)
    try Golden(name: "statement-overview.md").expect(alone.output)
  }

  @Test func `nothing to state and what cannot be read end with 2`() throws {
    let scratch = try Scratch()
    let empty = try RunConcordat(["statement"], in: scratch.folder)
    #expect(empty.status == 2 && empty.output == "" && empty.errors.contains("there is no submission to state anything of"))
    try scratch.write("agreement.yaml", Sample.agreement)
    try scratch.link("gone.yaml", to: "nowhere")
    let partial = try RunConcordat(["statement", "--format", "json"], in: scratch.folder)
    #expect(partial.status == 2 && partial.errors.contains("the statement is not complete"))
    #expect(partial.output.contains("input/broken-link"))
  }

  @Test func `the JSON is of the committed schema`() throws {
    guard RunConcordat.hasPython(module: "jsonschema"), RunConcordat.hasPython(module: "yaml") else {
      print("skipped: python3 with jsonschema and PyYAML is not here, so no outside validator was asked")
      return
    }
    let script = RunConcordat.package.appending(path: "Tests/CommandTests/validate.py").path
    for paths in ["examples/cumbria", "examples/two-tier-county", "examples/cumbria examples/halton"] {
      let run = try RunConcordat.shell(
        "\"$CONCORDAT\" statement \(paths) --format json | python3 '\(script)' report schemas/statement.schema.json")
      #expect(run.status == 0, "\(run.output)")
    }
  }

  @Test func `outside judges find no fault in the page of a statement`() throws {
    let ready = try RunConcordat.shell("Scripts/check-html --ready")
    guard ready.status == 0 else {
      print("skipped: \(ready.output)")
      return
    }
    let run = try RunConcordat.shell("Scripts/check-html --quick Tests/CommandTests/Goldens/statement-cumbria.html")
    #expect(run.status == 0, "\(run.output)")
  }

  /// The status of each provision.
  private static func statuses(_ arguments: [String]) throws -> [String: String] {
    let run = try RunConcordat(arguments)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let points = try #require(object["provisions"] as? [[String: Any]])
    return Dictionary(
      points.compactMap { point in (point["provision"] as? String).flatMap { id in (point["status"] as? String).map { (id, $0) } } },
      uniquingKeysWith: { first, _ in first })
  }
}
