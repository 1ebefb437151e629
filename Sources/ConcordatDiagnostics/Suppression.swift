/// Why a finding is not counted: somebody accepted it, with a reason.
public struct Suppression: Sendable {
  /// Where the acceptance is written.
  public enum Kind: String, Sendable, CaseIterable {
    /// A comment `# concordat: allow …` beside the place.
    case comment
    /// An entry under `exceptions:` of the document.
    case exception
    /// A line of the baseline file.
    case baseline
  }

  public var kind: Kind
  /// In the words of whoever accepted it; nothing in a baseline.
  public var reason: String?
  /// Who accepted it, where that is said.
  public var acceptedBy: String?
  /// The last day on which it holds, as ISO text; nothing where it is open.
  public var until: String?
  /// Where it is written; nothing in a baseline.
  public var place: Diagnostic.Place?

  public init(
    kind: Kind, reason: String? = nil, acceptedBy: String? = nil, until: String? = nil, place: Diagnostic.Place? = nil
  ) {
    self.kind = kind
    self.reason = reason
    self.acceptedBy = acceptedBy
    self.until = until
    self.place = place
  }
}
