package import ConcordatDiagnostics

/// Keeps of a report what some files have to do with: what stands in them, what points into them, and what is said of documents
/// that were compared with theirs.
package struct ReportFocus: Sendable {
  private let isTouched: @Sendable (String) -> Bool
  private let counterparts: [String: Set<String>]
  private let keepsWhatIsMissing: Bool

  /// - Parameters:
  ///   - keepsWhatIsMissing: Whether to keep what is said of documents that are not there: one may have been taken away.
  ///   - isTouched: Whether a file, by its path in reports, is one of them.
  ///   - counterparts: The files that each file was compared with.
  package init(
    counterparts: [String: Set<String>], keepsWhatIsMissing: Bool = false, isTouched: @escaping @Sendable (String) -> Bool
  ) {
    self.keepsWhatIsMissing = keepsWhatIsMissing
    self.isTouched = isTouched
    self.counterparts = counterparts
  }

  /// Cuts the report; returns how many findings are not shown.
  package func apply(to report: inout LintReport) -> Int {
    let before = report.diagnostics.count
    var known: [String: Bool] = [:]
    func concerns(_ file: String) -> Bool {
      if let answer = known[file] { return answer }
      let answer = isTouched(file) || counterparts[file]?.contains(where: isTouched) == true
      known[file] = answer
      return answer
    }
    func keeps(_ diagnostic: Diagnostic) -> Bool {
      if keepsWhatIsMissing, diagnostic.rule == "structure/unknown-document" || diagnostic.rule == "structure/unknown-priority" { return true }
      return concerns(diagnostic.place.file.path) || diagnostic.related.contains { isTouched($0.place.file.path) }
    }
    report.diagnostics.removeAll { !keeps($0) }
    report.suppressed.removeAll { !keeps($0.diagnostic) }
    report.undecided.removeAll { !concerns($0.file) && !(keepsWhatIsMissing && $0.missing != nil) }
    report.subjects.removeAll { !concerns($0.place.file.path) }
    return before - report.diagnostics.count
  }
}
