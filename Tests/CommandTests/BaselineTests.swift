import Foundation
import Testing

/// Findings that were there before.
struct BaselineTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("laa/a.yaml", Sample.agreement)
  }

  private func check(_ arguments: [String]) throws -> RunConcordat {
    try RunConcordat(["check", "--today", "2008-06-30"] + arguments, in: scratch.folder)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: scratch.folder.appending(path: path), encoding: .utf8)
  }

  @Test func `old findings no longer count, though lines move, and new ones do`() throws {
    let update = try check(["--baseline", "old.txt", "--update-baseline"])
    #expect(update.status == 0, "\(update.output)\(update.errors)")
    let baseline = try text("old.txt")
    let lines = baseline.split(separator: "\n")
    #expect(lines.first == "# concordat baseline, fingerprints concordat/v1")
    #expect(update.errors == "baseline old.txt: \(lines.count - 2) findings, \(lines.count - 2) added, 0 removed\n")
    #expect(lines.contains { $0.wholeMatch(of: /[0-9a-f]{64} alignment\/district-cannot-own-laa huntingdonshire-laa-2008 # authority: .*/) != nil })

    try scratch.write("laa/a.yaml", "# moved\n\n" + Sample.agreement)
    let moved = try check(["--baseline", "old.txt"])
    #expect(moved.status == 0)
    #expect(!moved.output.contains("error["))
    #expect(moved.output.contains(" accepted\n"))

    try scratch.write("laa/a.yaml", Sample.agreement.replacingOccurrences(of: "status: draft", with: "status: drafft"))
    let new = try check(["--baseline", "old.txt"])
    #expect(new.status == 1)
    #expect(new.output.contains("error[structure/bad-choice]"))
    #expect(!new.output.contains("[alignment/district-cannot-own-laa]"))

    // Writing it again changes nothing.
    try scratch.write("laa/a.yaml", Sample.agreement)
    #expect(try check(["--baseline", "old.txt", "--update-baseline"]).status == 0)
    #expect(try text("old.txt") == baseline)
  }

  @Test func `what no longer occurs is told, of what was checked`() throws {
    try scratch.write("laa/b.yaml", Sample.agreement.replacingOccurrences(of: "huntingdonshire", with: "fenland"))
    #expect(try check(["--baseline", "old.txt", "--update-baseline"]).status == 0)
    let other = try text("old.txt")
    try scratch.write("laa/a.yaml", Sample.partnership + "authority: huntingdonshire\n")
    let part = try check(["--baseline", "old.txt", "laa/a.yaml"])
    // The old document is not among those checked, so nothing can be said of it.
    #expect(!part.output.contains("exceptions/gone"))
    let whole = try check(["--baseline", "old.txt"])
    #expect(whole.output.contains("advice[exceptions/gone]: a finding of alignment/district-cannot-own-laa in huntingdonshire-laa-2008 that the baseline holds no longer occurs\n"))
    #expect(whole.output.contains("┌─ old.txt:"))
    #expect(whole.status == 0)
    // A part that is written anew leaves the other documents' lines alone.
    #expect(try check(["--baseline", "old.txt", "--update-baseline", "laa/a.yaml"]).status == 0)
    #expect(try text("old.txt").split(separator: "\n").filter { $0.contains("fenland") } == other.split(separator: "\n").filter { $0.contains("fenland") })
    #expect(try check(["--baseline", "old.txt", "--update-baseline"]).status == 0)
    #expect(!(try text("old.txt")).contains("huntingdonshire-laa-2008"))
  }

  @Test(arguments: [
    ("nonsense\n", "old.txt:1:1", "this is no baseline"),
    ("# concordat baseline, fingerprints concordat/v9\n", "old.txt:1:1", "written with other fingerprints, concordat/v9,"),
    ("# concordat baseline, fingerprints concordat/v1\nabc a/b c # d\n", "old.txt:2:1", "does not begin with a fingerprint"),
    ("# concordat baseline, fingerprints concordat/v1\n<<<<<<< ours\n", "old.txt:2:1", "a merge was left unfinished here"),
    ("# concordat baseline, fingerprints concordat/v1\n\(digest)\n", "old.txt:2:1", "should follow the fingerprint"),
    ("# concordat baseline, fingerprints concordat/v1\n\(digest) a/b c # d\n\(digest) a/b c # d\n", "old.txt:3:1", "the finding of line 2 is written again"),
  ])
  func `a faulty baseline is refused and never written over`(_ content: String, _ place: String, _ words: String) throws {
    try scratch.write("old.txt", content)
    for more in [[], ["--update-baseline"]] {
      let run = try check(["--baseline", "old.txt"] + more)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(place), "\(run.errors)")
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(try text("old.txt") == content)
    }
  }

  private static let digest = String(repeating: "0", count: 64)

  @Test func `what cannot be accepted is not in a baseline`() throws {
    try scratch.write("laa/b.yaml", "kind: local-area-agreement\nid: [\n")
    try scratch.write("laa/c.yaml", "kind: local-area-agreement\nid: c # concordat: allow structure/bad-day until 2008-01-01 -- x\n")
    let run = try check(["--baseline", "old.txt", "--update-baseline"])
    #expect(run.status == 1)
    #expect(!(try text("old.txt")).contains(" syntax/"))
    #expect(!(try text("old.txt")).contains(" exceptions/"))
  }

  @Test func `what was not asked or not decided is not called gone`() throws {
    #expect(try check(["--baseline", "old.txt", "--update-baseline"]).status == 0)
    try scratch.write("concordat.yaml", "rules: {alignment/district-cannot-own-laa: off}\n")
    let off = try check(["--baseline", "old.txt"])
    #expect(!off.output.contains("exceptions/gone"), "\(off.output)")
    #expect(!(try check(["--baseline", "old.txt", "--isolated", "--as-of", "2001-01-01"])).output.contains("exceptions/gone"))
    // Without an authority, the rule cannot be decided.
    try scratch.write("laa/a.yaml", Sample.agreement.replacingOccurrences(of: "authority: huntingdonshire\n", with: ""))
    let undecided = try check(["--baseline", "old.txt", "--isolated"])
    #expect(!undecided.output.contains("a finding of alignment/district-cannot-own-laa"), "\(undecided.output)")
  }

  @Test func `a baseline that is not there is a fault, and so is updating none`() throws {
    #expect(try check(["--baseline", "none.txt"]).errors.hasPrefix("error: there is no baseline none.txt\n"))
    #expect(try check(["--update-baseline"]).errors.hasPrefix("error: there is no baseline to update\n"))
    try scratch.write("concordat.yaml", "baseline: kept.txt\n")
    #expect(try check(["--update-baseline"]).status == 0)
    #expect(try check([]).status == 0)
    #expect(try check(["--isolated"]).status == 1)
  }
}
