import SourceText
import Testing

@testable import CEL

@Suite struct CheckerTests {
  static let environment = AgreementTypes.environment

  static let faults: [Specimen] = [
    // Names
    Specimen("⟦agrement⟧.title", "'agrement' is not declared → did you mean 'agreement'?"),
    Specimen("⟦x⟧ + ⟦y⟧ > 1", "'x' is not declared", "'y' is not declared"),
    Specimen("agreement.⟦partnres⟧.size() > 0", "Agreement has no field 'partnres' → did you mean 'partners'?"),
    Specimen("agreement.⟦zzz⟧", "Agreement has no field 'zzz' → its fields are title, partners, targets, review, note"),
    Specimen("has(agreement.⟦tilte⟧)", "Agreement has no field 'tilte' → did you mean 'title'?"),
    Specimen("agreement.?⟦tilte⟧", "Agreement has no field 'tilte' → did you mean 'title'?"),
    Specimen(
      "agreement.partners.exists(p, p.⟦nam⟧ == text)", "Partner has no field 'nam' → did you mean 'name'?"),
    Specimen("agreement.⟦`in`⟧", "Agreement has no field 'in' → its fields are title, partners, targets, review, note"),
    Specimen(
      "agreement.partners.⟦name⟧",
      "a list has no fields → write .map(x, x.name) for all of its elements, or [0].name for the first"),
    Specimen("count.⟦value⟧", "a value of type int has no fields"),
    Specimen("text.⟦startswith⟧('a')", "there is no function 'startswith' → did you mean 'startsWith'?"),
    Specimen("⟦len⟧(text)", "there is no function 'len'"),
    Specimen("math.⟦celi⟧(share)", "there is no function 'math.celi' → did you mean 'math.ceil'?"),
    Specimen("names.⟦exist⟧(n, n == 'a')", "there is no function 'exist' → did you mean 'exists'?"),
    Specimen("names.⟦all⟧(text)", "all() is not written like this → write list.all(x, condition)"),
    Specimen("⟦Agrement⟧{title: 'a'}", "there is no record type 'Agrement'"),
    Specimen("⟦int⟧{}", "'int' is not a record type"),
    Specimen("Partner{name: ⟦1⟧, ⟦vots⟧: 2}", "field 'name' is string, and this is int", "Partner has no field 'vots' → did you mean 'votes'?"),
    // Numbers
    Specimen("share ⟦*⟧ 2", "'*' cannot combine double and int → write 2.0"),
    Specimen("count ⟦/⟧ share", "'/' cannot combine int and double → write double(count)"),
    Specimen("count ⟦+⟧ 1u", "'+' cannot combine int and uint → write int(1u)"),
    Specimen("share ⟦==⟧ count", "'==' compares values of one type, and these are double and int → write double(count)"),
    Specimen("share ⟦%⟧ 2.0", "'%' is for whole numbers only, and these are double and double"),
    Specimen("math.⟦ceil⟧(count)", "'math.ceil' does not take (int) → write double(count)"),
    Specimen("names⟦[0.5]⟧", "a list is indexed by int, not by double → write int(0.5)"),
    Specimen("⟦-⟧1u == 0u", "'-' cannot negate uint → write -int(1u)"),
    // Text
    Specimen("'a' ⟦+⟧ count", "'+' cannot combine string and int → write string(count)"),
    Specimen("text ⟦==⟧ null", "string is never null"),
    Specimen(
      "agreement.title ⟦!=⟧ null", "string is never null → to ask whether it is there, write has(agreement.title)"),
    Specimen("'a' ⟦in⟧ text", "'in' looks into a list or a map, and this is string → write text.contains('a')"),
    Specimen("1 ⟦in⟧ names", "'in' cannot find int in list(string)"),
    Specimen("text⟦[0]⟧ == 'a'", "a string has no index → write text.charAt(0)"),
    Specimen("agreement⟦['title']⟧", "Agreement is a record: its fields are named after a dot"),
    Specimen("agreement.targets⟦[1]⟧", "the keys of this map are string, and this is int"),
    Specimen(
      "text.⟦startsWith⟧(1)", "'startsWith' does not take (string, int) → it is written string.startsWith(string)"),
    Specimen("⟦startsWith⟧(text, 'a')", "'startsWith' is a method → write string.startsWith(string)"),
    Specimen(
      "text.⟦startsWith⟧()", "'startsWith' needs arguments → it is written string.startsWith(string)"),
    Specimen("text.⟦trim⟧(1, 2)", "'trim' does not take 2 arguments → it is written string.trim()"),
    Specimen("text ⟦<⟧ 1", "'<' cannot order string and int"),
    Specimen("names ⟦<⟧ names", "'<' cannot order list(string) and list(string)"),
    Specimen("timestamp('2020-01-01T00:00:00Z') ⟦>⟧ '2019'", "'>' cannot order timestamp and string → write timestamp('2019')"),
    // Conditions
    Specimen("⟦count⟧ && ⟦names⟧", "'&&' joins conditions, and this is int → compare it with something, like > 0", "'&&' joins conditions, and this is list(string) → ask for its size() > 0"),
    Specimen("⟦!⟧text", "'!' joins conditions, and this is string → compare it with something, like != ''"),
    Specimen("⟦text⟧ ? 1 : 2", "a condition must be bool, and this is string → compare it with something, like != ''"),
    Specimen("true ? 1 : ⟦'a'⟧", "the two sides of ':' must have one type, and these are int and string"),
    Specimen("names.all(n, ⟦n⟧)", "'&&' joins conditions, and this is string → compare it with something, like != ''"),
    Specimen("names.filter(n, ⟦n⟧)", "a condition must be bool, and this is string → compare it with something, like != ''"),
    Specimen("⟦text⟧.all(c, c == 'a')", "all goes through a list or a map, and this is string"),
    Specimen("⟦count⟧.transformList(i, v, v)", "transformList goes through a list or a map, and this is int"),
    Specimen("names.transformMapEntry(i, v, ⟦v⟧)", "transformMapEntry() needs a map here, like {key: value}, and this is string"),
    Specimen("[agreement].⟦sortBy⟧(a, a.partners)", "sortBy() cannot order keys of type list(Partner)"),
    Specimen("math.⟦greatest⟧(text)", "'math.greatest' does not take (string) → it is written math.greatest(double) or math.greatest(int) or math.greatest(uint) …"),
    // Optional values
    Specimen("[?⟦text⟧]", "'?' adds an optional value, and this is string → leave out the '?', or write optional.of(…)"),
    Specimen("agreement.?title ⟦==⟧ 'a'", "'==' compares values of one type, and these are optional(string) and string"),
  ]

  @Test(arguments: faults)
  func `a fault of types is shown at its place with what to write`(specimen: Specimen) {
    do {
      let expression = try Self.environment.compile(specimen.expression)
      Issue.record("passes as \(expression.type)")
    } catch {
      #expect(Specimen.shown(error.issues, in: specimen.expression) == specimen.shown)
    }
  }

  static let deduced: [(String, CELType)] = [
    ("agreement.partners.map(p, p.name)", .list(.string)),
    ("agreement.partners.filter(p, has(p.share)).map(p, p.share)[0]", .double),
    ("agreement.targets.transformList(k, t, k)", .list(.string)),
    ("agreement.targets.transformMap(k, t, k + 'x')", .map(.string, .string)),
    ("agreement.targets['a']", .structure("Target")),
    ("agreement.?review.due", .optional(.timestamp)),
    ("agreement.?review.?due.orValue(timestamp(0)) < timestamp(1)", .bool),
    ("agreement.note == null", .bool),
    ("agreement.note == 'a'", .bool),
    ("agreement.review == null", .bool),
    ("[null, agreement.note]", .list(.wrapper(.string))),
    ("Partner{name: 'a', ?share: optional.none()}.share", .double),
    ("1 < 2.0 && 1u >= share", .bool),
    ("anything.a.b + 1", .int),
    ("anything + anything", .dyn),
    ("limit.low + 1", .int),
    ("type(count) == int && type(names) == list && int != string", .bool),
    ("agreement.partners.sortBy(p, p.name)[0].name", .string),
    ("cel.bind(low, limit.low, low * 2)", .int),
    ("optional.of(count).optMap(c, string(c))", .optional(.string)),
    ("agreement.?review.optFlatMap(r, r.?due)", .optional(.timestamp)),
    ("math.greatest(count, share)", .dyn),
    ("size(names) == names.size()", .bool),
    ("timestamp(0).getHours('UTC')", .int),
  ]

  @Test(arguments: deduced)
  func `a type is deduced`(expression: String, type: CELType) throws {
    do {
      #expect(try Self.environment.compile(expression).type == type)
    } catch {
      Issue.record("\(error.issues.map(\.message))")
    }
  }

  @Test func `names get slots, locals, types and overloads`() throws {
    let expression = try Self.environment.compile("limit.low + 1 == size(names.map(n, n + text)) && int == int")
    var shown: [String] = []
    for (node, reference) in expression.references.enumerated() {
      guard let reference else { continue }
      let text = expression.tree.text(at: expression.tree.ranges[node])
      switch reference {
      case .variable(let slot): shown.append("\(text): \(Self.environment.variables[slot].name)")
      case .local(_, let which): shown.append("\(text): \(which)")
      case .element(_, let index): shown.append("\(text): element \(index)")
      case .type(let type): shown.append("\(text): type \(type)")
      case .function(let function):
        let ids = function.overloads.map { Self.environment.functions.overloads[$0].id }
        shown.append("\(expression.tree.text(at: expression.tree.nameRanges[node])): \(ids.joined(separator: " "))")
      }
    }
    #expect(
      shown == [
        "limit.low: limit.low", "+: add_int64", "names: names", "n: iteration", "text: text", "+: add_string",
        "names.map(n, n + text): accumulator", "n + text: add_list", "names.map(n, n + text): accumulator",
        "size: size_list", "==: equals", "int: type int", "int: type int", "==: equals", "&&: logical_and",
      ])
  }

  @Test func `an unchecked tree means the same where names are declared`() throws {
    let tree = try Self.environment.parse("limit.low + math.abs(1) == text.size() && missing(unknown) && text.size(1, 2)")
    let resolved = Self.environment.resolve(tree)
    #expect(!resolved.isChecked)
    var shown: [String] = []
    for (node, reference) in resolved.references.enumerated() {
      guard case .function(let function)? = reference else { continue }
      let ids = function.overloads.map { Self.environment.functions.overloads[$0].id }
      shown.append(
        "\(tree.text(at: tree.nameRanges[node])) \(function.takesTarget ? "on its target" : "alone"): \(ids.count)")
    }
    #expect(
      shown == [
        "abs alone: 3", "+ alone: 9", "size on its target: 4", "== alone: 1", "size on its target: 0", "&& alone: 1",
      ])
    let unknown = tree.nodes.indices.filter { if case .identifier("unknown") = tree.nodes[$0] { true } else { false } }
    #expect(unknown.allSatisfy { resolved.references[$0] == nil })
  }

  @Test func `variables are added without losing any, and hide those of the same name`() throws {
    let child = Self.environment.adding([
      VariableDeclaration(name: "count", type: .string), VariableDeclaration(name: "extra", type: .int),
    ])
    #expect(child.variableCount == Self.environment.variableCount + 2)
    #expect(try child.compile("count + text").type == .string)
    #expect(try Self.environment.compile("count + 1").type == .int)
    #expect(child.slot(named: "extra") == child.variableCount - 1)
    #expect(child.functions === Self.environment.functions)
  }

  @Test func `a container is searched from the inside out`() throws {
    let environment = Environment(
      libraries: [.standard],
      functions: [FunctionDeclaration(name: "a.f", overloads: [.init(id: "a_f", parameters: [], result: .int)])],
      variables: [
        VariableDeclaration(name: "a.b.x", type: .int), VariableDeclaration(name: "a.x", type: .string),
        VariableDeclaration(name: "x", type: .bool), VariableDeclaration(name: "a.y.z", type: .bytes),
      ],
      container: "a.b")
    #expect(try environment.compile("x").type == .int)
    #expect(try environment.compile("a.x").type == .string)
    #expect(try environment.compile(".x").type == .bool)
    #expect(try environment.compile("y.z").type == .bytes)
    #expect(try environment.compile("f()").type == .int)
    #expect(try environment.compile(".a.f()").type == .int)
    #expect(throws: CompileFailure.self) { try environment.compile(".f()") }
  }

  @Test func `types that would double with every level are refused in time`() {
    let levels = 60
    let opening = (1...levels).map { "cel.bind(v\($0), {v\($0 - 1): v\($0 - 1)}, " }.joined()
    let expression = "cel.bind(v0, 1, " + opening + "v\(levels)" + String(repeating: ")", count: levels + 1)
    do {
      _ = try Environment().compile(expression)
      Issue.record("passes")
    } catch {
      #expect(error.issues.map(\.message) == ["the type of this is too large to be checked"])
    }
  }

  @Test func `the nearest name is suggested, and a far one is not`() {
    let names = ["partners", "targets", "title", "startsWith"]
    #expect(Suggestion.nearest(to: "partnres", among: names) == "partners")
    #expect(Suggestion.nearest(to: "startswith", among: names) == "startsWith")
    #expect(Suggestion.nearest(to: "target", among: names) == "targets")
    #expect(Suggestion.nearest(to: "body", among: names) == nil)
    #expect(Suggestion.nearest(to: "x", among: ["y"]) == nil)
    #expect(Suggestion.nearest(to: "abcd", among: ["abce", "abcc"]) == "abcc")
    #expect(Suggestion.nearest(to: String(repeating: "a", count: 65), among: [String(repeating: "a", count: 66)]) == nil)
  }
}
