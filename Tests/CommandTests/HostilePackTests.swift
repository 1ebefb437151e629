import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Rule packs of strangers: each ends soon, in little memory, and with a word that says what is wrong with it.
struct HostilePackTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("pack/pack.yaml", "pack: strange\ntitle: Invented for a test\nversion: 1.0.0\n")
    try scratch.write(
      "agreement.yaml", "kind: local-area-agreement\nid: a\ntitle: \(String(repeating: "a", count: 50_000))!\nauthority: huntingdonshire\nstatus: draft\n")
  }

  private func rule(_ require: String, id: String = "strange/rule") -> String {
    """
    rule: \(id)
    title: Strange
    severity: warning
    provision: []
    source: inferred
    rationale: It is invented.
    applies_to: local-area-agreement
    require: '\(require.replacingOccurrences(of: "'", with: "''"))'
    at: document.title
    message: the rule does not hold
    help: Do nothing

    """
  }

  /// Checks the agreement with the pack, in no more memory than a small machine has.
  private func check(_ more: [String] = []) throws -> RunConcordat {
    try RunConcordat(["check", "agreement.yaml", "--pack", "pack", "--as-of", "2008-06-30"] + more, in: scratch.folder)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var require: String
    /// What is said of the pack; where it loads, of the rule.
    var says: String
    var isRefused = true

    var testDescription: String { name }
  }

  private static let digits = "[0,1,2,3,4,5,6,7,8,9]"

  private static func nested(_ count: Int, _ macro: String, _ end: String) -> String {
    (0..<count).reversed().reduce(end) { "\(digits).\(macro)(x\($1), \($0))" }
  }

  static let cases = [
    Case(name: "parentheses", require: String(repeating: "(", count: 300) + "true" + String(repeating: ")", count: 300), says: "the expression is nested more than 250 levels deep"),
    Case(name: "lists", require: String(repeating: "[", count: 20_000), says: "the expression is nested more than 250 levels deep"),
    Case(name: "negations", require: String(repeating: "!", count: 200_000) + "true", says: "the expression is longer than 100000 characters"),
    Case(name: "choices", require: "true" + String(repeating: " ? true : true", count: 5000), says: "the expression is nested more than 250 levels deep"),
    Case(name: "a long text", require: "document.title == '\(String(repeating: "x", count: 1 << 20))'", says: "the expression is longer than 100000 characters"),
    Case(name: "a pattern of a million copies", require: "document.title.matches('(a{1,1000}){1,1000}')", says: "repeats more than 1000 times"),
    Case(name: "a pattern too large", require: "document.title.matches('\(String(repeating: "(\\\\p{L}|b)", count: 900))')", says: "the regular expression is too large"),
    Case(name: "texts that grow tenfold", require: "size(" + (0..<30).reduce("'x'") { text, _ in "\(text).replace('x','xxxxxxxxxx')" } + ") > 1", says: "this may take any number of steps"),
    Case(name: "twelve loops", require: nested(12, "all", "true"), says: "it takes more than 10,000,000 steps, the most of one rule on one document", isRefused: false),
    Case(name: "nine maps", require: "size(\(nested(9, "map", "1"))) > 1", says: "it takes more than 10,000,000 steps, the most of one rule on one document", isRefused: false),
    Case(name: "patterns that others never finish", require: "!document.title.matches('^(a+)+$') && !document.title.matches('(a|aa)+$') && !document.title.matches('(.*)*x')", says: "", isRefused: false),
  ]

  @Test(arguments: cases) func `an expression cannot take more than its share`(_ specimen: Case) throws {
    try scratch.write("pack/strange/rule.yaml", rule(specimen.require))
    let run = try check()
    if specimen.isRefused {
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains("error[pack/fault]: ") && run.errors.contains(specimen.says), "\(run.errors.prefix(600))")
      #expect(run.errors.components(separatedBy: "error[").count == 2)
      #expect(run.errors.contains("error: the rule pack has 1 fault, so none of its rules was used"))
      #expect(run.errors.utf8.count < 2000)
    } else {
      #expect(run.errors == "")
      #expect(specimen.says.isEmpty ? !run.output.contains("strange/rule") : run.output.contains(specimen.says), "\(run.output)")
      #expect(specimen.says.isEmpty || run.output.contains("strange/rule"))
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 240) + "true" + String(repeating: ")", count: 240),
    String(repeating: "[", count: 240) + String(repeating: "]", count: 240) + " == []",
    "document.title == 'x' ? true : " + String(repeating: "(", count: 120) + "true" + String(repeating: ")", count: 120),
    (0..<30).reduce("true") { inner, _ in "[1].all(x, \(inner))" },
  ])
  func `the deepest expression needs no more stack than there is`(_ require: String) throws {
    try scratch.write("pack/strange/rule.yaml", rule(require))
    let run = try RunConcordat.shell("ulimit -s 256; concordat check agreement.yaml --pack pack --as-of 2008-06-30", in: scratch.folder)
    #expect(run.status == 1, "\(run.output.suffix(300))")
  }

  @Test func `a pack reads nothing outside its folder`() throws {
    try scratch.write("outside.yaml", rule("true"))
    try scratch.link("pack/strange", to: "..")
    try scratch.link("pack/password.yaml", to: "/etc/passwd")
    try scratch.write("pack/other/x", "")
    try scratch.link("pack/other/rule.yaml", to: "../../outside.yaml")
    mkfifo(scratch.folder.appending(path: "pack/other/pipe.yaml").path, 0o600)
    let run = try check()
    #expect(run.status == 2)
    #expect(
      run.errors.split(separator: "\n").filter { $0.hasPrefix("error") || $0.contains("┌─") }.map { $0.drop { $0 == " " } } == [
        "error[input/not-a-file]: this is a named pipe, not a file", "┌─ pack/other/pipe.yaml:1:1",
        "error[pack/fault]: files of a pack may not be links", "┌─ pack/other/rule.yaml:1:1",
        "error[pack/fault]: files of a pack may not be links", "┌─ pack/password.yaml:1:1",
        "error: the rule pack has 3 faults, so none of its rules was used",
      ])
  }

  @Test func `a format refers to nothing outside the pack and not to itself without end`() throws {
    try scratch.write(
      "pack/kinds/strange.yaml",
      """
      $schema: https://json-schema.org/draft/2020-12/schema
      title: Strange
      x-kind: strange
      type: object
      properties:
        kind: {enum: [strange]}
        a: {$ref: '/etc/passwd#/$defs/x'}
        b: {$ref: '../../outside.yaml#/$defs/x'}
        c: {$ref: '#/$defs/c'}
      $defs:
        c: {$ref: '#/$defs/c'}
      """)
    let run = try check()
    #expect(run.status == 2)
    for words in ["there is no schema '/etc/passwd#/$defs/x'", "there is no schema '../../outside.yaml#/$defs/x'"] {
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    #expect(run.errors.contains("so none of its rules was used"))
  }

  @Test func `files of a pack are as limited as any others`() throws {
    try scratch.write("pack/strange/rule.yaml", rule("true") + String(repeating: "# ", count: 5 << 20))
    #expect(try check().errors.contains("error[input/too-large]: the file is of 10.1 MiB, and none above 8 MiB is read"))
    // Each level doubles what the one before it means.
    let bomb = (1...40).reduce("x0: &x0 [y, y]\n") { "\($0)x\($1): &x\($1) [*x\($1 - 1), *x\($1 - 1)]\n" }
    try scratch.write("pack/strange/rule.yaml", bomb + rule("true"))
    #expect(try check().errors.contains("there are more than 4 000 000 values once every reference (*name) is followed"))
    try scratch.write("pack/strange/rule.yaml", String(repeating: "[", count: 100_000))
    #expect(try check().errors.contains("there are more than 64 groups and lists inside each other"))
  }

  @Test func `a pack of thousands of files is read or refused, and never fills the screen`() throws {
    try scratch.write("pack/registers/guidance.yaml", "register: guidance\nsource: invented\nrows:\n" + (0..<50_000).map { "  - {id: g\($0)}\n" }.joined())
    let rows = try check()
    #expect(rows.status == 2)
    #expect(rows.errors.contains("rows has 50000 entries, more than the 1000 that the format allows"))
    #expect(rows.errors.utf8.count < 200_000)
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "pack/registers"))
    for number in 0..<1000 { try scratch.write("pack/strange/rule\(number).yaml", "rule: [") }
    let faults = try check()
    #expect(faults.status == 2)
    #expect(faults.errors.utf8.count < 100_000)
    #expect(faults.errors.contains(" more faults\n"))
  }

  @Test func `words of a pack command no terminal`() throws {
    let words = rule("size(document.title) < 5").replacingOccurrences(of: "the rule does not hold", with: #""\e]0;pwned\a\u202E\n::error::pwned""#)
      .replacingOccurrences(of: "help: Do nothing", with: #"help: "\n##[error]\e[31mpwned""#)
      .replacingOccurrences(of: "It is invented.", with: #""\r::error::pwned <b>pwned</b>""#)
    try scratch.write("pack/strange/rule.yaml", words)
    let runs = try [check(), RunConcordat(["explain", "strange/rule", "--pack", "pack"], in: scratch.folder),
      RunConcordat(["rules", "--pack", "pack"], in: scratch.folder), RunConcordat(["rules", "--format", "markdown", "--pack", "pack"], in: scratch.folder)]
    #expect(runs.map(\.status) == [1, 0, 0, 0])
    for run in runs {
      #expect(run.output.contains("trange"))
      for scalar in run.output.unicodeScalars where scalar != "\n" {
        #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
      }
      for line in run.output.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
        #expect(!line.hasPrefix("::") && !line.hasPrefix("##["))
      }
    }
  }
}
