/// Everything one run has to say, in the order it is said.
public struct LintReport: Sendable {
  /// What a reader needs to know of a rule that appears in the report.
  public struct Rule: Sendable {
    public var id: String
    public var title: String
    public var severity: Severity
    public var provision: Citation?
    public init(id: String, title: String, severity: Severity, provision: Citation?) {
      self.id = id
      self.title = title
      self.severity = severity
      self.provision = provision
    }
  }

  /// A rule that could not be decided for a document: silence would look like compliance.
  public struct Undecided: Sendable {
    public var rule: String
    /// The `id` of the document.
    public var document: String?
    public var file: String
    /// One sentence without a full stop.
    public var reason: String
    /// The document that would have to be in the repository, where that is the reason
    /// ("the sustainable community strategy of Fenland District Council").
    public var missing: String?
    public init(rule: String, document: String?, file: String, reason: String, missing: String? = nil) {
      self.rule = rule
      self.document = document
      self.file = file
      self.reason = reason
      self.missing = missing
    }
  }

  public var tool: Tool
  /// The rules that ran, by id, sorted.
  public var rules: [Rule]
  /// Sorted by path, offset, rule.
  public var diagnostics: [Diagnostic]
  /// Sorted by path, document, rule.
  public var undecided: [Undecided]
  /// Files that were read as documents, and documents found in them.
  public var files: Int
  public var documents: Int

  /// Who wrote the report.
  public struct Tool: Sendable {
    public var name: String
    public var version: String
    /// Each pack's name and version.
    public var packs: [(name: String, version: String)]
    public init(name: String, version: String, packs: [(name: String, version: String)]) {
      self.name = name
      self.version = version
      self.packs = packs
    }
  }

  public init(
    tool: Tool, rules: [Rule], diagnostics: [Diagnostic], undecided: [Undecided], files: Int, documents: Int
  ) {
    self.tool = tool
    self.rules = rules
    self.diagnostics = diagnostics
    self.undecided = undecided
    self.files = files
    self.documents = documents
  }

  /// The number of findings of one severity.
  public func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}
