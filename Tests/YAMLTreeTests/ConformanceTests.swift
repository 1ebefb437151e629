import Foundation
import SourceText
import Testing
import YAMLTree

struct SuiteCase: Decodable, CustomTestStringConvertible {
  struct Outcome: Decodable {
    var accepts: Bool
    var events: [String]?
  }
  var id: String
  var name: String
  var yaml: String
  var events: [String]
  var libyaml: Outcome

  var testDescription: String { "\(id): \(name)" }

  static let all: [SuiteCase] = {
    struct Suite: Decodable { var cases: [SuiteCase] }
    guard SharedData.isPresent, let bytes = try? SharedData.bytes("conformance/yaml/yaml-test-suite.json") else { return [] }
    return (try? JSONDecoder().decode(Suite.self, from: Data(bytes)))?.cases ?? []
  }()
}

@Suite(.enabled(if: SharedData.isPresent, "needs ../shared/conformance/yaml"))
struct ConformanceTests {
  /// What libyaml refuses, and what is refused before it is asked.
  static let grammarFaults: Set<YAMLFault.Kind> = [
    .syntax, .unclosedQuote, .unclosedBracket, .tabIndentation, .indentation, .colonInText, .missingColon, .textAfterValue,
    .reservedCharacter, .invalidEscape, .directive, .template,
  ]

  @Test func `the whole suite is there`() {
    #expect(SuiteCase.all.count == 280)
  }

  @Test(arguments: SuiteCase.all)
  func `acceptance and events are those of libyaml`(_ one: SuiteCase) {
    let tree = tree(one.yaml)
    let refusals = tree.faults.filter { Self.grammarFaults.contains($0.kind) }
    #expect(refusals.isEmpty == one.libyaml.accepts, "\(one.id): \(listed(tree))")
    if one.libyaml.accepts { #expect(events(of: tree) == one.libyaml.events ?? one.events) }
  }
}
