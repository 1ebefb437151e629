import SourceText
import Testing

@testable import YAMLTree

@Suite struct ScanTests {
  private func faults(_ specimen: String) -> (found: [String], marks: [ByteRange], tree: YAMLTree) {
    let (file, marks) = marked(specimen)
    let tree = YAMLTree(parsing: file)
    return (tree.faults.map { "\($0.severity) \($0.kind.rawValue)" }, marks, tree)
  }

  private func expect(_ expected: String, _ specimen: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let (found, marks, tree) = faults(specimen)
    #expect(found == Array(repeating: expected, count: marks.count), "\(listed(tree))", sourceLocation: sourceLocation)
    #expect(tree.faults.map(\.range) == marks, "\(listed(tree))", sourceLocation: sourceLocation)
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func `a hidden line break is a fault of its own and opens no line`(_ separator: String) throws {
    expect("error hidden-line-break", "note: all agreed⟦\(separator)⟧status: refused\n")
    expect("error hidden-line-break", "note: 'all agreed⟦\(separator)⟧status refused'\n")
    expect("error hidden-line-break", "# comment⟦\(separator)⟧status: refused\na: 1\n")
    let tree = tree("note: one\(separator)two\nb: 1\n")
    #expect(tree.root?.children.count == 4)
    #expect(VisibleText.string(tree.faults[0].message) == tree.faults[0].message)
  }

  @Test func `an escaped separator is harmless`() {
    #expect(tree("a: \"x\\u2028y\\Nz\"\n").faults == [])
  }

  @Test(arguments: ["\0", "\u{7}", "\u{B}", "\u{C}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{FFFE}", "\u{FFFF}"])
  func `a control character is shown where it is, and the rest is read`(_ character: String) throws {
    expect("error control-character", "a: x⟦\(character)⟧y\nb: [1, 2]\nc: \"⟦\(character)⟧\"\n")
    let tree = tree("a: x\(character)y\nb: [1, 2]\n")
    #expect(tree.root?["b"]?[1]?.string == "2")
    #expect(tree.root?["a"]?.string.contains(character) == false)
  }

  @Test func `a control character between tag and value does not move the value`() throws {
    let (file, marks) = marked("- &a ! \u{17}⟦{k: v}⟧\n- !!str\u{7}⟦x⟧\n-⟦⟧\u{1}\n")
    let tree = YAMLTree(parsing: file)
    #expect(tree.root?.children.map(\.range) == marks)
  }

  @Test func `marks of direction are a warning anywhere`() {
    expect("warning bidirectional-control", "a: x⟦\u{202E}⟧y\nb: \"⟦\u{2066}⟧\"\n# ⟦\u{200F}⟧\n")
  }

  @Test func `characters without width are a warning, joiners only between Latin letters`() {
    expect("warning zero-width-character", "sta⟦\u{200B}⟧tus: x\nb: a⟦\u{200D}⟧b\nc: 👩\u{200D}👧\n--- ⟦\u{FEFF}⟧x\n")
  }

  @Test func `soft hyphens are noted once in a text`() {
    expect("warning soft-hyphen", "a: part⟦\u{AD}⟧ner\u{AD}ship\nb: x⟦\u{AD}⟧y\n")
  }

  @Test func `spaces that are none for YAML are noted where one was meant`() {
    expect("warning unusual-space", "key:⟦\u{A0}⟧value\n")
    expect("warning unusual-space", "a:\n⟦\u{A0}⟧\u{A0}b: 1\n")
    expect("warning unusual-space", "-⟦\u{A0}⟧item\n")
    expect("warning unusual-space", "a: value⟦\u{A0}⟧# comment\n")
    expect("warning unusual-space", "{a:⟦\u{3000}⟧1}\n")
    #expect(tree("a: 12\u{A0}000 homes\nb: \"x:\u{A0}y\"\nc: The aim is this:\u{A0}homes\n").faults == [])
  }

  @Test func `curly quotes that stand for straight ones are noted`() {
    expect("warning curly-quote", "a: ⟦“⟧Homes”\nb: [⟦‘⟧x’]\n⟦“⟧c”: 1\n")
    #expect(tree("a: the “big” one\nb: ’90s music\nc: \"“x”\"\nd: |\n  “x”\ne: it’s\n").faults == [])
  }

  @Test func `dashes that stand for list marks are noted`() {
    expect("warning dash-as-list-mark", "a:\n  ⟦–⟧ one\n  ⟦•⟧ two\n".replacing("⟦•⟧", with: "•"))
    #expect(tree("a: 2008–09\nb: |\n  – x\nc: – \n").faults == [])
  }

  @Test func `a misleading character takes the place of the fault that it causes`() {
    let (found, marks, tree) = faults("a:\n  - x\n  ⟦–⟧ y: 1\n   z: 2\n")
    #expect(found == ["error dash-as-list-mark"], "\(listed(tree))")
    #expect(tree.faults.first?.range == marks[0])
    #expect(tree.faults.first?.detail != nil)
  }

  @Test func `a merge conflict is shown as a whole, and nothing is read`() {
    let (file, marks) = marked("a: 1\n⟦<<<<<<<⟧ HEAD\nb: 1\n=======\nb: 2\n⟦>>>>>>>⟧ theirs\n")
    let tree = YAMLTree(parsing: file)
    #expect(tree.faults.map(\.kind) == [.conflictMarker])
    #expect(tree.faults[0].range == marks[0])
    #expect(tree.faults[0].related.map(\.range) == [marks[1]])
    #expect(tree.documents == [])
    #expect(YAMLTree(parsing: SourceFile(path: "x", text: Array("a: |\n  <<<<<<< HEAD\n".utf8))).faults == [])
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}\u{14}", "this is not a YAML file but a Word, Excel or OpenDocument file, or another ZIP archive"),
    ("%PDF-1.4", "this is not a YAML file but a PDF"), ("{\\rtf1", "this is not a YAML file but rich text"),
    ("\u{FEFF}\n<!DOCTYPE html><p>", "this is not a YAML file but a web page"), ("<HTML>", "this is not a YAML file but a web page"),
  ])
  func `a renamed file of another kind is named`(_ text: String, _ message: String) {
    let tree = tree(text + "\0\u{1}\n: [")
    #expect(tree.faults.map(\.message) == [message])
    #expect(tree.documents == [])
  }

  @Test func `bytes of older encodings are read as such`() throws {
    let file = SourceFile(path: "old", text: Array("title: the council".utf8) + [0x92] + Array("s £5\nb: caf".utf8) + [0xE9, 0x0A])
    let tree = YAMLTree(parsing: file)
    #expect(tree.root?["title"]?.string == "the council’s £5")
    #expect(tree.root?["b"]?.string == "café")
    #expect(tree.faults.map(\.message) == ["the file is not saved as UTF-8 but, it seems, as Windows-1252, here and at 1 more place"])
    #expect(tree.faults[0].range == ByteRange(18, 21))
    let place = try #require(tree.root?["b"]).range.lowerBound
    #expect(file.originalOffset(of: place) == Int(place) - 2)
  }
}
