import Foundation
import Testing

@testable import CEL

/// The checker against cel-go's own table, the specification's suite and the differential table.
@Suite(.enabled(if: Conformance.isPresent, Conformance.skipReason))
struct CheckerConformanceTests {
  /// Cases where we differ on purpose, and why.
  static let differing: [String: String] = [
    "celgo/checker/106": "the table does not say that it runs without comparison across numeric types, as 107 to 111 run with it"
  ]

  @Test func `types are those of the checker table`() throws {
    try compare("celgo/checker", as: "celgo/checker", with: Self.differing) { test in
      var options = CompileOptions()
      options.requiresHomogeneousLiterals = test.raw["homogeneous_aggregate_literals"] as? Bool ?? false
      return Environment(
        libraries: [.standard, .optionals], functions: test.functions, variables: test.variables,
        container: test.container, options: options)
    }
  }

  @Test func `types are those that the suite deduces`() throws {
    try compare("cel/type_deduction", as: nil, with: [:], Self.suiteEnvironment)
  }

  /// An expression that the suite evaluates must pass the check, unless an error is expected anyway.
  @Test(arguments: Conformance.specificationFiles)
  func `expressions of the suite pass the check`(file: String) throws {
    for test in try Conformance.cases("cel/" + file) where !test.needsMessages && !test.disablesCheck {
      do throws(CompileFailure) {
        _ = try Self.suiteEnvironment(test).compile(test.expression)
      } catch {
        if test.expect["eval_error"] == nil {
          Issue.record("\(test.id) \(test.expression): \(error.issues.map(\.message))")
        }
      }
    }
  }

  @Test func `types are those of the differential table`() throws {
    try compare("differential/differential", as: "differential types", with: [:], Self.suiteEnvironment)
  }

  /// What cel-go refuses before evaluation we refuse too, and nothing else.
  @Test(arguments: ["bindings", "comprehensions", "encoders", "lists", "math", "regex", "sets", "strings"])
  func `expressions of the extension tables pass unless they are refused there`(file: String) throws {
    for test in try Conformance.cases("celgo/ext_" + file) where !test.needsMessages && !test.disablesCheck {
      let isRefused = test.expect["static_error"] != nil
      do throws(CompileFailure) {
        let type = try Self.suiteEnvironment(test).compile(test.expression).type
        if isRefused { Issue.record("\(test.id) \(test.expression): passes as \(type)") }
      } catch {
        if !isRefused { Issue.record("\(test.id) \(test.expression): \(error.issues.map(\.message))") }
      }
    }
  }

  static func suiteEnvironment(_ test: Conformance.Case) -> Environment {
    var options = suite.options
    options.expandsMacros = !test.disablesMacros
    // Functions are declared once; only few tests bring their own.
    let base =
      test.functions.isEmpty
      ? suite : Environment(libraries: Library.all + [.block, .network], functions: test.functions)
    return base.adding(test.variables).with(container: test.container).with(options: options)
  }

  private static let suite = {
    var options = CompileOptions()
    options.comparesAcrossNumericTypes = false
    return Environment(libraries: Library.all + [.block, .network], options: options)
  }()

  private func compare(
    _ file: String, as name: String?, with differing: [String: String], _ environment: (Conformance.Case) -> Environment
  ) throws {
    var tally = Tally(name: name ?? file)
    for test in try Conformance.cases(file) {
      if test.needsMessages {
        tally.messages += 1
        continue
      }
      let expectsError = test.expect["check_error"] != nil
      var problem: String?
      do throws(CompileFailure) {
        let environment = environment(test)
        let checked = try environment.compile(test.expression)
        let type = checked.type
        if expectsError {
          // cel-go looks at literal formats and patterns after the check, as planning does here.
          _ = try environment.plan(checked, source: Array(test.expression.utf8))
          problem = "passes as \(type)"
        } else if let wanted = expectedType(test), type != wanted {
          problem = "\(type), not \(wanted)"
        }
      } catch {
        if !expectsError { problem = error.issues.map(\.message).joined(separator: "; ") }
      }
      tally.note(test.id, test.expression, problem, listed: differing[test.id])
    }
    // The suite's own row is that of its evaluation.
    tally.report(inTable: name != nil)
  }

  private func expectedType(_ test: Conformance.Case) -> CELType? {
    (try? test.expectedType()) ?? nil
  }
}
