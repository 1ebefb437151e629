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
    case .costLimit:
      self.init(
        text: "it takes more than \(Self.grouped(Int(Judge.costLimit))) steps, the most of one rule on one document; "
          + "make the document smaller, or the rule simpler")
    case .memoryLimit:
      self.init(
        text: "it takes more than \(Judge.memoryLimit >> 20) MiB of memory, the most of one rule on one document; "
          + "make the document smaller, or the rule simpler")
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

  /// The rule found as much as is listed.
  static var findingsLimit: UndecidedReason {
    UndecidedReason(
      text: "it has more than \(grouped(Judge.findingsLimit)) findings, and the rest was not looked at; "
        + "mend those that are listed, then check again")
  }

  /// A number as people write it: 10,000,000.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.reduce(into: "") { text, index in
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digits[index])
    }
  }

  /// The document does not say when it was made.
  static func noDay(of kind: Kind) -> UndecidedReason {
    let fields = kind.dayPaths.map { $0.joined(separator: ".") }
    return UndecidedReason(
      text: "there is no day to judge by: record \(English.list(fields, last: "or")), or give --as-of")
  }
}
