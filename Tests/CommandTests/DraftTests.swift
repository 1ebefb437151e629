import Foundation
import Testing

/// `concordat init`: drafts that can be read as they are.
struct DraftTests {
  private static let kinds = [
    "action-plan", "child-poverty-strategy", "community-safety-agreement", "economic-assessment", "joint-strategic-needs-assessment",
    "local-area-agreement", "local-development-document", "local-strategic-partnership", "memorandum", "multi-area-agreement",
    "partnership-plan", "pooled-fund", "revision-proposal", "scrutiny-report", "strategic-assessment", "sustainable-community-strategy",
  ]

  /// A county, a unitary council, a metropolitan district and a London borough; the kinds with most in them for each.
  private static let cases: [(authority: String, kinds: [String])] = [
    ("cambridgeshire", kinds), ("halton", ["local-area-agreement", "sustainable-community-strategy"]),
    ("manchester", ["local-area-agreement", "multi-area-agreement"]), ("haringey", ["local-area-agreement", "local-strategic-partnership"]),
  ]

  @Test(arguments: cases.indices) func `a draft of every kind has no fault of form`(_ index: Int) throws {
    let (authority, kinds) = Self.cases[index]
    let scratch = try Scratch()
    for kind in kinds {
      let run = try RunConcordat(["init", kind, authority, "--output", "\(kind).yaml"], in: scratch.folder)
      #expect(run.status == 0 && run.errors == "\(kind).yaml is written; concordat check \(kind).yaml says what is missing\n", "\(run.errors)")
    }
    let check = try RunConcordat(["check", "--format", "json", "--fail-on", "never"], in: scratch.folder)
    #expect(check.status == 0, "\(check.errors)")
    let faults = check.output.matches(of: /"rule": ?"((?:structure|syntax)\/[^"]*)"/).map(\.output.1)
    #expect(faults == [])
    #expect(check.output.contains("\"documents\": \(kinds.count),") || check.output.contains("\"documents\":\(kinds.count),"), "\(check.output.suffix(300))")
  }

  @Test func `the draft of an agreement is this`() throws {
    let run = try RunConcordat(["init", "local-area-agreement", "cambridgeshire"])
    try Golden(name: "init-laa-cambridgeshire.txt").expect(run.output)
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func `what is not known is said with what was meant, and no file is written over`() throws {
    let scratch = try Scratch()
    func errors(_ arguments: String...) throws -> String {
      let run = try RunConcordat(["init"] + arguments, in: scratch.folder)
      #expect(run.status == 2 && run.output == "")
      return run.errors
    }
    #expect(try errors("local-area-agrement", "halton") == "error: there is no kind of document 'local-area-agrement'\n  = help: Did you mean local-area-agreement?\n")
    #expect(try errors("memorandum", "haltn") == "error: 'haltn' is not an authority of the register\n  = help: Did you mean halton (Halton Council)?\n")
    #expect(try errors("memorandum", "Cambridgeshire County Council").contains("Did you mean cambridgeshire (Cambridgeshire County Council)?"))
    #expect(
      try errors("memorandum", "cheshire", "--on", "2010-01-01")
        == "error: Cheshire County Council did not exist on 2010-01-01: it is on the register through 2009-03-31\n  = help: Give another day with --on, or name cheshire-east, cheshire-west-and-chester\n")
    try scratch.write("laa.yaml", "mine\n")
    #expect(try errors("memorandum", "halton", "-o", "laa.yaml") == "error: laa.yaml is there already\n  = help: Choose another name\n")
    #expect(String(decoding: try Data(contentsOf: scratch.folder.appending(path: "laa.yaml")), as: UTF8.self) == "mine\n")
  }

  @Test func `the day decides which bodies there are and which years`() throws {
    let early = try RunConcordat(["init", "local-area-agreement", "cambridgeshire", "--on", "2008-04-01"]).output
    let late = try RunConcordat(["init", "local-area-agreement", "cambridgeshire", "--on", "2010-05-01", "--schema", "../s.json"]).output
    #expect(early.contains("body: national-learning-and-skills-council,") && !late.contains("national-learning-and-skills-council"))
    #expect(late.contains("body: national-homes-and-communities-agency,") && !early.contains("national-homes-and-communities-agency"))
    #expect(late.contains("id: cambridgeshire-laa-2010\n") && late.hasPrefix("# yaml-language-server: $schema=../s.json\n"))
  }
}
