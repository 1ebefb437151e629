import ConcordatDiagnostics

/// The undecided rules of a report, gathered so that no reason is said twice.
struct UndecidedGroups {
  /// Rules that wait for one document.
  struct Missing {
    /// "the sustainable community strategy of Fenland District Council"
    let document: String
    fileprivate(set) var rules: Set<[UInt8]> = []
  }

  /// Rules that one file leaves undecided for one reason.
  struct Other {
    let file: String
    let reason: String
    /// Each once, in the order of the report.
    fileprivate(set) var rules: [String] = []
    fileprivate var seen: Set<[UInt8]> = []
  }

  /// In the order of the report.
  private(set) var missing: [Missing] = []
  private(set) var others: [Other] = []

  init(_ undecided: [LintReport.Undecided]) {
    // Text is compared by its bytes: two names that only look alike stay two.
    var missingAt: [[UInt8]: Int] = [:]
    var otherAt: [[[UInt8]]: Int] = [:]
    for entry in undecided {
      let rule = Array(entry.rule.utf8)
      if let document = entry.missing {
        let index = missingAt[Array(document.utf8)] ?? missing.count
        if index == missing.count {
          missingAt[Array(document.utf8)] = index
          missing.append(Missing(document: document))
        }
        missing[index].rules.insert(rule)
      } else {
        let key = [Array(entry.file.utf8), Array(entry.reason.utf8)]
        let index = otherAt[key] ?? others.count
        if index == others.count {
          otherAt[key] = index
          others.append(Other(file: entry.file, reason: entry.reason))
        }
        if others[index].seen.insert(rule).inserted { others[index].rules.append(entry.rule) }
      }
    }
  }
}
