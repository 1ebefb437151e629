extension LintReport {
  /// What a document says of its targets and priorities: for those who would rather look than read.
  ///
  /// Read from the document as it stands, whatever is wrong with it; nothing in it is a finding.
  public struct Outline: Sendable {
    /// In the order of the document.
    public var targets: [Target]
    /// In the order of the document.
    public var priorities: [Priority]
    /// Priorities of other documents that are left out on purpose.
    public var omissions: [Omission]
    /// The districts of a county that existed on the day, in the order of the register.
    public var districts: [District]

    public init(
      targets: [Target] = [], priorities: [Priority] = [], omissions: [Omission] = [], districts: [District] = []
    ) {
      self.targets = targets
      self.priorities = priorities
      self.omissions = omissions
      self.districts = districts
    }
  }

  /// A target with its figures.
  public struct Target: Sendable {
    public var id: String
    /// As written: `NI 155`.
    public var indicator: String?
    public var title: String
    public var unit: String?
    public var direction: Direction
    /// Where the figures start.
    public var baseline: Figure?
    /// By year, in the order of the years.
    public var figures: [Figure]
    /// The ids of the document's own priorities that it serves.
    public var priorities: [String]

    public init(
      id: String, indicator: String? = nil, title: String = "", unit: String? = nil, direction: Direction = .unknown,
      baseline: Figure? = nil, figures: [Figure] = [], priorities: [String] = []
    ) {
      self.id = id
      self.indicator = indicator
      self.title = title
      self.unit = unit
      self.direction = direction
      self.baseline = baseline
      self.figures = figures
      self.priorities = priorities
    }
  }

  /// Which way is better.
  public enum Direction: String, Sendable, CaseIterable {
    case higher, lower
    /// Neither is said, or the parts of the indicator differ.
    case unknown
  }

  /// One figure of a target.
  public struct Figure: Sendable {
    /// The year or years that it is for, as written; empty where that is not said.
    public var period: String
    /// As the document has it.
    public var text: String
    /// Nothing where no single figure stands there.
    public var value: Double?
    /// Whether the cell holds the figure and nothing else.
    public var isPlain: Bool

    public init(period: String, text: String, value: Double?, isPlain: Bool = true) {
      self.period = period
      self.text = text
      self.value = value
      self.isPlain = isPlain
    }
  }

  /// A priority, and those of other documents that it comes from.
  public struct Priority: Sendable {
    public var id: String
    public var title: String
    /// Whether the document ranks it at the top.
    public var isTop: Bool
    /// As `document#priority`.
    public var from: [String]

    public init(id: String, title: String, isTop: Bool = false, from: [String] = []) {
      self.id = id
      self.title = title
      self.isTop = isTop
      self.from = from
    }
  }

  /// A priority of another document that is left out, and why.
  public struct Omission: Sendable {
    /// As `document#priority`.
    public var priority: String
    public var reason: String

    public init(priority: String, reason: String) {
      self.priority = priority
      self.reason = reason
    }
  }

  /// A district below an authority.
  public struct District: Sendable {
    public var name: String
    /// The `id` of its strategy, where that is among the documents.
    public var strategy: String?

    public init(name: String, strategy: String?) {
      self.name = name
      self.strategy = strategy
    }
  }
}
