import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules
import SourceText

/// Takes any bytes as a file of documents and reads them by the formats of the pack for England.
struct KindProbe: Sendable {
  private let reader: FileReader

  init(_ pack: RulePack = PackLoader.load([.england], extent: .conditions)) {
    reader = FileReader(kinds: pack.kinds, symbols: pack.symbols)
  }

  /// What is wrong, or nothing.
  func fault(in bytes: [UInt8]) -> String? {
    let file = SourceFile(path: "probe.yaml", text: bytes)
    let named = reader.read(file, isNamed: true)
    let found = reader.read(file, isNamed: false)
    if named.documents.count != found.documents.count { return "a file that is named holds other documents than one that is found" }
    if named.diagnostics.count < found.diagnostics.count { return "a file that is found has more faults than one that is named" }
    if named.documents.isEmpty, named.diagnostics.isEmpty { return "nothing is read, and nothing is said" }
    for diagnostic in named.diagnostics + found.diagnostics {
      if diagnostic.message.isEmpty || diagnostic.message.utf8.count > 2_000 { return "\(diagnostic.rule): \(diagnostic.message.utf8.count) bytes" }
      if !FindingInspection.isInside(diagnostic.place) { return "\(diagnostic.rule) is outside of the file at \(diagnostic.place.range)" }
      if diagnostic.related.contains(where: { !FindingInspection.isInside($0.place) }) { return "\(diagnostic.rule) points outside of the file" }
    }
    for document in named.documents where !FindingInspection.isInside(.init(file: file, range: document.shownRange)) {
      return "a document is outside of the file"
    }
    return nil
  }
}
