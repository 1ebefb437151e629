import Foundation
import Testing

@testable import CEL

/// The tables of cel-go's extension libraries and of its run-time costs.
@Suite(.enabled(if: Conformance.isPresent, Conformance.skipReason))
struct BackLibraryTests {
  /// Cases that fail, and why. A case listed here that passes fails the run.
  static let expectedFailures: [String: String] = [
    "celgo/ext_strings/092": beyond, "celgo/ext_strings/094": beyond,
  ]
  private static let beyond = "the specification's suite wants an error for an offset beyond the end; cel-go gives -1"
  static let expectedCosts: [String: String] = [:]

  @Test(arguments: [
    "ext_bindings", "ext_comprehensions", "ext_encoders", "ext_format", "ext_lists", "ext_math", "ext_regex", "ext_sets",
    "ext_strings",
  ])
  func `extension libraries do what their tables say`(file: String) throws {
    var tally = Tally(name: "celgo/" + file)
    var costs = Tally(name: "celgo/\(file) costs")
    for test in try Conformance.cases("celgo/" + file) {
      if test.needsMessages {
        tally.messages += 1
        continue
      }
      let evaluator = Evaluator(variables: test.variables, bindings: test.bindings, functions: test.functions)
      let outcome = evaluator.evaluate(test.expression, checks: !test.disablesCheck)
      let fault = try BackLibraryTests.fault(outcome, test)
      tally.note(test.id, test.expression, fault, listed: BackLibraryTests.expectedFailures[test.id])
      if fault == nil, case .value = outcome, let cost = test.raw["cost"] ?? test.expect["cost"] {
        costs.noteCost(test, "\(cost)", evaluator, listed: BackLibraryTests.expectedCosts[test.id])
      }
    }
    tally.report()
    if costs.total > 0 { costs.report() }
  }

  static func fault(_ outcome: Evaluator.Outcome, _ test: Conformance.Case) throws -> String? {
    let expectsError = test.expect["eval_error"] != nil || test.expect["static_error"] != nil
    switch outcome {
    case .refused(let failure): return expectsError ? nil : "refused: \(failure.issues.map(\.message))"
    case .failure(let error): return expectsError ? nil : "failed: \(error.message)"
    case .value(let value, _):
      if expectsError { return "gave \(value), not an error" }
      guard let expected = try test.expectedValue(), value != expected else { return nil }
      return "gave \(value), not \(expected)"
    }
  }

  @Test func `evaluations cost what they cost in cel-go`() throws {
    var tally = Tally(name: "celgo/cost_runtime")
    var leftOut = 0
    // The table's own estimator gives this function a cost of seven.
    let year = FunctionDeclaration(
      name: "getFullYear",
      overloads: [
        .init(id: "timestamp_to_year", isMember: true, parameters: [.timestamp], result: .int, cost: 7) { _, arguments in
          .int(Civil.date(days: Civil.floorDivide(arguments[0].asInt, Civil.secondsPerDay)).year)
        }
      ])
    for test in try Conformance.cases("celgo/cost_runtime") {
      let replaced = test.raw["custom_overload_trackers"] as? Int ?? 0
      let isCompatible = test.raw["presence_test_has_cost"] as? Bool ?? true
      if test.needsMessages {
        tally.messages += 1
        continue
      }
      if replaced > 0 || !isCompatible {
        leftOut += 1
        continue
      }
      let evaluator = Evaluator(
        variables: test.variables, bindings: test.bindings, functions: test.functions + [year])
      if test.expect["exceeds_limit"] != nil {
        let limit = test.raw["limit"].flatMap { Int64("\($0)") } ?? test.raw["cost_limit"].flatMap { Int64("\($0)") } ?? 0
        evaluator.activation.costLimit = limit
        let outcome = evaluator.evaluate(test.expression)
        if case .failure(let error) = outcome, error.kind == .costLimit {
          tally.note(test.id, test.expression, nil, listed: nil)
        } else {
          tally.note(test.id, test.expression, "was not stopped: \(test.raw)", listed: nil)
        }
        continue
      }
      let outcome = evaluator.evaluate(test.expression)
      if case .refused(let failure) = outcome {
        tally.note(
          test.id, test.expression, "refused: \(failure.issues.map(\.message))",
          listed: BackLibraryTests.expectedCosts[test.id])
        continue
      }
      tally.noteCost(test, "\(test.expect["cost"] ?? "")", evaluator, listed: BackLibraryTests.expectedCosts[test.id])
    }
    tally.report()
    print("celgo/cost_runtime: \(leftOut) left out, which give functions or has() a cost of their own")
  }
}

extension Tally {
  mutating func noteCost(_ test: Conformance.Case, _ expected: String, _ evaluator: Evaluator, listed: String?) {
    let cost = "\(evaluator.activation.cost)"
    note(test.id, test.expression, cost == expected ? nil : "costs \(cost), not \(expected)", listed: listed)
  }
}
