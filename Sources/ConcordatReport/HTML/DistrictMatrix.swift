import ConcordatDiagnostics

/// Which priority of which district is reflected by which target of a county's agreement.
///
/// A target reflects a district's priority where it serves a priority of the agreement that says it comes from there.
struct DistrictMatrix {
  struct Row {
    let target: LintReport.Target
    /// For each district, the titles of its priorities that the target reflects.
    var cells: [[String]]
  }

  /// A district's priority that no target reflects.
  struct Unreflected {
    let district: String
    let priority: String
    let isTop: Bool
    /// Why it is left out, where the agreement says so.
    let reason: String?
    /// The title of the agreement's priority that comes from it, where there is one without a target.
    let priorityWithoutTarget: String?
  }

  let agreement: LintReport.Subject
  let districts: [LintReport.District]
  private(set) var rows: [Row] = []
  private(set) var unreflected: [Unreflected] = []

  /// Districts whose strategy is not among the documents.
  var unseen: [String] { districts.filter { $0.strategy == nil }.map(\.name) }

  /// One for each document that has targets and districts.
  static func all(in subjects: [LintReport.Subject]) -> [DistrictMatrix] {
    let main = subjects.filter { !$0.outline.districts.isEmpty && !$0.outline.targets.isEmpty }
    guard !main.isEmpty else { return [] }
    var strategies: [[UInt8]: LintReport.Outline] = [:]
    for subject in subjects {
      guard let id = subject.id, !subject.outline.priorities.isEmpty, strategies[Array(id.utf8)] == nil else { continue }
      strategies[Array(id.utf8)] = subject.outline
    }
    return main.map { DistrictMatrix($0, strategies) }
  }

  private init(_ agreement: LintReport.Subject, _ strategies: [[UInt8]: LintReport.Outline]) {
    self.agreement = agreement
    districts = agreement.outline.districts
    let outline = agreement.outline
    // What is written `strategy#priority` is compared by its bytes.
    var sources: [[UInt8]: [[UInt8]]] = [:]
    for priority in outline.priorities {
      sources[Array(priority.id.utf8)] = priority.from.map { Array($0.utf8) }
    }
    let columns = districts.map { district in
      let id = district.strategy ?? ""
      let priorities = strategies[Array(id.utf8)]?.priorities ?? []
      return priorities.map { (key: Array("\(id)#\($0.id)".utf8), priority: $0) }
    }
    var reflected: Set<[UInt8]> = []
    for target in outline.targets {
      let from = Set(target.priorities.flatMap { sources[Array($0.utf8)] ?? [] })
      reflected.formUnion(from)
      rows.append(
        Row(
          target: target,
          cells: columns.map { column in column.filter { from.contains($0.key) }.map { Self.name($0.priority) } }))
    }
    let reasons = Dictionary(
      outline.omissions.map { (Array($0.priority.utf8), $0.reason) }, uniquingKeysWith: { first, _ in first })
    for (district, column) in zip(districts, columns) {
      for entry in column where !reflected.contains(entry.key) {
        let taken = outline.priorities.first { sources[Array($0.id.utf8)]?.contains(entry.key) ?? false }
        unreflected.append(
          Unreflected(
            district: district.name, priority: Self.name(entry.priority), isTop: entry.priority.isTop,
            reason: reasons[entry.key], priorityWithoutTarget: taken.map(Self.name)))
      }
    }
  }

  private static func name(_ priority: LintReport.Priority) -> String {
    priority.title.isEmpty ? priority.id : priority.title
  }
}

extension HTMLReportPage {
  func writeDistricts(to html: inout HTMLWriter) {
    guard !matrices.isEmpty else { return }
    html.element("h2", .id(HTMLAnchor("districts")), words: "Priorities of the districts")
    for (index, matrix) in matrices.prefix(limits.rows).enumerated() {
      let isOpen = matrices.count <= 5
      html.element("details", isOpen ? .flag("open") : nil) { html in
        html.element("summary") { html in
          html.element("h3", .id(HTMLAnchor("matrix", index + 1)), text: matrix.agreement.title)
        }
        write(matrix, index + 1, to: &html)
      }
      html.newline()
    }
    writeRest(matrices.count, to: &html)
  }

  private func write(_ matrix: DistrictMatrix, _ number: Int, to html: inout HTMLWriter) {
    if !matrix.unseen.isEmpty {
      let names = matrix.unseen.joined(separator: ", ")
      html.element("p", .classes("notice")) { html in
        html.words("Not among the documents checked, so that nothing can be said of their priorities: the strategies of ")
        html.text(names + ".")
      }
    }
    guard matrix.unseen.count < matrix.districts.count else { return }
    let seen = matrix.districts.indices.filter { matrix.districts[$0].strategy != nil }
    html.element(
      "div", .classes("scroll"), .set("tabindex", "0"), .set("role", "region"),
      .label("Priorities of districts by target, table \(number)")
    ) { html in
      html.element("table", .classes("matrix")) { html in
        html.element("caption", words: "Which priority of which district is reflected by which target")
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .set("scope", "col"), words: "Target")
            for index in seen { html.element("th", .set("scope", "col"), text: matrix.districts[index].name) }
          }
        }
        html.newline()
        html.element("tbody") { html in
          for row in matrix.rows.prefix(limits.rows) {
            html.element("tr") { html in
              html.element("th", .set("scope", "row"), text: TrajectoryWords.name(row.target))
              for index in seen { html.element("td", text: row.cells[index].isEmpty ? "–" : row.cells[index].joined(separator: "; ")) }
            }
            html.newline()
          }
        }
      }
    }
    write(matrix.unreflected, to: &html)
  }

  private func write(_ unreflected: [DistrictMatrix.Unreflected], to html: inout HTMLWriter) {
    guard !unreflected.isEmpty else {
      html.element("p", words: "Every priority of these districts is reflected by a target.")
      return
    }
    html.element("h4", words: "Priorities that no target reflects")
    html.element("ul") { html in
      for entry in unreflected.prefix(limits.rows) {
        html.element("li") { html in
          html.text("\(entry.district): \(entry.priority)")
          if entry.isTop { html.words(" (a top priority there)") }
          if let reason = entry.reason {
            html.text(", left out because: \(reason)")
          } else if let priority = entry.priorityWithoutTarget {
            html.text(", taken up in “\(priority)”, which has no target")
          } else {
            html.words(", not mentioned")
          }
        }
      }
    }
    writeRest(unreflected.count, to: &html)
  }
}
