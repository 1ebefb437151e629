import CEL

extension RegularExpression {
  convenience init(_ pattern: String) throws(RegexSyntaxError) { try self.init(pattern.utf8) }

  func matches(_ text: String, _ scratch: RegexScratch = RegexScratch()) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { matches($0, scratch: scratch) }
  }

  func matches(_ text: [UInt8], _ scratch: RegexScratch = RegexScratch()) -> Bool {
    text.withUnsafeBufferPointer { matches($0, scratch: scratch) }
  }

  func spans(_ text: String, from offset: Int = 0, _ scratch: RegexScratch = RegexScratch()) -> [Range<Int>?]? {
    Array(text.utf8).withUnsafeBufferPointer { firstMatch(in: $0, from: offset, scratch: scratch)?.spans }
  }
}

/// Whether the pattern matches anywhere in the text.
func matches(_ pattern: String, _ text: String) throws -> Bool { try RegularExpression(pattern).matches(text) }

/// The error of a pattern as one line, with the place marked, or "accepted".
func refusal(_ pattern: String) -> String { refusal(Array(pattern.utf8)) }

/// The same for a pattern in bytes.
func refusal(_ pattern: [UInt8]) -> String {
  do throws(RegexSyntaxError) {
    _ = try RegularExpression(pattern)
    return "accepted"
  } catch {
    let text = "\(error.range.lowerBound)..<\(error.range.upperBound): \(error.message)"
    return error.suggestion.map { "\(text); \($0)" } ?? text
  }
}
