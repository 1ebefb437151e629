import Foundation
import Testing

/// The tutorial, walked through in an empty folder: each command is run, each change is made, and what is shown is what comes out.
///
/// A block marked `console` holds commands after `$ ` and what they print, and `[exit 1]` where they end with something else
/// than 0; one marked `diff` is a change to a file. `RECORD_SNAPSHOTS=1` writes what came out into the page, which is then read.
struct TutorialTests {
  private static let page = RunConcordat.package.appending(path: "docs/tutorial.md")

  @Test func `everything that the tutorial shows happens`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let scratch = try Scratch()
    var result: [String] = []
    var block: (kind: String, lines: [String])?
    for line in text.components(separatedBy: "\n") {
      guard line.hasPrefix("```") else {
        if block == nil { result.append(line) } else { block?.lines.append(line) }
        continue
      }
      guard let open = block else {
        result.append(line)
        block = (String(line.dropFirst(3)), [])
        continue
      }
      switch open.kind {
      case "console": result += try Self.run(open.lines, in: scratch)
      case "diff":
        try Self.apply(open.lines, in: scratch)
        result += open.lines
      default: result += open.lines
      }
      result.append(line)
      block = nil
    }
    let actual = result.joined(separator: "\n")
    guard actual != text else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(actual.utf8).write(to: Self.page)
      return
    }
    let differing = zip(text.components(separatedBy: "\n"), result).first { $0 != $1 }
    Issue.record(
      """
      docs/tutorial.md shows what no longer happens (RECORD_SNAPSHOTS=1 rewrites it); the first line that differs:
      shown: \(differing?.0 ?? "the end")
      now:   \(differing?.1 ?? "the end")
      """)
  }

  /// The commands of a block with what they print now.
  private static func run(_ lines: [String], in scratch: Scratch) throws -> [String] {
    var result: [String] = []
    for line in lines where line.hasPrefix("$ ") {
      let run = try RunConcordat.shell(String(line.dropFirst(2)), in: scratch.folder)
      if !result.isEmpty { result.append("") }
      result.append(line)
      var printed = run.output.components(separatedBy: "\n")
      if printed.last == "" { printed.removeLast() }
      result += printed
      if run.status != 0 { result.append("[exit \(run.status)]") }
    }
    return result
  }

  private static func apply(_ lines: [String], in scratch: Scratch) throws {
    try scratch.write("change.diff", lines.joined(separator: "\n") + "\n")
    let run = try RunConcordat.shell("patch -s -p0 < change.diff && rm change.diff", in: scratch.folder)
    try #require(run.status == 0, "a change of the tutorial does not fit: \(run.output)")
  }
}
