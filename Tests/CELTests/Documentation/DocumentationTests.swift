import Foundation
import Testing

@testable import CEL

/// What the articles say is held to be true: their code is compiled, their expressions are evaluated, their tables are counted.
struct DocumentationTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let catalog = root.appending(path: "Sources/CEL/CEL.docc")

  static let articles: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: catalog.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  private static func text(_ article: String) throws -> String {
    try String(contentsOf: catalog.appending(path: article), encoding: .utf8)
  }

  /// Lines without what they are indented by in common, and without empty lines at either end.
  private static func dedented(_ lines: some Sequence<Substring>) -> [String] {
    let lines = lines.map(String.init)
    let indent = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(min(indent, $0.prefix { $0 == " " }.count))) }
  }

  /// The fenced blocks of one language.
  private static func blocks(_ language: String, in article: String) throws -> [[Substring]] {
    var blocks: [[Substring]] = []
    var isInside = false
    for line in try text(article).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isInside && line == "```\(language)" {
          blocks.append([])
          isInside = true
        } else {
          isInside = false
        }
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  @Test(arguments: articles)
  func `Swift code of the articles is code of these tests`(article: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasSuffix("Examples.swift") }
      .map { try String(contentsOf: $0, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) }
    for block in try Self.blocks("swift", in: article) {
      let wanted = Self.dedented(block)
      let isThere = files.contains { lines in
        lines.count >= wanted.count
          && (0...lines.count - wanted.count).contains { Self.dedented(lines[$0..<$0 + wanted.count]) == wanted }
      }
      #expect(isThere, "\(article) shows code that is in no file of Tests/CELTests/Documentation:\n\(wanted.joined(separator: "\n"))")
    }
  }

  /// Lines `expression  // result` of blocks of the language `cel`; a result that begins with `error:` is an issue or an error.
  @Test(arguments: articles)
  func `expressions of the articles give what is said of them`(article: String) throws {
    let environment = Environment(libraries: Library.all + [.network])
    for line in try Self.blocks("cel", in: article).joined() {
      guard let mark = line.range(of: "  // ") else {
        Issue.record("\(article): no result is given for \(line)")
        continue
      }
      let expression = line[..<mark.lowerBound].trimmingCharacters(in: .whitespaces)
      #expect(Self.outcome(of: expression, in: environment) == String(line[mark.upperBound...]), "\(article): \(expression)")
    }
  }

  private static func outcome(of expression: String, in environment: Environment) -> String {
    do throws(CompileFailure) {
      let program = try environment.compile(expression, expecting: nil)
      let activation = Activation(slotCount: 0)
      let value = activation.evaluate(program)
      return activation.error(of: value).map { "error: \($0.message)" } ?? value.text()
    } catch {
      return "error: \(error.issues[0].message)"
    }
  }

  @Test func `every function and macro of the libraries is in the list of functions`() throws {
    let list = try Self.text("Functions.md")
    let functions = (Library.all + [.network]).flatMap(\.functions).map(\.name).filter { !$0.contains("@") && $0.first?.isLetter == true }
    let macros = [
      "has", "all", "exists", "exists_one", "map", "filter", "transformList", "transformMap", "transformMapEntry", "cel.bind",
      "optMap", "optFlatMap", "math.greatest", "math.least", "sortBy",
    ]
    for name in functions + macros {
      #expect(list.contains("`\(name)`"), "Functions.md does not name \(name)")
    }
    // And names nothing else in the column of functions.
    let known = Set(functions + macros + ["existsOne"])
    for row in list.split(separator: "\n") where row.hasPrefix("| ") {
      let cells = row.split(separator: "|")
      guard cells.count == 2 else { continue }
      for name in cells[1].matches(of: /`([A-Za-z0-9_.]+)`/) { #expect(known.contains(String(name.1)), "\(name.1)") }
    }
  }

  @Test func `the table of costs is what evaluations cost`() throws {
    let environment = Environment(variables: [
      .init(name: "s", type: .string), .init(name: "n", type: .list(.int)), .init(name: "m", type: .map(.string, .int)),
      .init(name: "i", type: .int), .init(name: "d", type: .dyn),
    ])
    let activation = Activation(slotCount: environment.variableCount)
    let bytes = Array(repeating: UInt8(ascii: "x"), count: 25)
    let numbers = (0..<40).map { Value.int($0) }
    let entries = [MapEntry(key: .string("a"), value: .int(1)), MapEntry(key: .string("b"), value: .int(2))]
    try bytes.withUnsafeBufferPointer { bytes in
      try numbers.withUnsafeBufferPointer { numbers in
        try entries.withUnsafeBufferPointer { entries in
          let values: [Value] = [.string(bytes), .list(numbers), .map(entries), .int(7), .map(entries)]
          for (slot, value) in values.enumerated() { activation.bind(slot, value) }
          var rows = 0
          for row in try Self.text("CostAndLimits.md").matches(of: /\| `([^`]+)` \| ([0-9]+) \|/) {
            rows += 1
            let program = try environment.compile(String(row.1), expecting: nil)
            let value = activation.evaluate(program)
            #expect(activation.error(of: value) == nil, "\(row.1)")
            #expect(String(activation.cost) == row.2, "\(row.1)")
          }
          #expect(rows > 20)
        }
      }
    }
  }

  @Test(arguments: articles)
  func `every article and symbol that is linked is there`(article: String) throws {
    let text = try Self.text(article)
    for link in text.matches(of: /<doc:([A-Za-z]+)>/) {
      #expect(Self.articles.contains("\(link.1).md"), "\(article) links to \(link.1)")
    }
    if article != "CEL.md" {
      let page = try Self.text("CEL.md")
      #expect(page.contains("<doc:\(article.dropLast(3))>"), "CEL.md does not lead to \(article)")
    }
  }
}
