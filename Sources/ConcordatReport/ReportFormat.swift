/// The forms that a report can take.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, html

  /// What it is for, as the help of the command says it.
  public var purpose: String {
    switch self {
    case .text: "for people"
    case .json: "for programs, as schemas/report.schema.json has it"
    case .html: "a page to look at, print and pass on, with the course of each target"
    }
  }

  /// What writes a report in this form as it belongs in a file: without colours.
  public var reporter: any Reporter {
    switch self {
    case .text: TextReport()
    case .json: JSONReport()
    case .html: HTMLReport()
    }
  }

  /// Whether it shows the targets and priorities of documents (``LintReport/Outline``).
  public var showsOutlines: Bool { self == .html }
}
