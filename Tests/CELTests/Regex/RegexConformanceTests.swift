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
    var tally = Tally(name: "regex/\(file)")
    for expectation in suite.tests {
      let pattern = expectation.regex
      let outcomes = Self.outcomes(of: expectation, scratch)
      for (number, (item, outcome)) in zip(expectation.cases, outcomes).enumerated() {
        tally.note(
          "/\(pattern)/ \(number)", item.text.debugDescription, outcome, listed: Self.exceptions[pattern])
      }
    }
    print("regex/\(file): \(suite.tests.count) patterns")
    tally.report()
    #expect(!suite.tests.isEmpty)
  }

  /// What is wrong with each text.
  private static func outcomes(of expectation: Expectation, _ scratch: RegexScratch) -> [String?] {
    do throws(RegexSyntaxError) {
      let expression = try RegularExpression(expectation.regex)
      let whole = try RegularExpression("\\A(?:\(expectation.regex))\\z")
      return expectation.cases.map { item in
        let spans = expression.spans(item.text, from: 0, scratch).map { $0.map { $0.map { [$0.lowerBound, $0.upperBound] } } }
        if expression.matches(item.text, scratch) != item.match || spans != item.span {
          return "spans \(String(describing: spans))"
        }
        return whole.matches(item.text, scratch) == item.fullMatch ? nil : "on the whole text: \(!item.fullMatch)"
      }
    } catch {
      return expectation.cases.map { _ in error.message }
    }
  }
}
