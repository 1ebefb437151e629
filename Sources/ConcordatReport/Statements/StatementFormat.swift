public import ConcordatDiagnostics

/// The forms that a statement can take.
public enum StatementFormat: String, Sendable, CaseIterable {
  case html, markdown, json

  /// What a file of this form ends in.
  public var fileExtension: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .json: "json"
    }
  }

  /// One statement.
  public func render(_ statement: Statement) -> [UInt8] {
    switch self {
    case .html: StatementPage(statement: statement).render()
    case .markdown: StatementMarkdown().render(statement)
    case .json: StatementJSON().render(statement)
    }
  }

  /// All submissions of a run in one table.
  ///
  /// - Parameter files: The name of each statement's file beside the overview; nothing where there are no such files.
  public func render(overviewOf statements: [Statement], files: [String]?) -> [UInt8] {
    switch self {
    case .html: OverviewPage(statements: statements, files: files).render()
    case .markdown: StatementMarkdown().render(overviewOf: statements, files: files)
    case .json: StatementJSON().render(overviewOf: statements, files: files)
    }
  }
}
