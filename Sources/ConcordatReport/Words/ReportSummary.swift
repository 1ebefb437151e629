public import ConcordatDiagnostics

/// The one sentence that ends a report: "2 errors, 1 warning in 5 documents (7 files); 4 rules undecided".
///
/// It says how much was read even when nothing was found, so that a run over nothing is seen.
public struct ReportSummary: Sendable, CustomStringConvertible {
  /// The sentence, without a line feed.
  public let description: String

  /// Counts what a report holds.
  public init(_ report: LintReport) {
    var parts: [String] = []
    for severity in Severity.allCases.sorted(by: >) {
      let number = report.count(severity)
      if number > 0 { parts.append(Self.phrase(number, severity)) }
    }
    var text = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")

    let files = counted(report.files, "file", "files")
    text +=
      report.documents == 0
      ? "; no documents in \(files)"
      : " in \(counted(report.documents, "document", "documents")) (\(files))"

    if !report.undecided.isEmpty {
      let rules = Set(report.undecided.map { Array($0.rule.utf8) }).count
      text += "; \(counted(rules, "rule", "rules")) undecided"
      // A rule is undecided for a document: over many documents the two numbers differ.
      if rules < report.undecided.count {
        text += " (\(counted(report.undecided.count, "time", "times")))"
      }
    }
    if !report.suppressed.isEmpty {
      text += "; \(counted(report.suppressed.count, "finding", "findings")) accepted"
    }
    description = text
  }

  private static func phrase(_ number: Int, _ severity: Severity) -> String {
    switch severity {
    case .error: counted(number, "error", "errors")
    case .warning: counted(number, "warning", "warnings")
    case .advice: counted(number, "piece of advice", "pieces of advice")
    case .review: counted(number, "matter for a person to judge", "matters for a person to judge")
    }
  }
}
