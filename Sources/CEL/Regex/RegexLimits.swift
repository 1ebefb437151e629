/// How large a regular expression may be.
///
/// Matching takes at most (bytes of text) × (instructions) steps, so the instruction limit is also the
/// limit on the price of one byte of text.
public struct RegexLimits: Hashable, Sendable {
  /// The most bytes that a pattern may have.
  ///
  /// A longer pattern could only be useful by spelling out more characters than `instructions` allows.
  public var patternBytes: Int
  /// The most instructions of a compiled program, counted after repeats are written out.
  public var instructions: Int
  /// The most parentheses, open at the same time.
  public var nesting: Int
  /// The most words of memory for the places of groups: instructions × (groups + 1) × 2.
  public var captureSlots: Int

  public init(
    patternBytes: Int = 65_536, instructions: Int = 10_000, nesting: Int = 1_000, captureSlots: Int = 2_000_000
  ) {
    self.patternBytes = patternBytes
    self.instructions = instructions
    self.nesting = nesting
    self.captureSlots = captureSlots
  }

  /// The limits that Concordat uses.
  public static let standard = RegexLimits()

  /// The largest count of a repeat, and of repeats inside repeats multiplied; RE2's own number.
  public static let repeatCount = 1_000
}
