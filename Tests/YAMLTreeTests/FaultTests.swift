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

  // MARK: Words

  @Test(arguments: [
    ("a: \"x\nb: 1\n", "a closing quotation mark is missing: the quotation opens here", "Put the same mark at the end of the text"),
    ("a: [1\nb: 1\n", "a closing bracket is missing: it opens here", "Close it with ] or }, and put commas between the items"),
    ("a:\n\tb: 1\n", "a tab is used for indentation", "Replace it by spaces"),
    (
      "a:\n    b: 1\n  c: 2\n", "this line belongs neither to the line above nor to the group around it: it begins after 2 spaces, they after 4 and 0",
      "Give the lines that belong together the same indentation"
    ),
    (
      "a: 1\n  b: 2\n", "this line is indented as if it belonged to the line above, which already has a value",
      "Begin it below the start of that line's text, or move that line's value"
    ),
    ("a: b: c\n", "a colon followed by a space stands inside text", "Put the whole text in quotes"),
    ("a: @x\n", "text cannot begin with @", "Put the whole text in quotes"),
    ("a: 'it's'\n", "the quotation ends here, in the middle of the text", "Write the apostrophe twice (''), or use double quotation marks round the text"),
    ("a: \"\\d\"\n", "\\d has no meaning inside double quotation marks", "Write \\\\ for a backslash, or use single quotation marks"),
    ("a: ]\n", "a value is expected, but ] stands here", "Add the value, or put the text in quotes"),
    ("a: 1\n\u{1B}\n", "an invisible control character stands here (U+001B, an escape character)", "Delete it; in text, begin a new line or type a space instead"),
    (
      "a: b\u{2028}c\n", "a hidden line break stands here (U+2028, LINE SEPARATOR): editors show one line where some programs read two",
      "Delete it, or begin a new line in the ordinary way"
    ),
    ("a: 1\na: 2\n", "a is given twice in the same group", "Delete one of the two, or give it its own name"),
    ("a: *b\n", "*b refers to &b, which is not defined above", "Put &b before the value it should repeat, or put the text in quotes if it is no reference"),
    ("a: !!int x\n", "the tag !!int promises a whole number, but x stands here", "Delete the tag, or mend the value"),
  ])
  func `a fault says what is wrong and what to do`(_ text: String, _ message: String, _ help: String) {
    let tree = tree(text)
    #expect(tree.faults.map(\.message) == [message])
    #expect(tree.faults.map(\.help) == [help])
  }

  @Test func `libyaml's own words are kept for those who know them`() {
    #expect(tree("a: b: c\n").faults.map(\.detail) == ["mapping values are not allowed in this context"])
    #expect(tree("a: \"x\n").faults.map(\.detail) == ["while scanning a quoted scalar, found unexpected end of stream"])
  }

  @Test func `text of the file is visible and short in a message`() {
    let long = String(repeating: "long ", count: 40)
    #expect(tree("a: *\(long.replacing(" ", with: ""))\n").faults[0].message.utf8.count < 200)
    #expect(tree("\"\\e[31m\": 1\n\"\\e[31m\": 2\n").faults.map(\.message) == ["\\u{1B}[31m is given twice in the same group"])
  }
}
