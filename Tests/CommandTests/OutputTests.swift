import Foundation
import Testing

/// What becomes of a report on its way out.
struct OutputTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("agreement.yaml", Sample.agreement)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full, a disk that is always full"),
    arguments: ["check", "check --format json", "--version", "--help", "rules", "explain ST017", "schema local-area-agreement"])
  func `a full disk is no success`(_ arguments: String) throws {
    let run = try RunConcordat.shell("concordat \(arguments) >/dev/full", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output == "error: could not write the report: no space is left\n")
  }

  @Test func `a closed standard output is no success`() throws {
    let run = try RunConcordat.shell("concordat check agreement.yaml >&-", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output == "error: could not write the report: it is closed\n")
  }

  @Test func `closed standard input and error harm nothing`() throws {
    let input = try RunConcordat.shell("concordat check - <&-", in: scratch.folder)
    #expect(input.status == 2)
    #expect(input.output.contains("error[input/unreadable]: the file cannot be read: it is closed"))
    let error = try RunConcordat.shell("concordat check agreement.yaml 2>&- >/dev/null", in: scratch.folder)
    #expect(error.status == 1)
    #expect(error.output == "")
    let file = try String(contentsOf: scratch.folder.appending(path: "agreement.yaml"), encoding: .utf8)
    #expect(file == Sample.agreement)
  }

  @Test func `a reader that goes away is no fault`() throws {
    let copies = (0..<300).map { Sample.agreement.replacingOccurrences(of: "-2008\n", with: "-\($0)\n") }
    try scratch.write("many.yaml", copies.joined(separator: "---\n"))
    let run = try RunConcordat.shell(
      "{ concordat check many.yaml; echo \"ended with $?\" >&2; } | head -n 1", in: scratch.folder)
    #expect(run.output.contains("ended with 1\n"))
    #expect(run.output.split(separator: "\n").count == 2)
  }

  @Test func `standard output holds the report and nothing else`() throws {
    let run = try RunConcordat(["check", "--format", "json", ".", "nowhere"], in: scratch.folder)
    #expect(run.status == 2)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(report["version"] as? Int == 1)
    #expect(run.errors == "error: 1 path could not be read, so the check is not complete\n")
  }

  @Test func `the rules are a stable list for programs`() throws {
    let run = try RunConcordat(["rules", "--format", "json"])
    let rules = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids.count == rules.count)
    #expect(ids == ids.sorted())
    #expect(ids.contains("statutory/relates-to-without-consent"))
  }

  @Test func `the schema is JSON that names the kind`() throws {
    let run = try RunConcordat(["schema", "local-area-agreement"])
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(properties["kind"]?["enum"] as? [String] == ["local-area-agreement"])
    #expect(schema["required"] as? [String] == ["kind", "id", "title", "authority", "status"])
  }

  @Test func `standard input is checked like a named file`() throws {
    let run = try RunConcordat(["check", "-"], input: Sample.agreement)
    #expect(run.status == 1)
    #expect(run.output.contains(" <stdin>:"))
  }

  /// Colour by option, environment and where the output goes.
  struct Colour: Sendable, CustomTestStringConvertible {
    var option: String?
    var environment: [String: String]
    var terminal: Bool
    var isColoured: Bool

    var testDescription: String { "\(option ?? "no option") \(environment) terminal: \(terminal)" }
  }

  static let colours: [Colour] = {
    let off: [[String: String]] = [["NO_COLOR": "1"], ["NO_COLOR": "0"], ["NO_COLOR": "1", "FORCE_COLOR": "1"]]
    let on: [[String: String]] = [["FORCE_COLOR": "1"], ["CLICOLOR_FORCE": "1"], ["FORCE_COLOR": "1", "TERM": "dumb"]]
    let plain: [[String: String]] = [[:], ["NO_COLOR": ""], ["FORCE_COLOR": "0"], ["CLICOLOR_FORCE": ""]]
    var cases: [Colour] = []
    for terminal in [false, true] {
      cases += off.map { Colour(option: nil, environment: $0, terminal: terminal, isColoured: false) }
      cases += on.map { Colour(option: nil, environment: $0, terminal: terminal, isColoured: true) }
      cases += plain.map { Colour(option: nil, environment: $0, terminal: terminal, isColoured: terminal) }
      cases.append(Colour(option: nil, environment: ["TERM": "dumb"], terminal: terminal, isColoured: false))
      cases.append(Colour(option: "--color=never", environment: ["FORCE_COLOR": "1"], terminal: terminal, isColoured: false))
      cases.append(Colour(option: "--colour=always", environment: ["NO_COLOR": "1"], terminal: terminal, isColoured: true))
      cases.append(Colour(option: "--color=auto", environment: [:], terminal: terminal, isColoured: terminal))
    }
    return cases
  }()

  @Test(arguments: colours) func `colour is the reader's choice`(_ specimen: Colour) throws {
    let arguments = ["check", "agreement.yaml"] + (specimen.option.map { [$0] } ?? [])
    let run = try RunConcordat(
      arguments, in: scratch.folder, environment: specimen.environment, terminal: specimen.terminal)
    #expect(run.output.contains("error"))
    #expect(run.output.contains("\u{1B}[") == specimen.isColoured)
  }

  @Test(arguments: [
    ("C.UTF-8", "xterm", true), ("en_GB.utf8", "xterm", true), ("C", "xterm", false), ("en_GB.ISO-8859-1", "xterm", false),
    ("C.UTF-8", "dumb", false),
  ]) func `drawing signs are those that the terminal can show`(_ locale: String, _ terminal: String, _ isUnicode: Bool) throws {
    let run = try RunConcordat(
      ["check", "agreement.yaml"], in: scratch.folder, environment: ["LC_ALL": locale, "TERM": terminal])
    #expect(run.output.contains("┌─") == isUnicode)
    #expect(run.output.contains("-->") != isUnicode)
  }

  @Test func `JSON is never coloured`() throws {
    let run = try RunConcordat(["check", "--format", "json", "--color", "always"], in: scratch.folder)
    #expect(!run.output.contains("\u{1B}"))
  }
}
