package import ConcordatDiagnostics
package import ConcordatModel
import SourceText

/// Gathers the exceptions of files, and what is wrong with them.
package struct ExceptionReader: Sendable {
  private let names: RuleNames

  package init(names: RuleNames) { self.names = names }

  /// The exceptions of one file in the order in which they are written: comments, then those of its documents.
  package func read(_ file: LoadedFile) -> (entries: [ExceptionEntry], faults: [Diagnostic]) {
    var entries: [ExceptionEntry] = []
    var faults: [Diagnostic] = []
    for comment in file.directives { read(comment, of: file, &entries, &faults) }
    for document in file.documents { read(document, &entries, &faults) }
    return (entries, faults)
  }

  // MARK: Comments

  private func read(_ range: ByteRange, of file: LoadedFile, _ entries: inout [ExceptionEntry], _ faults: inout [Diagnostic]) {
    let source = file.file
    let document = file.documents.first { $0.content.holds(range) } ?? file.documents.first { range.lowerBound < $0.shownRange.lowerBound }
    switch ExceptionComment.read(range, in: source) {
    case .fault(let fault, let place):
      faults.append(fault.diagnostic(at: place, in: source, document: document?.id))
    case .entry(let rule, let ruleRange, let reason, let until, let untilRange):
      if let fault = names.fault(in: rule) {
        return faults.append(fault.diagnostic(at: ruleRange, in: source, document: document?.id))
      }
      entries.append(
        ExceptionEntry(
          kind: .comment, rule: rule, scope: .line(line(meantBy: range, in: file)), reason: reason, until: until,
          place: .init(file: source, range: range), untilRange: untilRange, document: document?.id))
    }
  }

  /// The line that a comment is on, or, where nothing stands before it, the next one that is neither blank nor a comment.
  private func line(meantBy comment: ByteRange, in file: LoadedFile) -> Int {
    let source = file.file
    let own = source.lines.line(containing: comment.lowerBound)
    guard let whole = source.line(own), isBlank(source.slice(ByteRange(whole.lowerBound, comment.lowerBound))) else { return own }
    var next = own + 1
    while let line = source.line(next) {
      let rest = source.slice(line).drop { $0 == 0x20 || $0 == 0x09 }
      if let first = rest.first, first != UInt8(ascii: "#") { return next }
      next += 1
    }
    return own
  }

  private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  }

  // MARK: Documents

  /// An entry without a reason, or with a day that is none, is a fault of form already; here it covers nothing.
  private func read(_ document: Document, _ entries: inout [ExceptionEntry], _ faults: inout [Diagnostic]) {
    for entry in document.content.record["exceptions"]?.elements ?? [] {
      guard let rule = entry["rule"], let name = rule.text else { continue }
      if let fault = names.fault(in: name) {
        faults.append(fault.diagnostic(at: rule.range, in: document.file, document: document.id))
        continue
      }
      guard let reason = entry["reason"]?.text, !reason.utf8.allSatisfy({ $0 <= 0x20 }) else { continue }
      let until = entry["until"]?.day
      if until == nil, entry.hasKey("until") {
        // A day that is written and wrong is a fault of form; one that is forgotten would only be a warning there.
        if entry["until"] == nil {
          faults.append(ExceptionFault.unreadableDay("").diagnostic(at: rule.range, in: document.file, document: document.id))
        }
        continue
      }
      if entry["where"]?.text == nil, entry.hasKey("where") { continue }
      entries.append(
        ExceptionEntry(
          kind: .exception, rule: name,
          scope: .document(document.wholeRange, part: entry["where"]?.text), reason: reason, acceptedBy: entry["accepted_by"]?.text,
          until: until, place: .init(file: document.file, range: rule.range), untilRange: entry["until"]?.range,
          document: document.id))
    }
  }
}
