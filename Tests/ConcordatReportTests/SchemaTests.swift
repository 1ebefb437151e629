import Foundation
import Testing

@Suite(
  .enabled(if: Python.hasJSONSchema, "skipped: python3 with the module jsonschema is needed to check the schema")
)
struct `The schema of the JSON report` {
  /// What is given on standard input is checked against the schema; says what is wrong, or nothing.
  private static let checker = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name in sys.argv[2:]:
        for error in validator.iter_errors(json.load(open(name, encoding="utf-8"))):
            print(name, list(error.absolute_path), error.message)
    """

  private func faults(_ files: [URL]) throws -> String {
    let schema = PackageRoot.file("schemas/report.schema.json")
    return try Python.run(["-c", Self.checker, schema.path] + files.map(\.path))
  }

  @Test func `every golden report fits it`() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Golden.folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
    #expect(!files.isEmpty)
    let found = try faults(files)
    #expect(found == "")
  }

  @Test(arguments: [
    (#""version": 1"#, #""version": 2"#), (#""severity": "error""#, #""severity": "fatal""#),
    (#""line": 2"#, #""line": 0"#), (#""notes": []"#, #""note": []"#), (#""help": null"#, #""help": 1"#),
    (#""documents": 2"#, #""documents": "2""#),
  ])
  func `it refuses what is not a report`(_ right: String, _ wrong: String) throws {
    let text = try String(contentsOf: Golden.folder.appending(path: "related-other-file.json"), encoding: .utf8)
    #expect(text.contains(right))
    let file = FileManager.default.temporaryDirectory.appending(path: "concordat-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.replacingOccurrences(of: right, with: wrong).utf8).write(to: file)
    #expect(try faults([file]) != "")
  }
}

private enum Python {
  static let hasJSONSchema = (try? run(["-c", "import jsonschema; print('yes')"])) == "yes\n"

  /// What a script prints; fails where python3 fails.
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }

  struct Failure: Error {
    let status: Int32
  }
}
