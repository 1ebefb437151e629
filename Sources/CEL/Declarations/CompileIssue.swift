import SourceText

/// One fault found while an expression was parsed, checked or planned.
public struct CompileIssue: Sendable, Hashable, Error {
  public enum Severity: Sendable, Hashable { case error, warning }
  public var severity: Severity
  /// One sentence that starts in lower case and has no full stop.
  public var message: String
  /// Bytes of the expression.
  public var range: ByteRange
  /// What to write instead, when there is a likely answer ("did you mean 'partners'?").
  public var suggestion: String?

  public init(severity: Severity = .error, message: String, range: ByteRange, suggestion: String? = nil) {
    self.severity = severity
    self.message = message
    self.range = range
    self.suggestion = suggestion
  }
}

/// Every fault of one expression, in order of place.
public struct CompileFailure: Error, Sendable {
  public var issues: [CompileIssue]
  public init(issues: [CompileIssue]) { self.issues = issues }
}
