/// What was made of one authority's submission, provision by provision: a record for whoever decides, never the decision.
public struct Statement: Sendable {
  /// What can be said of a provision.
  public enum Status: String, Sendable, CaseIterable {
    case notMet = "not_met"
    case undecided
    case needsJudgement = "needs_judgement"
    case met
    case notApplicable = "not_applicable"
  }

  /// A document of the submission, tied to the bytes that were checked.
  public struct Document: Sendable {
    public var id: String?
    public var label: String
    public var title: String
    public var file: String
    /// The SHA-256 of the whole file as it lies on disk, in hexadecimal.
    public var digest: String
    /// The day it was judged by, as ISO text.
    public var day: String?

    public init(id: String?, label: String, title: String, file: String, digest: String, day: String?) {
      self.id = id
      self.label = label
      self.title = title
      self.file = file
      self.digest = digest
      self.day = day
    }
  }

  /// A rule pack, tied to its files.
  public struct Pack: Sendable {
    public var name: String
    public var version: String
    /// The SHA-256 of the list of its files with the SHA-256 of each, as `sha256sum` prints it, sorted by path.
    public var digest: String

    public init(name: String, version: String, digest: String) {
      self.name = name
      self.version = version
      self.digest = digest
    }
  }

  /// One provision.
  public struct Point: Sendable {
    public var provision: Citation
    public var status: Status
    /// The rules that check it, by id.
    public var rules: [String]
    /// How many things its rules looked at and found in order.
    public var passed: Int
    public var findings: [Diagnostic]
    /// Findings that somebody accepted.
    public var accepted: [LintReport.Suppressed]
    /// What a person has to look at, a sentence each without a full stop.
    public var questions: [String]
    /// Why it could not be decided, or why it does not apply.
    public var reasons: [String]

    public init(
      provision: Citation, status: Status, rules: [String], passed: Int, findings: [Diagnostic],
      accepted: [LintReport.Suppressed], questions: [String], reasons: [String]
    ) {
      self.provision = provision
      self.status = status
      self.rules = rules
      self.passed = passed
      self.findings = findings
      self.accepted = accepted
      self.questions = questions
      self.reasons = reasons
    }
  }

  /// The provisions of one Act or paper.
  public struct Source: Sendable {
    public var title: String
    public var points: [Point]

    public init(title: String, points: [Point]) {
      self.title = title
      self.points = points
    }
  }

  /// Whose submission it is.
  public var authority: String
  public var tool: LintReport.Tool
  public var packs: [Pack]
  /// The day of the law that was given for all documents, as ISO text; nothing where each was judged by its own.
  public var asOf: String?
  public var documents: [Document]
  public var sources: [Source]
  /// Findings that stand on no provision, such as faults of form.
  public var others: [Diagnostic]
  /// Every finding that somebody accepted: the exceptions in force.
  public var exceptions: [LintReport.Suppressed]
  /// What a configuration changed against the pack.
  public var changes: [String]
  /// What could not be read, so that the statement is not complete.
  public var unread: [Diagnostic]
  /// Provisions that bind no document, and so are not looked at.
  public var untouched: Int

  public init(
    authority: String, tool: LintReport.Tool, packs: [Pack], asOf: String?, documents: [Document], sources: [Source],
    others: [Diagnostic], exceptions: [LintReport.Suppressed], changes: [String], unread: [Diagnostic], untouched: Int
  ) {
    self.authority = authority
    self.tool = tool
    self.packs = packs
    self.asOf = asOf
    self.documents = documents
    self.sources = sources
    self.others = others
    self.exceptions = exceptions
    self.changes = changes
    self.unread = unread
    self.untouched = untouched
  }

  /// How many provisions have a status.
  public func count(_ status: Status) -> Int {
    sources.reduce(0) { $0 + $1.points.count { $0.status == status } }
  }
}
