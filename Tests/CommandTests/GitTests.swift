import Foundation
import Testing

/// What is asked of git, and what is done as git does it.
@Suite(.enabled(if: Tool.exists("git"), "needs git"))
struct GitTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @discardableResult
  private func git(_ line: String) throws -> String {
    let settings = "-c user.name=A -c user.email=a@example.org -c init.defaultBranch=main -c core.hooksPath=/dev/null"
    let run = try RunConcordat.shell("git() { command git \(settings) \"$@\"; }; \(line)", in: scratch.folder)
    #expect(run.status == 0, "\(line): \(run.output)")
    return run.output
  }

  private func check(_ arguments: [String], in folder: String = ".", environment: [String: String] = [:]) throws -> RunConcordat {
    try RunConcordat(
      ["check", "--today", "2008-06-30"] + arguments, in: scratch.folder.appending(path: folder), environment: environment)
  }

  /// The documents that a run shows findings of.
  private func files(_ run: RunConcordat) -> Set<String> {
    Set(run.output.matches(of: /┌─ ([^:\n]+):/).map { String($0.1) })
  }

  // MARK: What changed

  private static func strategy(_ authority: String, _ title: String) -> String {
    """
    kind: sustainable-community-strategy
    id: \(authority)-scs
    title: \(title)
    authority: \(authority)
    adopted: soon

    """
  }

  private static let county = """
    kind: local-area-agreement
    id: cambridgeshire-laa
    title: Agreement
    authority: cambridgeshire
    status: draft
    period: {from: 2008-04-01, through: 2011-03-31}
    regard: {strategies: [cambridgeshire-scs]}

    """

  private func repository() throws {
    try scratch.write("laa.yaml", Self.county)
    try scratch.write("scs/county.yaml", Self.strategy("cambridgeshire", "Vision"))
    try scratch.write("scs/hunts.yaml", Self.strategy("huntingdonshire", "Growing"))
    try scratch.write("far/essex.yaml", Self.strategy("essex", "Essex"))
    try git("git init -q && git add . && git commit -qm first && git checkout -qb work")
  }

  @Test func `what the work touched is shown, and the documents that were compared with it`() throws {
    try repository()
    let nothing = try check(["--changed-since", "main"])
    #expect(files(nothing) == [])
    #expect(nothing.status == 0)
    #expect(nothing.output.contains("only what the work since main touched is shown, in 0 changed files; "))

    try scratch.write("scs/county.yaml", Self.strategy("cambridgeshire", "Another vision"))
    let saved = try check(["--changed-since", "main"])
    #expect(files(saved).isSuperset(of: ["scs/county.yaml", "laa.yaml"]), "\(saved.output)")
    #expect(!files(saved).contains("far/essex.yaml"))

    try git("git commit -qam second")
    #expect(files(try check(["--changed-since", "main"])) == files(saved))
    #expect(files(try check(["--changed-since", "HEAD~1"])) == files(saved))
    #expect(files(try check(["--changed-since", "HEAD"])) == [])

    try scratch.write("far/new.yaml", Self.strategy("norfolk", "New"))
    #expect(files(try check(["--changed-since", "HEAD"])) == ["far/new.yaml"])
    #expect(files(try check(["--changed-since", "HEAD"], in: "far")) == ["new.yaml"])
  }

  @Test func `what others did since on the other branch is no change of ours`() throws {
    try repository()
    try git("git checkout -q main")
    try scratch.write("far/essex.yaml", Self.strategy("essex", "Changed there"))
    try git("git commit -qam theirs && git checkout -q work")
    #expect(files(try check(["--changed-since", "main"])) == [])
  }

  @Test func `a name with a line break or a quote is a name`() throws {
    try repository()
    try scratch.write("far/new \"one\"\nline.yaml", Self.strategy("norfolk", "New"))
    let run = try check(["--changed-since", "HEAD"])
    #expect(run.output.contains("in 1 changed file"), "\(run.output)")
    #expect(run.output.contains("error[") || run.output.contains("warning[") || run.output.contains("advice["))
  }

  @Test func `without git, a repository or a commit it says so`() throws {
    try scratch.write("a.yaml", Sample.agreement)
    let none = try check(["--changed-since", "main"])
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("error: this folder is in no git repository, and --changed-since needs one\n"))
    try git("git init -q")
    for revision in ["main", "nowhere", "--output=x", "a b"] {
      let unknown = try check(["--changed-since=\(revision)"])
      #expect(unknown.status == 2)
      #expect(unknown.errors.hasPrefix("error: there is no commit '\(revision)' in the repository\n"), "\(unknown.errors)")
    }
    try git("git add . && git commit -qm first")
    try git("git checkout -q --orphan other && git commit -qm other")
    let apart = try check(["--changed-since", "main"])
    #expect(apart.errors.hasPrefix("error: 'main' and what is checked out have no commit in common\n"))
    let missing = try check(["--changed-since", "main"], environment: ["PATH": scratch.folder.path])
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("error: git is not to be found, and --changed-since needs it\n"))
  }

  @Test func `settings of the repository start no program`() throws {
    try repository()
    let mark = scratch.folder.appending(path: "started").path
    try git("git config diff.external 'touch \(mark) #' && git config core.fsmonitor 'touch \(mark) #'")
    try scratch.write("scs/county.yaml", Self.strategy("cambridgeshire", "Another vision"))
    #expect(try check(["--changed-since", "main"]).status != 2)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  // MARK: What git ignores

  /// Patterns of every form that gitignore(5) has, each tried on the same files.
  private static let patterns = [
    "a.yaml", "/a.yaml", "b/a.yaml", "/b/", "b/", "b", "*.yaml", "/*.yaml", "**/c", "**/c/a.yaml", "b/**", "/b/**", "b/**/a.yaml",
    "**/b/**/a.yaml", "?.yaml", "[ab].yaml", "[!a].yaml", "[^a].yaml", "[a-b].yaml", "[]a].yaml", "[[:alpha:]].yaml", "[a", "a[",
    "[[:nope:]].yaml", "\\a.yaml", "a\\.yaml", "a.yaml\\", "a.yaml ", "a.yaml\\ ", "# a.yaml", "\\#a.yaml", "\\!a.yaml", "*\n!a.yaml",
    "b\n!b/a.yaml", "/b/*\n!/b/c", "**", "*", "**/", "/", "//", "a.yaml/", "a**l", "b/c", "c/a.yaml", "*/a.yaml", "*/*/a.yaml",
    "b*", "*b*/", "!a.yaml", "a.yaml\r", "\u{FEFF}a.yaml", " a.yaml", "x y.yaml", "[a-", "[\\]a].yaml", "[a\\-z].yaml", "b/?/a.yaml",
    "b?c/a.yaml", "b/[/]c", "*a*.y*l", "***", "b/***/a.yaml", "foo**/a.yaml", "**foo", "[--b].yaml", "[z-a].yaml", "",
  ]
  private static let names = [
    "a.yaml", "b.yaml", "x y.yaml", "#a.yaml", "!a.yaml", "].yaml", "ab.yaml", "a.yaml ", " a.yaml", "b/a.yaml", "b/c/a.yaml", "b/c/d/a.yaml",
    "b/b.yaml", "c/a.yaml", "c/b/a.yaml", "foo/a.yaml", "foobar/a.yaml", "é.yaml", "-.yaml", "A.yaml",
  ].filter { $0.hasSuffix(".yaml") }

  @Test func `the patterns of .gitignore leave out what git leaves out`() throws {
    try git("git init -q")
    var expected: [String] = []
    for (index, pattern) in Self.patterns.enumerated() {
      try scratch.write("t\(index)/.gitignore", pattern + "\n")
      for name in Self.names { try scratch.write("t\(index)/\(name)", "x: 1\n") }
      expected += Self.names.map { "t\(index)/\($0)" }
    }
    // Nearer files count before those above, and what a folder leaves out nobody below brings back.
    try scratch.write("near/.gitignore", "*.yaml\nshut/\n")
    try scratch.write("near/in/.gitignore", "!a.yaml\n")
    try scratch.write("near/shut/.gitignore", "!a.yaml\n")
    for name in ["near/a.yaml", "near/in/a.yaml", "near/in/b.yaml", "near/shut/a.yaml"] { try scratch.write(name, "x: 1\n") }
    expected += ["near/a.yaml", "near/in/a.yaml", "near/in/b.yaml", "near/shut/a.yaml"]
    try scratch.write("list", expected.joined(separator: "\0") + "\0")
    let ignored = Set(try git("git check-ignore --no-index -z --stdin < list || true").split(separator: "\0").map(String.init))
    let run = try RunConcordat(["config", "--files", "--format", "json"], in: scratch.folder)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let read = Set(try #require(object["read"] as? [String]))
    #expect(!ignored.isEmpty && !read.isEmpty)
    for path in expected {
      let index = path.dropFirst().prefix { $0 != "/" }
      let pattern = Int(index).map { Self.patterns[$0] } ?? ""
      #expect(read.contains(path) != ignored.contains(path), "\(path.debugDescription) by \(pattern.debugDescription)")
    }
    let all = try RunConcordat(["config", "--files", "--format", "json", "--no-ignore"], in: scratch.folder)
    let everything = try #require(try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [String: Any])
    #expect(Set(everything["read"] as? [String] ?? []) == Set(expected))
  }

  @Test func `ignored files are read when they are named, and a run of nothing else says why`() throws {
    try git("git init -q")
    try scratch.write(".gitignore", "/out/\n")
    try scratch.write("out/a.yaml", Sample.agreement)
    let none = try check([])
    #expect(none.status == 2)
    #expect(
      none.errors == """
        error: nothing to check: what is in this folder is not read; out/, for one, is left out by .gitignore
          = help: Name the files themselves, or give --no-ignore

        """)
    #expect(files(try check(["out/a.yaml"])) == ["out/a.yaml"])
    #expect(files(try check(["out"])) == ["out/a.yaml"])
    #expect(files(try check(["--no-ignore"])) == ["out/a.yaml"])
    // Outside a repository, the file is somebody else's.
    try FileManager.default.removeItem(at: scratch.folder.appending(path: ".git"))
    #expect(files(try check([])) == ["out/a.yaml"])
  }
}
