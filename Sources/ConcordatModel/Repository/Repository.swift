package import CEL
package import ConcordatDiagnostics

/// All documents of one run, and the ways to find one from another.
package final class Repository: Sendable {
  /// In the order of their files, and in a file in its order.
  package let documents: [Document]
  /// Faults that show only when all documents are known: ids given twice.
  package let diagnostics: [Diagnostic]
  private let byID: [[UInt8]: Int]
  /// By kind, then by the symbol of the authority.
  private let byAuthority: [String: [UInt16: DatedDocuments]]
  private let byKind: [String: [Int]]
  /// By kind; sorted.
  private let identifiers: [String: [String]]
  private let memory: MemoryIndex

  package init(_ documents: [Document]) {
    self.documents = documents
    var byID: [[UInt8]: Int] = [:]
    var byAuthority: [String: [UInt16: DatedDocuments]] = [:]
    var byKind: [String: [Int]] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, document) in documents.enumerated() {
      byKind[document.kind.name, default: []].append(index)
      if document.authority != 0 {
        byAuthority[document.kind.name, default: [:]][document.authority, default: DatedDocuments()].append(index, on: document.day)
      }
      guard let id = document.content.record["id"], let bytes = id.bytes else { continue }
      if let first = byID[bytes] {
        diagnostics.append(Repository.duplicate(id, of: documents[first], in: document))
      } else {
        byID[bytes] = index
      }
    }
    self.byID = byID
    self.byAuthority = byAuthority.mapValues { $0.mapValues { $0.sorted() } }
    self.byKind = byKind
    identifiers = byKind.mapValues { $0.compactMap { documents[$0].id }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    memory = MemoryIndex(documents)
    self.diagnostics = diagnostics
  }

  /// The document with this id.
  package func document(id: UnsafeBufferPointer<UInt8>) -> Document? { byID[Array(id)].map { documents[$0] } }
  package func document(id: [UInt8]) -> Document? { byID[id].map { documents[$0] } }

  /// The document whose memory a slot lies in; nothing for memory of somebody else.
  package func document(holding slot: UnsafePointer<Value>) -> Document? {
    memory.documentOfUnit(at: UInt(bitPattern: slot)).map { documents[$0] }
  }

  /// A document whose memory the contents of a value lie in: the elements of a list, or the bytes of a text.
  package func document(holding value: Value) -> Document? {
    if let text = value.stringBytes { return text.baseAddress.flatMap { memory.documentOfText(at: UInt(bitPattern: $0)) }.map { documents[$0] } }
    if let elements = value.listElements?.baseAddress { return document(holding: elements) }
    return value.mapEntries?.baseAddress.flatMap { memory.documentOfUnit(at: UInt(bitPattern: $0)) }.map { documents[$0] }
  }

  package func documents(of kind: Kind) -> [Document] { (byKind[kind.name] ?? []).map { documents[$0] } }

  /// The document of a kind that an authority had on a day: the latest whose own day is not after it, or else the earliest.
  package func document(of kind: Kind, authority: UInt16, on day: Day?) -> Document? {
    byAuthority[kind.name]?[authority]?.index(on: day).map { documents[$0] }
  }

  /// The ids of documents of a kind, sorted.
  package func identifiers(of kindName: String) -> [String] {
    identifiers[kindName] ?? []
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
