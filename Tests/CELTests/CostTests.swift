import SourceText
import Testing

@testable import CEL

/// What expressions may cost, and how a refusal shows it.
struct CostTests {
  static let provider = Records([
    StructureDeclaration(
      name: "Agreement",
      fields: [
        FieldDeclaration(name: "title", type: .string, isOptional: false),
        FieldDeclaration(name: "targets", type: .list(.structure("Target")), isOptional: false, maximumCount: 500),
        FieldDeclaration(name: "partners", type: .list(.structure("Partner")), isOptional: true, maximumCount: 200),
        FieldDeclaration(name: "notes", type: .list(.string), isOptional: true),
        FieldDeclaration(
          name: "figures", type: .map(.string, .list(.int)), isOptional: true, maximumCount: 50, innerMaximumCounts: [12]),
      ]),
    StructureDeclaration(
      name: "Target",
      fields: [
        FieldDeclaration(name: "id", type: .int, isOptional: false),
        FieldDeclaration(name: "areas", type: .list(.int), isOptional: true, maximumCount: 10),
      ]),
    StructureDeclaration(name: "Partner", fields: [FieldDeclaration(name: "id", type: .int, isOptional: false)]),
  ])

  struct Records: TypeProvider {
    let byName: [String: StructureDeclaration]
    init(_ structures: [StructureDeclaration]) {
      byName = Dictionary(uniqueKeysWithValues: structures.map { ($0.name, $0) })
    }
    func structure(named name: String) -> StructureDeclaration? { byName[name] }
  }

  static let environment = Environment(
    functions: [
      FunctionDeclaration(
        name: "neighbours",
        overloads: [
          .init(id: "neighbours", parameters: [.int], result: .list(.int), cost: 10, maximumCount: 20) { _, _ in .emptyList }
        ]),
      FunctionDeclaration(
        name: "total",
        overloads: [
          .init(
            id: "total", parameters: [.list(.int)], result: .int, body: { _, _ in .int(0) },
            estimate: { CallEstimate(cost: $0[0].count + 1) })
        ]),
    ],
    variables: [
      VariableDeclaration(name: "document", type: .structure("Agreement")),
      VariableDeclaration(name: "items", type: .list(.int)), VariableDeclaration(name: "n", type: .int),
    ], provider: provider)

  private func estimate(_ expression: String, _ sizes: CostSizes = CostSizes()) throws -> CostEstimate {
    try Self.environment.compile(expression).costEstimate(sizes: sizes)
  }

  @Test(arguments: [
    // A loop: two for its range, one for the result, three for each turn and what the predicate costs.
    ("document.targets.all(t, t.id > n)", 2 + 1 + 500 * (3 + 4)),
    // A list that the schema does not bound.
    ("document.notes.all(x, true)", CostEstimate.unbounded),
    // Sizes go through filter, map, concatenation, ternaries, bindings, optionals and indices.
    ("document.targets.filter(t, true).all(t, true)", 2 + 11 + 500 * 13 + 1 + 500 * 3),
    ("(document.targets.map(t, t.id) + neighbours(n)).all(x, true)", 2 + 11 + 500 * 14 + 11 + 1 + 2 + 1 + 520 * 3),
    ("(n > 0 ? document.targets : []).all(t, true)", 2 + 10 + 1 + 500 * 3),
    ("cel.bind(x, document.targets, x.all(t, true))", 10 + 2 + 1 + 1 + 500 * 3),
    ("document.?partners.orValue([]).all(p, true)", 2 + 10 + 1 + 200 * 3),
    ("document.figures.all(k, document.figures[k].all(x, true))", 2 + 1 + 50 * (3 + 3 + 1 + 12 * 3)),
    ("document.targets.all(t, n in t.areas)", 2 + 1 + 500 * (3 + 1 + 2 + 10)),
    ("document.targets.all(t, document.partners.all(p, true))", 2 + 1 + 500 * (3 + 2 + 1 + 200 * 3)),
    // Functions of the host.
    ("neighbours(n).all(x, true)", 11 + 1 + 20 * 3), ("total(neighbours(n))", 11 + 1 + 20),
    // A list as long as another.
    ("lists.range(size(document.targets)).all(i, true)", 2 + 1 + 11 + 500 + 1 + 500 * 3),
    ("neighbours(n).map(i, [i, i]).flatten().all(i, true)", 11 + 11 + 20 * 24 + 11 + 20 + 2 + 1 + 40 * 3),
    // Sorting compares each with each.
    ("neighbours(n).sort() == []", 11 + 11 + 2 * 20 * 20 + 10 + 0),
  ] as [(String, UInt64)])
  func `the most is the product of the loops`(expression: String, most: UInt64) throws {
    #expect(try estimate(expression).maximum == most)
  }

  @Test func `hints by path tell sizes of elements, keys and values`() throws {
    let environment = Environment(variables: [VariableDeclaration(name: "m", type: .map(.string, .list(.string)))])
    let sizes = CostSizes(maximumSizes: ["m": 5, "m.@values": 4, "m.@keys": 30, "m.@values.@items": 100])
    let expression = try environment.compile("m.all(k, m[k].exists(x, x == k))")
    // 30 characters are compared at most: three units.
    #expect(expression.costEstimate(sizes: sizes) == CostEstimate(minimum: 2, maximum: 2 + 5 * (3 + 2 + 1 + 4 * (4 + 2 + 3))))
  }

  @Test func `results carry their sizes to other expressions`() throws {
    let first = try Self.environment.compile("document.targets.map(t, t.areas)").costReport()
    #expect(first.result.count == CostEstimate(upTo: 500))
    var sizes = CostSizes()
    sizes.variables["found"] = first.result
    let environment = Self.environment.adding([VariableDeclaration(name: "found", type: .list(.list(.int)))])
    let second = try environment.compile("found.all(areas, areas.all(a, true))")
    #expect(second.costEstimate(sizes: sizes).maximum == 1 + 1 + 500 * (3 + 1 + 1 + 10 * 3))
  }

  @Test func `sums and products saturate`() {
    let unbounded = CostEstimate.unknown
    #expect((unbounded + unbounded).maximum == CostEstimate.unbounded)
    #expect((unbounded * 3).maximum == CostEstimate.unbounded)
    #expect((CostEstimate(exactly: 1 << 40) * CostEstimate(exactly: 1 << 40)).minimum == CostEstimate.unbounded)
    #expect(CostEstimate.unbounded.part(10) == CostEstimate.unbounded)
  }

  @Test(arguments: [
    Specimen(
      "⟦document.targets⟧.all(t, document.partners.exists(p, p.id == t.id && n in t.areas))",
      "this may take 2,203,003 steps, and 1,000 are allowed: document.targets × document.partners: 500 × 200 × 22 → "
        + "lower the bound of Agreement.targets or of Agreement.partners, or go through fewer elements"),
    Specimen(
      "⟦document.targets⟧.all(t, document.notes.all(x, true))",
      "this may take any number of steps, and 1,000 are allowed: document.targets × document.notes: 500 × any number × 3 → "
        + "give Agreement.notes maxItems in its schema"),
    Specimen(
      "⟦items⟧.all(x, x > 0)",
      "this may take any number of steps, and 1,000 are allowed: items: any number × 5 → give 'items' a greatest size"),
    Specimen(
      "⟦document.title.contains('council')⟧",
      "this may take any number of steps, and 1,000 are allowed: contains(): any number → "
        + "give Agreement.title a greatest size in its schema"),
    Specimen(
      "⟦document.targets\n  .filter(t, t.id > 0)⟧.all(t, t.areas.all(a, a > 0))",
      "this may take 36,014 steps, and 1,000 are allowed: document.targets .filter(t, t.id > 0) × t.areas: 500 × 10 × 5 → "
        + "lower the bound of Agreement.targets or of Target.areas, or go through fewer elements"),
  ])
  func `a refusal shows the arithmetic`(specimen: Specimen) throws {
    let issue = try #require(try Self.environment.compile(specimen.expression).costIssue(limit: 1_000))
    #expect(Specimen.shown([issue], in: specimen.expression) == specimen.shown)
    #expect(try Self.environment.compile("document.targets[0].id == n").costIssue(limit: 1_000) == nil)
  }

  @Test func `a record that holds itself is measured without end`() throws {
    let person = StructureDeclaration(
      name: "Person",
      fields: (0..<10).map { FieldDeclaration(name: "f\($0)", type: .structure("Person"), isOptional: true) })
    let environment = Environment(
      variables: [VariableDeclaration(name: "a", type: .structure("Person"))], provider: Records([person]))
    #expect(try environment.compile("a == a.f1").costEstimate().maximum == CostEstimate.unbounded)
  }

  @Test func `the deepest expression is estimated on a small stack`() async throws {
    let text = String(repeating: "(n > 0 ? [1] : ", count: 80) + "[2]" + String(repeating: ")", count: 80)
    let cost = try await Task.detached { try Self.environment.compile(text).costEstimate() }.value
    #expect(cost.maximum > 80)
  }
}

/// Patterns that are larger than they look.
struct PatternCostTests {
  private func cost(_ expression: String) throws -> Int64 {
    let evaluator = Evaluator(
      variables: [.init(name: "s", type: .string), .init(name: "p", type: .string)],
      bindings: [
        (name: "s", value: .string(Array(String(repeating: "ab", count: 50).utf8))), (name: "p", value: .string(Array("x+".utf8))),
      ])
    guard case .value = evaluator.evaluate(expression) else { throw Failure() }
    return evaluator.activation.cost
  }

  private struct Failure: Error {}

  @Test func `a plain pattern costs what cel-go takes, however it is given`() throws {
    #expect(try cost("s.matches('x+')") == 12)
    #expect(try cost("s.matches(p)") == 13)
  }

  @Test(arguments: [
    // An ordinary pattern, of classes and counts too, costs what its length costs.
    ("s.matches('^[a-z]+-[0-9]{3}$')", 56), ("s.matches('\\\\pL{2,}')", 23), ("s.matches('(?i)[^x].{0,12}council')", 67),
    // 801 places from 12 characters; a text of 100 is eleven tens.
    ("s.matches('(?:a.){400}b')", 11 * (3 + 801 - 2 * 12) + 1),
  ] as [(String, Int64)])
  func `a literal pattern pays for its length, and for what its repeats write out to`(expression: String, expected: Int64) throws {
    #expect(try cost(expression) == expected)
  }

  @Test func `a pattern that is computed pays for its classes, in vain or not`() throws {
    let letters = try cost("s.matches(p + '\\\\pL')")
    #expect(letters > 3_000)
    // Whether it was used before makes no difference.
    #expect(try cost("s.matches(p + '\\\\pL') == s.matches(p + '\\\\pL')") == 2 * letters + 1)
    // A pattern with a fault has built its classes too.
    #expect(try cost("s.matches(p + '\\\\pL(') || true") > 3_000)
  }

  @Test func `a pattern that is part of a literal is not that literal`() throws {
    let outcome = Evaluator().evaluate("regex.extract('xyz', 'abc'.substring(0, 1)).orValue('none') + regex.extract('abc', 'abc').value()")
    guard case .value(let value, _) = outcome else { throw Failure() }
    #expect(value == .string(Array("noneabc".utf8)))
  }
}
