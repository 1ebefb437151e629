import Foundation
import Testing

@testable import CEL

/// The specification's own suite, evaluated.
@Suite(.enabled(if: Conformance.isPresent, Conformance.skipReason))
struct BackConformanceTests {
  /// Cases that fail, and why. A case listed here that passes fails the run.
  static let expectedFailures: [String: String] = [:]

  static let files = Conformance.specificationFiles

  @Test(arguments: files)
  func `the suite of the specification evaluates as it says`(file: String) throws {
    var tally = Tally(name: "cel/" + file)
    for test in try Conformance.cases("cel/" + file) {
      if test.needsMessages {
        tally.messages += 1
        continue
      }
      let fault = try BackConformanceTests.run(test, &tally)
      tally.note(test.id, test.expression, fault, listed: BackConformanceTests.expectedFailures[test.id])
    }
    tally.report()
  }

  @Test(arguments: Conformance.filesOfMessages)
  func `files that are left out hold nothing but messages`(file: String) throws {
    var tally = Tally(name: "cel/" + file)
    for test in try Conformance.cases("cel/" + file) {
      if test.needsMessages {
        tally.messages += 1
      } else {
        tally.note(test.id, test.expression, "is usable, and not run", listed: nil)
      }
    }
    tally.report()
  }

  /// What is wrong with the outcome of a test, if anything.
  static func run(_ test: Conformance.Case, _ tally: inout Tally) throws -> String? {
    var options = CompileOptions()
    options.expandsMacros = !test.disablesMacros
    options.comparesAcrossNumericTypes = false
    let evaluator = Evaluator(
      variables: test.variables, bindings: test.bindings, functions: test.functions, container: test.container,
      options: options)
    let outcome =
      test.checksOnly
      ? evaluator.check(test.expression) : evaluator.evaluate(test.expression, checks: !test.disablesCheck)
    let expectsError = test.expect["eval_error"] != nil
    switch outcome {
    case .refused(let failure):
      guard expectsError else { return "refused: \(failure.issues.map(\.message))" }
      tally.refused += 1
      return nil
    case .failure(let error):
      return expectsError || test.checksOnly ? nil : "failed: \(error.message)"
    case .value(let value, let type):
      if expectsError { return "gave \(value), not an error" }
      if let expected = try test.expectedType(), expected != type { return "has type \(type), not \(expected)" }
      if test.checksOnly { return nil }
      let expected = try test.expectedValue() ?? (test.expect["typed_result"] == nil ? .bool(true) : nil)
      guard let expected, value != expected else { return nil }
      return "gave \(value), not \(expected)"
    }
  }
}
