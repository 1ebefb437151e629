import ConcordatDiagnostics

/// Draws excerpts and the notes below them, with one gutter for the whole finding.
struct ExcerptPainter {
  /// The columns of the widest line number.
  let gutter: Int
  let severity: Severity

  init(excerpts: [SourceExcerpt], severity: Severity) {
    let last = excerpts.map(\.lastNumber).max() ?? 0
    gutter = String(max(1, last)).utf8.count
    self.severity = severity
  }

  func paint(_ excerpt: SourceExcerpt, on canvas: inout Canvas) {
    canvas.space(gutter + 1)
    canvas.styled(.frame) { $0.write($0.glyphs.corner) }
    canvas.write(" ")
    canvas.write(data: excerpt.path)
    canvas.write(":")
    canvas.write(excerpt.line)
    canvas.write(":")
    canvas.write(excerpt.column)
    if let label = excerpt.label {
      canvas.write(" ")
      canvas.styled(.frame) { $0.write(data: label) }
    }
    canvas.newline()
    for row in excerpt.rows { paint(row, on: &canvas) }
  }

  /// Writes `= name: ` and what `body` writes after it.
  func paintNote(_ name: StaticString, on canvas: inout Canvas, _ body: (inout Canvas) -> Void) {
    canvas.space(gutter + 1)
    canvas.styled(.frame) { $0.write("=") }
    canvas.write(" ")
    canvas.styled(.strong) {
      $0.write(name)
      $0.write(":")
    }
    canvas.write(" ")
    body(&canvas)
    canvas.newline()
  }

  private func paint(_ row: SourceExcerpt.Row, on canvas: inout Canvas) {
    switch row {
    case .source(let number, let text):
      canvas.styled(.frame) {
        $0.space(gutter - String(number).utf8.count)
        $0.write(number)
        $0.write(" ")
        $0.write($0.glyphs.bar)
      }
      if !text.isEmpty { canvas.write(" ") }
      canvas.write(visible: text)
    case .underlines(let underlines, let label):
      paintBar(on: &canvas)
      paint(underlines, on: &canvas)
      if let label, let last = underlines.last {
        canvas.write(" ")
        canvas.styled(style(last.isPrimary)) { $0.write(data: label) }
      }
    case .hanging(let label, let column, let isPrimary, let through):
      paintBar(on: &canvas)
      let end = paintBars(through, on: &canvas)
      canvas.space(column - end)
      canvas.styled(style(isPrimary)) { $0.write(data: label) }
    case .gap:
      canvas.space(gutter + 1)
      canvas.styled(.frame) { $0.write($0.glyphs.ellipsis) }
    }
    canvas.newline()
  }

  private func paintBar(on canvas: inout Canvas) {
    canvas.space(gutter + 1)
    canvas.styled(.frame) { $0.write($0.glyphs.bar) }
    canvas.write(" ")
  }

  private func paint(_ underlines: [SourceExcerpt.Underline], on canvas: inout Canvas) {
    var column = 0
    for underline in underlines {
      canvas.space(underline.span.column - column)
      canvas.styled(style(underline.isPrimary)) {
        $0.write(underline.isPrimary ? "^" : "-", times: underline.span.width)
      }
      column = underline.span.end
    }
  }

  /// Draws the strokes that lead to labels further down; returns the column after the last.
  private func paintBars(_ underlines: [SourceExcerpt.Underline], on canvas: inout Canvas) -> Int {
    var column = 0
    for underline in underlines {
      canvas.space(underline.span.column - column)
      canvas.styled(style(underline.isPrimary)) { $0.write($0.glyphs.bar) }
      column = underline.span.column + 1
    }
    return column
  }

  private func style(_ isPrimary: Bool) -> Style {
    isPrimary ? .severity(severity) : .frame
  }
}
