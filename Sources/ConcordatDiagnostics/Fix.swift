/// A change to the text of files that mends what a finding is about.
public struct Fix: Sendable {
  /// Whether a fix may be made unseen.
  public enum Safety: String, Sendable, CaseIterable {
    /// Making it could not surprise the owner of the file.
    case safe
    /// It may be right; a person must look first.
    case needsReview = "needs_review"
  }

  /// Bytes of one place replaced by others.
  public struct Edit: Sendable {
    /// What is taken out; empty where something is only put in.
    public var place: Diagnostic.Place
    /// What stands there afterwards, in UTF-8.
    public var replacement: String

    public init(place: Diagnostic.Place, replacement: String) {
      self.place = place
      self.replacement = replacement
    }
  }

  /// What it does, as an order without a full stop: "Write value: 54.5 and period: 2005-2007".
  public var title: String
  public var safety: Safety
  /// In the order of their places; no two overlap.
  public var edits: [Edit]

  public init(title: String, safety: Safety, edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}
