import ConcordatDiagnostics

extension Statement.Status {
  /// As a tag says it.
  var tag: StaticString {
    switch self {
    case .met: "Met"
    case .notMet: "Not met"
    case .needsJudgement: "Needs judgement"
    case .undecided: "Undecided"
    case .notApplicable: "Not applicable"
    }
  }

  var cssClass: StaticString {
    switch self {
    case .met: "good"
    case .notMet: "error"
    case .needsJudgement: "review"
    case .undecided: "warning"
    case .notApplicable: "still"
    }
  }

  /// What it means.
  var meaning: StaticString {
    switch self {
    case .met: "every rule that checks it looked, and found what it looks for"
    case .notMet: "a rule found otherwise; the findings say where"
    case .needsJudgement: "a person has to look; the questions say at what"
    case .undecided: "a rule lacked what it needs"
    case .notApplicable: "nothing in the submission comes under it, or it was not in force"
    }
  }
}

/// Words that every form of a statement uses.
enum StatementWords {
  static let caution: StaticString =
    "This statement says what rules found in the files. It is no legal advice and no decision: that is for whoever signs it."

  static func title(_ statement: Statement) -> String { "Statement on the submission of \(statement.authority)" }

  static func day(_ statement: Statement) -> String {
    if let asOf = statement.asOf { return "\(DayWords.text(of: asOf)), for all documents" }
    return "the day that each document gives itself"
  }

  static func place(_ diagnostic: Diagnostic) -> String {
    let line = diagnostic.place.file.position(of: diagnostic.place.range.lowerBound).line
    return "\(diagnostic.place.file.path), line \(line)"
  }

  static func acceptance(_ entry: LintReport.Suppressed) -> String {
    let suppression = entry.suppression
    let reason = suppression.reason ?? SuppressionWords.reason(suppression.kind)
    let who = suppression.acceptedBy.map { " by \($0)" } ?? ""
    let until = suppression.until.map { " until \(DayWords.text(of: $0))" } ?? ""
    return "accepted\(who)\(until): \(reason)"
  }
}

/// The name of a file made from the name of an authority: small letters, digits and hyphens.
public enum StatementFileName {
  /// `cumbria-county-council` for "Cumbria County Council"; `submission` where nothing is left.
  public static func stem(of name: String) -> String {
    var stem: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 48...57, 97...122: stem.append(byte)
      case 65...90: stem.append(byte | 0x20)
      default: if let last = stem.last, last != UInt8(ascii: "-") { stem.append(UInt8(ascii: "-")) }
      }
      if stem.count >= 80 { break }
    }
    while stem.last == UInt8(ascii: "-") { stem.removeLast() }
    return stem.isEmpty ? "submission" : String(decoding: stem, as: UTF8.self)
  }

  /// A stem for each statement; the second of two alike has its number. None is `index`.
  public static func stems(of statements: [Statement]) -> [String] {
    var seen: Set<String> = ["index"]
    return statements.map { statement in
      let stem = stem(of: statement.authority)
      var name = stem
      var number = 2
      while !seen.insert(name).inserted {
        name = "\(stem)-\(number)"
        number += 1
      }
      return name
    }
  }
}
