import CEL
import ConcordatModel

/// Why a rule could not be decided, in the reader's words.
struct UndecidedReason {
  /// One phrase without a full stop.
  var text: String
  /// The document that would have to be in the repository.
  var missing: String?

  init(text: String, missing: String? = nil) {
    self.text = text
    self.missing = missing
  }

  init(_ error: EvaluationError, kind: Kind) {
    switch error.kind {
    case .noSuchKey(let key): self.init(text: "'\(key)' is not recorded")
    case .costLimit: self.init(text: "the rule took more steps than one rule may take on one document")
    case .memoryLimit: self.init(text: "the rule took more memory than one rule may take on one document")
    case .host(let code, let message):
      switch HostFailure(rawValue: Int64(code)) {
      case .unreadable: self.init(text: "'\(message)' cannot be read")
      case .missingDocument: self.init(text: "\(message) is not among the documents checked", missing: message)
      case .noParameter: self.init(text: "the parameter '\(message)' has no value on that day")
      case .noDay: self = .noDay(of: kind)
      case .unknownEntry, .badArgument, nil: self.init(text: message)
      }
    default: self.init(text: error.message)
    }
  }

  /// The document does not say when it was made.
  static func noDay(of kind: Kind) -> UndecidedReason {
    let fields = kind.dayPaths.map { $0.joined(separator: ".") }
    return UndecidedReason(
      text: "there is no day to judge by: record \(English.list(fields, last: "or")), or give --as-of")
  }
}
