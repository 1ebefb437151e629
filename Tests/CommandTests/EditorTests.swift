import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What editors ask, and what a watch does.
struct EditorTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("laa.yaml", Sample.agreement)
    try scratch.write("other.yaml", Sample.agreement.replacingOccurrences(of: "huntingdonshire", with: "fenland"))
  }

  private static let strategy = """
    kind: sustainable-community-strategy
    id: hunts-scs
    title: Growing
    authority: huntingdonshire

    """

  @Test func `standard input stands in for its file, and the neighbours are known`() throws {
    let edited = Sample.agreement + "regard: {strategies: [hunts-scs]}\n"
    let arguments = ["check", "--stdin", "--stdin-filename", "laa.yaml"]
    let alone = try RunConcordat(arguments, in: scratch.folder, input: edited)
    #expect(alone.output.contains("laa.yaml:"))
    #expect(!alone.output.contains("other.yaml:"))
    #expect(!alone.output.contains("structure/duplicate-id"))
    #expect(alone.output.contains("which is not in the repository"))
    try scratch.write("scs.yaml", Self.strategy)
    let known = try RunConcordat(arguments, in: scratch.folder, input: edited)
    #expect(!known.output.contains("rules need the sustainable community strategy of Huntingdonshire"), "\(known.output)")
    // A file that is not saved yet has a name all the same; - is the same as --stdin.
    let new = try RunConcordat(["check", "-", "--stdin-filename", "new.yaml"], in: scratch.folder, input: edited)
    #expect(new.output.contains("error[structure/duplicate-id]"))
    #expect(new.output.contains("new.yaml:2"))
    // With paths, these are the neighbours, and everything is shown.
    let all = try RunConcordat(arguments + ["."], in: scratch.folder, input: edited)
    #expect(all.output.contains("other.yaml:"))
  }

  @Test func `the name decides configuration, exceptions and baseline`() throws {
    try scratch.write("in/concordat.yaml", "fail_on: never\nbaseline: old.txt\n")
    try scratch.write("in/laa.yaml", Sample.agreement)
    #expect(try RunConcordat(["check", "in", "--update-baseline"], in: scratch.folder).status == 0)
    let run = try RunConcordat(
      ["check", "--stdin", "--stdin-filename", "in/laa.yaml", "--fail-on", "error"], in: scratch.folder,
      input: "# moved\n" + Sample.agreement)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains(" accepted\n"))
    let other = try RunConcordat(
      ["check", "--stdin", "--stdin-filename", "laa.yaml"], in: scratch.folder, input: Sample.agreement)
    #expect(other.status == 1)
  }

  @Test(arguments: [
    (["--watch", "-"], "--watch looks at files, and standard input comes only once"),
    (["--watch", "--baseline", "x", "--update-baseline"], "--watch and --update-baseline would accept every new finding"),
    (["--quiet", "--verbose"], "--quiet and --verbose ask for less and for more"),
    (["--config", "x", "--isolated"], "--config names a configuration and --isolated heeds none"),
    (["--config", "nowhere.yaml"], "there is no configuration nowhere.yaml"),
    (["--stdin-filename", "x/"], "--stdin-filename should name a file"),
    (["--update-baseline", "--changed-since", "x"], "--update-baseline takes all findings"),
  ])
  func `options that contradict each other are refused`(_ arguments: [String], _ words: String) throws {
    let run = try RunConcordat(["check"] + arguments, in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  // MARK: Watching

  /// A watch that runs, and what it has written.
  private final class Watching {
    let process = Process()
    private let output: URL
    private let errors: URL

    init(_ arguments: [String], _ scratch: Scratch) throws {
      let place = try Scratch.elsewhere()
      output = try place.write("output", "")
      errors = try place.write("errors", "")
      keep = place
      process.executableURL = RunConcordat.program
      process.arguments = ["check", "--watch", "--today", "2008-06-30"] + arguments
      process.currentDirectoryURL = scratch.folder
      process.environment = RunConcordat.environment
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
    }

    private let keep: Scratch

    var text: String { ((try? String(contentsOf: output, encoding: .utf8)) ?? "") + ((try? String(contentsOf: errors, encoding: .utf8)) ?? "") }

    /// Waits until the text holds something so many times; a minute is for a machine that does much else.
    func waits(for part: String, times: Int = 1) -> Bool {
      for _ in 0..<3000 {
        if text.components(separatedBy: part).count > times { return true }
        if !process.isRunning { return false }
        usleep(20_000)
      }
      return false
    }

    func end() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : 1000 + process.terminationStatus
    }

    deinit { if process.isRunning { process.terminate() } }
  }

  @Test func `a watch checks again when a file is saved, comes or goes, and Ctrl-C ends it`() throws {
    let watching = try Watching(["--quiet"], scratch)
    #expect(watching.waits(for: "laa.yaml:4"))
    #expect(watching.waits(for: "other.yaml:4"), "\(watching.text)")
    // Saved by replacing, as many editors do.
    try scratch.write(".new", "# moved\n" + Sample.agreement)
    rename(scratch.folder.appending(path: ".new").path, scratch.folder.appending(path: "laa.yaml").path)
    #expect(watching.waits(for: "laa.yaml:5"), "\(watching.text)")
    // A folder that is new, and a file saved in place.
    try scratch.write("in/late.yaml", Sample.agreement.replacingOccurrences(of: "huntingdonshire", with: "south-cambridgeshire"))
    #expect(watching.waits(for: "in/late.yaml:4"), "\(watching.text)")
    try scratch.write("in/late.yaml", "# moved\n" + Sample.agreement.replacingOccurrences(of: "huntingdonshire", with: "south-cambridgeshire"))
    #expect(watching.waits(for: "in/late.yaml:5"), "\(watching.text)")
    // The configuration is heeded as soon as it is there.
    try scratch.write("concordat.yaml", "fail_onn: never\n")
    #expect(watching.waits(for: "did you mean 'fail_on'?"), "\(watching.text)")
    try scratch.write("concordat.yaml", "rules: {structure/bad-choice: error, alignment/district-cannot-own-laa: off}\n")
    #expect(watching.waits(for: "is switched off (concordat.yaml:1)"), "\(watching.text)")
    // Nothing commands what is no terminal.
    #expect(!watching.text.contains("\u{1B}"))
    #expect(watching.end() == 130)
  }
}

extension Scratch {
  /// A folder of its own, for what must not lie in the folder of a test.
  static func elsewhere() throws -> Scratch { try Scratch() }
}
