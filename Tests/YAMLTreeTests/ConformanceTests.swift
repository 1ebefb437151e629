import Foundation
import SourceText
import Testing
import YAMLTree

@Suite(.enabled(if: SharedData.isPresent, "needs ../shared/conformance/yaml"))
struct ConformanceTests {
  @Test func `the whole suite is there`() {
    #expect(SuiteCase.all.count == 280)
    #expect(Set(SuiteCase.all.map(\.id)).count == 280)
  }

  @Test(arguments: SuiteCase.all)
  func `acceptance and events are those that were recorded of libyaml`(_ one: SuiteCase) {
    let tree = tree(one.yaml)
    let refusals = tree.faults.filter { OracleComparison.grammar.contains($0.kind) }
    #expect(refusals.isEmpty == one.libyaml.accepts, "\(one.id): \(listed(tree))")
    if one.libyaml.accepts { #expect(events(of: tree) == one.libyaml.events ?? one.events) }
  }

  @Test(arguments: SuiteCase.all)
  func `acceptance, values, structure and places are those of the libyaml that is here`(_ one: SuiteCase) {
    let comparison = OracleComparison(tree(one.yaml))
    #expect(comparison.differences == [])
    #expect(comparison.isAccepted == one.libyaml.accepts)
  }

  /// Cases in which libyaml does not do what YAML 1.2 wants, and why: `Data/libyaml-differences.tsv`.
  @Test func `libyaml errs in the cases that are listed, in the way that is listed, and in no others`() throws {
    var listed: [String: String] = [:]
    for difference in try LibYAMLDifference.all() {
      #expect(listed.updateValue(difference.outcome, forKey: difference.id) == nil, "\(difference.id) is listed twice")
      #expect(difference.reason.utf8.count > 20, "\(difference.id) has no reason")
    }
    var found: [String: String] = [:]
    var counts: [String: Int] = [:]
    for one in SuiteCase.all {
      let outcome = one.outcome(tree(one.yaml))
      counts[outcome, default: 0] += 1
      if outcome != "right" { found[one.id] = outcome }
    }
    for id in Set(listed.keys).union(found.keys).sorted() {
      #expect(found[id] == listed[id], "\(id) is \(found[id] ?? "right now: take it off the list")")
    }
    print(
      "yaml-test-suite: \(SuiteCase.all.count) cases, all as libyaml 0.2.5 reads them; \(counts["right", default: 0]) as YAML 1.2 wants, "
        + "\(found.count) not: " + counts.filter { $0.key != "right" }.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
  }

  @Test func `where libyaml is right, the values are those of the suite's JSON`() throws {
    let differences = Set(try LibYAMLDifference.all().map(\.id))
    var count = 0
    for one in SuiteCase.all where !one.error && !differences.contains(one.id) {
      guard let json = one.json else { continue }
      let expected = try JSONValue.all(in: json)
      let tree = tree(one.yaml)
      let found = tree.documents.map { JSONValue(tree, $0.root) }
      #expect(found == expected, "\(one.id)")
      if let number = one.json_documents { #expect(expected.count == number, "\(one.id)") }
      count += 1
    }
    print("yaml-test-suite: \(count) cases have JSON, and the values are the same")
    #expect(count > 150)
  }
}
