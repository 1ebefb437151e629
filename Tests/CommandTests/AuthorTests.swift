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

  @Test func `a broken rule file takes no other down`() throws {
    let scratch = try Scratch()
    let village = RunConcordat.package.appending(path: "\(RunConcordat.fixtures)/village")
    try FileManager.default.copyItem(at: village, to: scratch.folder.appending(path: "village"))
    let rule = try String(contentsOf: village.appending(path: "manners/short-title.yaml"), encoding: .utf8)
    let broken = rule.replacingOccurrences(of: "manners/short-title", with: "manners/broken")
      .replacingOccurrences(of: "size(document.title)", with: "size(document.titel)")
    try scratch.write("village/manners/broken.yaml", broken)
    let run = try RunConcordat(["test", "village"], in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output == "1 rule, 3 examples, 15 runs: all pass\n")
    #expect(run.errors.contains("village/manners/broken.yaml:11:24") && run.errors.contains("did you mean 'title'?"))
    // A fault inside the examples of a file shows here, and stops no check.
    try scratch.write("village/manners/broken.yaml", rule.replacingOccurrences(of: "manners/short-title", with: "manners/broken")
      .replacingOccurrences(of: "verdict: passes", with: "verdict: perhaps"))
    let tested = try RunConcordat(["test", "village"], in: scratch.folder)
    #expect(tested.status == 2 && tested.errors.contains("verdict cannot be 'perhaps'"))
    try scratch.write("lsp.yaml", Sample.partnership)
    let checked = try RunConcordat(["check", "--pack", "village", "lsp.yaml", "--fail-on", "never"], in: scratch.folder)
    #expect(checked.status == 0 && checked.errors.isEmpty)
  }

  @Test func `what a change of rules does to findings is told from git`() throws {
    guard (try? RunConcordat.shell("python3 --version && git --version").status) == 0 else {
      print("skipped: python3 or git is not here, so Scripts/findings-diff was not run")
      return
    }
    let scratch = try Scratch()
    let package = RunConcordat.package
    for (from, to) in [("\(RunConcordat.fixtures)/village", "rules/england"), ("Scripts/findings-diff", "Scripts/findings-diff")] {
      let target = scratch.folder.appending(path: to)
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: package.appending(path: from), to: target)
    }
    try scratch.write("examples/a/laa.yaml", "kind: local-area-agreement\nid: a\ntitle: LAA\napproved: 2008-06-30\n")
    let git = "git -c user.name=Nobody -c user.email=nobody@example.org"
    #expect(try RunConcordat.shell("git init -q && git add . && \(git) commit -qm first", in: scratch.folder).status == 0)
    let same = try RunConcordat.shell("Scripts/findings-diff", in: scratch.folder)
    #expect(same.status == 0 && same.output == "1 folders against HEAD: 0 findings gained, 0 lost\n", "\(same.output)")
    let rule = scratch.folder.appending(path: "rules/england/manners/short-title.yaml")
    let text = try String(contentsOf: rule, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "fewer than five letters\"", with: "less than five letters\"").utf8).write(to: rule)
    let changed = try RunConcordat.shell("Scripts/findings-diff HEAD", in: scratch.folder)
    #expect(changed.status == 1)
    #expect(
      changed.output == """
        examples/a: 1 gained, 1 lost
          - warning[manners/short-title] examples/a/laa.yaml:3
              the title 'LAA' has fewer than five letters
              help: Write the title in full
          + warning[manners/short-title] examples/a/laa.yaml:3
              the title 'LAA' has less than five letters
              help: Write the title in full
        1 folders against HEAD: 1 findings gained, 1 lost

        """, "\(changed.output)")
    #expect(try RunConcordat.shell("Scripts/findings-diff no-such-commit", in: scratch.folder).status == 2)
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
