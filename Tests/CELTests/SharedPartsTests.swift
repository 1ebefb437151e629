import Testing

@testable import CEL

/// Values share their parts: forty names describe lists of 2⁴⁰ elements. Whatever walks through one must stop at a limit.
struct SharedPartsTests {
  /// `cel.bind(v0, [leaf, leaf], cel.bind(v1, [v0, v0], … body))`, in which `$` stands for the last name.
  private static func tower(_ body: String, part: (String) -> String = { "[\($0), \($0)]" }) -> String {
    let levels = 40
    let openings = (0..<levels).map { "cel.bind(v\($0), \(part($0 == 0 ? "d" : "v\($0 - 1)")), " }.joined()
    return openings + body.replacing("$", with: "v\(levels - 1)") + String(repeating: ")", count: levels)
  }

  private func outcome(_ expression: String) throws -> EvaluationError.Kind? {
    let environment = Environment(variables: [VariableDeclaration(name: "d", type: .dyn)])
    let program = try environment.compile(expression, expecting: nil)
    let activation = Activation(slotCount: 1, costLimit: 20_000)
    activation.bind(0, .int(1))
    return activation.error(of: activation.evaluate(program))?.kind
  }

  @Test(arguments: [
    "$ == $", "$ != [$]", "$ in [$, 1]", "sets.contains($, $)", "sets.equivalent([$], [$])", "sets.intersects([$], [$])",
    "[$, $].distinct().size() == 1", "$.flatten(100).size() > 0", "'%s'.format([$]).size() > 0", "{'a': $} == {'a': $}",
    "optional.of($) == optional.of($)",
  ])
  func `a tower of lists is not walked through for nothing`(body: String) throws {
    let kind = try outcome(Self.tower(body))
    // Lists of different lengths differ at once.
    #expect(kind == (body.contains("!=") ? nil : .costLimit), "\(body)")
  }

  @Test func `nor is a tower of maps or of optionals`() throws {
    #expect(try outcome(Self.tower("$ == $") { "{'a': \($0), 'b': \($0)}" }) == .costLimit)
    #expect(try outcome("cel.bind(z, optional.of([d, d])\(String(repeating: ".optMap(x, [x, x])", count: 40)), z == z)") == .costLimit)
  }

  @Test func `empty lists are visited too`() throws {
    let openings = (0..<40).map { "cel.bind(v\($0), \($0 == 0 ? "[[], []]" : "[v\($0 - 1), v\($0 - 1)]"), " }.joined()
    #expect(try outcome(openings + "v39.flatten(100).size() == 0" + String(repeating: ")", count: 40)) == .costLimit)
  }

  @Test func `long texts inside are paid for`() throws {
    let text = "lists.range(500).map(i, 'abcdefghij').join()"
    let body = "lists.range(300).map(i, t) == lists.range(300).map(i, u)"
    #expect(try outcome("cel.bind(t, \(text), cel.bind(u, \(text), \(body)))") == .costLimit)
  }

  @Test func `results are shown in short`() throws {
    let environment = Environment(variables: [VariableDeclaration(name: "d", type: .dyn)])
    let program = try environment.compile(Self.tower("$"), expecting: nil)
    let activation = Activation(slotCount: 1)
    activation.bind(0, .int(1))
    #expect(activation.evaluate(program).text(limit: 100).utf8.count <= 103)
  }
}
