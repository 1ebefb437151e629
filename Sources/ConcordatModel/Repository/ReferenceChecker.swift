import CEL
package import ConcordatDiagnostics
import SourceText
import YAMLTree

/// Looks up every text of a document that refers to something: bodies, indicators, guidance, documents and their priorities.
///
/// A reference that leads nowhere is reported where it stands, with the likely meaning. A document that is simply not in what was
/// checked is no fault: the rules that need it are undecided, and the report names it once.
package struct ReferenceChecker: Sendable {
  private let registers: Registers
  private let repository: Repository
  private let kinds: [String: Kind]

  package init(registers: Registers, repository: Repository, kinds: [Kind]) {
    self.registers = registers
    self.repository = repository
    self.kinds = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func check(_ document: Document) -> [Diagnostic] {
    var faults = FaultCollector()
    var names: Set<[UInt8]>?
    var listed: [String: [String]] = [:]
    for reference in document.content.references {
      let tree = document.content.tree
      let bytes = tree.text(of: tree.resolve(reference.node) ?? reference.node)
      let words: (rule: String, StructureWording.Words)?
      switch reference.to {
      case .body: words = body(reference.symbol, bytes)
      case .authority: words = authority(reference.symbol, bytes)
      case .person:
        if registers.authorities.row(of: reference.symbol) != nil || registers.partnerBodies.row(of: reference.symbol) != nil {
          words = nil
        } else {
          let known = names ?? Self.names(listedIn: document)
          names = known
          words = known.contains(Array(bytes)) ? nil : unknownBody(bytes, canBeNamed: true)
        }
      case .indicator: words = indicator(bytes)
      case .guidance: words = guidance(reference.symbol, bytes)
      case .document(let kind): words = self.document(bytes, kind)
      case .priority: words = priority(bytes)
      case .own(let list):
        let known = listed[list] ?? Self.identifiers(of: list, in: document)
        listed[list] = known
        words = own(bytes, list, known)
      }
      guard let (rule, found) = words else { continue }
      faults.report(rule, at: tree.range(of: reference.node), in: document.file, found)
    }
    return faults.diagnostics.map { fault in
      var fault = fault
      fault.document = document.id
      return fault
    }
  }

  private typealias Fault = (rule: String, StructureWording.Words)

  private func body(_ symbol: UInt16, _ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    if registers.authorities.row(of: symbol) != nil || registers.partnerBodies.row(of: symbol) != nil { return nil }
    return unknownBody(bytes, canBeNamed: false)
  }

  private func unknownBody(_ bytes: UnsafeBufferPointer<UInt8>, canBeNamed: Bool) -> Fault {
    let text = String(decoding: bytes, as: UTF8.self)
    return (
      "structure/unknown-body",
      StructureWording.unknownBody(text, suggestion: registers.suggestion(for: text), canBeNamed: canBeNamed)
    )
  }

  private func authority(_ symbol: UInt16, _ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    if registers.authorities.row(of: symbol) != nil { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if let row = registers.partnerBodies.row(of: symbol) {
      let name = registers.partnerBodies.rows[row]["name"]?.text ?? text
      return ("structure/unknown-body", StructureWording.bodyNotAuthority(text, name: name))
    }
    return (
      "structure/unknown-body",
      StructureWording.unknownAuthority(text, suggestion: registers.suggestion(for: text, authoritiesOnly: true))
    )
  }

  /// The form is checked here; whether the number is in the set is a matter for a rule, because the law decides it.
  private func indicator(_ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    if IndicatorCode(bytes) != nil { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return ("structure/unknown-indicator", StructureWording.unknownIndicator(text, likely: IndicatorCode.likely(bytes)?.nationalText))
  }

  private func guidance(_ symbol: UInt16, _ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    if registers.guidance.row(of: symbol) != nil { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let ids = registers.guidance.rows.compactMap { $0["id"]?.text }
    return ("structure/unknown-guidance", StructureWording.unknownGuidance(text, suggestion: Suggestion.nearest(to: text, among: ids)))
  }

  private func document(_ bytes: UnsafeBufferPointer<UInt8>, _ kindName: String) -> Fault? {
    let text = String(decoding: bytes, as: UTF8.self)
    let label = kinds[kindName]?.label ?? kindName
    if let found = repository.document(id: bytes) {
      guard found.kind.name != kindName else { return nil }
      return ("structure/unknown-document", StructureWording.documentOfOtherKind(text, label: label, found: found.kind.label))
    }
    guard let suggestion = Suggestion.nearest(to: text, among: repository.identifiers(of: kindName)) else { return nil }
    return ("structure/unknown-document", StructureWording.unknownDocument(text, label: label, suggestion: suggestion))
  }

  private func priority(_ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")), hash > 0, hash + 1 < bytes.count else {
      return ("structure/unknown-priority", StructureWording.malformedPriority(text))
    }
    let id = UnsafeBufferPointer(rebasing: bytes[..<hash])
    let item = String(decoding: bytes[(hash + 1)...], as: UTF8.self)
    guard let document = repository.document(id: id) else {
      return self.document(id, "sustainable-community-strategy")
    }
    let known = Self.identifiers(of: "priorities", in: document)
    if known.contains(where: { $0.utf8.elementsEqual(item.utf8) }) { return nil }
    return (
      "structure/unknown-priority",
      StructureWording.unknownPriority(
        item, document: document.id ?? "", suggestion: Suggestion.nearest(to: item, among: known))
    )
  }

  private func own(_ bytes: UnsafeBufferPointer<UInt8>, _ list: String, _ known: [String]) -> Fault? {
    if known.contains(where: { $0.utf8.elementsEqual(bytes) }) { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return ("structure/unknown-entry", StructureWording.unknownOwn(text, list: list, suggestion: Suggestion.nearest(to: text, among: known)))
  }

  private static func identifiers(of list: String, in document: Document) -> [String] {
    let entry = document.content.record.entries.first { $0.key.text == list }
    return (entry?.value.elements ?? []).compactMap { $0["id"]?.text }
  }

  /// Names of persons listed by name, as partners or at a target.
  private static func names(listedIn document: Document) -> Set<[UInt8]> {
    let record = document.content.record
    let persons = (record["partners"]?.elements ?? []) + (record["targets"]?.elements ?? []).flatMap { $0["relates_to"]?.elements ?? [] }
    return Set(persons.compactMap { $0["name"]?.bytes })
  }
}
