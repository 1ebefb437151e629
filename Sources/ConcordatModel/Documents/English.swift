package import CEL

/// Small matters of English.
package enum English {
  /// `a, b and c`.
  package static func list(_ words: [String], last: String = "and") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + end
  }

  /// A value as a message shows it: days in words, whole numbers without a fraction, texts in a list joined.
  package static func text(of value: Value) -> String {
    switch value.tag {
    case .timestamp where value.flags.contains(.isDateOnly):
      return Day(value)?.inWords ?? value.text()
    case .double:
      guard let number = value.doubleValue, let whole = Int64(exactly: number), number.magnitude < 1e15 else { return plain(value) }
      return String(whole)
    case .list:
      return list((value.listElements ?? UnsafeBufferPointer(start: nil, count: 0)).prefix(100).map { text(of: $0) })
    default:
      return value.text()
    }
  }

  /// A figure without exponent where Swift's shortest form has none.
  private static func plain(_ value: Value) -> String {
    value.doubleValue.map { "\($0)" } ?? value.text()
  }
}
