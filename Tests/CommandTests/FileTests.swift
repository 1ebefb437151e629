import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Which files are read, and what is said of those that are not.
struct FileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// What a report says: the rule and the file of each finding that comes from reading.
  private func findings(_ run: RunConcordat) throws -> [String] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    return diagnostics.compactMap { finding in
      guard let rule = finding["rule"] as? String, let file = finding["file"] as? String else { return nil }
      return ["input/", "syntax/"].contains { rule.hasPrefix($0) } || rule == "structure/unknown-kind" ? "\(file) \(rule)" : nil
    }
  }

  private func check(_ paths: [String]) throws -> (run: RunConcordat, findings: [String]) {
    let run = try RunConcordat(["check", "--format", "json"] + paths, in: scratch.folder)
    return (run, try findings(run))
  }

  @Test func `one bad file does not hide the others`() throws {
    try scratch.write("all/good.yaml", Sample.agreement)
    try scratch.write("all/empty.yaml", "")
    try scratch.write("all/other.yml", "name: somebody else's\n")
    try scratch.write("all/latin.yaml", Data("kind: local-area-agreement\ntitle: caf".utf8) + [0xE9, 0x0A])
    try scratch.link("all/dangling.yaml", to: "nowhere")
    mkfifo(scratch.folder.appending(path: "all/pipe.yaml").path, 0o644)
    let (run, findings) = try check(["all"])
    #expect(
      findings == [
        "all/dangling.yaml input/broken-link", "all/latin.yaml syntax/legacy-encoding", "all/pipe.yaml input/not-a-file",
      ])
    #expect(run.output.contains(#""document": "huntingdonshire-laa-2008""#))
    #expect(run.status == 2)
  }

  @Test func `a file that may not be read is told of`() throws {
    guard geteuid() != 0 else {
      print("skipped: everything may be read by root")
      return
    }
    try scratch.write("good.yaml", Sample.agreement)
    let locked = try scratch.write("locked.yaml", Sample.agreement)
    try scratch.write("closed/inner.yaml", Sample.agreement)
    chmod(locked.path, 0)
    chmod(scratch.folder.appending(path: "closed").path, 0)
    defer { chmod(scratch.folder.appending(path: "closed").path, 0o755) }
    let (run, findings) = try check(["."])
    #expect(findings == ["closed input/unreadable-folder", "locked.yaml input/unreadable"])
    #expect(run.status == 2)
  }

  @Test func `a named file is ours, whatever it is called; a file of a folder is ours if it says so`() throws {
    try scratch.write("folder/other.yaml", "name: somebody else's\n")
    try scratch.write("folder/agreement.txt", Sample.agreement)
    try scratch.write("folder/good.YAML", Sample.agreement)
    #expect(try check(["folder"]).findings == [])
    let named = try check(["folder", "folder/other.yaml"])
    #expect(named.findings == ["folder/other.yaml structure/unknown-kind"])
    let text = try check(["folder/agreement.txt"])
    #expect(text.run.output.contains(#""file": "folder/agreement.txt""#))
  }

  @Test func `a folder is walked without hidden names and without links to folders`() throws {
    let count = { (text: String) in text.components(separatedBy: #""id": "alignment/district-cannot-own-laa""#).count - 1 }
    try scratch.write("a/b/c/good.yml", Sample.agreement)
    for hidden in [".git/x.yaml", "a/.hidden/x.yaml", "a/.#good.yaml", "a/._good.yaml"] {
      try scratch.write(hidden, Sample.agreement)
    }
    try scratch.link("a/b/up", to: "..")
    try scratch.link("a/root", to: "/")
    try scratch.link("a/same.yaml", to: "b/c/good.yml")
    let run = try RunConcordat(["check", "--format", "json"], in: scratch.folder)
    #expect(run.output.contains(#""files": 1,"#))
    #expect(run.output.contains(#""file": "a/b/c/good.yml""#))
    #expect(count(run.output) <= 1)
    // A link that is named is followed.
    try scratch.link("link", to: "a/b")
    let named = try RunConcordat(["check", "--format", "json", "link"], in: scratch.folder)
    #expect(named.output.contains(#""file": "link/c/good.yml""#))
  }

  @Test func `paths are shown from the folder of the run`() throws {
    let agreement = try scratch.write("a/good.yaml", Sample.agreement)
    for path in ["a", "./a/", "a//./good.yaml", agreement.resolvingSymlinksInPath().path] {
      let run = try RunConcordat(["check", path], in: scratch.folder.resolvingSymlinksInPath())
      #expect(run.output.contains("┌─ a/good.yaml:"), "\(path)")
    }
    let inner = try RunConcordat(["check", ".."], in: try { try scratch.write("a/b/x", ""); return scratch.folder.appending(path: "a/b") }())
    #expect(inner.output.contains("┌─ ../good.yaml:"))
  }

  @Test func `names that are not text are read and spelt out`() throws {
    try scratch.write("good.yaml", Sample.agreement)
    // 0xFF is no UTF-8, and the other is an escape character.
    let made = try RunConcordat.shell(
      #"mkdir d && cp good.yaml "$(printf 'd/\377\033.yaml')" && concordat check d && concordat check d/*"#,
      in: scratch.folder)
    #expect(made.output.contains(#"┌─ d/\x{FF}\u{1B}.yaml:"#))
    let named = try RunConcordat.shell("concordat check d/*", in: scratch.folder)
    #expect(named.output.contains(#"┌─ d/\x{FF}\u{1B}.yaml:"#))
    #expect(named.status == 1)
  }

  @Test func `what is no file is refused without waiting`() throws {
    mkfifo(scratch.folder.appending(path: "pipe").path, 0o644)
    try scratch.link("loop", to: "loop")
    try scratch.write("file", "text")
    let (run, findings) = try check(["pipe", "/dev/null", "loop", "file/inner", "nowhere", ""])
    #expect(run.status == 2)
    #expect(
      Set(findings) == [
        "pipe input/not-a-file", "/dev/null input/not-a-file", "loop input/unreadable", "file/inner input/missing",
        "nowhere input/missing", ". input/missing",
      ])
  }

  @Test func `a misspelt path is put right`() throws {
    try scratch.write("agreements/good.yaml", Sample.agreement)
    let run = try RunConcordat(["check", "agreemnts"], in: scratch.folder)
    #expect(run.output.contains("= help: Did you mean agreements?"))
  }

  @Test func `a file at the limit of size is read and one above is refused`() throws {
    let limit = 8 << 20
    let head = Data((Sample.agreement + "# ").utf8)
    try scratch.write("limit.yaml", head + Data(repeating: UInt8(ascii: "x"), count: limit - head.count))
    try scratch.write("above.yaml", head + Data(repeating: UInt8(ascii: "x"), count: limit + 1 - head.count))
    let (run, findings) = try check(["."])
    #expect(findings == ["above.yaml input/too-large"])
    #expect(run.output.contains("the file is of 8.1 MiB, and none above 8 MiB is read"))
    #expect(run.output.contains(#""files": 1,"#))
  }

  @Test func `a file that the system makes up is read to its end`() throws {
    guard FileManager.default.fileExists(atPath: "/proc/self/status") else {
      print("skipped: there is no /proc")
      return
    }
    // Its size is given as 0.
    let run = try RunConcordat(["check", "/proc/self/status"])
    #expect(run.output.contains("structure/unknown-kind"))
  }

  @Test(arguments: ["text", "json"])
  func `the report is the same for any number of threads`(_ format: String) throws {
    for number in 1...40 {
      try scratch.write("\(number)/agreement.yaml", Sample.agreement.replacingOccurrences(of: "2008\n", with: "\(number)\n"))
    }
    let one = try RunConcordat(["check", "--format", format, "--jobs", "1"], in: scratch.folder)
    let two = try RunConcordat(["check", "--format", format, "--jobs", "2"], in: scratch.folder)
    let many = try RunConcordat(["check", "--format", format, "--jobs", "9", "9", ".", "4/agreement.yaml"], in: scratch.folder)
    #expect(one.status == 1)
    #expect(one.output == two.output)
    #expect(one.output == many.output)
  }
}
