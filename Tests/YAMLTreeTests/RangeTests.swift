import SourceText
import Testing

@testable import YAMLTree

@Suite struct RangeTests {
  @Test func `an alias keeps its own place`() throws {
    let (file, marks) = marked("base: &b ⟦{k: 1}⟧\nuse: ⟦*b⟧\n")
    let tree = YAMLTree(parsing: file)
    let use = try #require(tree.root?["use"])
    #expect(use.kind == .alias)
    #expect(use.range == marks[1])
    #expect(use.resolved?.range == marks[0])
    #expect(use["k"]?.string == "1")
    #expect(tree.faults == [])
  }

  @Test func `content begins behind anchor and tag, in either order and on the next line`() throws {
    let (file, marks) = marked(
      """
      a: ⟦&one !!str ⟦x⟧⟧
      b: ⟦!!str &two ⟦"y"⟧⟧
      c: ⟦&three # comment
        ⟦k: v⟧⟧
      d: ⟦!!null⟧⟦⟧
      e: ⟦!<tag:example.org,2008:t> &four
        ⟦- 1⟧⟧

      """)
    let tree = YAMLTree(parsing: file)
    for (index, key) in ["a", "b", "c", "d", "e"].enumerated() {
      let node = try #require(tree.root?[key])
      #expect(node.fullRange == marks[2 * index], "\(key)")
      #expect(node.range == marks[2 * index + 1], "\(key)")
    }
    #expect(tree.anchor(of: try #require(tree.root?["b"]).id).map(file.string) == "two")
    #expect(tree.tagRange(of: try #require(tree.root?["e"]).id).map(file.string) == "!<tag:example.org,2008:t>")
  }

  @Test func `blocks end at their last visible byte`() throws {
    let (file, marks) = marked("a: ⟦|\n  one\n  two⟧  \n\n\nb: ⟦>-\n  folded⟧\n\nc:\n⟦- x\n- ⟦k: v⟧⟧\n\n# end\nd:\n⟦-⟦⟧⟧ \n")
    let tree = YAMLTree(parsing: file)
    let root = try #require(tree.root)
    #expect(root["a"]?.range == marks[0])
    #expect(root["b"]?.range == marks[1])
    #expect(root["c"]?.range == marks[2])
    #expect(root["c"]?[1]?.range == marks[3])
    #expect(root["d"]?.range == marks[4])
    #expect(root["d"]?[0]?.range == marks[5])
    #expect(root["a"]?.string == "one\ntwo  \n")
  }

  @Test func `a place where nothing is written is behind its colon, dash or key`() throws {
    let specimen = "a:⟦⟧\nb:\n  -⟦⟧\n  - 1\n? c⟦⟧\n? d⟦⟧\nf: {x⟦⟧ , y:⟦⟧ , z⟦⟧\n  }\ng: [k:⟦⟧ ]\n--- ⟦⟧\n...\n"
    let (file, marks) = marked(specimen.replacing("--- ⟦⟧", with: "---⟦⟧"))
    let tree = YAMLTree(parsing: file)
    let places = (0..<tree.nodeCount).map { NodeID(UInt32($0)) }.filter { tree.kind(of: $0) == .null }.map(tree.range)
    #expect(places == marks)
    #expect(tree.faults == [])
  }

  @Test func `a pair in a flow sequence ends with its value`() throws {
    let (file, marks) = marked("[⟦a: b⟧ , ⟦{c: d}: e⟧ , ⟦? f⟧ ]")
    let tree = YAMLTree(parsing: file)
    #expect(tree.root?.children.map(\.range) == marks)
  }

  @Test func `parents lead to the root`() throws {
    let tree = tree("a: [1, {b: 2}]\n")
    let inner = try #require(tree.root?["a"]?[1]?["b"])
    #expect(inner.parent?.kind == .mapping)
    #expect(inner.parent?.parent?.kind == .sequence)
    #expect(inner.parent?.parent?.parent?.id == tree.root?.id)
    #expect(tree.root?.parent == nil)
  }

  @Test func `every document has its own root and marks`() throws {
    let tree = tree("%YAML 1.1\n---\na\n...\n---\nb: 1\n---\n- c\n")
    #expect(tree.documents.map { tree.node($0.root).kind } == [.scalar, .mapping, .sequence])
    #expect(tree.documents.map(\.startsExplicitly) == [true, true, true])
    #expect(tree.documents.map(\.endsExplicitly) == [true, false, false])
    #expect(tree.documents.map(\.isComplete) == [true, true, true])
  }

  @Test(arguments: ["", "# only\n# comments\n", "\u{FEFF}", "\n\n", "\u{FEFF}# x\r\n"])
  func `nothing in a file is no document`(_ text: String) {
    let tree = tree(text)
    #expect(tree.documents == [])
    #expect(tree.faults == [])
    #expect(tree.root == nil)
  }

  @Test func `a mark without content is a document of nothing`() {
    let tree = tree("---\n---\n")
    #expect(tree.documents.map { tree.kind(of: $0.root) } == [.null, .null])
  }

  @Test func `ranges are the same behind multi-byte text, with CRLF, with a byte order mark and in UTF-16`() throws {
    let specimen = "név: [árvíz, 😀]\nutódok:\n  - ⟦\"tű\\u00e9\"⟧\n  - ⟦sima szöveg⟧\n  - &x ⟦|\n    ő\n    ű⟧\nhív: ⟦*x⟧\n"
    let crlf = specimen.replacing("\n", with: "\r\n")
    for text in [specimen, "# ŰŐ€😀\n" + specimen, crlf, "\u{FEFF}" + specimen, "\u{FEFF}" + crlf] {
      let (file, marks) = marked(text)
      let tree = YAMLTree(parsing: file)
      let list = try #require(tree.root?["utódok"])
      let use = try #require(tree.root?["hív"])
      #expect(list.children.map(\.range) + [use.range] == marks)
      #expect(list[0]?.string == "tűé")
      #expect(list[2]?.string == "ő\nű\n")
      #expect(tree.faults == [])

      let wide = SourceFile(path: "w", text: file.string(ByteRange(0, file.endOffset)).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      let wideTree = YAMLTree(parsing: wide)
      #expect(wideTree.root?["utódok"]?.children.map(\.range) == Array(marks.dropLast()))
      #expect(wideTree.faults.map(\.kind) == [.wideEncoding])
      let character = try #require(wideTree.root?["hív"]).range.lowerBound
      let before = String(decoding: file.bytes[..<Int(character)], as: UTF8.self)
      #expect(wide.originalOffset(of: character) == 2 * before.utf16.count)
    }
  }

  @Test func `text that is written as it is read is not copied`() throws {
    let tree = tree("plain: some text\nquoted: \"more text\"\nescaped: \"a\\tb\"\n")
    let base = try #require(tree.file.bytes.baseAddress)
    let end = base + tree.file.bytes.count
    func isInFile(_ key: String) throws -> Bool {
      let node = try #require(tree.root?[key])
      let text = try #require(tree.text(of: node.id).baseAddress)
      return base <= text && text < end
    }
    try #expect(isInFile("plain"))
    try #expect(isInFile("quoted"))
    try #expect(!isInFile("escaped"))
  }
}
