/// Everything one run has to say, in the order it is said.
public struct LintReport: Sendable {
  /// What a reader needs to know of a rule.
  public struct Rule: Sendable {
    public var id: String
    public var title: String
    public var severity: Severity
    public var provision: Citation?
    /// Why the rule exists, in a sentence or three; empty for a rule that a format writes itself.
    public var rationale: String
    /// The next step as the rule file has it, with its braces.
    public var help: String
    /// The kinds of document that it is for.
    public var kinds: [String]

    public init(
      id: String, title: String, severity: Severity, provision: Citation?, rationale: String = "", help: String = "",
      kinds: [String] = []
    ) {
      self.id = id
      self.title = title
      self.severity = severity
      self.provision = provision
      self.rationale = rationale
      self.help = help
      self.kinds = kinds
    }
  }

  /// A document that was checked.
  public struct Subject: Sendable {
    /// Its `id`, where it has one.
    public var id: String?
    /// The name of its kind, and what people call such a document.
    public var kind: String
    public var label: String
    /// As it stands in the document; empty where it has none.
    public var title: String
    /// The name of its authority as people write it, where it has one that is known.
    public var authority: String?
    /// The day it was judged by, as ISO text.
    public var day: String?
    /// Where it is shown.
    public var place: Diagnostic.Place
    /// Its targets and priorities; empty where nobody asked for them.
    public var outline: Outline

    public init(
      id: String?, kind: String, label: String, title: String, authority: String?, day: String?, place: Diagnostic.Place,
      outline: Outline = Outline()
    ) {
      self.id = id
      self.kind = kind
      self.label = label
      self.title = title
      self.authority = authority
      self.day = day
      self.place = place
      self.outline = outline
    }
  }

  /// A finding that somebody accepted: told to programs and auditors, not counted.
  public struct Suppressed: Sendable {
    public var diagnostic: Diagnostic
    public var suppression: Suppression

    public init(diagnostic: Diagnostic, suppression: Suppression) {
      self.diagnostic = diagnostic
      self.suppression = suppression
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

  /// What became of a rule on a document, beside its findings and what it left undecided.
  public struct Outcome: Sendable {
    public var rule: String
    /// The document's place among ``LintReport/subjects``.
    public var subject: Int
    /// How many of the things that it is for were in order.
    public var passed: Int
    /// Whether it was in force on the day of the document.
    public var isInForce: Bool

    public init(rule: String, subject: Int, passed: Int, isInForce: Bool) {
      self.rule = rule
      self.subject = subject
      self.passed = passed
      self.isInForce = isInForce
    }
  }

  public var tool: Tool
  /// The rules that ran, by id, sorted.
  public var rules: [Rule]
  /// The ids of findings that there can be besides, which are in no rule file: faults of YAML, of form, of exceptions.
  public var formRules: [String]
  /// Sorted by path, offset, rule.
  public var diagnostics: [Diagnostic]
  /// Sorted by path, document, rule.
  public var undecided: [Undecided]
  /// Sorted by path, offset, rule.
  public var suppressed: [Suppressed]
  /// The documents that were checked, by path and place.
  public var subjects: [Subject]
  /// By document and rule; empty where nobody asked for them.
  public var outcomes: [Outcome] = []
  /// What a configuration changed against the pack, a sentence each: rules switched off, severities changed.
  public var changes: [String]
  /// The day that all documents were judged by, as ISO text; nothing where each was judged by its own.
  public var asOf: String?
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
    tool: Tool, rules: [Rule], diagnostics: [Diagnostic], undecided: [Undecided], files: Int, documents: Int,
    suppressed: [Suppressed] = [], subjects: [Subject] = [], changes: [String] = [], asOf: String? = nil,
    formRules: [String] = []
  ) {
    self.tool = tool
    self.rules = rules
    self.formRules = formRules
    self.diagnostics = diagnostics
    self.undecided = undecided
    self.suppressed = suppressed
    self.subjects = subjects
    self.changes = changes
    self.asOf = asOf
    self.files = files
    self.documents = documents
  }

  /// Gives every finding, accepted ones too, its ``Fingerprint``; the last thing done before a report is written.
  public mutating func assignFingerprints() {
    var lists = [diagnostics, suppressed.map(\.diagnostic)]
    Fingerprint.assign(to: &lists)
    diagnostics = lists[0]
    for index in suppressed.indices { suppressed[index].diagnostic = lists[1][index] }
  }

  /// The number of findings of one severity.
  public func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}
