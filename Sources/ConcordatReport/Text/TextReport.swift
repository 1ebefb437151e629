public import ConcordatDiagnostics
import SourceText

/// The report for people: every finding with the lines it stands on, the law and what to do.
///
///     error[statutory/relates-to-without-consent]: huntingdonshire is named in … but no consent is recorded
///        ┌─ agreements/cambridgeshire.yaml:14:15
///     14 │       - body: huntingdonshire
///        │               ^^^^^^^^^^^^^^^
///        = law: Local Government and Public Involvement in Health Act 2007, s.105(3)(b), in force from …
///        = help: Record the day under consent, or take the body out of relates_to.
///
/// Lines and columns count from 1, columns in Unicode scalars; the marks are aligned by the
/// columns of a terminal. Whatever the text of files, paths and packs holds, no character that
/// a terminal would obey comes out, except our own colours.
public struct TextReport: Reporter {
  /// Whether to write colours; they never carry a meaning of their own.
  public var colour: Bool
  /// The signs that excerpts are drawn with.
  public var glyphs: GlyphSet
  /// Whether to show lines of the files; without them, a public log holds only places and messages.
  public var showsSource: Bool
  /// The most findings of one rule in one file that are shown in full; the others are counted.
  public var findingsPerRuleAndFile: Int

  /// The most rules named that one file leaves undecided for one reason; the others are counted, and every other format names them.
  static let undecidedRules = 20

  /// The most related places shown with one finding.
  static let relatedPlaces = 20

  /// Without parameters, as for a log: no colour, and everything else shown.
  public init(
    colour: Bool = false, glyphs: GlyphSet = .unicode, showsSource: Bool = true, findingsPerRuleAndFile: Int = 20
  ) {
    self.colour = colour
    self.glyphs = glyphs
    self.showsSource = showsSource
    self.findingsPerRuleAndFile = findingsPerRuleAndFile
  }

  /// Appends the findings, what could not be decided, and the summary.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var canvas = Canvas(appendingTo: output, glyphs: glyphs, colour: colour)
    output = []
    write(report.diagnostics, on: &canvas)
    write(UndecidedGroups(report.undecided), on: &canvas)
    write(changes: report.changes, on: &canvas)
    canvas.styled(.strong) { $0.write(data: ReportSummary(report).description) }
    canvas.newline()
    output = canvas.bytes
  }

  /// Findings alone, for what is said beside a report.
  public func render(findings: [Diagnostic]) -> [UInt8] {
    var canvas = Canvas(appendingTo: [], glyphs: glyphs, colour: colour)
    write(findings, on: &canvas)
    return canvas.bytes
  }

  private func write(_ diagnostics: [Diagnostic], on canvas: inout Canvas) {
    var tally = RepeatedFindings(limit: findingsPerRuleAndFile)
    for (index, diagnostic) in diagnostics.enumerated() {
      if tally.admits(diagnostic) {
        write(diagnostic, on: &canvas)
        canvas.newline()
      }
      // Findings of one file stand together.
      let next = index + 1
      if next == diagnostics.count || !isSameFile(diagnostics[next], diagnostic) {
        write(tally.takeRest(), on: &canvas)
      }
    }
  }

  private func isSameFile(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    a.place.file === b.place.file || a.place.file.path.utf8.elementsEqual(b.place.file.path.utf8)
  }

  private func write(_ rest: [RepeatedFindings.Rest], on canvas: inout Canvas) {
    for rule in rest {
      canvas.write("and ")
      canvas.write(rule.number)
      canvas.write(" more of ")
      canvas.styled(.severity(rule.severity)) { $0.write(data: rule.id) }
      canvas.write(" in this file")
      canvas.newline()
    }
    if !rest.isEmpty { canvas.newline() }
  }

  // MARK: One finding

  private func write(_ diagnostic: Diagnostic, on canvas: inout Canvas) {
    canvas.styled(.severity(diagnostic.severity)) {
      $0.write(data: diagnostic.severity.rawValue)
      $0.write("[")
      $0.write(data: diagnostic.rule)
      $0.write("]")
    }
    canvas.styled(.strong) {
      $0.write(": ")
      $0.write(data: diagnostic.message)
    }
    canvas.newline()

    let excerpts = excerpts(of: diagnostic)
    let painter = ExcerptPainter(excerpts: excerpts, severity: diagnostic.severity)
    for excerpt in excerpts { painter.paint(excerpt, on: &canvas) }

    let hidden = diagnostic.related.count - Self.relatedPlaces
    if hidden > 0 {
      painter.paintNote("note", on: &canvas) {
        $0.write(data: "and \(counted(hidden, "other place", "other places")) that this finding names")
      }
    }
    if let provision = diagnostic.provision { write(provision, painter, on: &canvas) }
    for note in diagnostic.notes { painter.paintNote("note", on: &canvas) { $0.write(sentence: note) } }
    let fix = diagnostic.fixes.first
    if let help = diagnostic.help {
      painter.paintNote("help", on: &canvas) {
        $0.write(sentence: help)
        if let fix { $0.write(option(for: fix)) }
      }
    } else if let fix {
      painter.paintNote("help", on: &canvas) {
        $0.write(sentence: fix.title)
        $0.write(option(for: fix))
      }
    }
  }

  /// What makes the program do it.
  private func option(for fix: Fix) -> StaticString {
    switch fix.safety {
    case .safe: " [--fix does it]"
    case .needsReview: " [--fix-all does it]"
    }
  }

  /// The place of the finding with those of its file, then one excerpt for each other file.
  private func excerpts(of diagnostic: Diagnostic) -> [SourceExcerpt] {
    var files = [diagnostic.place.file]
    var marks = [[SourceExcerpt.Mark(range: diagnostic.place.range, isPrimary: true, label: nil)]]
    for related in diagnostic.related.prefix(Self.relatedPlaces) {
      let mark = SourceExcerpt.Mark(range: related.place.range, isPrimary: false, label: related.text)
      if let known = files.firstIndex(where: { $0 === related.place.file }) {
        marks[known].append(mark)
      } else {
        files.append(related.place.file)
        marks.append([mark])
      }
    }
    return zip(files, marks).flatMap { file, marks in
      showsSource
        ? [SourceExcerpt(file: file, marks: marks, glyphs: glyphs)]
        : marks.map { SourceExcerpt(file: file, placeOf: $0) }
    }
  }

  private func write(_ provision: Citation, _ painter: ExcerptPainter, on canvas: inout Canvas) {
    let words = CitationWords(provision)
    painter.paintNote(words.label, on: &canvas) { $0.write(data: words.text) }
  }

  // MARK: What differs from the pack

  /// Never silently: who reads the report must see that it is not by the rules as they are.
  private func write(changes: [String], on canvas: inout Canvas) {
    guard !changes.isEmpty else { return }
    canvas.styled(.strong) { $0.write("changed") }
    canvas.write(": this check was not by the rules alone")
    canvas.newline()
    for change in changes {
      canvas.write("   ")
      canvas.styled(.frame) { $0.write("=") }
      canvas.write(" ")
      canvas.write(data: change)
      canvas.newline()
    }
    canvas.newline()
  }

  // MARK: What could not be decided

  private func write(_ groups: UndecidedGroups, on canvas: inout Canvas) {
    guard !(groups.missing.isEmpty && groups.others.isEmpty) else { return }
    canvas.styled(.strong) { $0.write("undecided") }
    canvas.write(": these rules could not be decided")
    canvas.newline()
    for group in groups.missing {
      canvas.write("   ")
      canvas.styled(.frame) { $0.write("=") }
      canvas.write(" ")
      canvas.write(data: counted(group.rules.count, "rule needs", "rules need"))
      canvas.write(" ")
      canvas.write(data: group.document)
      canvas.write(", which is not in the repository")
      canvas.newline()
    }
    for group in groups.others {
      canvas.write("   ")
      canvas.styled(.frame) { $0.write("=") }
      canvas.write(" ")
      canvas.write(data: counted(group.rules.count, "rule", "rules"))
      canvas.write(" in ")
      canvas.write(data: group.file)
      canvas.write(": ")
      canvas.write(data: group.reason)
      canvas.newline()
      writeList(Array(group.rules.prefix(Self.undecidedRules)), on: &canvas)
      let hidden = group.rules.count - Self.undecidedRules
      guard hidden > 0 else { continue }
      canvas.space(5)
      canvas.write(data: "and \(counted(hidden, "other rule", "other rules")), which --format json names")
      canvas.newline()
    }
    canvas.newline()
  }

  /// Rule names, comma between, in lines of about a hundred columns.
  private func writeList(_ rules: [String], on canvas: inout Canvas) {
    let width = 100
    var column = 0
    for (index, rule) in rules.enumerated() {
      let comma = index + 1 < rules.count ? 1 : 0
      let needed = rule.utf8.count + comma
      if column > 0, column + 1 + needed > width {
        canvas.newline()
        column = 0
      }
      canvas.space(column == 0 ? 5 : 1)
      column += (column == 0 ? 5 : 1) + needed
      canvas.write(data: rule)
      if comma > 0 { canvas.write(",") }
    }
    canvas.newline()
  }
}
