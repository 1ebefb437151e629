import ConcordatDiagnostics
import SourceText

/// Where formats that want a place show what could not be decided: where the document is shown.
struct UndecidedPlaces {
  private var places: [[[UInt8]]: Diagnostic.Place] = [:]

  /// Linear in the number of documents.
  init(_ report: LintReport) {
    for subject in report.subjects {
      let key = Self.key(file: subject.place.file.path, document: subject.id)
      if places[key] == nil { places[key] = subject.place }
    }
  }

  /// The head of the file where the document is not known.
  func place(of undecided: LintReport.Undecided) -> Diagnostic.Place {
    let key = Self.key(file: undecided.file, document: undecided.document)
    return places[key] ?? .init(file: SourceFile(path: undecided.file, text: []), range: ByteRange(0, 0))
  }

  private static func key(file: String, document: String?) -> [[UInt8]] {
    [Array(file.utf8)] + (document.map { [Array($0.utf8)] } ?? [])
  }
}
