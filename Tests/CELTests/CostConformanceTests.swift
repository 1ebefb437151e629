import Foundation
import Testing

@testable import CEL

/// Static costs against cel-go's own tables, and against what the meter counts.
@Suite(.enabled(if: Conformance.isPresent, Conformance.skipReason))
struct CostConformanceTests {
  /// Cases where the estimate differs from cel-go's, and why. A case listed here that agrees fails the run.
  static let differing: [String: String] = [
    "celgo/ext_lists/045": "cel-go takes a computed length to have no bound, and the least to have none either",
    "celgo/ext_strings/142":
      "the size of joined texts of one length is known exactly; cel-go's range, of which this is the only case, is wider",
  ]

  @Test func `estimates are those of cel-go's table`() throws {
    // What the table's own estimator adds, as its README says.
    let year = FunctionDeclaration(
      name: "getFullYear",
      overloads: [
        .init(id: "timestamp_to_year", isMember: true, parameters: [.timestamp], result: .int, cost: 7) { _, _ in .int(0) }
      ])
    let most = FunctionDeclaration(
      name: "max",
      overloads: [
        .init(
          id: "list_bytes_max", isMember: true, parameters: [.list(.bytes)], result: .bytes,
          body: { _, arguments in arguments[0] },
          estimate: { arguments in
            // One for each element, and a tenth of its twelve bytes.
            CallEstimate(cost: arguments[0].count * CostEstimate(minimum: 1, maximum: 1 + 2))
          })
      ])
    var tally = Tally(name: "celgo/cost_estimate")
    for test in try Conformance.cases("celgo/cost_estimate") {
      if test.needsMessages {
        tally.messages += 1
        continue
      }
      try note(test, test.expect, Environment(functions: [year, most], variables: test.variables), &tally)
    }
    tally.report()
  }

  @Test(arguments: [
    "bindings", "comprehensions", "encoders", "format", "lists", "math", "regex", "sets", "strings",
  ])
  func `estimates of extension functions are those of cel-go`(file: String) throws {
    var tally = Tally(name: "celgo/ext_\(file) estimates")
    for test in try Conformance.cases("celgo/ext_" + file) {
      guard let expected = test.raw["estimate"] as? [String: Any] else { continue }
      try note(test, expected, Environment(functions: test.functions, variables: test.variables), &tally)
    }
    if tally.total > 0 { tally.report() }
  }

  private func note(
    _ test: Conformance.Case, _ expected: [String: Any], _ environment: Environment, _ tally: inout Tally
  ) throws {
    let minimum = try #require((expected["min"] as? String).flatMap(UInt64.init))
    let maximum = try #require((expected["max"] as? String).flatMap(UInt64.init))
    let hints = (test.raw["size_hints"] as? [String: Any] ?? [:]).compactMapValues { UInt64("\($0)") }
    var sizes = CostSizes(maximumSizes: hints)
    sizes.otherwise = { $0 == .bytes ? CostEstimate(upTo: 12) : nil }
    let estimate = try environment.compile(test.expression).costEstimate(sizes: sizes, model: .celGo)
    let fault = estimate == CostEstimate(minimum: minimum, maximum: maximum)
      ? nil : "costs \(estimate.minimum)...\(estimate.maximum), not \(minimum)...\(maximum)"
    tally.note(test.id, test.expression, fault, listed: Self.differing[test.id])
  }

  /// Expressions over one set of variables, whose sizes are what they are.
  @Test func `what the meter counts lies within the estimate`() throws {
    var most = Tally(name: "differential costs not above the estimate")
    var least = Tally(name: "differential costs not below the estimate")
    let cases = try Conformance.cases("differential/differential")
    let first = try #require(cases.first)
    var options = CompileOptions()
    options.comparesAcrossNumericTypes = false
    let evaluator = Evaluator(variables: first.variables, bindings: first.bindings, options: options)
    var sizes = CostSizes()
    for binding in first.bindings { sizes.variables[binding.name] = binding.value.size }
    var unbounded = 0
    var exact = 0
    for test in cases {
      guard case .value = evaluator.evaluate(test.expression) else { continue }
      let cost = UInt64(evaluator.activation.cost)
      evaluator.activation.release(to: evaluator.start)
      let estimate = try evaluator.environment.compile(test.expression).costEstimate(sizes: sizes)
      if estimate.maximum >= CostEstimate.unbounded / 1_000 { unbounded += 1 }
      if estimate == CostEstimate(exactly: cost) { exact += 1 }
      most.note(
        test.id, test.expression, cost <= estimate.maximum ? nil : "costs \(cost), estimated \(estimate)", listed: nil)
      least.note(
        test.id, test.expression, cost >= estimate.minimum ? nil : "costs \(cost), estimated \(estimate)",
        listed: Self.cheaper[test.id])
    }
    most.report()
    least.report()
    print("differential estimates: \(exact) exact, \(unbounded) without a bound, of \(most.total)")
  }

  @Test(arguments: [
    "cel/basic", "cel/bindings_ext", "cel/block_ext", "cel/comparisons", "cel/conversions", "cel/encoders_ext", "cel/fields",
    "cel/fp_math", "cel/integer_math", "cel/lists", "cel/logic", "cel/macros", "cel/macros2", "cel/math_ext", "cel/namespace",
    "cel/network_ext", "cel/optionals", "cel/parse", "cel/string", "cel/string_ext", "cel/timestamps", "celgo/cost_runtime",
    "celgo/ext_comprehensions", "celgo/ext_format", "celgo/ext_lists", "celgo/ext_math", "celgo/ext_regex", "celgo/ext_sets",
    "celgo/ext_strings",
  ])
  func `what the meter counts in the suites lies within the estimate`(file: String) throws {
    var tally = Tally(name: file + " costs within the estimate")
    for test in try Conformance.cases(file) where !test.needsMessages && !test.disablesCheck && !test.checksOnly {
      var options = CompileOptions()
      options.expandsMacros = !test.disablesMacros
      let evaluator = Evaluator(
        variables: test.variables, bindings: test.bindings, functions: test.functions, container: test.container,
        options: options)
      guard case .value = evaluator.evaluate(test.expression) else { continue }
      let cost = UInt64(evaluator.activation.cost)
      var sizes = CostSizes()
      for binding in test.bindings { sizes.variables[binding.name] = binding.value.size }
      let estimate = try evaluator.environment.compile(test.expression).costEstimate(sizes: sizes)
      let isWithin = estimate.minimum <= cost && cost <= estimate.maximum
      tally.note(
        test.id, test.expression, isWithin ? nil : "costs \(cost), estimated \(estimate)", listed: Self.cheaper[test.id])
    }
    tally.report()
  }

  /// Cases that cost less than the least, and why.
  static let cheaper: [String: String] = [:]
}

extension Datum {
  /// How large a value is, with all that is inside it.
  var size: ValueSize {
    func joined(_ parts: [Datum]) -> ValueSize? {
      parts.map(\.size).reduce(nil as ValueSize?) { sum, part in
        guard var sum else { return part }
        sum.count = sum.count.union(part.count)
        sum.isLeaf = sum.isLeaf && part.isLeaf
        if let elements = part.elements {
          sum.elements = sum.elements.map { ValueSize($0.count.union(elements.count)) } ?? elements
        }
        return sum
      }
    }
    switch self {
    case .string(let bytes):
      return .leaf(CostEstimate(exactly: UInt64(String(decoding: bytes, as: UTF8.self).unicodeScalars.count)))
    case .bytes(let bytes): return .leaf(CostEstimate(exactly: UInt64(bytes.count)))
    case .list(let elements): return ValueSize(CostEstimate(exactly: UInt64(elements.count)), elements: joined(elements))
    case .map(let entries):
      return ValueSize(
        CostEstimate(exactly: UInt64(entries.count)), elements: joined(entries.map(\.1)), keys: joined(entries.map(\.0)))
    case .optional(let content): return ValueSize(CostEstimate(exactly: 1), elements: content.map(\.size))
    default: return .one
    }
  }
}
