package import ConcordatDiagnostics
package import ConcordatModel
package import SourceText

/// An acceptance of findings of one rule, as a comment or an entry of a document gives it.
package struct ExceptionEntry: Sendable {
  /// Which findings it is for.
  package enum Scope: Sendable {
    /// Those that begin on a line.
    case line(Int)
    /// Those in a document: at a part of it, by the part's name, or anywhere.
    case document(ByteRange, part: String?)
  }

  package var kind: Suppression.Kind
  package var rule: String
  package var scope: Scope
  /// In the words of whoever accepts; never blank.
  package var reason: String
  package var acceptedBy: String?
  /// The last day on which it holds; nothing where it is open.
  package var until: Day?
  /// Where it is written.
  package var place: Diagnostic.Place
  /// Where its last day is written.
  package var untilRange: ByteRange?
  /// The `id` of the document that it is for.
  package var document: String?

  /// Whether it no longer holds on a day; never where no day is known.
  package func isExpired(on today: Day?) -> Bool {
    guard let until, let today else { return false }
    return until < today
  }

  /// Whether it is for a finding of its rule in its file.
  func covers(_ diagnostic: Diagnostic) -> Bool {
    switch scope {
    case .line(let line):
      return diagnostic.place.file.lines.line(containing: diagnostic.place.range.lowerBound) == line
    case .document(let range, let part):
      guard range.contains(diagnostic.place.range) else { return false }
      return part.map { Self.names($0, aPartOf: diagnostic.path) } ?? true
    }
  }

  /// Whether a name, or several with strokes between, stands in a logical path from one stroke to another.
  private static func names(_ part: String, aPartOf path: String) -> Bool {
    let wanted = part.utf8.split(separator: UInt8(ascii: "/"))
    let steps = path.utf8.split(separator: UInt8(ascii: "/"))
    guard !wanted.isEmpty, wanted.count <= steps.count else { return false }
    return (0...(steps.count - wanted.count)).contains { start in
      zip(wanted, steps[start...]).allSatisfy { $0.elementsEqual($1) }
    }
  }

  var suppression: Suppression {
    Suppression(kind: kind, reason: reason, acceptedBy: acceptedBy, until: until?.iso, place: place)
  }
}

/// What may be accepted at all.
package enum Acceptance {
  /// Whether somebody may accept a finding: not that a file was not read, nor what is wrong with an exception.
  package static func isOpen(to diagnostic: Diagnostic) -> Bool {
    if diagnostic.rule.hasPrefix("syntax/") { return diagnostic.severity < .error }
    return refusal(of: diagnostic.rule) == nil
  }

  /// Why findings of a rule can never be accepted, whatever their severity.
  static func refusal(of rule: String) -> String? {
    if rule.hasPrefix("input/") { return "a file that could not be read was not checked, and nobody can accept what was not seen" }
    if rule.hasPrefix("exceptions/") { return "what is wrong with an exception is mended, not accepted" }
    return nil
  }
}
