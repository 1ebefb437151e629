import SourceText
import Testing

@testable import CEL

@Suite struct ParserTests {
  static let environment = Environment()

  static let faults: [Specimen] = [
    // Operators of other languages
    Specimen("a ⟦=⟧ b", "'=' is not an operator: two values are compared with '==' → write =="),
    Specimen("a ⟦===⟧ b", "'===' is not an operator here → write =="),
    Specimen("a ⟦!==⟧ b", "'!==' is not an operator here → write !="),
    Specimen("a ⟦<>⟧ b", "'<>' is not an operator here → write !="),
    Specimen("a ⟦=>⟧ b", "'=>' is not an operator here → write >="),
    Specimen(
      "a ⟦&⟧ b ⟦|⟧ c", "'&' is not an operator here → write &&", "'|' is not an operator here → write ||"),
    Specimen(
      "a ⟦and⟧ ⟦not⟧ b ⟦or⟧ c", "'and' is not an operator here → write &&", "'not' is not an operator here → write !",
      "'or' is not an operator here → write ||"),
    Specimen("a ⟦≤⟧ b", "≤ is not an operator → write <="),
    Specimen("a ⟦–⟧ b", "– is not the minus sign of the keyboard → write -"),
    Specimen("!⟦-⟧x", "'!' cannot be followed by '-' → put the rest in parentheses"),
    Specimen("-⟦!⟧x", "'-' cannot be followed by '!' → put the rest in parentheses"),
    Specimen("a ? b ⟦?⟧ c : d : e", "a '?' inside another needs parentheses → write a ? (b ? c : d) : e"),
    Specimen(
      "a⟦?⟧.b", "the other half of 'condition ? yes : no' is missing: ':' is expected here → for a field that may be missing, the dot comes first: a.?b"),
    // Strings
    Specimen(
      "name == ⟦'abc⟧", "this string has no closing ' → a string over several lines is written between three quotes"),
    Specimen("⟦\"\"\"abc⟧", "this string has no closing \"\"\""),
    Specimen("name == ⟦‘⟧abc⟦’⟧", "‘ is a typographic quotation mark → write a straight one: '", "’ is a typographic quotation mark → write a straight one: '"),
    Specimen("'a⟦\\d⟧'", "\\d is not an escape → write \\\\ for a backslash, or put r before the string"),
    Specimen("'⟦\\u12⟧'", "\\u must be followed by four hexadecimal digits"),
    Specimen("'⟦\\ud83d⟧'", "U+D83D is not a Unicode character"),
    Specimen("'⟦\\4⟧00'", "\\4 is not an escape → write \\\\ for a backslash, or put r before the string"),
    Specimen(
      "b'⟦\\u00e9⟧'", "\\u and \\U stand for characters, and bytes have none → write \\x and two digits for each byte"),
    // Numbers
    Specimen(
      "⟦9223372036854775808⟧", "this number is too large for an int → the range is -9223372036854775808 to 9223372036854775807"),
    Specimen("⟦18446744073709551616u⟧", "this number is too large for a uint → the range is 0u to 18446744073709551615u"),
    Specimen("⟦1e999⟧", "this number is too large for a double"),
    Specimen("12⟦kg⟧", "the number 12 runs into 'kg' → put an operator or a space between them"),
    // Structure
    Specimen("⟦⟧", "there is no expression here"),
    Specimen("a +⟦⟧", "the expression ends where a value should follow"),
    Specimen("(a + b⟦⟧", "')' is expected here to close '(', not the end"),
    Specimen("[1, 2⟦)⟧", "']' is expected here to close '[', not ')'"),
    Specimen("[1 ⟦2⟧]", "a second value begins here without an operator before it"),
    Specimen("a ⟦b⟧", "a second value begins here without an operator before it"),
    Specimen("a ⟦)⟧", "')' does not belong here → an operator or the end is expected"),
    Specimen("f(a⟦,⟧)", "the list of arguments ends with a comma → remove it"),
    Specimen("{'a'⟦}⟧", "':' is expected here between key and value, not '}'"),
    Specimen("⟦*⟧ 2", "a value is expected here, not '*'"),
    Specimen("a.⟦'b'⟧", "a field name cannot be in quotes → write ['b'] without the dot"),
    Specimen("a.⟦in⟧", "'in' cannot follow a dot as it is → write .`in` or ['in']"),
    Specimen("a.⟦⟧", "the name of a field is expected here, not the end"),
    Specimen("⟦for⟧ + ⟦var⟧", "'for' is a reserved word and cannot be a name by itself", "'var' is a reserved word and cannot be a name by itself"),
    Specimen("a ⟦;⟧", "';' means nothing here: an expression is one value"),
    Specimen("a ⟦#⟧", "'#' means nothing here → a comment begins with //"),
    Specimen("a⟦\u{A0}⟧+ b", "there is a no-break space here → write an ordinary space"),
    Specimen("⟦`a`⟧ + b", "back quotes are only for fields, after a dot"),
    Specimen(
      "a.⟦`$b`⟧", "a name in back quotes may hold only letters, digits, '_', '.', '-', '/' and spaces → use an index for any other name: a['name']"),
    // Macros
    Specimen("has(⟦a['b']⟧)", "has() asks for a field, like has(a.b) → write has(a.b)"),
    Specimen(
      "has(⟦a['helm.sh/chart']⟧)",
      "has() asks for a field, like has(a.b) → write has(a.`helm.sh/chart`), or 'helm.sh/chart' in a"),
    Specimen("has(⟦a.b[c]⟧)", "has() asks for a field, like has(a.b) → write c in a.b"),
    Specimen("has(⟦a.?b⟧)", "has() asks for a field, like has(a.b) → write has(a.b)"),
    Specimen("has(⟦a⟧)", "has() asks for a field, like has(a.b)"),
    Specimen("[1].all(⟦x.y⟧, true)", "all needs a plain name here for its variable"),
    Specimen("[1].all(⟦__result__⟧, true)", "'__result__' is the name under which macros keep their result → choose another name"),
    Specimen("[1].all(i, ⟦i⟧, true)", "the two variables have the same name 'i'"),
    Specimen("⟦math.greatest()⟧", "math.greatest() needs at least one argument"),
    Specimen("math.least(1, ⟦true⟧)", "math.least() compares numbers only"),
    Specimen("math.least(⟦[]⟧)", "math.least() of one argument needs a number, or a list of numbers that is not empty"),
  ]

  @Test(arguments: faults)
  func `a fault is shown at its place with what to write`(specimen: Specimen) {
    do {
      let tree = try Self.environment.parse(specimen.expression)
      Issue.record("is read as \(tree.text)")
    } catch {
      #expect(Specimen.shown(error.issues, in: specimen.expression) == specimen.shown)
    }
  }

  static let meanings: [(String, String)] = [
    ("1.e3", "1.e3"),
    (".5 + 1e3 + 1.5e-3", "_+_(_+_(0.5, 1000.0), 0.0015)"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("1e-400 - 5e-324", "_-_(0.0, 5e-324)"),
    ("-0x8000000000000000 + 0xFu", "_+_(-9223372036854775808, 15u)"),
    ("-0.0", "-0.0"),
    ("--5", "5"),
    ("---x", "-_(x)"),
    ("!!x", "x"),
    ("!-1", "!_(-1)"),
    ("4--4", "_-_(4, -4)"),
    ("a || b || c && d && e", "(a _||_ b _||_ (c _&&_ d _&&_ e))"),
    ("a ? b : c ? d : e", "_?_:_(a, b, _?_:_(c, d, e))"),
    ("a - b - c", "_-_(_-_(a, b), c)"),
    ("a < b == c", "_==_(_<_(a, b), c)"),
    ("1 in [1] && 1in[1]", "(@in(1, [1]) _&&_ @in(1, [1]))"),
    ("[,]", "[]"),
    ("{,}", "{}"),
    ("[1, 2,]", "[1, 2]"),
    ("T{,}", "T{}"),
    (".a.b.T{x: 1, ?y: z,}", ".a.b.T{x: 1, ?y: z}"),
    ("[?a, b]", "[?a, b]"),
    ("a.?b[?c].d", "_[?_](_?._(a, \"b\"), c).d"),
    ("a.`b-c/d.e f`", "a.b-c/d.e f"),
    ("d.as.package()", "d.as.package()"),
    ("a // comment\n + b", "_+_(a, b)"),
    (#"r'\d' + R"\n""#, #"_+_("\d", "\n")"#),
    (#"b'\xff\377a'"#, "b[255, 255, 97]"),
    (#"br'\x'"#, "b[92, 120]"),
    (#"'\a\b\f\n\r\t\v\\\'\"\`\?\x41\101\u0041\U00000041'"#, "\"\u{7}\u{8}\u{C}\n\r\t\u{B}\\'\"`?AAAA\""),
    ("'''a\r\nb\rc'''", "\"a\nb\nc\""),
    ("\"\"\"a\"b\"\"\"", "\"a\"b\""),
    ("math.greatest(1, 2, 3)", "math.@max([1, 2, 3])"),
    ("other.greatest(1, 2)", "other.greatest(1, 2)"),
    ("x.bind(a, 1, a)", "x.bind(a, 1, a)"),
    ("cel.bind(a, 1, a)", "fold<#unused |  | [] | a | 1 | false | a | a>"),
    ("has(a.?b.c)", "_?._(a, \"b\").c~test~"),
    (
      "o.optMap(v, v + 1)",
      "_?_:_(o.hasValue(), optional.of(fold<#unused |  | [] | v | o.value() | false | v | _+_(v, 1)>), optional.none())"
    ),
    (
      "f(o).optFlatMap(v, v)",
      "fold<#unused |  | [] | @target | f(o) | false | @target | _?_:_(@target.hasValue(), fold<#unused |  | [] | v | @target.value() | false | v | v>, optional.none())>"
    ),
    (
      "{}.transformMap(k, v, k != v, v)",
      "fold<k | v | {} | @result | {} | true | _?_:_(_!=_(k, v), cel.@mapInsert(@result, k, v), @result) | @result>"
    ),
  ]

  @Test(arguments: meanings)
  func `an expression is read as the definition says`(expression: String, tree: String) throws {
    #expect(try Self.environment.parse(expression).text == tree)
  }

  @Test func `every node knows its place and the place of its name`() throws {
    let tree = try Self.environment.parse("(a.b + 1).size() == c['d']")
    let places = tree.nodes.indices.map {
      tree.text(at: tree.ranges[$0]) + " ⟵ " + tree.text(at: tree.nameRanges[$0])
    }
    #expect(
      places == [
        "a ⟵ a", "a.b ⟵ b", "1 ⟵ 1", "a.b + 1 ⟵ +", "(a.b + 1).size() ⟵ size", "c ⟵ c", "'d' ⟵ 'd'",
        "c['d'] ⟵ ['d']", "(a.b + 1).size() == c['d'] ⟵ ==",
      ])
  }

  /// A text too long to be shown whole.
  struct Repeated: CustomTestStringConvertible {
    var before = ""
    var unit: String
    var count: Int
    var after = ""
    var text: String { before + String(repeating: unit, count: count) + after }
    var testDescription: String { "\(before)\(unit) × \(count) \(after.prefix(3))" }
  }

  @Test(arguments: [
    Repeated(unit: "(", count: 99_000), Repeated(unit: "[", count: 20_000), Repeated(unit: "-", count: 50_001, after: "!"),
    Repeated(unit: "f(", count: 20_000), Repeated(before: "a", unit: ".b", count: 40_000),
    Repeated(before: "a", unit: "[0]", count: 30_000), Repeated(before: "1", unit: "+1", count: 40_000),
    Repeated(unit: "a?b:", count: 20_000, after: "c"), Repeated(unit: "{1:", count: 20_000),
    Repeated(unit: "!(", count: 20_000), Repeated(before: "x", unit: ".map(x,x)", count: 5_000),
    Repeated(unit: "[1].all(x,", count: 5_000, after: "x" + String(repeating: ")", count: 5_000)),
  ])
  func `nesting without end is one fault`(expression: Repeated) {
    let text = expression.text
    do {
      _ = try Self.environment.parse(text)
      Issue.record("is read")
    } catch {
      #expect(error.issues.count == 1, "\(error.issues.map(\.message))")
      #expect(error.issues.allSatisfy { Int($0.range.upperBound) <= text.utf8.count })
    }
  }

  @Test func `nesting up to the limit is read`() throws {
    let parentheses = String(repeating: "(", count: 240) + "1" + String(repeating: ")", count: 240)
    #expect(try Self.environment.parse(parentheses).depth == 1)
    #expect(try Self.environment.parse("a" + String(repeating: ".b", count: 249)).depth == 250)
    #expect(throws: CompileFailure.self) {
      try Self.environment.parse("a" + String(repeating: ".b", count: 250))
    }
    let long = Array(repeating: "a", count: 5_000).joined(separator: " && ")
    #expect(try Self.environment.parse(long).depth == 2)
  }

  @Test func `an expression that is too long is refused unread`() throws {
    let exact = "'" + String(repeating: "é", count: 99_998) + "'"
    _ = try Self.environment.parse(exact)
    do {
      _ = try Self.environment.parse(exact + " ")
      Issue.record("is read")
    } catch {
      #expect(error.issues.map(\.message) == ["the expression is longer than 100000 characters"])
      #expect(error.issues.map(\.suggestion) == ["split it into several, or bind parts of it to names"])
    }
  }

  @Test func `bytes that are not text are refused`() {
    #expect(throws: CompileFailure.self) { try Self.environment.parse([0x27, 0xFF, 0x27]) }
    #expect(throws: CompileFailure.self) { try Self.environment.parse([0x27, 0xC3]) }
    #expect(throws: CompileFailure.self) { try Self.environment.parse([0]) }
  }

  @Test func `what is not allowed is a fault`() {
    var options = CompileOptions()
    options.allowsOptionalSyntax = false
    options.allowsQuotedFields = false
    options.expandsMacros = false
    let strict = Environment(options: options)
    for expression in ["a.?b", "a[?b]", "[?a]", "{?a: b}", "T{?a: b}", "a.`b`"] {
      #expect(throws: CompileFailure.self, "\(expression)") { try strict.parse(expression) }
    }
    #expect((try? strict.parse("has(a.b)").text) == "has(a.b)")
  }
}
