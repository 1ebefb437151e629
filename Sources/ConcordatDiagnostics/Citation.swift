/// The provision or guidance that a finding stands on.
public struct Citation: Sendable, Hashable {
  /// How the source was read by whoever wrote the rule, from the firmest to the weakest.
  public enum Reading: String, Sendable, CaseIterable, Comparable {
    /// The text of the provision was read.
    case verified
    /// Only a summary or a quotation by somebody else was read.
    case summary
    /// Only a background document says so.
    case seed
    /// Deduced, or general knowledge.
    case inferred

    /// Firmer readings come first.
    public static func < (a: Reading, b: Reading) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .verified: 0
      case .summary: 1
      case .seed: 2
      case .inferred: 3
      }
    }
  }

  /// Whether what is cited binds.
  public enum Kind: String, Sendable, CaseIterable {
    /// An Act, an order or regulations.
    case law
    /// Guidance, policy, a report of auditors, the practice of other authorities.
    case guidance
  }

  /// The provision's number in the pack, such as `lgpiha-2007/s105-3-b`.
  public var id: String
  /// As lawyers write it: "Local Government and Public Involvement in Health Act 2007, s.105(3)(b)".
  public var citation: String
  /// What it says, in the pack's own words.
  public var summary: String
  /// Where to read it, if it is on the web.
  public var address: String?
  /// Whether it binds.
  public var kind: Kind
  public var reading: Reading
  /// First and last day of effect, as ISO text; nothing where open.
  public var from: String?
  public var through: String?

  public init(
    id: String, citation: String, summary: String, address: String? = nil, kind: Kind = .law, reading: Reading,
    from: String? = nil, through: String? = nil
  ) {
    self.id = id
    self.citation = citation
    self.summary = summary
    self.address = address
    self.kind = kind
    self.reading = reading
    self.from = from
    self.through = through
  }
}
