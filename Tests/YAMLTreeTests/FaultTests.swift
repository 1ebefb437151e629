import SourceText
import Testing
import YAMLTree

@Suite struct FaultTests {
  /// A specimen with exactly one fault, at its first mark.
  private func expectFault(
    _ kind: YAMLFault.Kind, _ severity: YAMLFault.Severity = .error, in specimen: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (file, marks) = marked(specimen)
    let tree = YAMLTree(parsing: file)
    #expect(tree.faults.map(\.kind) == [kind], "\(listed(tree))", sourceLocation: sourceLocation)
    #expect(tree.faults.first?.range == marks.first, "\(listed(tree))", sourceLocation: sourceLocation)
    #expect(tree.faults.first?.severity == severity, sourceLocation: sourceLocation)
    for related in tree.faults.first?.related ?? [] where marks.count > 1 {
      #expect(marks.dropFirst().contains(related.range), "\(related)", sourceLocation: sourceLocation)
    }
  }

  // MARK: Keys, aliases, merges, tags

  @Test func `a key given twice is a fault, however it is written`() {
    expectFault(.duplicateKey, in: "a: 1\nb: 2\n⟦a⟧: 3\n")
    expectFault(.duplicateKey, in: "a: 1\n⟦\"\\x61\"⟧: 2\n")
    expectFault(.duplicateKey, in: "{a: 1, ⟦'a'⟧: 2}\n")
    expectFault(.duplicateKey, in: "1: x\n⟦\"1\"⟧: y\n")
    expectFault(.duplicateKey, in: "&k a: 1\n⟦*k⟧ : 2\n")
  }

  @Test func `the first of two equal keys is shown, also among many`() throws {
    let keys = (0..<300).map { "key\($0): \($0)\n" }.joined()
    let (file, marks) = marked(keys + "⟦twin⟧: 1\n" + (300..<600).map { "key\($0): \($0)\n" }.joined() + "⟦twin⟧: 2\n")
    let fault = try #require(YAMLTree(parsing: file).faults.first)
    #expect(fault.range == marks[1])
    #expect(fault.related.map(\.range) == [marks[0]])
    #expect(fault.message == "twin is given twice in the same group")
  }

  @Test func `composed and decomposed letters are different keys`() {
    #expect(tree("\u{e9}: 1\ne\u{301}: 2\n").faults == [])
  }

  @Test func `a collection is no key`() {
    expectFault(.collectionKey, in: "? ⟦[a, b]⟧\n: c\n")
    expectFault(.collectionKey, in: "x: &a [1]\ny:\n  ? ⟦*a⟧\n  : c\n")
  }

  @Test func `an alias needs an anchor above it`() throws {
    expectFault(.undefinedAlias, in: "a: ⟦*b⟧\nb: &b 1\n")
    expectFault(.undefinedAlias, in: "a: &a 1\n---\nb: ⟦*a⟧\n")
    let (file, marks) = marked("base: &⟦defaults⟧ {a: 1}\nuse: ⟦*default⟧\n")
    let fault = try #require(YAMLTree(parsing: file).faults.first)
    #expect(fault.message == "*default refers to &default, which is not defined above; did you mean *defaults?")
    #expect(fault.related == [.init(range: marks[0], text: "defaults is defined here")])
  }

  @Test func `an alias inside its own anchor is a cycle`() {
    expectFault(.aliasCycle, in: "&a [⟦*a⟧]\n")
    expectFault(.aliasCycle, in: "a: &x\n  b: &y\n    c: ⟦*x⟧\n")
    expectFault(.aliasCycle, in: "a: &a\n  <<: ⟦*a⟧\n")
    #expect(tree("&a [*a]\n").root?[0]?.resolved == nil)
  }

  @Test func `a second anchor of the same name is noted`() {
    expectFault(.anchorRedefined, .warning, in: "a: &x 1\nb: &⟦x⟧ 2\n")
  }

  @Test func `merges take groups only`() {
    expectFault(.mergeValue, in: "<<: ⟦text⟧\n")
    expectFault(.mergeValue, in: "a: &a {x: 1}\nb: &b 1\nc:\n  <<: [*a, ⟦*b⟧]\n")
    expectFault(.mergeValue, in: "<<:⟦⟧\n")
    #expect(tree("\"<<\": text\n").faults == [])
    #expect(tree("a: &a {x: 1}\nb: {<<: *a}\nc: {<<: [*a, {y: 1}]}\n").faults == [])
  }

  @Test func `two merge keys are one key given twice`() {
    expectFault(.duplicateKey, in: "a: &a {x: 1}\nb: &b {y: 1}\nc:\n  <<: *a\n  ⟦<<⟧: *b\n")
  }

  @Test func `unknown tags do nothing and are noted once`() {
    expectFault(.unknownTag, .warning, in: "a: ⟦!!python/object/apply:os.system⟧ [x]\nb: !!python/object/apply:os.system [y]\n")
    expectFault(.unknownTag, .warning, in: "a: ⟦!include⟧ ../../etc/passwd\n")
    #expect(tree("a: ! 1\nb: !!str 1\nc: !!seq []\nd: !!map {}\ne: !!float 1\nf: !!null\n").faults == [])
  }

  @Test func `a tag that does not fit its value is a fault`() {
    expectFault(.tagValue, in: "a: !!int ⟦three⟧\n")
    expectFault(.tagValue, in: "a: !!bool ⟦yes⟧\n")
    expectFault(.tagValue, in: "a: ⟦!!int⟧ [1]\n")
    expectFault(.tagValue, in: "a: !!seq ⟦x⟧\n")
  }

  // MARK: What libyaml cannot read

  @Test func `an open quotation is shown where it opens`() {
    expectFault(.unclosedQuote, in: "a: ⟦\"⟧never closed\nb: 1\n")
    expectFault(.unclosedQuote, in: "a: ⟦'⟧never closed\n---\nb: 1\n")
  }

  @Test func `an open bracket is shown where it opens`() {
    expectFault(.unclosedBracket, in: "a: ⟦[⟧1, 2\nb: 3\n")
    expectFault(.unclosedBracket, in: "a: ⟦{⟧x: 1, y: 2\nb: 3\n")
    expectFault(.unclosedBracket, in: "a: [\"x\" ⟦\"⟧y\"]\n")
  }

  @Test func `tabs are named`() {
    expectFault(.tabIndentation, in: "a:\n⟦\t⟧b: 1\n")
    expectFault(.tabIndentation, in: "a:\n  b: 1\n⟦\t⟧c: 2\n")
  }

  @Test func `a slip of indentation is shown in the indentation`() {
    expectFault(.indentation, in: "a:\n    b: 1\n⟦  ⟧c: 2\n")
    expectFault(.indentation, in: "a: 1\n⟦  ⟧b: 2\n")
    expectFault(.indentation, in: "  a: 1\n⟦b⟧: 2\n")
  }

  @Test func `a colon in text asks for quotes`() {
    expectFault(.colonInText, in: "title: Homes⟦:⟧ more of them\n")
    expectFault(.colonInText, in: "- title: Homes⟦:⟧ more of them\n")
  }

  @Test func `a line without a colon is shown whole`() {
    expectFault(.missingColon, in: "a: 1\n⟦partners⟧\nb: 2\n")
    expectFault(.missingColon, in: "⟦partners⟧\n  - body: x\n")
  }

  @Test func `text behind a value asks for quotes`() {
    expectFault(.textAfterValue, in: "a: \"quoted\" ⟦and more⟧\nb: 1\n")
    expectFault(.textAfterValue, in: "a: 'it⟦'⟧s here'\nb: 1\n")
    expectFault(.textAfterValue, in: "a: [x] ⟦(of which y)⟧\nb: 1\n")
  }

  @Test func `characters that begin no text ask for quotes`() {
    expectFault(.reservedCharacter, in: "a: ⟦@⟧handle\n")
    expectFault(.reservedCharacter, in: "a: ⟦`⟧x`\n")
    expectFault(.reservedCharacter, in: "a: ⟦%⟧ of homes\n")
    expectFault(.reservedCharacter, in: "a: ⟦*⟧*bold**\n")
    expectFault(.reservedCharacter, in: "a: ⟦&⟧ Sons\n")
    expectFault(.reservedCharacter, in: "a: ⟦> ⟧50%\n")
  }

  @Test func `a backslash in double quotes is explained`() {
    expectFault(.invalidEscape, in: "path: \"C:⟦\\d⟧ocs\"\n")
    expectFault(.invalidEscape, in: "path: \"⟦\\u⟧12\"\n")
  }

  @Test func `lists and named values do not mix`() {
    expectFault(.syntax, in: "a: 1\n⟦-⟧ b\n")
    expectFault(.syntax, in: "- a\n⟦b: 1⟧\n")
    expectFault(.syntax, in: "a: ⟦-⟧ b\n")
  }

  @Test func `a template left in is named`() {
    expectFault(.template, in: "a: ⟦{%⟧ if x %}\n")
  }

  @Test func `a directive that cannot be read is named`() {
    expectFault(.directive, in: "⟦%YAML 9.1.1⟧\n---\na: 1\n")
  }

  // MARK: Going on

  @Test func `what was complete before a fault is kept, and reading goes on at the next document`() throws {
    let tree = tree("a: 1\nb:\n  - x\n  - {y: 1}\nc: [1, 2\nd: 3\n---\ne: 5\n---\nf: \"open\n---\ng: 7\n")
    #expect(tree.faults.map(\.kind) == [.unclosedBracket, .unclosedQuote])
    #expect(tree.documents.map(\.isComplete) == [false, true, false, true])
    #expect(tree.root?["b"]?[1]?["y"]?.string == "1")
    #expect(tree.root?["a"]?.string == "1")
    let last = try #require(tree.documents.last)
    #expect(tree.node(last.root)["g"]?.range == ByteRange(UInt32(tree.file.bytes.count) - 2, UInt32(tree.file.bytes.count) - 1))
  }

  @Test func `a document after a fault has right ranges behind multi-byte text`() throws {
    let (file, marks) = marked("á: [ő\nb: 1\n---\n# ű\nc: ⟦é😀⟧\n")
    let tree = YAMLTree(parsing: file)
    let last = try #require(tree.documents.last)
    #expect(tree.node(last.root)["c"]?.range == marks[0])
  }

  @Test func `every fault has words of its own`() {
    for kind in YAMLFault.Kind.allCases { #expect(kind.rawValue.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }) }
  }
}
