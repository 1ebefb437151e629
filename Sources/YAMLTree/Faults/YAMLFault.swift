public import SourceText

/// Something wrong, or likely to be wrong, with a file as YAML.
public struct YAMLFault: Sendable, Equatable {
  /// The situation, under the id that reports show.
  public enum Kind: String, Sendable, CaseIterable {
    // The bytes.
    case fileTooLarge = "file-too-large"
    case notYAML = "not-yaml"
    case wideEncoding = "wide-encoding"
    case legacyEncoding = "legacy-encoding"
    case invalidUTF8 = "invalid-utf-8"
    case controlCharacter = "control-character"
    case hiddenLineBreak = "hidden-line-break"
    case conflictMarker = "conflict-marker"

    // Characters that are allowed and mislead.
    case bidirectionalControl = "bidirectional-control"
    case zeroWidthCharacter = "zero-width-character"
    case softHyphen = "soft-hyphen"
    case unusualSpace = "unusual-space"
    case curlyQuote = "curly-quote"
    case dashAsListMark = "dash-as-list-mark"

    // What libyaml cannot read.
    case syntax = "syntax"
    case unclosedQuote = "unclosed-quote"
    case unclosedBracket = "unclosed-bracket"
    case tabIndentation = "tab-indentation"
    case indentation = "indentation"
    case colonInText = "colon-in-text"
    case missingColon = "missing-colon"
    case textAfterValue = "text-after-value"
    case reservedCharacter = "reserved-character"
    case invalidEscape = "invalid-escape"
    case directive = "directive"
    case template = "template"
    case outOfMemory = "out-of-memory"

    // What YAML forbids, or allows and nobody means.
    case duplicateKey = "duplicate-key"
    case collectionKey = "collection-key"
    case undefinedAlias = "undefined-alias"
    case aliasCycle = "alias-cycle"
    case anchorRedefined = "anchor-redefined"
    case mergeValue = "merge-value"
    case unknownTag = "unknown-tag"
    case tagValue = "tag-value"

    // Limits.
    case limitDepth = "limit-depth"
    case limitNodes = "limit-nodes"
    case limitAliases = "limit-aliases"
    case limitVisitedNodes = "limit-visited-nodes"
    case limitMergeKeys = "limit-merge-keys"
    case limitDocuments = "limit-documents"
    case limitDirectives = "limit-directives"
    case limitFaults = "limit-faults"
  }

  public enum Severity: Sendable, Equatable {
    /// The file does not say what its author meant, or says it in two ways.
    case error
    /// The file can be read; its author should look.
    case warning
  }

  /// Another place that matters, and why.
  public struct Related: Sendable, Equatable {
    public let range: ByteRange
    /// A short phrase: "it is first used here".
    public let text: String

    public init(range: ByteRange, text: String) {
      self.range = range
      self.text = text
    }
  }

  public let kind: Kind
  public let severity: Severity
  /// The narrowest place that shows the fault, in the text of the file.
  public let range: ByteRange
  public let related: [Related]
  /// One sentence without a full stop, for a person who does not know YAML. Text from the file is visible text.
  public let message: String
  /// What to do.
  public let help: String?
  /// libyaml's own words, for a person who does.
  public let detail: String?

  public init(
    kind: Kind, severity: Severity, range: ByteRange, related: [Related] = [], message: String,
    help: String? = nil, detail: String? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.range = range
    self.related = related
    self.message = message
    self.help = help
    self.detail = detail
  }
}
