import ConcordatDiagnostics
import ConcordatModel
import SourceText

/// Finds the document that a finding is of, and where in it.
struct PathFinder {
  /// The documents of each file, in the order of the file.
  private let byFile: [ObjectIdentifier: [Document]]

  init(_ documents: [Document]) {
    byFile = Dictionary(grouping: documents) { ObjectIdentifier($0.file) }
  }

  /// The finding with its logical path.
  func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let document = document(at: diagnostic.place) else { return diagnostic }
    var result = diagnostic
    result.path = document.content.logicalPath(of: diagnostic.place.range)
    return result
  }

  /// A file has at most a thousand documents, and most have one.
  private func document(at place: Diagnostic.Place) -> Document? {
    byFile[ObjectIdentifier(place.file)]?.first { $0.content.holds(place.range) }
  }
}
