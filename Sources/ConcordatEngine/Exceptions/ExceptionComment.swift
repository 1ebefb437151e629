import ConcordatDiagnostics
import ConcordatModel
import SourceText

/// Reads `# concordat: allow RULE until YYYY-MM-DD -- reason`.
struct ExceptionComment {
  /// What was read: an exception without its scope, or what is wrong.
  enum Outcome {
    case entry(rule: String, ruleRange: ByteRange, reason: String, until: Day?, untilRange: ByteRange?)
    case fault(ExceptionFault, ByteRange)
  }

  private struct Word {
    var text: String
    var range: ByteRange
  }

  /// Longer comments hold no exception.
  private static let longest = 4096

  static func read(_ range: ByteRange, in file: SourceFile) -> Outcome {
    guard range.count <= longest else { return .fault(.malformed("the comment is of more than \(longest) bytes"), range) }
    var words = words(of: range, in: file)[...]
    guard let address = words.popFirst(), address.text.utf8.last == UInt8(ascii: ":") else {
      return .fault(.malformed("a colon is missing after concordat"), range)
    }
    guard let verb = words.popFirst() else { return .fault(.malformed("nothing is said after concordat:"), range) }
    guard verb.text == "allow" else {
      return .fault(.malformed("'\(shown(verb.text))' is not what can be said after concordat:"), verb.range)
    }
    guard let rule = words.popFirst(), !isDash(rule.text) else { return .fault(.malformed("no rule is named after allow"), verb.range) }
    if rule.text.utf8.last == UInt8(ascii: ",") {
      return .fault(.malformed("one comment is for one rule, and '\(shown(rule.text))' promises another"), rule.range)
    }
    var day: (Day, ByteRange)?
    if words.first?.text == "until", let until = words.popFirst() {
      guard let text = words.popFirst(), !isDash(text.text) else { return .fault(.unreadableDay(""), until.range) }
      guard let read = Day(iso: Array(text.text.utf8)) else { return .fault(.unreadableDay(shown(text.text)), text.range) }
      day = (read, text.range)
    }
    guard let dash = words.first else { return .fault(.noReason, ByteRange(address.range.lowerBound, range.upperBound)) }
    guard isDash(dash.text) || dash.text.hasPrefix("--") else {
      return .fault(.malformed("'\(shown(dash.text))' stands where until or the reason, after --, should"), dash.range)
    }
    let start = dash.range.lowerBound + UInt32(isDash(dash.text) ? dash.text.utf8.count : 2)
    let reason = String(decoding: trimmed(file.slice(ByteRange(start, range.upperBound))), as: UTF8.self)
    guard !reason.isEmpty else { return .fault(.noReason, dash.range) }
    return .entry(rule: rule.text, ruleRange: rule.range, reason: reason, until: day?.0, untilRange: day?.1)
  }

  /// The words of a comment with their places; `concordat` and its colon are one.
  private static func words(of range: ByteRange, in file: SourceFile) -> [Word] {
    var words: [Word] = []
    var start: Int?
    let bytes = file.bytes
    func end(_ offset: Int) {
      guard let from = start else { return }
      start = nil
      let range = ByteRange(UInt32(truncatingIfNeeded: from), UInt32(truncatingIfNeeded: offset))
      words.append(Word(text: file.string(range), range: range))
    }
    var isHead = true
    for offset in range.indices where offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x20 || byte == 0x09 || (words.isEmpty && isHead && byte == UInt8(ascii: "#")) {
        end(offset)
        continue
      }
      isHead = isHead && byte == UInt8(ascii: "#")
      if start == nil { start = offset }
      // What follows the first colon is the next word even without a space.
      if words.isEmpty, byte == UInt8(ascii: ":") { end(offset + 1) }
    }
    end(min(range.indices.upperBound, bytes.count))
    if words.count > 1, words[1].text == ":" {
      words[0] = Word(text: words[0].text + ":", range: ByteRange(words[0].range.lowerBound, words[1].range.upperBound))
      words.remove(at: 1)
    }
    return words
  }

  /// Two hyphens, or what a word processor makes of them.
  private static func isDash(_ text: String) -> Bool { text == "--" || text == "—" || text == "–" }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    return Array(bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  static func shown(_ text: String) -> String {
    text.unicodeScalars.count <= 80 ? text : String(text.unicodeScalars.prefix(80)) + "…"
  }
}

/// What is wrong with an exception as it is written; it then covers nothing.
enum ExceptionFault {
  case malformed(String)
  case wildcard(String)
  case unknownRule(String, suggestion: String?)
  case notAcceptable(String, why: String)
  case noReason
  case unreadableDay(String)

  var rule: String {
    switch self {
    case .malformed: "exceptions/malformed"
    case .wildcard: "exceptions/wildcard"
    case .unknownRule: "exceptions/unknown-rule"
    case .notAcceptable: "exceptions/not-acceptable"
    case .noReason: "exceptions/no-reason"
    case .unreadableDay: "exceptions/unreadable-day"
    }
  }

  var message: String {
    switch self {
    case .malformed(let what): "the exception cannot be read, so it covers nothing: \(what)"
    case .wildcard(let text): "'\(text)' would cover rules that nobody named, so the exception covers nothing"
    case .unknownRule(let text, nil): "there is no rule '\(text)', so the exception covers nothing"
    case .unknownRule(let text, let near?): "there is no rule '\(text)', so the exception covers nothing: did you mean \(near)?"
    case .notAcceptable(let rule, let why): "\(rule) cannot be excepted: \(why)"
    case .noReason: "the exception gives no reason, so it covers nothing"
    case .unreadableDay(""): "no day follows until, so the exception covers nothing"
    case .unreadableDay(let text): "'\(text)' is not a day, so the exception covers nothing"
    }
  }

  var help: String {
    switch self {
    case .malformed: "Write # concordat: allow RULE until YYYY-MM-DD -- reason"
    case .wildcard: "Write one exception for each rule"
    case .unknownRule(_, let near?): "Write \(near)"
    case .unknownRule: "Write the rule as reports name it; concordat rules shows all"
    case .notAcceptable: "Mend what it is about, and take the exception out"
    case .noReason: "Write -- and why the parties accept the finding"
    case .unreadableDay: "Write the last day as YYYY-MM-DD, a day of the calendar, or leave until out"
    }
  }

  func diagnostic(at range: ByteRange, in file: SourceFile, document: String?) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .error, message: message, place: .init(file: file, range: range), help: help,
      document: document)
  }
}
