import Foundation
import Testing

/// `check --fix`, `--fix-all` and `--diff`, as they are run.
struct FixCommandTests {
  private static let head = "kind: local-area-agreement\nid: x\ntitle: T # the cover\nauthority: cambridgeshire\nstatus: draft\n"
  private static let before = head + "targets:\n  - id: a\n    scope: Local\n    indicator: N1 112 # from the minutes\n    values: {2008-09: 8.5%}\n"
  private static let safe = head + "targets:\n  - id: a\n    scope: local\n    indicator: N1 112 # from the minutes\n    unit: percent\n    values: {2008/09: 8.5}\n"
  private static let all = safe.replacing("N1 112", with: "NI 112")

  private func text(_ scratch: Scratch, _ path: String = "laa.yaml") throws -> String {
    String(decoding: try Data(contentsOf: scratch.folder.appending(path: path)), as: UTF8.self)
  }

  @Test func `safe fixes are written, the others are left, and doing it again changes nothing`() throws {
    let scratch = try Scratch()
    try scratch.write("laa.yaml", Self.before)
    let first = try RunConcordat(["check", "--fix", "laa.yaml"], in: scratch.folder)
    #expect(try text(scratch) == Self.safe)
    #expect(first.status == 1)
    #expect(first.output.contains("'N1 112' is not the number") && !first.output.contains("'Local'"))
    #expect(first.errors == "mended laa.yaml:\n  line 8: Write local\n  line 10: Write 2008/09\n  line 10: Write 8.5, and unit: percent on the target\n3 findings mended in 1 file\n")
    let second = try RunConcordat(["check", "--fix", "laa.yaml"], in: scratch.folder)
    #expect(try text(scratch) == Self.safe)
    #expect(second.errors == "" && second.output == first.output)
    #expect(try RunConcordat(["check", "--fix-all", "laa.yaml"], in: scratch.folder).errors.contains("line 9: Write NI 112"))
    #expect(try text(scratch) == Self.all)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["laa.yaml"])
  }

  @Test func `the preview is a patch that git applies, and writes nothing`() throws {
    let scratch = try Scratch()
    let odd = "a \"b\"/l\u{E9}\n.yaml"
    for (path, text) in [("laa.yaml", Self.before), (odd, Self.before.replacing("id: x", with: "id: y").replacing("\n", with: "\r\n"))] {
      try scratch.write(path, text)
    }
    try scratch.write("end.yaml", "kind: local-strategic-partnership\nid: z\ntitle: Z\nauthority: cambridgeshire\nlegal_form: Company")
    let run = try RunConcordat(["check", "--diff", "--fix-all"], in: scratch.folder)
    #expect(run.status == 1)
    #expect(try text(scratch) == Self.before)
    try scratch.write("p.patch", run.output)
    let applied = try RunConcordat.shell("git init -q . && git apply p.patch", in: scratch.folder)
    #expect(applied.status == 0, "\(applied.output)\n\(run.output)")
    #expect(try text(scratch) == Self.all)
    #expect(try text(scratch, odd) == Self.all.replacing("id: x", with: "id: y").replacing("\n", with: "\r\n"))
    #expect(try text(scratch, "end.yaml").hasSuffix("\nlegal_form: company"))
    #expect(run.output.contains("\\ No newline at end of file"))
    #expect(try RunConcordat(["check", "--diff", "--fix-all"], in: scratch.folder).output == "")
  }

  @Test func `the file behind a link is changed, with its mode, and what cannot be changed is said`() throws {
    let scratch = try Scratch()
    try scratch.write("real/laa.yaml", Self.before)
    try scratch.link("laa.yaml", to: "real/laa.yaml")
    let real = scratch.folder.appending(path: "real/laa.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    #expect(try RunConcordat(["check", "--fix", "laa.yaml"], in: scratch.folder).status == 1)
    #expect(try text(scratch, "real/laa.yaml") == Self.safe)
    #expect(try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.attributesOfItem(atPath: scratch.folder.appending(path: "laa.yaml").path)[.type] as? FileAttributeType == .typeSymbolicLink)

    try scratch.write("one.yaml", Self.before)
    try FileManager.default.linkItem(at: scratch.folder.appending(path: "one.yaml"), to: scratch.folder.appending(path: "two.txt"))
    let linked = try RunConcordat(["check", "--fix", "one.yaml"], in: scratch.folder)
    #expect(linked.status == 2)
    #expect(linked.errors == "error: one.yaml was not changed: it has a second name (a hard link), which would keep the old text\n")
    #expect(try text(scratch, "one.yaml") == Self.before)
    #expect(linked.output.contains("'Local'"))

    let piped = try RunConcordat(["check", "--fix", "-"], in: scratch.folder, input: Self.before)
    #expect(piped.status == 2 && piped.errors.contains("not with --watch, --changed-since or standard input"))
  }

  @Test func `a file saved by an old Windows program stays one`() throws {
    let scratch = try Scratch()
    let latin: (String) -> Data = { Data($0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) }
    try scratch.write("laa.yaml", latin("# \u{A3} caf\u{E9}\n" + Self.before))
    _ = try RunConcordat(["check", "--fix", "laa.yaml"], in: scratch.folder)
    #expect(try Data(contentsOf: scratch.folder.appending(path: "laa.yaml")) == latin("# \u{A3} caf\u{E9}\n" + Self.safe))
  }

  #if os(Linux)
    @Test func `what somebody else saves meanwhile is not lost`() throws {
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") else {
        return print("skipped: strace, which holds the program up at the right moment, is not installed")
      }
      let scratch = try Scratch()
      try scratch.write("laa.yaml", Self.before)
      // The new text is written and about to be synced when the other program saves.
      let line = "strace -f -qq -o trace -e trace=fsync -e inject=fsync:delay_enter=2000000 \"$CONCORDAT\" check --fix laa.yaml & for i in $(seq 200); do ls -l /proc/[0-9]*/fd 2>/dev/null | grep -q \"$PWD/#.*deleted\" && break; sleep 0.05; done; echo '# other' >> laa.yaml; wait $!; echo ended $?"
      let run = try RunConcordat.shell(line, in: scratch.folder)
      guard !run.output.contains("ptrace") else { return print("skipped: strace may not trace here") }
      #expect(run.output.contains("laa.yaml was not changed: somebody else changed it meanwhile\n"))
      #expect(run.output.hasSuffix("ended 2\n"))
      #expect(try text(scratch) == Self.before + "# other\n")
      #expect(try Set(FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)) == ["laa.yaml", "trace"])
    }

    @Test(arguments: ["fsync", "rename"]) func `when the system fails the file stays as it was`(_ call: String) throws {
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") else {
        return print("skipped: strace, which makes calls fail, is not installed")
      }
      let scratch = try Scratch()
      try scratch.write("laa.yaml", Self.before)
      let line = "strace -f -qq -o trace -e trace=\(call) -e inject=\(call):error=ENOSPC:when=1 \"$CONCORDAT\" check --fix laa.yaml; echo ended $?"
      let run = try RunConcordat.shell(line, in: scratch.folder)
      guard !run.output.contains("ptrace") else { return print("skipped: strace may not trace here") }
      #expect(run.output.contains("laa.yaml was not changed: no space is left"))
      #expect(run.output.hasSuffix("ended 2\n"))
      #expect(try text(scratch) == Self.before)
      #expect(try Set(FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)) == ["laa.yaml", "trace"])
    }
  #endif
}
