import ConcordatDiagnostics

/// What a report says of a place, by how grave it is: the severities, and what could not be decided.
enum Grade: Sendable, CaseIterable {
  case error, warning, advice, review, undecided

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .advice: self = .advice
    case .review: self = .review
    }
  }

  /// What other programs call a grade. Nothing where a format leaves it out: they know errors, warnings and remarks, and a
  /// matter that only a person can judge is none of these.
  struct Names: Sendable {
    /// Our own word.
    let word: String
    /// SARIF: whether a rule was broken, and how grave that is.
    let sarifKind: String
    let sarifLevel: String
    /// What code scanning orders its list of rules by.
    let problem: String
    /// A command of a workflow of GitHub.
    let github: String?
    /// GitLab's Code Quality.
    let gitlab: String?
    let checkstyle: String?
    /// reviewdog.
    let rdjson: String?
    /// Whether a test report shows it as skipped, which asks for a look and fails nothing.
    let isSkipped: Bool
  }

  /// The one table of names; `docs/formats.md` shows it.
  var names: Names {
    switch self {
    case .error:
      Names(
        word: "error", sarifKind: "fail", sarifLevel: "error", problem: "error", github: "error", gitlab: "critical",
        checkstyle: "error", rdjson: "ERROR", isSkipped: false)
    case .warning:
      Names(
        word: "warning", sarifKind: "fail", sarifLevel: "warning", problem: "warning", github: "warning", gitlab: "major",
        checkstyle: "warning", rdjson: "WARNING", isSkipped: false)
    case .advice:
      Names(
        word: "advice", sarifKind: "fail", sarifLevel: "note", problem: "recommendation", github: "notice", gitlab: "info",
        checkstyle: "info", rdjson: "INFO", isSkipped: false)
    case .review:
      Names(
        word: "review", sarifKind: "review", sarifLevel: "none", problem: "recommendation", github: nil, gitlab: nil,
        checkstyle: nil, rdjson: nil, isSkipped: true)
    case .undecided:
      Names(
        word: "undecided", sarifKind: "open", sarifLevel: "none", problem: "recommendation", github: "notice",
        gitlab: "minor", checkstyle: "info", rdjson: "INFO", isSkipped: true)
    }
  }
}
