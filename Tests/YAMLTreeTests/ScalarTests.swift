import Foundation
import SourceText
import Testing

@testable import YAMLTree

@Suite struct ScalarTests {
  /// The file's bytes for every run of a scalar's text that holds a word.
  private func source(of word: String, in specimen: String) throws -> [String] {
    let tree = tree(specimen)
    let node = try #require(tree.root?["k"])
    let text = Array(tree.text(of: node.id))
    let wanted = Array(word.utf8)
    return text.indices.filter { text[$0...].starts(with: wanted) }.map { start in
      tree.file.string(tree.sourceRange(of: ByteRange(UInt32(start), UInt32(start + wanted.count)), in: node.id))
    }
  }

  @Test func `a part of a text is found where it is written`() throws {
    #expect(try source(of: "when", in: "k: it is when\n") == ["when"])
    #expect(try source(of: "é", in: "k: \"caf\\u00e9 \\xe9\"\n") == ["\\u00e9", "\\xe9"])
    #expect(try source(of: "it's", in: "k: 'and it''s so'\n") == ["it''s"])
    #expect(try source(of: "a b", in: "k: a\n  b a b\n") == ["a\n  b", "a b"])
    #expect(try source(of: "x == 1", in: "k: |\n  y &&\n  x == 1\n") == ["x == 1"])
    #expect(try source(of: "y && x", in: "k: >\n  y &&\n  x == 1\n") == ["y &&\n  x"])
    #expect(try source(of: "one two", in: "k: \"one \\\n  two\"\n") == ["one \\\n  two"])
    #expect(try source(of: "\u{1F600}", in: "k: \"\\U0001F600 \\u0041\"\n") == ["\\U0001F600"])
  }

  @Test func `a place in a block is on its own line, behind the indentation`() throws {
    let (file, marks) = marked("k: |2\n   a ||\r\n   ⟦has(⟧b.c)\r\n")
    let tree = YAMLTree(parsing: file)
    let node = try #require(tree.root?["k"])
    let start = try #require(node.string.utf8.firstRange(of: "has(".utf8)).lowerBound
    let offset = UInt32(node.string.utf8.distance(from: node.string.startIndex, to: start))
    #expect(tree.sourceRange(of: ByteRange(offset, offset + 4), in: node.id) == marks[0])
    #expect(tree.sourceRange(of: ByteRange(offset, offset), in: node.id) == ByteRange(marks[0].lowerBound, marks[0].lowerBound))
  }

  @Test func `an empty place at the end of a text is at its end`() throws {
    let (file, marks) = marked("k: \"a + ⟦⟧\"\nl: 'x⟦⟧'\nm: ⟦⟧\n")
    let tree = YAMLTree(parsing: file)
    let key = try #require(tree.root?["k"])
    #expect(tree.sourceRange(of: ByteRange(4, 4), in: key.id) == marks[0])
    let other = try #require(tree.root?["l"])
    #expect(tree.sourceRange(of: ByteRange(1, 1), in: other.id) == marks[1])
    #expect(tree.sourceRange(of: ByteRange(9, 99), in: other.id) == marks[1])
  }

  @Test func `a part of an alias is the alias`() throws {
    let (file, marks) = marked("a: &a text\nb: ⟦*a⟧\n")
    let tree = YAMLTree(parsing: file)
    let alias = try #require(tree.root?["b"])
    #expect(tree.sourceRange(of: ByteRange(1, 2), in: alias.id) == marks[0])
  }

  @Test func `every byte of every block form is found`() throws {
    for header in ["|", "|-", "|+", ">", ">-", ">+"] {
      for body in ["a\n", "a\n\n\nb\n", "\n\na\n b\n\n c\nd\n\n\n", "a", "  a\n b\n".replacing("  a", with: "a"), "a  \n\n", "a\n\tb\nc\n"] {
        let indented = body.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
        for eol in ["\n", "\r\n", "\r"] {
          let tree = tree("k:\n  - \(header) # why\n\(indented)".replacing("\n", with: eol))
          #expect(brokenPromises(of: tree) == [], "\(header) \(body.debugDescription) \(eol.debugDescription)")
        }
      }
    }
  }

  // MARK: Comments

  @Test func `comments are found in gaps only`() throws {
    let (file, marks) = marked(
      """
      \u{FEFF}⟦# first⟧
      %YAML 1.1 ⟦# directive⟧
      --- ⟦# start⟧
      a: b#c ⟦# d # e⟧
      "#": '#'
      ⟦# concordat: allow x -- y⟧
      f: &g !h ⟦# i⟧
        [j, ⟦# k⟧
        l#m, "n # o"]⟦⟧
      p: | ⟦# q⟧
        # r
       ⟦# s⟧
      t: >+
        u # v

      ⟦# w⟧
      ...
      ⟦# x⟧
      """.replacing("⟦⟧", with: ""))
    #expect(YAMLTree(parsing: file).comments() == marks)
  }

  // MARK: Merges

  @Test func `own keys win over merged ones, and earlier merges over later ones`() throws {
    let tree = tree("a: &a {x: 1, y: 1}\nb: &b {<<: *a, y: 2, z: 2}\nc:\n  <<: [*b, {z: 3, w: 3}]\n  x: 4\n")
    let entries = tree.effectiveEntries(of: try #require(tree.root?["c"]).id)
    #expect(entries.map { "\(tree.string(of: $0.key)): \(tree.string(of: $0.value))" } == ["x: 4", "y: 2", "z: 2", "w: 3"])
    #expect(tree.faults == [])
    let found = "w".utf8.withContiguousStorageIfAvailable { tree.value(under: $0, in: entries[0].key) }
    #expect(found == .some(nil))
    var key = "y"
    let y = try key.withUTF8 { try tree.value(under: $0, in: #require(tree.root?["c"]).id) }
    #expect(y.map { tree.string(of: $0.value) } == "2")
  }

  // MARK: The core schema

  @Test(arguments: [
    ("", CoreValue.null), ("~", .null), ("null", .null), ("nUll", .string), ("true", .bool(true)), ("FALSE", .bool(false)), ("yes", .string),
    ("off", .string), ("0", .int(0)), ("-0", .int(0)), ("08", .int(8)), ("+12", .int(12)), ("0o17", .int(15)), ("0o18", .string),
    ("0xfF", .int(255)), ("0x", .string), ("-0x1", .string), ("1_000", .string), ("12:30", .string), ("2008-04-01", .string), ("2008/09", .string),
    ("9223372036854775807", .int(.max)), ("9223372036854775808", .largeInt), ("-9223372036854775808", .int(.min)), ("-9223372036854775809", .largeInt),
    (String(repeating: "9", count: 5000), .largeInt), ("1.", .float(1)), (".5", .float(0.5)), ("1e3", .float(1000)), ("-1.5E-2", .float(-0.015)),
    ("1e400", .float(.infinity)), (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)), ("+.Inf", .float(.infinity)), (".", .string),
    ("-", .string), ("+", .string), ("1e", .string), ("1.2.3", .string), ("4.6%", .string), ("nan", .string), ("inf", .string), ("0x1p3", .string),
    ("-.nan", .string), ("1 ", .string), ("٣", .string),
  ])
  func `plain text means what the core schema says`(_ text: String, _ expected: CoreValue) {
    var text = text
    #expect(text.withUTF8(CoreSchema.resolve) == expected)
  }

  @Test func `quotes and tags decide before the look of a text`() throws {
    let tree = tree("a: \"1\"\nb: !!str 1\nc: !!int \"7\"\nd: !!float 1\ne: ! 1\nf: |\n  1\ng: &x 5\nh: *x\ni: !!int x\nj: !!str\nk: [1]\nl:\nm: .nan\n")
    let values = "abcdefghijkl".map { tree.root?[String($0)]?.value }
    #expect(values == [.string, .string, .int(7), .float(1), .string, .string, .int(5), .int(5), .string, .string, nil, .null])
    guard case .float(let number) = tree.root?["m"]?.value else { return #expect(Bool(false), "m is a number") }
    #expect(number.isNaN)
  }

  @Test(.enabled(if: SharedData.isPresent, "needs ../shared/reliability/corpus/yaml-test-schema"))
  func `every row of the table of the core schema holds`() throws {
    let file = SourceFile(path: "schema", text: try SharedData.bytes("reliability/corpus/yaml-test-schema/schema-core.yaml"))
    let table = YAMLTree(parsing: file)
    let rows = try #require(table.root)
    var checked = 0
    for entry in table.entries(of: rows.id) {
      let expectation = table.node(entry.value).children.map(\.string)
      let sample = tree("- " + table.string(of: entry.key) + "\n")
      if table.string(of: entry.value) == "error" { #expect(sample.faults.map(\.kind) == [.tagValue], "\(table.string(of: entry.key))") }
      guard expectation.count >= 2 else { continue }
      guard let value = sample.root?[0]?.value else { continue }
      let name: String
      switch value {
      case .null: name = "null"
      case .bool: name = "bool"
      case .int, .largeInt: name = "int"
      case .float(let number): name = number.isNaN ? "nan" : number.isInfinite ? "inf" : "float"
      case .string: name = "str"
      }
      #expect(name == expectation[0], "\(table.string(of: entry.key))")
      checked += 1
    }
    #expect(checked > 100)
  }
}
