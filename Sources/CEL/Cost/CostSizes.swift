/// What a host knows of the sizes of its data.
///
/// Sizes of fields come from the ``TypeProvider`` as well (``FieldDeclaration/maximumCount``). What nobody knows is
/// unbounded, and so is the cost of going through it.
public struct CostSizes: Sendable {
  /// The size of what stands at a path: a variable, then names of fields, `@items`, `@keys` or `@values`, with dots
  /// between them. Asked before anything else.
  public var hint: @Sendable (_ path: String, _ type: CELType) -> SizeEstimate?
  /// The size of a value of a type when nothing else tells: texts, usually. For `dyn`, of everything inside it.
  public var otherwise: @Sendable (_ type: CELType) -> SizeEstimate?
  /// Variables whose sizes are known inside out, such as those that are results of other expressions.
  public var variables: [String: ValueSize] = [:]

  public init(
    hint: @escaping @Sendable (_ path: String, _ type: CELType) -> SizeEstimate? = { _, _ in nil },
    otherwise: @escaping @Sendable (_ type: CELType) -> SizeEstimate? = { _ in nil }
  ) {
    self.hint = hint
    self.otherwise = otherwise
  }

  /// The greatest size by path.
  public init(maximumSizes: [String: UInt64]) {
    self.init(hint: { path, _ in maximumSizes[path].map(SizeEstimate.init(upTo:)) })
  }
}

/// Which arithmetic an estimate follows.
public enum CostModel: Sendable {
  /// What this library's meter charges: the greatest cost is never exceeded, and the least is reached by every
  /// evaluation that gives a value and in which no error was absorbed.
  case metered
  /// What cel-go estimates. Its meter may exceed that: `startsWith` is estimated by the prefix and charged by the text,
  /// and loops that stop early may take less than its least.
  case celGo
}
