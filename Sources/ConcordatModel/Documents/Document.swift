import CEL
package import SourceText
import YAMLTree

/// One document of a known kind.
package final class Document: Sendable {
  package let kind: Kind
  package let content: TypedTree
  /// Its `id`, where it has a readable one.
  package let id: String?
  /// The day it is judged by when nobody says otherwise: the first of the kind's day fields that it has.
  package let day: Day?
  /// The symbol of its `authority`, or 0.
  package let authority: UInt16

  package init(kind: Kind, content: TypedTree) {
    self.kind = kind
    self.content = content
    id = content.record["id"]?.text
    authority = content.value.entry("authority")?.pointee.symbol ?? 0
    day = kind.dayPaths.lazy.compactMap { Document.day(at: $0, in: content.value) }.first
  }

  package var file: SourceFile { content.file }

  /// Where a finding about the document as a whole points.
  package var shownRange: ByteRange { content.shownRange(of: content.root) }

  /// From its first byte to its last.
  package var wholeRange: ByteRange { content.tree.range(of: content.root) }

  private static func day(at path: [String], in value: Value) -> Day? {
    var current = value
    for name in path {
      guard let next = current.mapEntries?.first(where: { $0.key.stringBytes?.elementsEqual(name.utf8) ?? false }) else {
        return nil
      }
      current = next.value
    }
    return Day(current)
  }
}
