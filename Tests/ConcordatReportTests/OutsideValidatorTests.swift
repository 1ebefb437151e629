import ConcordatDiagnostics
import ConcordatReport
import Foundation
import SourceText
import Testing

/// Reports given to readers and schemas that other people wrote.
@Suite(.enabled(if: OutsideValidators.python != nil, OutsideValidators.reason))
struct `What outside readers make of a report` {
  /// Specimens with every kind of place and finding, and the naughty strings.
  private static let reports: [(name: String, report: LintReport)] =
    Specimen.all.map { ($0.name, $0.report) } + [("naughty", Naughty.report)]

  @Test(arguments: (FormatTests.formats + [.json]).filter { $0 != .concise && $0 != .github })
  func `they take it as it is meant`(_ format: ReportFormat) throws {
    let found = try faults(format, Self.reports.map { ($0.name, format.reporter.render($0.report)) })
    #expect(found == "")
  }

  @Test func `all kinds of SARIF results are taken`() throws {
    let found = try faults(.sarif, Self.reports.map { ($0.name, SARIFReport(kinds: .all).render($0.report)) })
    #expect(found == "")
  }

  /// A mistake of each format, which its reader must refuse: a reader that takes all shows nothing.
  @Test(arguments: [
    (ReportFormat.json, #""fingerprint": ""#, #""fingerprint": "x"#), (.sarif, #""startLine":1,"#, #""startLine":0,"#),
    (.sarif, #""version":"2.1.0""#, #""version":"2.2""#), (.gitlab, #""severity": "critical""#, #""severity": "grave""#),
    (.junit, " hostname=\"localhost\"", ""), (.junit, "</testsuites>", ""), (.checkstyle, "severity=\"error\"", "severity=\"grave\""),
    (.rdjson, #""severity": "ERROR""#, #""severity": "GRAVE""#), (.markdown, "- **error**", "- ![x](y) **error**"),
    (.markdown, "- **error**", "- <b>x</b> **error**"), (.markdown, "- **error**", "- @everyone **error**"),
    (.csv, "\r\nopen,", "\r\nopen,=1+1,"), (.csv, "\r\nopen,", "\r\n=open,"),
  ])
  func `they refuse what is not`(_ format: ReportFormat, _ right: String, _ wrong: String) throws {
    let text = String(decoding: format.reporter.render(Specimen.ruler), as: UTF8.self)
    #expect(text.contains(right))
    guard !Self.needsShared(format) || OutsideValidators.hasSharedSchemas else { return }
    #expect(try faults(format, [("wrong", Array(text.replacingOccurrences(of: right, with: wrong).utf8))]) != "")
  }

  private static func needsShared(_ format: ReportFormat) -> Bool { [.sarif, .gitlab, .junit, .rdjson].contains(format) }

  /// What the reader of a format says against reports; nothing where all is well.
  private func faults(_ format: ReportFormat, _ reports: [(name: String, bytes: [UInt8])]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for report in reports {
      let file = folder.appending(path: "\(report.name).\(format.rawValue)")
      try Data(report.bytes).write(to: file)
      paths.append(file.path)
    }
    let lines = try OutsideValidators.run(format.rawValue, paths).split(separator: "\n")
    // A schema that is not at hand is said, and is no fault.
    for line in lines where line.hasPrefix("skipped: ") { print(line) }
    #expect(lines.contains("read \(reports.count)"))
    return lines.filter { !$0.hasPrefix("skipped: ") && !$0.hasPrefix("read ") }.joined(separator: "\n")
  }
}

/// The readers, in a Python of their own that `Scripts/outside-validators` makes once.
enum OutsideValidators {
  private static let prepared: (python: String?, reason: String) = {
    do {
      let made = try capture(PackageRoot.file("Scripts/outside-validators").path, [])
      let said = made.output.split(separator: "\n").last.map(String.init) ?? ""
      return made.status == 0 ? (said, "") : (nil, said.isEmpty ? "skipped: no reader could be installed" : said)
    } catch {
      return (nil, "skipped: Scripts/outside-validators cannot be run: \(error)")
    }
  }()

  static var python: String? { prepared.python }
  static var reason: Comment { Comment(rawValue: prepared.reason) }

  static let hasSharedSchemas = FileManager.default.fileExists(atPath: PackageRoot.shared("schemas/JUnit.xsd").path)

  static func run(_ format: String, _ files: [String]) throws -> String {
    let script = PackageRoot.file("Tests/ConcordatReportTests/read-formats.py").path
    let shared = PackageRoot.shared("schemas").path
    let schema = PackageRoot.file("schemas/report.schema.json").path
    let ran = try capture(python ?? "python3", ["-W", "ignore", script, format, schema, shared] + files)
    return ran.status == 0 ? ran.output : "the script ended with \(ran.status)\n\(ran.output)"
  }

  private static func capture(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
