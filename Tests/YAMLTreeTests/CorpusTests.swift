import Foundation
import SourceText
import Testing

@testable import YAMLTree

@Suite(.enabled(if: SharedData.isPresent, "needs ../shared/reliability/corpus"))
struct CorpusTests {
  struct Outcome: CustomTestStringConvertible {
    var path: String
    var outcome: String
    var testDescription: String { path }
  }

  static let corpus = "reliability/corpus/"

  static let outcomes: [Outcome] = {
    guard SharedData.isPresent, let bytes = try? SharedData.bytes(corpus + "libyaml-0.2.5-outcomes.tsv") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Outcome(path: String(cells[0]), outcome: String(cells[3]))
    }
  }()

  /// Kinds of fault that are found, or mended, before libyaml is asked: where one occurs libyaml's outcome does not bind.
  static let byDesign: Set<YAMLFault.Kind> = [
    .notYAML, .wideEncoding, .legacyEncoding, .invalidUTF8, .controlCharacter, .hiddenLineBreak, .conflictMarker, .limitDirectives,
  ]

  @Test func `the whole corpus is there`() {
    #expect(Self.outcomes.count == 617)
  }

  @Test(arguments: outcomes)
  func `every file is read without a trap, with every promise kept, and as libyaml reads it`(_ one: Outcome) throws {
    let file = SourceFile(path: one.path, text: try SharedData.bytes(Self.corpus + one.path))
    let tree = YAMLTree(parsing: file)
    #expect(brokenPromises(of: tree, rereading: file.bytes.count < 20_000) == [])
    let kinds = Set(tree.faults.map(\.kind))
    guard kinds.isDisjoint(with: Self.byDesign) else { return }
    let isRefused = !kinds.isDisjoint(with: OracleComparison.grammar)
    switch one.outcome {
    case "ok": #expect(!isRefused && !kinds.contains(.limitDepth), "\(listed(tree))")
    case "depth>64": #expect(kinds.contains(.limitDepth), "\(listed(tree))")
    case "scanner", "parser":
      // A misleading character takes the place of the fault that it caused.
      let isExplained = tree.faults.contains { $0.severity == .error && [.unusualSpace, .dashAsListMark, .curlyQuote].contains($0.kind) }
      #expect(isRefused || isExplained, "\(listed(tree))")
    default: Issue.record("\(one.outcome) should have been found by the scan: \(listed(tree))")
    }
  }

  @Test func `every truncation and every deletion of a byte is read without a trap`() throws {
    var count = 0
    let texts = SuiteCase.all.map { Array($0.yaml.utf8) } + (try Self.outcomes.filter { $0.path.hasPrefix("handmade/") }.map { try SharedData.bytes(Self.corpus + $0.path) })
    for text in texts where text.count < 120 {
      for cut in 0..<text.count {
        for damaged in [Array(text[..<cut]), Array(text[..<cut] + text[(cut + 1)...])] {
          let broken = brokenPromises(of: YAMLTree(parsing: SourceFile(path: "damaged", text: damaged)))
          count += 1
          if !broken.isEmpty {
            Issue.record("\(broken) in \(String(decoding: damaged, as: UTF8.self).debugDescription)")
            return
          }
        }
      }
    }
    #expect(count > 15_000)
  }

  @Test func `the suite keeps every promise, also with CRLF and with a byte order mark`() {
    for one in SuiteCase.all {
      for text in [one.yaml, "\u{FEFF}" + one.yaml, "# é€😀\n" + one.yaml] {
        let broken = brokenPromises(of: tree(text), rereading: true)
        #expect(broken == [], "\(one.id)")
      }
      // Line breaks are normalised, so the text of every scalar stays the same.
      guard !one.yaml.contains("\r") else { continue }
      let crlf = tree(one.yaml.replacing("\n", with: "\r\n"))
      #expect(brokenPromises(of: crlf, rereading: true) == [], "\(one.id)")
      if one.libyaml.accepts { #expect(events(of: crlf) == one.libyaml.events ?? one.events, "\(one.id)") }
    }
  }

  @Test func `real agreements keep every promise`() throws {
    for path in SharedData.files(below: "agreements") where path.hasSuffix(".yaml") {
      let tree = YAMLTree(parsing: SourceFile(path: path, text: try SharedData.bytes("agreements/" + path)))
      #expect(brokenPromises(of: tree, rereading: true) == [], "\(path)")
      #expect(!tree.hasErrors, "\(path): \(listed(tree))")
    }
  }
}
