public import ConcordatDiagnostics

/// The forms that a report can take.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, concise, json, html, sarif, github, gitlab, junit, checkstyle, rdjson, markdown, csv

  /// What it is for, as the help of the command says it.
  public var purpose: String {
    switch self {
    case .text: "for people"
    case .concise: "one line a finding, for editors and grep"
    case .json: "for programs, as schemas/report.schema.json has it"
    case .html: "a page to look at, print and pass on, with the course of each target"
    case .sarif: "SARIF 2.1.0, for code scanning"
    case .github: "annotations of a GitHub workflow"
    case .gitlab: "GitLab Code Quality"
    case .junit: "JUnit XML, for the test pages of Jenkins, GitLab and Azure"
    case .checkstyle: "Checkstyle XML, for Jenkins and SonarQube"
    case .rdjson: "reviewdog"
    case .markdown: "a comment on a change, or the summary of a job"
    case .csv: "a spreadsheet"
    }
  }

  /// What writes a report in this form as it belongs in a file: without colours, for a run that ends with 1 at an error.
  public var reporter: any Reporter { reporter(failingFrom: .error) }

  /// What writes a report in this form as it belongs in a file.
  ///
  /// - Parameters:
  ///   - failingFrom: From which severity on a finding makes the run end with 1; nothing where none does.
  ///   - failsOnUndecided: Whether a rule that could not be decided does.
  public func reporter(failingFrom: Severity?, failsOnUndecided: Bool = false) -> any Reporter {
    switch self {
    case .text: TextReport()
    case .concise: ConciseReport()
    case .json: JSONReport()
    case .html: HTMLReport()
    case .sarif: SARIFReport()
    case .github: GitHubReport()
    case .gitlab: GitLabReport()
    case .junit: JUnitReport(failingFrom: failingFrom, failsOnUndecided: failsOnUndecided)
    case .checkstyle: CheckstyleReport()
    case .rdjson: RDJSONReport()
    case .markdown: MarkdownReport()
    case .csv: CSVReport()
    }
  }

  /// Whether it shows the targets and priorities of documents (``LintReport/Outline``).
  public var showsOutlines: Bool { self == .html }
}
