import SourceText

/// Why an expression has no value, and which part of it was to blame.
public struct EvaluationError: Error, Sendable, Hashable {
  public var kind: Kind
  /// One sentence that starts in lower case and has no full stop.
  public var message: String
  /// Bytes of the expression whose evaluation failed; that of a variable's own program when a variable's value failed.
  public var range: ByteRange
  /// The text of the expression that ``range`` points into.
  public var expression: String

  /// What a caller may want to treat differently.
  public enum Kind: Sendable, Hashable {
    /// A map or record has no such entry, here as text.
    case noSuchKey(String)
    /// The operands have kinds that the operator or function does not take.
    case noSuchOverload
    case indexOutOfBounds
    /// A variable has no value, or depends on itself.
    case noSuchVariable
    case divideByZero
    case overflow
    /// A text that does not say what it should: a number, a date, UTF-8, a pattern.
    case conversion
    /// Any other argument that a function refuses.
    case invalidArgument
    case costLimit
    case memoryLimit
    /// A function of the host failed, with the host's own number.
    case host(code: Int, message: String)
  }

  /// What the evaluator notes; the text is made from it later.
  enum Code: UInt8 {
    case noSuchKey = 1
    case noSuchOverload
    case indexOutOfBounds
    case noSuchVariable
    case dependsOnItself
    case divideByZero
    case moduloByZero
    case overflow
    case notANumber
    /// Details: the text, and what it should have been.
    case conversion
    case invalidUTF8
    case duplicateKey
    case illegalKey
    case noneOptional
    /// Details: the complaint as text.
    case invalidArgument
    case noZone
    case badPattern
    case costLimit
    case memoryLimit
    case host
  }

  init(code: Code, details: UnsafePointer<Value>?, node: NodeID, program: Program?) {
    range = program?.range(of: node) ?? ByteRange(0, 0)
    expression = program?.expressionText ?? ""
    func text(_ index: Int) -> String { details.map { $0[index].text(limit: 80) } ?? "" }
    switch code {
    case .noSuchKey: (kind, message) = (.noSuchKey(text(0)), "there is no '\(text(0))' here")
    case .noSuchOverload: (kind, message) = (.noSuchOverload, "the operation does not take values of these kinds")
    case .indexOutOfBounds: (kind, message) = (.indexOutOfBounds, "index \(text(0)) is out of bounds")
    case .noSuchVariable: (kind, message) = (.noSuchVariable, "the variable has no value")
    case .dependsOnItself: (kind, message) = (.noSuchVariable, "the variable depends on itself")
    case .divideByZero: (kind, message) = (.divideByZero, "division by zero")
    case .moduloByZero: (kind, message) = (.divideByZero, "remainder of a division by zero")
    case .overflow: (kind, message) = (.overflow, "the result is out of range")
    case .notANumber: (kind, message) = (.invalidArgument, "NaN values cannot be ordered")
    case .conversion: (kind, message) = (.conversion, "'\(text(0))' is not \(text(1))")
    case .invalidUTF8: (kind, message) = (.conversion, "the bytes are not valid UTF-8")
    case .duplicateKey: (kind, message) = (.invalidArgument, "the key '\(text(0))' is given twice")
    case .illegalKey: (kind, message) = (.invalidArgument, "'\(text(0))' cannot be the key of a map")
    case .noneOptional: (kind, message) = (.invalidArgument, "the optional has no value")
    case .invalidArgument: (kind, message) = (.invalidArgument, text(0))
    case .noZone: (kind, message) = (.conversion, "the time zone '\(text(0))' is not known here")
    case .badPattern: (kind, message) = (.conversion, "the pattern '\(text(0))' is not valid: \(text(1))")
    case .costLimit: (kind, message) = (.costLimit, "the evaluation took more steps than its limit allows")
    case .memoryLimit: (kind, message) = (.memoryLimit, "the evaluation took more memory than its limit allows")
    case .host:
      let number = details.flatMap { $0[0].intValue }.flatMap(Int.init(exactly:)) ?? 0
      let words = details.flatMap { $0[1].stringValue } ?? ""
      (kind, message) = (.host(code: number, message: words), words)
    }
  }
}
