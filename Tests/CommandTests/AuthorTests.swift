import Foundation
import Testing

/// What authors of packs and of revisions have: new rules, the reference, the comparison of versions.
struct AuthorTests {
  @Test func `the template of a rule is a rule whose examples come out as they say`() throws {
    let scratch = try Scratch()
    let pack = scratch.folder.appending(path: "pack")
    try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
    _ = try scratch.write("pack/pack.yaml", "pack: mine\ntitle: Mine\nversion: 0.1.0\n")
    let made = try RunConcordat(["new-rule", "targets/baseline-too-old", "--in", "pack"], in: scratch.folder)
    #expect(made.status == 0)
    #expect(made.output == "pack/targets/baseline-too-old.yaml is written; change it, then run concordat test pack\n")
    let tested = try RunConcordat(["test", "pack"], in: scratch.folder)
    #expect(tested.status == 0)
    #expect(tested.output == "1 rule, 2 examples, 10 runs: all pass\n")

    let again = try RunConcordat(["new-rule", "targets/baseline-too-old", "--in", "pack"], in: scratch.folder)
    #expect(again.status == 2)
    #expect(again.errors.hasPrefix("error: pack/targets/baseline-too-old.yaml is there already"))
    for name in ["Bad", "a/b/c", "kinds/x", "../x", "a/"] {
      #expect(try RunConcordat(["new-rule", name, "--in", "pack"], in: scratch.folder).status == 2, "\(name)")
    }
    #expect(try RunConcordat(["new-rule", "a/b", "--in", "."], in: scratch.folder).status == 2)
  }

  @Test func `the reference is written, known to be fresh, and known to be stale`() throws {
    let scratch = try Scratch()
    let pack = RunConcordat.package.appending(path: "\(RunConcordat.fixtures)/village").path
    #expect(try RunConcordat(["reference", "a/b", "--check", "--pack", pack], in: scratch.folder).status == 1)
    #expect(try RunConcordat(["reference", "a/b", "--pack", pack], in: scratch.folder).status == 0)
    let fresh = try RunConcordat(["reference", "a/b", "--check", "--pack", pack], in: scratch.folder)
    #expect(fresh.status == 0 && fresh.output.hasSuffix("pages are fresh\n"))
    try Data("x".utf8).write(to: scratch.folder.appending(path: "a/b/README.md"))
    let stale = try RunConcordat(["reference", "a/b", "--check", "--pack", pack], in: scratch.folder)
    #expect(stale.output == "1 page is stale (README.md): run concordat reference a/b\n")
  }

  @Test func `two versions are compared in words, with the route for each change and what is missing`() throws {
    let run = try RunConcordat(["diff", "\(RunConcordat.fixtures)/versions/2008.yaml", "\(RunConcordat.fixtures)/versions/2009.yaml"])
    try Golden(name: "diff-versions.txt").expect(run.output)
    #expect(run.status == 1)
    let same = try RunConcordat(["diff", "\(RunConcordat.fixtures)/versions/2008.yaml", "\(RunConcordat.fixtures)/versions/2008.yaml"])
    #expect(same.status == 0 && same.output.contains("Nothing changed."))
  }
}

/// The committed reference of the pack for England.
struct ReferenceTests {
  @Test func `the reference is fresh`() throws {
    let run = try RunConcordat(["reference", "docs/reference", "--check"])
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func `no page of the reference is left over from a rule that is gone`() throws {
    let rules = try RunConcordat(["rules", "--format", "json"]).output
    let folder = RunConcordat.package.appending(path: "docs/reference")
    let pages = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for page in pages where page.contains("/") && page.hasSuffix(".md") && !page.hasPrefix("formats/") {
      #expect(rules.contains("\"\(page.dropLast(3))\""), "docs/reference/\(page) is of no rule: remove it")
    }
  }
}
