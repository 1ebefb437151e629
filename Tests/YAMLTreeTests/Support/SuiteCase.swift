import Foundation
import Testing
import YAMLTree

/// A case of yaml-test-suite, with what libyaml was seen to do with it.
struct SuiteCase: Decodable, CustomTestStringConvertible {
  struct Outcome: Decodable {
    var accepts: Bool
    var events: [String]?
  }
  var id: String
  var name: String
  var yaml: String
  /// Whether YAML 1.2 forbids the text.
  var error: Bool
  var events: [String]
  var json: String?
  var json_documents: Int?
  var libyaml: Outcome

  var testDescription: String { "\(id): \(name)" }

  static let all: [SuiteCase] = {
    struct Suite: Decodable { var cases: [SuiteCase] }
    guard SharedData.isPresent, let bytes = try? SharedData.bytes("conformance/yaml/yaml-test-suite.json") else { return [] }
    return (try? JSONDecoder().decode(Suite.self, from: Data(bytes)))?.cases ?? []
  }()

  /// What a tree of the text is by the measure of YAML 1.2.
  func outcome(_ tree: YAMLTree) -> String {
    let accepts = !tree.faults.contains { OracleComparison.grammar.contains($0.kind) }
    if error { return accepts ? "accepts-invalid" : "right" }
    guard accepts else { return "rejects-valid" }
    return YAMLTreeTests.events(of: tree) == events ? "right" : "events-differ"
  }
}

/// A case in which libyaml errs, so that we do too.
struct LibYAMLDifference {
  var id: String
  var outcome: String
  var reason: String

  static func all() throws -> [LibYAMLDifference] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Data/libyaml-differences.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 3, "\(line)")
      return LibYAMLDifference(id: cells[0], outcome: cells[1], reason: cells[2])
    }
  }
}
