import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@testable import concordat

/// Folders that somebody prepared, or that change while they are read.
struct HostileFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Each finding that comes from reading: its file and its rule.
  private func findings(_ output: String) throws -> [String] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    return diagnostics.compactMap { finding in
      guard let rule = finding["rule"] as? String, let file = finding["file"] as? String, rule.hasPrefix("input/") else { return nil }
      return "\(file) \(rule)"
    }
  }

  @Test func `each thing that is no file is told of once, and the files are checked`() throws {
    try scratch.write("all/good.yaml", Sample.agreement)
    try scratch.write("all/folder.yaml/inner.yaml", "name: somebody else's\n")
    try scratch.link("all/round", to: ".")
    try scratch.link("all/up.yaml", to: "..")
    try scratch.link("all/self.yaml", to: "self.yaml")
    try scratch.link("all/ping.yaml", to: "pong.yaml")
    try scratch.link("all/pong.yaml", to: "ping.yaml")
    try scratch.link("all/zero.yaml", to: "/dev/zero")
    try scratch.link("all/gone.yaml", to: "nowhere")
    mkfifo(scratch.folder.appending(path: "all/pipe.yaml").path, 0o644)
    try scratch.write("all/sparse.yaml", "")
    truncate(scratch.folder.appending(path: "all/sparse.yaml").path, 3 << 30)
    let run = try RunConcordat(["check", "--format", "json", "all"], in: scratch.folder)
    #expect(run.status == 2)
    #expect(
      try findings(run.output) == [
        "all/gone.yaml input/broken-link", "all/ping.yaml input/unreadable", "all/pipe.yaml input/not-a-file",
        "all/pong.yaml input/unreadable", "all/self.yaml input/unreadable", "all/sparse.yaml input/too-large",
        "all/zero.yaml input/not-a-file",
      ])
    #expect(run.output.contains(#""document": "huntingdonshire-laa-2008""#))
    #expect(run.output.contains("the file cannot be read: the links lead round in a circle"))
    #expect(run.errors == "error: 7 paths could not be read, so the check is not complete\n")
  }

  @Test func `what may not be read is told of once`() throws {
    guard let user = try Unprivileged.prefix() else {
      print("skipped: this user has all rights and there is no setpriv to give them up")
      return
    }
    try scratch.write("all/good.yaml", Sample.agreement)
    try scratch.write("all/locked.yaml", Sample.agreement)
    try scratch.write("all/closed/inner.yaml", Sample.agreement)
    let run = try RunConcordat.shell(
      "chmod 000 all/locked.yaml all/closed; \(user) check --format json all 2>errors; code=$?; chmod 755 all/closed; exit $code", in: scratch.folder)
    #expect(run.status == 2)
    #expect(try findings(run.output) == ["all/closed input/unreadable-folder", "all/locked.yaml input/unreadable"])
    #expect(run.output.contains(#""document": "huntingdonshire-laa-2008""#))
  }

  // MARK: Between finding and reading

  /// What is read of a folder after `change` was made to what was found in it.
  private func read(_ change: (String) throws -> Void) async throws -> (texts: [Int], rules: [String]) {
    let file = try scratch.write("d/x.yaml", Sample.agreement)
    try scratch.write("d/y.yaml", "kind: y\n")
    let search = FileSearch([BytePath(Array(scratch.folder.appending(path: "d").path.utf8))])
    #expect(search.found.count == 2)
    try change(file.path)
    let loaded = await FileLoader(jobs: 2).load(search.found)
    return (loaded.files.map { $0.file.bytes.count }, loaded.faults.map(\.rule))
  }

  @Test func `a file that changes after it was found is read as it is then, or told of`() async throws {
    let gone = try await read { try FileManager.default.removeItem(atPath: $0) }
    #expect(gone.texts == [8])
    #expect(gone.rules == ["input/vanished"])
    let pipe = try await read {
      try FileManager.default.removeItem(atPath: $0)
      mkfifo($0, 0o600)
    }
    #expect(pipe.rules == ["input/not-a-file"])
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "d/x.yaml"))
    let shrunk = try await read { truncate($0, 3) }
    #expect(shrunk.texts == [3, 8])
    let grown = try await read { truncate($0, 8 << 20) }
    #expect(grown.texts == [8 << 20, 8])
    #expect(grown.rules == [])
    let grownTooFar = try await read { truncate($0, 8 << 20 + 1) }
    #expect(grownTooFar.rules == ["input/too-large"])
    let folder = try await read {
      try FileManager.default.removeItem(atPath: $0)
      mkdir($0, 0o700)
    }
    #expect(folder.rules == ["input/not-a-file"])
  }

  @Test func `files that others write meanwhile never end in more than a finding`() throws {
    for number in 0..<20 { try scratch.write("d/\(number).yaml", Sample.agreement) }
    let writer = try RunConcordat.shellInBackground(
      """
      while [ ! -e stop ]; do
        for n in 1 2 3 4 5; do cat d/0.yaml >> d/$n.yaml; done
        rm -f d/6.yaml d/7.yaml; mkdir d/6.yaml; mkfifo d/7.yaml; : > d/8.yaml; mv d/9.yaml d/10.yaml
        rm -rf d/6.yaml d/7.yaml; for n in 1 2 3 4 5 6 7 8 9; do cp d/0.yaml d/new; mv d/new d/$n.yaml; done
      done
      """, in: scratch.folder)
    for _ in 0..<3 {
      let run = try RunConcordat(["check", "--format", "json", "d"], in: scratch.folder)
      #expect([1, 2].contains(run.status), "\(run.errors)")
      let seen = try findings(run.output)
      #expect(Set(seen).count == seen.count)
      // A folder may go between its listing and its reading, too.
      let expected = ["input/vanished", "input/not-a-file", "input/unreadable-folder"]
      #expect(seen.allSatisfy { finding in expected.contains { finding.hasSuffix($0) } }, "\(seen)")
    }
    try scratch.write("stop", "")
    writer.waitUntilExit()
  }

  // MARK: Limits of the system

  @Test(arguments: [("-n 16", 1), ("-s 256", 1), ("-u 1", 1), ("-v 1000000", 1)] as [(String, Int32)])
  func `a run comes to its end within small limits`(_ limit: String, _ status: Int32) throws {
    for number in 0..<40 { try scratch.write("\(number).yaml", Sample.agreement) }
    let run = try RunConcordat.shell("ulimit \(limit); concordat check -q .", in: scratch.folder)
    #expect(run.status == status, "\(run.output.suffix(300))")
    #expect(run.output.contains("error[structure/duplicate-id]"))
  }

  @Test(.enabled(if: Platform.limitsMemory, "the system does not hold programs to ulimit -v")) func `too little memory is said before the work begins`() throws {
    try scratch.write("a.yaml", Sample.agreement)
    let run = try RunConcordat.shell("ulimit -v 200000; concordat check a.yaml", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output == "error: this process may have 195 MiB of memory, and concordat needs 256 MiB\n  = help: Raise the limit (ulimit -v)\n")
    for number in 0..<30 { try scratch.write("big/\(number).yaml", Sample.agreement + "# " + String(repeating: "x", count: 1 << 20)) }
    let many = try RunConcordat.shell("ulimit -v 500000; concordat check --jobs 1 --format json big", in: scratch.folder)
    #expect(many.status == 2)
    #expect(many.output.contains(#""rule": "input/too-much""#))
    #expect(many.output.contains("the most that one run reads; it is not read, nor are "))
  }

  @Test func `a file that may not become so large is told of, and the old one stays`() throws {
    try scratch.write("a.yaml", Sample.agreement)
    try scratch.write("report.txt", "old")
    let run = try RunConcordat.shell("ulimit -f 0; concordat check a.yaml -o report.txt", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output == "error: could not write the report to report.txt: the file would become too large\n")
    #expect(try String(contentsOf: scratch.folder.appending(path: "report.txt"), encoding: .utf8) == "old")
  }

  // MARK: Limits of a run

  @Test func `as much is read as one run reads, and one finding tells of the rest`() throws {
    for name in ["a", "b", "c", "d"] { try scratch.write("d/\(name).yaml", String(repeating: "x", count: 100)) }
    let folder = BytePath(Array(scratch.folder.appending(path: "d").path.utf8))
    let found = FileSearch([folder]).found
    for (bytes, count, words) in [
      (400, 4, nil), (399, 3, "; it is not read"), (300, 3, "; it is not read"), (299, 2, "; it is not read, nor is another"), (99, 0, ", nor are 3 others"),
    ] as [(Int, Int, String?)] {
      var limits = RunLimits()
      limits.bytes = bytes
      let admitted = limits.admit(found)
      #expect(admitted.found.count == count)
      #expect(admitted.fault?.rule == words.map { _ in "input/too-much" })
      if let words { #expect(admitted.fault?.message.hasSuffix(words) == true, "\(admitted.fault?.message ?? "")") }
    }
    #expect(FileSearch([folder], limit: 4).faults.isEmpty)
    let three = FileSearch([folder], limit: 3)
    #expect(three.found.count == 3)
    #expect(three.faults.map(\.rule) == ["input/too-many"])
  }
}

enum Platform {
  #if os(Linux)
    static let limitsMemory = true
  #else
    static let limitsMemory = false
  #endif
}
