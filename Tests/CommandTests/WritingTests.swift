import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@testable import concordat

/// Files that are written: whole or not at all, and with nothing beside them.
struct WritingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> BytePath { BytePath(Array(scratch.folder.appending(path: name).path.utf8)) }

  private func replace(_ name: String, _ text: String) throws { try System.replace(path(name), with: Array(text.utf8)) }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: scratch.folder.appending(path: name)), as: UTF8.self)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() }
  }

  private func status(_ name: String) throws -> stat {
    var record = stat()
    try #require(lstat(scratch.folder.appending(path: name).path, &record) == 0)
    return record
  }

  private func failure(_ body: () throws -> Void) -> Int32? {
    do { try body() } catch { return (error as? SystemFailure)?.code }
    return nil
  }

  @Test func `a new file has the rights that the user's mask leaves, an old one keeps its own`() throws {
    try replace("new", "one")
    let mask = umask(0)
    umask(mask)
    #expect(try status("new").st_mode & 0o777 == 0o666 & ~mask)
    for mode: mode_t in [0o640, 0o600, 0o755, 0o777] {
      chmod(scratch.folder.appending(path: "new").path, mode)
      try replace("new", "of \(mode)")
      #expect(try status("new").st_mode & 0o7777 == mode)
      #expect(try text("new") == "of \(mode)")
    }
    #expect(try names == ["new"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give a file to somebody else"))
  func `a file keeps its owner and group`() throws {
    try scratch.write("file", "old")
    chown(scratch.folder.appending(path: "file").path, 65534, 65533)
    try replace("file", "new")
    let record = try status("file")
    #expect(record.st_uid == 65534)
    #expect(record.st_gid == 65533)
  }

  @Test func `a link stays a link, and what it leads to is replaced`() throws {
    try scratch.write("far/away/file", "old")
    try scratch.link("near", to: "far/link")
    try scratch.link("far/link", to: "away/file")
    try replace("near", "new")
    #expect(try text("far/away/file") == "new")
    #expect(try status("near").st_mode & S_IFMT == S_IFLNK)
    #expect(try status("far/link").st_mode & S_IFMT == S_IFLNK)
    // A link to nothing: the file is made where it points, as a shell makes it.
    try scratch.link("dangling", to: "far/made")
    try replace("dangling", "made")
    #expect(try text("far/made") == "made")
    try scratch.link("absolute", to: scratch.folder.appending(path: "far/made").path)
    try replace("absolute", "again")
    #expect(try text("far/made") == "again")
  }

  @Test func `what cannot be written says why and leaves everything as it was`() throws {
    try scratch.write("folder/file", "old")
    try scratch.link("loop", to: "loop")
    try scratch.link("up", to: "nowhere/file")
    #expect(failure { try replace("folder", "new") } == EISDIR)
    #expect(failure { try System.replace(BytePath(path("folder/file").bytes + [UInt8(ascii: "/")]), with: [1]) } == EISDIR)
    #expect(failure { try replace("folder/.", "new") } == EISDIR)
    #expect(failure { try replace("folder/file/inner", "new") } == ENOTDIR)
    #expect(failure { try replace("nowhere/file", "new") } == ENOENT)
    #expect(failure { try replace("up", "new") } == ENOENT)
    #expect(failure { try replace("loop", "new") } == ELOOP)
    #expect(failure { try System.replace(BytePath([]), with: [1]) } == ENOENT)
    #expect(failure { try replace(String(repeating: "n", count: 256), "new") } == ENAMETOOLONG)
    #expect(try names == ["folder", "loop", "up"])
    #expect(try text("folder/file") == "old")
  }

  @Test func `a name may be as long as the system lets`() throws {
    let long = String(repeating: "é", count: 127)
    let other = String(repeating: "é", count: 126) + "xx"
    for text in ["one", "two"] {
      try replace(long, text)
      try replace(other, text + " of the other")
      #expect(try self.text(long) == text)
    }
    #expect(try names.count == 2)
  }

  @Test func `a new file takes nobody's place`() throws {
    try scratch.write("file", "old")
    try scratch.link("link", to: "nowhere")
    for name in ["file", "link"] {
      #expect(failure { try System.create(path(name), with: Array("new".utf8)) } == EEXIST)
    }
    try System.create(path("other"), with: Array("new".utf8))
    #expect(try names == ["file", "link", "other"])
    #expect(try text("file") == "old")
    #expect(try text("other") == "new")
  }

  @Test func `what a killed run left under a passing name is put away, and what is strange there is left alone`() throws {
    try scratch.write("file", "old")
    try scratch.write(".file.new", "whole, of a run that was killed before the last step")
    try replace("file", "new")
    #expect(try names == ["file"])
    #expect(try text("file") == "new")

    try scratch.write(".file.new/inner", "somebody's folder")
    try replace("file", "newer")
    #expect(try names == [".file.new", "file"])
    #expect(try text("file") == "newer")

    try FileManager.default.removeItem(at: scratch.folder.appending(path: ".file.new"))
    try scratch.write("secret", "must stay")
    try scratch.link(".file.new", to: "secret")
    try replace("file", "newest")
    #expect(try text("secret") == "must stay")
    #expect(try text("file") == "newest")
    #expect(try status(".file.new").st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `a pipe gets the bytes, and its reader is waited for`() throws {
    let pipe = scratch.folder.appending(path: "pipe").path
    mkfifo(pipe, 0o600)
    let text = String(repeating: "0123456789", count: 20_000)
    let read = try RunConcordat.shellInBackground("sleep 0.1; cat pipe > copy", in: scratch.folder)
    try replace("pipe", text)
    read.waitUntilExit()
    #expect(try self.text("copy") == text)
    #expect(try status("pipe").st_mode & S_IFMT == S_IFIFO)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full, a disk that is always full"))
  func `a device is written to and stays one`() throws {
    try System.replace(BytePath(Array("/dev/null".utf8)), with: Array("text".utf8))
    #expect(failure { try System.replace(BytePath(Array("/dev/full".utf8)), with: Array("text".utf8)) } == ENOSPC)
    try scratch.link("link", to: "/dev/full")
    #expect(failure { try replace("link", "text") } == ENOSPC)
  }

  @Test func `a report goes where standard output goes by another name`() throws {
    try scratch.write("agreement.yaml", Sample.agreement)
    let run = try RunConcordat.shell("concordat check agreement.yaml -o /dev/stdout | head -n 1", in: scratch.folder)
    #expect(run.output.hasPrefix("warning[governance/"))
  }

  @Test func `readers meet the old file or the new one while several write`() async throws {
    let size = 60_000
    try replace("file", String(repeating: "a", count: size))
    let folder = scratch.folder
    let target = path("file")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for letter in "bcde".utf8 {
        group.addTask {
          for _ in 0..<40 { try System.replace(target, with: Array(repeating: letter, count: size)) }
        }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<200 {
            let text = try Data(contentsOf: folder.appending(path: "file"))
            #expect(text.count == size)
            #expect(text.allSatisfy { $0 == text.first })
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try names == ["file"])
  }

  @Test func `one who may not write is told, and nothing changes`() throws {
    try scratch.write("closed/report.txt", "old")
    try scratch.write("open/report.txt", "old")
    try scratch.write("agreement.yaml", Sample.agreement)
    // As somebody without rights of root, for whom alone the bits count.
    let prepare = "chmod 555 closed; chmod 777 open; chmod 444 open/report.txt; chmod 666 closed/report.txt; "
    let user = try Unprivileged.prefix()
    guard let user else {
      print("skipped: this user has all rights and there is no setpriv to give them up")
      return
    }
    for path in ["closed/new.txt", "closed/report.txt", "open/report.txt"] {
      let run = try RunConcordat.shell("\(prepare) \(user) check agreement.yaml -o \(path)", in: scratch.folder)
      #expect(run.status == 2)
      #expect(run.output == "error: could not write the report to \(path): permission denied\n")
    }
    #expect(try text("closed/report.txt") == "old")
    #expect(try text("open/report.txt") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.appending(path: "closed").path) == ["report.txt"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.appending(path: "open").path) == ["report.txt"])
    _ = try RunConcordat.shell("chmod 777 closed", in: scratch.folder)
  }

  @Test(.enabled(if: Tool.exists("python3") && Tool.exists("strace"), "needs python3 and strace"))
  func `no fault and no signal at any call leaves a part of a file`() throws {
    let run = try Tool.run("python3", ["Scripts/fault-injection", "--short", "--program", RunConcordat.program.path])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("\n0 faults\n"))
    #expect(run.output.contains(" injected errors\n"))
  }
}
