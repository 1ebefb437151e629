import CEL
import Foundation
import Testing

/// Outcomes that RE2 itself wrote down.
struct RegexConformanceTests {
  struct Suite: Decodable {
    var tests: [Expectation]
  }

  struct Expectation: Decodable {
    var regex: String
    var cases: [Case]
  }

  struct Case: Decodable {
    var text: String
    var match: Bool
    var span: [[Int]?]?
    var fullMatch: Bool

    enum CodingKeys: String, CodingKey {
      case text, match, span
      case fullMatch = "full_match"
    }
  }

  /// Patterns whose outcome differs from RE2's, with the reason. One that agrees fails the test.
  static let exceptions: [String: String] = [:]

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/conformance/regex")

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  @Test(
    .enabled(if: isPresent, "skipped: ../shared/conformance/regex, the outcomes written by RE2, is not beside the package"),
    arguments: ["re2-search", "re2-exhaustive-sample"]
  )
  func `every outcome and every span is RE2's`(file: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "\(file).json"))
    let suite = try JSONDecoder().decode(Suite.self, from: data)
    let scratch = RegexScratch()
    var texts = 0
    for expectation in suite.tests {
      let pattern = expectation.regex
      var differences: [String] = []
      do throws(RegexSyntaxError) {
        let expression = try RegularExpression(pattern)
        let whole = try RegularExpression("\\A(?:\(pattern))\\z")
        for item in expectation.cases {
          texts += 1
          let spans = expression.spans(item.text, from: 0, scratch).map { $0.map { $0.map { [$0.lowerBound, $0.upperBound] } } }
          if expression.matches(item.text, scratch) != item.match || spans != item.span {
            differences.append("/\(pattern)/ on \(item.text.debugDescription): \(String(describing: spans))")
          }
          if whole.matches(item.text, scratch) != item.fullMatch {
            differences.append("/\(pattern)/ on the whole of \(item.text.debugDescription)")
          }
        }
      } catch {
        differences.append("/\(pattern)/: \(error.message)")
      }
      #expect(differences.isEmpty == (Self.exceptions[pattern] == nil), "\(differences.joined(separator: "\n"))")
    }
    print("\(file): \(suite.tests.count) patterns, \(texts) texts")
    #expect(!suite.tests.isEmpty)
  }
}
