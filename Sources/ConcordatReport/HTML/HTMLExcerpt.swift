import ConcordatDiagnostics
import SourceText

/// The lines that a finding points at, with the place underlined where it stands.
///
/// The layout is that of the text report; its columns are turned back into stretches of the shown text.
struct HTMLExcerpt {
  let excerpt: SourceExcerpt

  func write(to html: inout HTMLWriter) {
    guard !excerpt.rows.isEmpty else { return }
    html.element("pre", .classes("source")) { html in
      html.element("code") { html in
        for (index, row) in excerpt.rows.enumerated() {
          switch row {
          case .source(let number, let text): writeLine(number, text, underlines(after: index), to: &html)
          case .gap: html.element("span", .classes("line")) { $0.element("span", .classes("number"), words: "…") }
          case .underlines, .hanging: break
          }
        }
      }
    }
  }

  /// The underlining below the line at an index.
  private func underlines(after index: Int) -> [SourceExcerpt.Underline] {
    var found: [SourceExcerpt.Underline] = []
    for row in excerpt.rows[(index + 1)...] {
      switch row {
      case .underlines(let underlines, _): found += underlines
      case .hanging: break
      case .source, .gap: return found
      }
    }
    return found
  }

  private func writeLine(
    _ number: Int, _ text: [UInt8], _ underlines: [SourceExcerpt.Underline], to html: inout HTMLWriter
  ) {
    html.element("span", .classes("line")) { html in
      html.element("span", .classes("number")) { $0.number(number) }
      html.element("span") { html in
        let pieces = Self.pieces(text, underlines)
        for piece in pieces {
          switch piece.kind {
          case .plain: html.text(visible: text[piece.range])
          case .primary: html.element("mark") { $0.text(visible: text[piece.range]) }
          case .other: html.element("span", .classes("other")) { $0.text(visible: text[piece.range]) }
          }
        }
        // A fault at the end of a line has no character to stand under.
        if !pieces.contains(where: { $0.kind == .primary }), underlines.contains(where: \.isPrimary) {
          html.element("mark", words: " ")
        }
      }
    }
  }

  enum Kind: Equatable { case plain, primary, other }

  /// Cuts shown text where underlining begins and ends; the fault itself goes before what has to do with it.
  static func pieces(_ text: [UInt8], _ underlines: [SourceExcerpt.Underline]) -> [(kind: Kind, range: Range<Int>)] {
    var pieces: [(kind: Kind, range: Range<Int>)] = []
    text.withUnsafeBufferPointer { bytes in
      var column = 0
      var index = 0
      while index < bytes.count {
        let step = UTF8Step.read(bytes, at: index)
        let width = step.scalar.map(DisplayWidth.columns) ?? 1
        let end = index + max(1, step.width)
        let kind = width == 0 ? pieces.last?.kind ?? .plain : Self.kind(column, underlines)
        if let last = pieces.last, last.kind == kind {
          pieces[pieces.count - 1].range = last.range.lowerBound..<end
        } else {
          pieces.append((kind, index..<end))
        }
        column += width
        index = end
      }
    }
    return pieces
  }

  private static func kind(_ column: Int, _ underlines: [SourceExcerpt.Underline]) -> Kind {
    let here = underlines.filter { $0.span.column <= column && column < $0.span.end }
    if here.isEmpty { return .plain }
    return here.contains(where: \.isPrimary) ? .primary : .other
  }
}

extension SourceExcerpt {
  /// The place of a finding with those of its file, then one excerpt for each other file.
  static func all(of diagnostic: Diagnostic, relatedPlaces: Int) -> [SourceExcerpt] {
    var files = [diagnostic.place.file]
    var marks = [[Mark(range: diagnostic.place.range, isPrimary: true, label: nil)]]
    for related in diagnostic.related.prefix(relatedPlaces) {
      let mark = Mark(range: related.place.range, isPrimary: false, label: nil)
      if let known = files.firstIndex(where: { $0 === related.place.file }) {
        marks[known].append(mark)
      } else {
        files.append(related.place.file)
        marks.append([mark])
      }
    }
    return zip(files, marks).map { SourceExcerpt(file: $0, marks: $1, glyphs: .unicode) }
  }
}
