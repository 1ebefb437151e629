import Foundation
import Testing

@testable import CEL

/// Expressions with the values, types and costs that two other implementations agree on.
@Suite(.enabled(if: Conformance.isPresent, Conformance.skipReason))
struct BackDifferentialTests {
  /// Cases that fail, and why. A case listed here that passes fails the run.
  static let expectedFailures: [String: String] = [:]
  /// Cases whose cost differs, and why.
  static let expectedCosts: [String: String] = [
    "diff/random/00086": absorbed, "diff/random/00304": absorbed, "diff/random/00793": absorbed,
    "diff/random/01191": absorbed, "diff/random/01444": absorbed,
    "diff/random/00096": texts, "diff/random/02000": texts, "diff/random/02466": texts, "diff/random/02515": texts,
    "diff/random/00662": once, "diff/random/01520": once, "diff/random/02139": once, "diff/random/02178": once,
    "diff/random/02331": "a computed key of an optional index that finds nothing",
  ]
  private static let absorbed = "an error that || or ? absorbs stops what it is in; cel-go goes on in part"
  private static let texts = "cel-go counts one unit more for sorting this list of four texts"
  private static let once = "the target of optMap is evaluated once, in cel-go twice"

  @Test func `generated expressions have the values, types and costs that others agree on`() throws {
    var values = Tally(name: "differential values")
    var costs = Tally(name: "differential costs")
    var failing = (same: 0, total: 0)
    let cases = try Conformance.cases("differential/differential")
    let evaluator = cases.first.map {
      var options = CompileOptions()
      options.comparesAcrossNumericTypes = false
      return Evaluator(variables: $0.variables, bindings: $0.bindings, options: options)
    }
    guard let evaluator else { return }
    for test in cases {
      let outcome = evaluator.evaluate(test.expression)
      let fault = try BackDifferentialTests.fault(outcome, test)
      if case .refused = outcome, fault == nil, test.expect["eval_error"] != nil { values.refused += 1 }
      values.note(test.id, test.expression, fault, listed: BackDifferentialTests.expectedFailures[test.id])
      guard fault == nil, let text = test.raw["cost"] as? String, let expected = Int64(text) else { continue }
      let cost = evaluator.activation.cost
      evaluator.activation.release(to: evaluator.start)
      switch outcome {
      case .refused: continue
      case .failure:
        // cel-go goes on with loops and counts differently after an error; the cost is then not promised.
        failing.total += 1
        if cost == expected { failing.same += 1 }
        continue
      case .value: break
      }
      costs.note(
        test.id, test.expression, cost == expected ? nil : "costs \(cost), not \(expected)",
        listed: BackDifferentialTests.expectedCosts[test.id])
    }
    values.report()
    costs.report()
    print("differential costs of failing evaluations: \(failing.same) of \(failing.total) the same")
  }

  @Test func `expressions with a byte missing are refused or evaluated, and never trap`() throws {
    var options = CompileOptions()
    options.comparesAcrossNumericTypes = false
    let cases = try Conformance.cases("differential/differential")
    guard let first = cases.first else { return }
    let evaluator = Evaluator(variables: first.variables, bindings: first.bindings, options: options)
    var outcomes = (values: 0, failures: 0, refusals: 0)
    for test in cases.enumerated() where test.offset.isMultiple(of: 60) {
      let bytes = Array(test.element.expression.utf8)
      for gap in bytes.indices {
        var broken = bytes
        broken.remove(at: gap)
        // Without a check, so that operations meet operands of every kind.
        switch evaluator.evaluate(String(decoding: broken, as: UTF8.self), checks: false) {
        case .value: outcomes.values += 1
        case .failure(let error):
          outcomes.failures += 1
          #expect(Int(error.range.upperBound) <= error.expression.utf8.count)
          #expect(!error.message.isEmpty)
        case .refused: outcomes.refusals += 1
        }
        evaluator.activation.release(to: evaluator.start)
      }
    }
    print(
      "a byte missing: \(outcomes.values) values, \(outcomes.failures) failures, \(outcomes.refusals) refusals")
  }

  static func fault(_ outcome: Evaluator.Outcome, _ test: Conformance.Case) throws -> String? {
    switch outcome {
    case .refused(let failure):
      if test.expect["check_error"] != nil || test.expect["eval_error"] != nil { return nil }
      return "refused: \(failure.issues.map(\.message))"
    case .failure(let error): return test.expect["eval_error"] != nil ? nil : "failed: \(error.message)"
    case .value(let value, let type):
      guard let expected = try test.expectedValue() else { return "gave \(value), not an error" }
      if value != expected { return "gave \(value), not \(expected)" }
      if let expectedType = try test.expectedType(), expectedType != type { return "has type \(type), not \(expectedType)" }
      return nil
    }
  }
}
