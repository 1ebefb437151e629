import ConcordatDiagnostics
import SourceText

/// What holds for the findings of every report.
enum FindingInspection {
  /// What is wrong, or nothing.
  static func fault(in report: LintReport) -> String? {
    for diagnostic in report.diagnostics {
      if let fault = fault(in: diagnostic) { return "\(diagnostic.rule), “\(diagnostic.message)”: \(fault)" }
    }
    for (one, next) in zip(report.diagnostics, report.diagnostics.dropFirst()) where one.place.file.path == next.place.file.path {
      if one.place.range.lowerBound > next.place.range.lowerBound { return "\(next.rule) is out of order" }
    }
    for undecided in report.undecided where undecided.reason.isEmpty { return "\(undecided.rule) is undecided for no reason" }
    for subject in report.subjects where !isInside(subject.place) { return "a document lies outside of its file" }
    return nil
  }

  private static func fault(in diagnostic: Diagnostic) -> String? {
    if diagnostic.message.isEmpty { return "no words" }
    if diagnostic.help?.isEmpty == true { return "empty help" }
    if !isInside(diagnostic.place) { return "\(diagnostic.place.range) is outside of the file" }
    for related in diagnostic.related {
      if !isInside(related.place) { return "\(related.place.range) is outside of the file" }
      if related.text.isEmpty { return "a place without words" }
    }
    for fix in diagnostic.fixes {
      for edit in fix.edits where !isInside(edit.place) { return "a fix outside of the file" }
    }
    return nil
  }

  /// Whether a place is inside its file, and cuts no character in two.
  static func isInside(_ place: Diagnostic.Place) -> Bool {
    let bytes = place.file.bytes
    guard place.range.upperBound <= place.file.endOffset else { return false }
    return [place.range.lowerBound, place.range.upperBound].allSatisfy { offset in
      Int(offset) >= bytes.count || bytes[Int(offset)] & 0xC0 != 0x80
    }
  }
}
