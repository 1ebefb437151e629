import SourceText
import Testing

@testable import CEL

/// An expression with its faulty places marked, and what is said of them.
struct Specimen: CustomTestStringConvertible, Sendable {
  /// `a ⟦=⟧ b`: every mark is the range of one issue, in order of their beginnings.
  var marked: String
  /// `message`, or `message → suggestion`, of each mark.
  var issues: [String]

  init(_ marked: String, _ issues: String...) {
    self.marked = marked
    self.issues = issues
  }

  var testDescription: String { marked }

  /// The expression without its marks.
  var expression: String { String(marked.filter { $0 != "⟦" && $0 != "⟧" }) }

  /// Shows issues in the form of a specimen: the marked expression, then one line each.
  static func shown(_ issues: [CompileIssue], in expression: String) -> String {
    var bytes = Array(expression.utf8)
    for issue in issues.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let (start, end) = (Int(issue.range.lowerBound), Int(issue.range.upperBound))
      guard end <= bytes.count else { return "a range outside the expression: \(issue)" }
      bytes.insert(contentsOf: Array("⟧".utf8), at: end)
      bytes.insert(contentsOf: Array("⟦".utf8), at: start)
    }
    let lines = issues.map { $0.message + ($0.suggestion.map { " → " + $0 } ?? "") }
    return ([String(decoding: bytes, as: UTF8.self)] + lines).joined(separator: "\n")
  }

  var shown: String { ([marked] + issues).joined(separator: "\n") }
}
