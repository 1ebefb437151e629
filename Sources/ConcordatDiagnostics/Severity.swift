/// How grave a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Only a person can judge; never a failure.
  case review
  /// Good practice.
  case advice
  /// Guidance, policy, or a strong sign of a mistake.
  case warning
  /// The law, or data that cannot be right.
  case error

  /// From the mildest to the gravest.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .review: 0
    case .advice: 1
    case .warning: 2
    case .error: 3
    }
  }
}
