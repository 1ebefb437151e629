import Foundation
import Testing

@testable import CEL

/// The parser against cel-go's own tables and the expressions of the specification's suite.
@Suite(.enabled(if: Conformance.isPresent, Conformance.skipReason))
struct ParserConformanceTests {
  /// Cases whose first fault we place elsewhere, and why.
  static let otherPlaces = [
    "celgo/parser/070": "we underline the whole argument `a.b`, cel-go only its dot",
    "celgo/parser/187": "we point at the bad escape inside the string, cel-go at the string",
  ]
  /// Cases where we differ on purpose, and why.
  static let differing: [String: String] = [:]

  static func environment(for test: Conformance.Case) -> Environment {
    let options = test.raw["options"] as? [String: Any] ?? [:]
    var choices = CompileOptions()
    choices.allowsOptionalSyntax = options["optional_syntax"] as? Bool ?? false
    choices.allowsQuotedFields = options["identifier_escape_syntax"] as? Bool ?? true
    choices.maximumDepth = options["max_recursion_depth"] as? Int ?? 250
    return Environment(libraries: [.standard], options: choices)
  }

  @Test func `trees and faults are those of the parser table`() throws {
    var tally = Tally(name: "celgo/parser")
    var placed = 0
    var faulty = 0
    for test in try Conformance.cases("celgo/parser") {
      var problem: String?
      var misplaced: String?
      do {
        let tree = try Self.environment(for: test).parse(test.expression)
        if let expected = test.expect["ast"] {
          let wanted = try SyntaxTree.text(json: expected).replacing("__result__", with: "@result")
          if tree.text != wanted { problem = "\(tree.text)\n  is not\n  \(wanted)" }
        } else {
          problem = "is read as \(tree.text)"
        }
      } catch let failure as CompileFailure {
        if test.expect["ast"] != nil {
          problem = failure.issues.map(\.message).joined(separator: "; ")
        } else if let positions = test.expect["positions"] as? [[Int]] {
          faulty += 1
          let first = positions.map { ($0[0], $0[1]) }.min { $0 < $1 } ?? (0, 0)
          let place = Self.position(of: failure.issues.first, in: test.expression)
          if first.0 == -1 || first == place { placed += 1 } else { misplaced = "\(place), not \(first)" }
        }
      }
      tally.note(test.id, test.expression, problem, listed: Self.differing[test.id])
      if let misplaced, Self.otherPlaces[test.id] == nil {
        Issue.record("\(test.id) \(test.expression): fault at \(misplaced)")
      }
      #expect(misplaced != nil || Self.otherPlaces[test.id] == nil, "\(test.id) now agrees: take it off the list")
    }
    tally.report()
    print("celgo/parser: first fault in the same place in \(placed) of \(faulty)")
  }

  @Test(arguments: Conformance.specificationFiles)
  func `every expression of the suite is read`(file: String) throws {
    for test in try Conformance.cases("cel/" + file) where !test.needsMessages {
      var choices = CompileOptions()
      choices.expandsMacros = !test.disablesMacros
      let environment = Environment(libraries: Library.all + [.block], options: choices)
      do throws(CompileFailure) {
        _ = try environment.parse(test.expression)
      } catch {
        if test.expect["eval_error"] == nil { Issue.record("\(test.id) \(test.expression): \(error.issues)") }
      }
    }
  }

  /// Line and column, from 1; columns count scalars.
  static func position(of issue: CompileIssue?, in expression: String) -> (Int, Int) {
    guard let issue else { return (0, 0) }
    let before = expression.utf8.prefix(Int(issue.range.lowerBound))
    let line = before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { before.index(after: $0) } ?? before.startIndex
    return (line + 1, String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1)
  }
}
