/// Choices that the language definition leaves to whoever embeds it, and the bounds of what is read.
public struct CompileOptions: Sendable, Hashable {
  /// Whether macros are expanded at all; which ones, the libraries say.
  public var expandsMacros = true
  /// Whether `a.?b`, `a[?i]`, `[?x]` and `{?k: v}` may be written.
  public var allowsOptionalSyntax = true
  /// Whether a field may be named in back quotes, for names that are not identifiers.
  public var allowsQuotedFields = true
  /// Whether `1 < 2.0` passes the check; at run time it always means what it says.
  public var comparesAcrossNumericTypes = true
  /// Whether `[1, 'a']` is an error, rather than a list of `dyn`.
  public var requiresHomogeneousLiterals = false
  /// Whether fields that a record may lack must be read under a guard; see ``CheckedExpression/warnings``.
  public var warnsOfUnguardedFields = true
  /// The most Unicode scalars of one expression. Every other implementation has the same bound.
  public var maximumScalars = 100_000
  /// The deepest nesting, counted in the text and again in the tree that its macros expand to: what
  /// recursion over a tree may rely on. cel-go has the same bound.
  public var maximumDepth = 250
  /// The most faults that one expression is told of.
  public var maximumIssues = 100

  public init() {}
}
