import ConcordatDiagnostics

/// How much a page holds: a browser must still be able to show it, and a person to read it.
struct HTMLLimits: Sendable {
  /// Findings of one rule in one file that are shown in full.
  var findingsPerRuleAndFile = 20
  /// Findings that are shown in full; the gravest stay.
  var findings = 2_000
  /// Links in the box at the top.
  var problems = 25
  /// Links to findings of one rule.
  var linksPerRule = 40
  /// Other places that one finding names.
  var relatedPlaces = 20
  /// Targets that are drawn.
  var plots = 400
  /// Rows of any other table or list.
  var rows = 1_000
}

/// The findings of a report by document, with what a page leaves out.
struct HTMLFindings {
  /// A finding that is shown, with its number on the page.
  struct Shown {
    let number: Int
    let diagnostic: Diagnostic

    var anchor: HTMLAnchor { HTMLAnchor("finding", number) }
  }

  /// The findings of one document, or of a file in which no document could be read.
  struct Group {
    let number: Int
    let file: String
    let subject: LintReport.Subject?
    fileprivate(set) var shown: [Shown] = []
    fileprivate(set) var counts: [Severity: Int] = [:]
    /// What is not shown, by rule, in the order in which the rules appear.
    fileprivate(set) var hidden: [(rule: String, number: Int)] = []

    var anchor: HTMLAnchor { HTMLAnchor("document", number) }
    /// As people call it.
    var title: String {
      if let title = subject?.title, !title.isEmpty { return title }
      return subject?.id ?? file
    }
  }

  /// Every document, those without findings too, in the order of the report.
  private(set) var groups: [Group] = []
  /// Every finding that is shown, in the order of the page.
  private(set) var shown: [Shown] = []
  /// How many are not.
  private(set) var hiddenCount = 0

  init(_ report: LintReport, limits: HTMLLimits) {
    let shownIndices = Self.choose(report.diagnostics, limits)
    var groupOfKey: [[UInt8]: Int] = [:]
    var groupsOfFile: [[UInt8]: [Int]] = [:]
    for subject in report.subjects {
      add(file: subject.place.file.path, subject, &groupOfKey, &groupsOfFile)
    }
    for (index, diagnostic) in report.diagnostics.enumerated() {
      let file = diagnostic.place.file.path
      let known = groupsOfFile[Array(file.utf8)] ?? []
      let group =
        groupOfKey[Self.key(file, diagnostic.document)] ?? (known.count == 1 ? known.first : nil)
        ?? groupOfKey[Self.key(file, nil)] ?? add(file: file, nil, &groupOfKey, &groupsOfFile)
      groups[group].counts[diagnostic.severity, default: 0] += 1
      if shownIndices.contains(index) {
        // The number is given when the order of the page is known.
        groups[group].shown.append(Shown(number: 0, diagnostic: diagnostic))
      } else {
        hiddenCount += 1
        groups[group].hide(diagnostic.rule)
      }
    }
    var number = 0
    for index in groups.indices {
      groups[index].shown = groups[index].shown.map { finding in
        number += 1
        return Shown(number: number, diagnostic: finding.diagnostic)
      }
      shown += groups[index].shown
    }
  }

  @discardableResult
  private mutating func add(
    file: String, _ subject: LintReport.Subject?, _ groupOfKey: inout [[UInt8]: Int], _ groupsOfFile: inout [[UInt8]: [Int]]
  ) -> Int {
    let index = groups.count
    groups.append(Group(number: index + 1, file: file, subject: subject))
    // A second document of the same id has findings of its own only by its place; they stand with the first.
    let key = Self.key(file, subject?.id)
    if groupOfKey[key] == nil { groupOfKey[key] = index }
    groupsOfFile[Array(file.utf8), default: []].append(index)
    return index
  }

  private static func key(_ file: String, _ document: String?) -> [UInt8] {
    Array(file.utf8) + [0] + (document.map { [1] + Array($0.utf8) } ?? [])
  }

  /// The first of each rule in each file, and of those the gravest.
  private static func choose(_ diagnostics: [Diagnostic], _ limits: HTMLLimits) -> Set<Int> {
    var counts: [[UInt8]: Int] = [:]
    var admitted = diagnostics.indices.filter { index in
      let key = Array(diagnostics[index].place.file.path.utf8) + [0] + Array(diagnostics[index].rule.utf8)
      counts[key, default: 0] += 1
      return counts[key, default: 0] <= limits.findingsPerRuleAndFile
    }
    if admitted.count > limits.findings {
      let gravest = admitted.sorted { a, b in
        let (left, right) = (diagnostics[a].severity, diagnostics[b].severity)
        return left == right ? a < b : left > right
      }
      admitted = Array(gravest.prefix(limits.findings))
    }
    return Set(admitted)
  }
}

extension HTMLFindings.Group {
  fileprivate mutating func hide(_ rule: String) {
    if let known = hidden.firstIndex(where: { $0.rule.utf8.elementsEqual(rule.utf8) }) {
      hidden[known].number += 1
    } else {
      hidden.append((rule, 1))
    }
  }
}

extension Severity {
  /// The class of what is shown of it.
  var cssClass: StaticString {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .advice: "advice"
    case .review: "review"
    }
  }

  /// As a tag says it.
  var tag: StaticString {
    switch self {
    case .error: "Error"
    case .warning: "Warning"
    case .advice: "Advice"
    case .review: "For a person to judge"
    }
  }

  /// A number of such findings.
  func phrase(_ number: Int) -> String {
    switch self {
    case .error: counted(number, "error", "errors")
    case .warning: counted(number, "warning", "warnings")
    case .advice: counted(number, "piece of advice", "pieces of advice")
    case .review: counted(number, "matter for a person to judge", "matters for a person to judge")
    }
  }

  /// The gravest first.
  static var gravestFirst: [Severity] { allCases.sorted(by: >) }
}
