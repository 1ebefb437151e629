/// The forms that a report can take.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json

  /// What it is for, as the help of the command says it.
  public var purpose: String {
    switch self {
    case .text: "for people"
    case .json: "for programs, as schemas/report.schema.json has it"
    }
  }

  /// What writes a report in this form as it belongs in a file: without colours.
  public var reporter: any Reporter {
    switch self {
    case .text: TextReport()
    case .json: JSONReport()
    }
  }
}
