public import SourceText

/// One finding: what is wrong, where, under which law, and what to do.
public struct Diagnostic: Sendable {
  /// A place in a file.
  public struct Place: Sendable {
    public var file: SourceFile
    public var range: ByteRange
    public init(file: SourceFile, range: ByteRange) {
      self.file = file
      self.range = range
    }
  }

  /// Another place that matters, and why.
  public struct Related: Sendable {
    public var place: Place
    /// A short phrase: "named in this target".
    public var text: String
    public init(place: Place, text: String) {
      self.place = place
      self.text = text
    }
  }

  /// `statutory/…`, `structure/…`, `syntax/…`, `input/…`.
  public var rule: String
  public var severity: Severity
  /// One sentence without a full stop, in the reader's words, holding the actual value.
  public var message: String
  public var place: Place
  public var related: [Related]
  public var provision: Citation?
  /// One next step.
  public var help: String?
  /// Remarks on how far the finding can be relied on, such as a register row that nobody verified.
  public var notes: [String]
  /// The `id` of the document, where it has one.
  public var document: String?
  /// Where the place lies in the document, in the names of its own parts: `targets/affordable-homes/relates_to/huntingdonshire`.
  /// Empty for the document as a whole, and for what is wrong with a file.
  public var path: String
  /// What would mend it; the first is the likeliest.
  public var fixes: [Fix]
  /// See ``Fingerprint``; empty until ``Fingerprint/assign(to:)`` has given it.
  public internal(set) var fingerprint = ""

  public init(
    rule: String, severity: Severity, message: String, place: Place, related: [Related] = [],
    provision: Citation? = nil, help: String? = nil, notes: [String] = [], document: String? = nil, path: String = "",
    fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.place = place
    self.related = related
    self.provision = provision
    self.help = help
    self.notes = notes
    self.document = document
    self.path = path
    self.fixes = fixes
  }
}
