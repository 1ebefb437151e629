import CEL
package import ConcordatDiagnostics

/// All documents of one run, and the ways to find one from another.
package final class Repository: Sendable {
  /// In the order of their files, and in a file in its order.
  package let documents: [Document]
  /// Faults that show only when all documents are known: ids given twice.
  package let diagnostics: [Diagnostic]
  private let byID: [[UInt8]: Int]
  /// By kind, then by the symbol of the authority.
  private let byAuthority: [String: [UInt16: [Int]]]
  private let byKind: [String: [Int]]

  package init(_ documents: [Document]) {
    self.documents = documents
    var byID: [[UInt8]: Int] = [:]
    var byAuthority: [String: [UInt16: [Int]]] = [:]
    var byKind: [String: [Int]] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, document) in documents.enumerated() {
      byKind[document.kind.name, default: []].append(index)
      if document.authority != 0 { byAuthority[document.kind.name, default: [:]][document.authority, default: []].append(index) }
      guard let id = document.content.record["id"], let bytes = id.bytes else { continue }
      if let first = byID[bytes] {
        diagnostics.append(Repository.duplicate(id, of: documents[first], in: document))
      } else {
        byID[bytes] = index
      }
    }
    self.byID = byID
    self.byAuthority = byAuthority
    self.byKind = byKind
    self.diagnostics = diagnostics
  }

  /// The document with this id.
  package func document(id: UnsafeBufferPointer<UInt8>) -> Document? { byID[Array(id)].map { documents[$0] } }
  package func document(id: [UInt8]) -> Document? { byID[id].map { documents[$0] } }

  package func documents(of kind: Kind) -> [Document] { (byKind[kind.name] ?? []).map { documents[$0] } }

  /// The document of a kind that an authority had on a day: the latest whose own day is not after it, or else the earliest.
  package func document(of kind: Kind, authority: UInt16, on day: Day?) -> Document? {
    let candidates = (byAuthority[kind.name]?[authority] ?? []).map { documents[$0] }
    guard candidates.count > 1, let day else { return candidates.first }
    let past = candidates.filter { ($0.day ?? day) <= day }
    if let latest = past.max(by: { ($0.day ?? day) < ($1.day ?? day) }) { return latest }
    return candidates.min { ($0.day ?? day) < ($1.day ?? day) }
  }

  /// The ids of documents of a kind, sorted.
  package func identifiers(of kindName: String) -> [String] {
    (byKind[kindName] ?? []).compactMap { documents[$0].id }.sorted()
  }

  private static func duplicate(_ id: Record, of first: Document, in document: Document) -> Diagnostic {
    let words = StructureWording.duplicateDocument(id.text ?? "")
    return Diagnostic(
      rule: "structure/duplicate-id", severity: .error, message: words.message,
      place: .init(file: document.file, range: id.range),
      related: [
        .init(
          place: .init(file: first.file, range: first.content.record["id"]?.range ?? first.shownRange),
          text: "the other document with this id")
      ], help: words.help, document: id.text)
  }
}
