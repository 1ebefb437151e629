import Foundation
import Testing

@testable import concordat

/// The same bytes for the same files, whoever runs the program, where and how.
struct DeterminismTests {
  let scratch: Scratch

  /// Every form of the report, and the command that writes them all at once.
  static let formats = FormatArgument.allValueStrings
  static let reports = ["check"] + formats.flatMap { ["--format", "\($0)=../out/\($0)"] }

  init() throws { scratch = try Scratch() }

  /// A repository with findings of many kinds, in files that are made in the order given.
  private func make(_ place: String, _ order: some Sequence<Int>) throws {
    try scratch.write("\(place)/out/x", "")
    let examples = RunConcordat.package.appending(path: "examples")
    for number in order {
      if number == 0 {
        try FileManager.default.createDirectory(at: scratch.folder.appending(path: "\(place)/in"), withIntermediateDirectories: true)
        for name in ["cumbria", "two-tier-county"] {
          try FileManager.default.copyItem(
            at: examples.appending(path: name), to: scratch.folder.appending(path: "\(place)/in/\(name)"))
        }
      } else {
        let text = Sample.agreement.replacingOccurrences(of: "2008\n", with: "\(number % 5)\n")
        try scratch.write("\(place)/in/\(number % 3)/\(number).yaml", text + "titel: x\ntargets: [{id: a, relates_to: [{body: x\(number)}]}]\n")
      }
    }
    try scratch.write("\(place)/in/broken.yaml", "kind: local-area-agreement\n\ta: [\n")
    try scratch.link("\(place)/in/gone.yaml", to: "nowhere")
  }

  private func report(_ place: String, _ options: [String] = [], environment: [String: String] = [:], prefix: String = "") throws -> [String: Data] {
    let folder = scratch.folder.appending(path: "\(place)/in")
    let run = try RunConcordat(Self.reports + options, in: folder, environment: environment)
    #expect(run.status == 2, "\(run.errors)")
    return Dictionary(
      uniqueKeysWithValues: try Self.formats.map { ($0, try Data(contentsOf: scratch.folder.appending(path: "\(place)/out/\($0)"))) })
  }

  @Test func `every form of the report is the same bytes whatever surrounds the run`() throws {
    try make("one", 0..<12)
    let expected = try report("one", ["--jobs", "1"])
    for (format, bytes) in expected {
      #expect(bytes.count > 500, "\(format)")
      // The place of the folder is nobody's business.
      #expect(bytes.range(of: Data(scratch.folder.lastPathComponent.utf8)) == nil, "\(format)")
    }
    func expectSame(_ what: String, _ found: [String: Data]) {
      for (format, bytes) in expected { #expect(found[format] == bytes, "\(format), \(what)") }
    }
    // Each run has a new seed of its hash tables as well.
    for jobs in ["2", "8"] { expectSame("\(jobs) threads", try report("one", ["--jobs", jobs])) }
    expectSame("fixed hashing", try report("one", environment: ["SWIFT_DETERMINISTIC_HASHING": "1"]))
    expectSame("another locale", try report("one", environment: ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"]))
    expectSame("no locale", try report("one", environment: ["LC_ALL": "C", "TZ": "Pacific/Kiritimati", "HOME": "/nonexistent", "COLUMNS": "20"]))
    expectSame("a terminal's wishes", try report("one", environment: ["FORCE_COLOR": "1", "TERM": "dumb", "TZ": "America/Los_Angeles"]))
    let names = ["two-tier-county", "2", "broken.yaml", "1", "gone.yaml", "0", "cumbria"]
    expectSame("other order of arguments", try report("one", names))
    expectSame("each twice", try report("one", names.reversed() + ["."] + names))
    try make("two", (0..<12).reversed())
    expectSame("another folder, made in another order", try report("two"))
  }

  @Test(arguments: [
    ["rules"], ["rules", "--format", "json"], ["rules", "--format", "markdown"], ["rules", "--coverage"], ["explain", "ST017"],
    ["schema", "local-area-agreement"], ["--version"], ["help", "check"],
  ])
  func `what else is written is the same bytes in every run`(_ arguments: [String]) throws {
    let one = try RunConcordat(arguments)
    let two = try RunConcordat(
      arguments, in: scratch.folder, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/nonexistent"])
    #expect(one.status == 0)
    #expect(!one.output.isEmpty)
    #expect(one.output == two.output)
  }
}
