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
    var listed: [String: Names] = [:]
    var foreign: [[UInt8]: Names] = [:]
    for reference in document.content.references {
      let tree = document.content.tree
      let bytes = tree.text(of: tree.resolve(reference.node) ?? reference.node)
      guard faults.diagnostics.count <= FaultCollector.limit else { break }
      let words: Fault?
      switch reference.to {
      case .body: words = body(reference.symbol, bytes, &faults)
      case .authority: words = authority(reference.symbol, bytes, &faults)
      case .person:
        if registers.authorities.row(of: reference.symbol) != nil || registers.partnerBodies.row(of: reference.symbol) != nil {
          words = nil
        } else {
          let known = names ?? Self.names(listedIn: document)
          names = known
          words = known.contains(Array(bytes)) ? nil : unknownBody(bytes, canBeNamed: true, &faults)
        }
      case .indicator: words = indicator(bytes)
      case .guidance: words = guidance(reference.symbol, bytes, &faults)
      case .document(let kind):
        words = self.document(bytes, kind, &faults) ?? (reference.key == "previous" ? circle(through: document, bytes) : nil)
      case .priority: words = priority(bytes, &foreign, &faults)
      case .own(let list):
        let known = listed[list] ?? Names(of: list, in: document)
        listed[list] = known
        words = own(bytes, list, known, &faults)
      }
      guard let (rule, found, likely) = words else { continue }
      let fixes = likely.map { StructureFix(tree).writing($0.text, for: reference.node, safety: $0.safety) } ?? []
      faults.report(rule, at: tree.range(of: reference.node), in: document.file, found, fixes: fixes)
    }
    return faults.diagnostics.map { fault in
      var fault = fault
      fault.document = document.id
      return fault
    }
  }

  /// The files of the documents that a document refers to by id, as far as they are in the repository.
  package func counterparts(of document: Document) -> Set<String> {
    var files: Set<String> = []
    for reference in document.content.references {
      switch reference.to {
      case .document, .priority: break
      default: continue
      }
      let tree = document.content.tree
      let id = tree.text(of: tree.resolve(reference.node) ?? reference.node).prefix { $0 != UInt8(ascii: "#") }
      if let found = repository.document(id: Array(id)) { files.insert(found.file.path) }
    }
    return files
  }

  private typealias Fault = (rule: String, words: StructureWording.Words, likely: Likely?)

  /// What was meant, and whether that is certain.
  private struct Likely {
    var text: String
    var safety = Fix.Safety.needsReview
  }

  private func body(_ symbol: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, _ faults: inout FaultCollector) -> Fault? {
    if registers.authorities.row(of: symbol) != nil || registers.partnerBodies.row(of: symbol) != nil { return nil }
    return unknownBody(bytes, canBeNamed: false, &faults)
  }

  private func unknownBody(
    _ bytes: UnsafeBufferPointer<UInt8>, canBeNamed: Bool, _ faults: inout FaultCollector
  ) -> Fault {
    let text = Self.shown(bytes)
    let suggestion = faults.maySuggest() ? registers.suggestion(for: text) : nil
    return (
      "structure/unknown-body", StructureWording.unknownBody(text, suggestion: suggestion, canBeNamed: canBeNamed),
      suggestion.map { Likely(text: $0.id) }
    )
  }

  private func authority(_ symbol: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, _ faults: inout FaultCollector) -> Fault? {
    if registers.authorities.row(of: symbol) != nil { return nil }
    let text = Self.shown(bytes)
    if let row = registers.partnerBodies.row(of: symbol) {
      let name = registers.partnerBodies.rows[row]["name"]?.text ?? text
      return ("structure/unknown-body", StructureWording.bodyNotAuthority(text, name: name), nil)
    }
    let suggestion = faults.maySuggest() ? registers.suggestion(for: text, authoritiesOnly: true) : nil
    return (
      "structure/unknown-body", StructureWording.unknownAuthority(text, suggestion: suggestion),
      suggestion.map { Likely(text: $0.id) }
    )
  }

  /// The form is checked here; whether the number is in the set is a matter for a rule, because the law decides it.
  private func indicator(_ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    if IndicatorCode(bytes) != nil { return nil }
    let text = Self.shown(bytes)
    let likely = IndicatorCode.likely(bytes)?.nationalText
    // "Ni 39" is NI 39 in small letters; "N1 112" has another character.
    let safety = likely.map { StructureFix.differInFormOnly(text, $0) } == true ? Fix.Safety.safe : .needsReview
    return (
      "structure/unknown-indicator", StructureWording.unknownIndicator(text, likely: likely),
      likely.map { Likely(text: $0, safety: safety) }
    )
  }

  private func guidance(_ symbol: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, _ faults: inout FaultCollector) -> Fault? {
    if registers.guidance.row(of: symbol) != nil { return nil }
    let text = Self.shown(bytes)
    let ids = registers.guidance.rows.compactMap { $0["id"]?.text }
    let suggestion = faults.maySuggest() ? Suggestion.nearest(to: text, among: ids) : nil
    return (
      "structure/unknown-guidance", StructureWording.unknownGuidance(text, suggestion: suggestion, known: ids),
      suggestion.map { Likely(text: $0) }
    )
  }

  private func document(_ bytes: UnsafeBufferPointer<UInt8>, _ kindName: String, _ faults: inout FaultCollector) -> Fault? {
    let text = Self.shown(bytes)
    let label = kinds[kindName]?.label ?? kindName
    if let found = repository.document(id: bytes) {
      guard found.kind.name != kindName else { return nil }
      return ("structure/unknown-document", StructureWording.documentOfOtherKind(text, label: label, found: found.kind.label), nil)
    }
    guard faults.maySuggest(),
      let suggestion = Suggestion.nearest(to: text, among: repository.identifiers(of: kindName))
    else { return nil }
    return (
      "structure/unknown-document", StructureWording.unknownDocument(text, label: label, suggestion: suggestion),
      Likely(text: suggestion)
    )
  }

  /// Versions that name each other as the one before: reported once, at the first of them by id.
  private func circle(through document: Document, _ bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    guard let start = document.id else { return nil }
    var names = [start]
    var next = repository.document(id: bytes)
    while let version = next, let id = version.id, version.kind === document.kind, names.count <= repository.documents.count {
      if version === document {
        let isFirst = !names.contains { $0.utf8.lexicographicallyPrecedes(start.utf8) }
        return isFirst ? ("structure/circular-reference", StructureWording.circle(names), nil) : nil
      }
      guard !names.contains(id) else { return nil }
      names.append(id)
      next = version.content.record["previous"]?.bytes.flatMap { repository.document(id: $0) }
    }
    return nil
  }

  private func priority(
    _ bytes: UnsafeBufferPointer<UInt8>, _ known: inout [[UInt8]: Names], _ faults: inout FaultCollector
  ) -> Fault? {
    guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")), hash > 0, hash + 1 < bytes.count else {
      return ("structure/unknown-priority", StructureWording.malformedPriority(Self.shown(bytes)), nil)
    }
    let id = UnsafeBufferPointer(rebasing: bytes[..<hash])
    let item = UnsafeBufferPointer(rebasing: bytes[(hash + 1)...])
    guard let document = repository.document(id: id) else {
      var fault = self.document(id, "sustainable-community-strategy", &faults)
      if let text = fault?.likely?.text { fault?.likely?.text = text + "#" + String(decoding: item, as: UTF8.self) }
      return fault
    }
    let names = known[Array(id)] ?? Names(of: "priorities", in: document)
    known[Array(id)] = names
    if names.holds(item) { return nil }
    let text = Self.shown(item)
    let suggestion = faults.maySuggest() ? Suggestion.nearest(to: text, among: names.texts) : nil
    return (
      "structure/unknown-priority",
      StructureWording.unknownPriority(text, document: document.id ?? "", suggestion: suggestion),
      suggestion.map { Likely(text: (document.id ?? "") + "#" + $0) }
    )
  }

  private func own(
    _ bytes: UnsafeBufferPointer<UInt8>, _ list: String, _ known: Names, _ faults: inout FaultCollector
  ) -> Fault? {
    if known.holds(bytes) { return nil }
    let text = Self.shown(bytes)
    let suggestion = faults.maySuggest() ? Suggestion.nearest(to: text, among: known.texts) : nil
    return (
      "structure/unknown-entry", StructureWording.unknownOwn(text, list: list, suggestion: suggestion),
      suggestion.map { Likely(text: $0) }
    )
  }

  /// The ids of the elements of a list at the root of a document.
  private struct Names {
    let texts: [String]
    private let bytes: Set<[UInt8]>

    init(of list: String, in document: Document) {
      let entry = document.content.record.entries.first { $0.key.text == list }
      let ids = (entry?.value.elements ?? []).compactMap { $0["id"] }
      texts = ids.compactMap(\.text)
      bytes = Set(ids.compactMap(\.bytes))
    }

    func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool { bytes.contains(Array(text)) }
  }

  /// Text from the file, short enough for a sentence.
  private static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count > 80 else { return String(decoding: bytes, as: UTF8.self) }
    var end = 80
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }

  /// Names of persons listed by name, as partners or at a target.
  private static func names(listedIn document: Document) -> Set<[UInt8]> {
    let record = document.content.record
    let persons = (record["partners"]?.elements ?? []) + (record["targets"]?.elements ?? []).flatMap { $0["relates_to"]?.elements ?? [] }
    return Set(persons.compactMap { $0["name"]?.bytes })
  }
}
