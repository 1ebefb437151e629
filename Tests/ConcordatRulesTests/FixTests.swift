import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import SourceText
import Testing
import YAMLTree

/// What fixes make of a text, whatever makes them: each specimen is a document as written and as mended.
struct FixTests {
  struct Specimen: Sendable, CustomTestStringConvertible {
    var name: String
    var before: String
    var after: String
    var safety = Fix.Safety.safe
    var testDescription: String { name }
  }

  private static let head = "kind: local-area-agreement\nid: x\ntitle: T\nauthority: cambridgeshire\naccountable_body: cambridgeshire\nstatus: draft\n"

  static let specimens: [Specimen] = [
    Specimen(name: "a number of an indicator in small letters", before: "targets:\n  - {id: a, scope: local, indicator: Ni 39} # keep\n", after: "targets:\n  - {id: a, scope: local, indicator: NI 39} # keep\n"),
    Specimen(name: "a digit for a letter", before: "targets: [{id: a, scope: local, indicator: N1 112}]\n", after: "targets: [{id: a, scope: local, indicator: NI 112}]\n", safety: .needsReview),
    Specimen(name: "a day that can mean one thing only", before: "approved: 30/06/2008\n", after: "approved: 2008-06-30\n"),
    Specimen(name: "a day in words", before: "approved: \"30th June 2008\"\n", after: "approved: 2008-06-30\n"),
    Specimen(name: "a day that an American would read otherwise", before: "approved: 04/03/2008\n", after: "approved: 2008-03-04\n", safety: .needsReview),
    Specimen(name: "a year of two figures", before: "approved: 30.6.08\n", after: "approved: 2008-06-30\n", safety: .needsReview),
    Specimen(name: "another form of a word", before: "targets: [{id: a, scope: Statutory Education}]\n", after: "targets: [{id: a, scope: statutory_education}]\n"),
    Specimen(name: "a misspelt word", before: "targets: [{id: a, scope: locall}]\n", after: "targets: [{id: a, scope: local}]\n", safety: .needsReview),
    Specimen(name: "another form of a key", before: "council-approval: 2008-05-22\n", after: "council_approval: 2008-05-22\n"),
    Specimen(name: "a misspelt key", before: "partnres: []\n", after: "partners: []\n", safety: .needsReview),
    Specimen(name: "a misspelt key whose right form is there", before: "partnres: []\npartners: []\n", after: "partnres: []\npartners: []\n", safety: .needsReview),
    Specimen(name: "yes", before: "direction: {first: Yes}\n", after: "direction: {first: true}\n"),
    Specimen(name: "a year with a hyphen and one with a dash", before: "targets:\n  - id: a\n    scope: local\n    values:\n      2008-09: 1\n      2009–10: 2 # two\n", after: "targets:\n  - id: a\n    scope: local\n    values:\n      2008/09: 1\n      2009/10: 2 # two\n"),
    Specimen(name: "a figure with separators", before: "targets:\n  - id: a\n    scope: local\n    values: {2008/09: \"2,737\"}\n", after: "targets:\n  - id: a\n    scope: local\n    values: {2008/09: 2737}\n"),
    Specimen(name: "percentages, whose unit is kept once", before: "targets:\n  - id: a\n    scope: local # l\n    values:\n      2008/09: 8.5%\n      2009/10: 9% # nine\n", after: "targets:\n  - id: a\n    scope: local # l\n    unit: percent\n    values:\n      2008/09: 8.5\n      2009/10: 9 # nine\n"),
    Specimen(name: "percentages of a target that says so", before: "targets: [{id: a, scope: local, unit: '% of people', values: {2008/09: 8.5%}}]\n", after: "targets: [{id: a, scope: local, unit: '% of people', values: {2008/09: 8.5}}]\n"),
    Specimen(name: "a percentage of a target that counts something else", before: "targets: [{id: a, scope: local, unit: homes, values: {2008/09: 8.5%}}]\n", after: "targets: [{id: a, scope: local, unit: homes, values: {2008/09: 8.5%}}]\n", safety: .needsReview),
    Specimen(name: "a figure and its period", before: "targets:\n  - id: a\n    scope: local\n    baseline:\n      value: 54.5 (2006)  # of 2006\n      source: S\n", after: "targets:\n  - id: a\n    scope: local\n    baseline:\n      value: 54.5  # of 2006\n      period: 2006\n      source: S\n"),
    Specimen(name: "a figure, its period and a word", before: "targets: [{id: a, scope: local, baseline: {value: 54.5 (2005-2007 ave)}}]\n", after: "targets: [{id: a, scope: local, baseline: {value: 54.5, period: 2005-2007}}]\n", safety: .needsReview),
    Specimen(name: "a percentage and a remark", before: "targets: [{id: a, scope: local, baseline: {value: 36% (see footnote)}}]\n", after: "targets: [{id: a, scope: local, unit: percent, baseline: {value: 36, note: see footnote}}]\n", safety: .needsReview),
    Specimen(name: "a year's figure and its year", before: "targets:\n  - id: a\n    scope: local\n    values: {2010/11: 55.7 (for 2009)}\n", after: "targets:\n  - id: a\n    scope: local\n    values: {2010/11: 55.7}\n    note: '2010/11: 55.7 (for 2009)'\n", safety: .needsReview),
    Specimen(name: "a space that is none", before: "partners:\n  - body:\u{A0}huntingdonshire\n", after: "partners:\n  - body: huntingdonshire\n"),
    Specimen(name: "curly quotation marks", before: "partnership: “together”\n", after: "partnership: together\n", safety: .needsReview),
    Specimen(name: "a list with dashes for hyphens", before: "sources:\n  – a\n  – b\n", after: "sources:\n  - a\n  - b\n", safety: .needsReview),
    Specimen(name: "the name of a body for its id", before: "partners:\n  - body: Huntingdonshire District Council\n", after: "partners:\n  - body: huntingdonshire\n", safety: .needsReview),
    Specimen(name: "TBC, which only the author can mend", before: "targets: [{id: a, scope: local, values: {2008/09: TBC}}]\n", after: "targets: [{id: a, scope: local, values: {2008/09: TBC}}]\n", safety: .needsReview),
  ]

  static func mend(_ text: [UInt8], _ safeties: Set<Fix.Safety>) async -> Mender.Outcome {
    let linter = Linter(pack: England.pack)
    let mender = Mender(safeties: safeties, lint: { await linter.lint($0) }, original: { _ in text })
    return await mender.mend([InputFile(file: SourceFile(path: "laa.yaml", text: text), isNamed: true)])
  }

  @Test(arguments: specimens) func `a fault of form is mended, and nothing else is touched`(_ specimen: Specimen) async {
    let text = Array((Self.head + specimen.before).utf8)
    let safe = await Self.mend(text, [.safe])
    #expect(String(decoding: safe.files[0].file.text, as: UTF8.self) == Self.head + (specimen.safety == .safe ? specimen.after : specimen.before))
    let all = await Self.mend(text, Set(Fix.Safety.allCases))
    #expect(String(decoding: all.files[0].file.text, as: UTF8.self) == Self.head + specimen.after)
    let again = await Self.mend(all.files[0].file.text, Set(Fix.Safety.allCases))
    #expect(again.changed.isEmpty && again.made.isEmpty)
  }

  /// A file as an old or a Windows program saves it.
  struct Form: Sendable, CustomTestStringConvertible {
    var name: String
    var encode: @Sendable (String) -> [UInt8]
    var testDescription: String { name }
  }

  static let forms: [Form] = [
    Form(name: "UTF-8") { Array($0.utf8) },
    Form(name: "UTF-8 with a byte order mark and CRLF") { [0xEF, 0xBB, 0xBF] + Array($0.replacing("\n", with: "\r\n").utf8) },
    Form(name: "UTF-16") { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } },
    Form(name: "UTF-32") { [0, 0, 0xFE, 0xFF] + $0.unicodeScalars.flatMap { [24, 16, 8, 0].map { [value = $0.value] in UInt8(truncatingIfNeeded: value >> $0) } } },
    Form(name: "Windows-1252") { $0.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8(truncatingIfNeeded: $0.value) } },
  ]

  @Test(arguments: forms) func `a file keeps its encoding and its line ends`(_ form: Form) async {
    let before = "# caf\u{E9} – draft\n" + Self.head + "targets:\n  - id: a\n    scope: local\n    title: \u{A3}5 caf\u{E9}\n    values: {2008-09: 8.5%} # \u{E9}\n"
    let after = "# caf\u{E9} – draft\n" + Self.head + "targets:\n  - id: a\n    scope: local\n    title: \u{A3}5 caf\u{E9}\n    unit: percent\n    values: {2008/09: 8.5} # \u{E9}\n"
    let mended = await Self.mend(form.encode(before), [.safe])
    #expect(mended.changed[0] == form.encode(after))
    #expect(mended.refused.isEmpty)
  }

  @Test func `a fix that brings another error up is not made, and the others are`() async throws {
    let text = Array((Self.head + "approved: 30/06/2008\ntargets: [{id: a, scope: Local}, {id: b, scope: Local}]\n").utf8)
    let linter = Linter(pack: England.pack)
    // A check that finds an error of form wherever the second scope is mended.
    let mender = Mender(
      safeties: [.safe],
      lint: { files in
        var report = await linter.lint(files)
        let file = files[0].file
        if String(decoding: file.text, as: UTF8.self).contains("id: b, scope: local") {
          report.diagnostics.append(
            Diagnostic(rule: "structure/made-up", severity: .error, message: "made up", place: .init(file: file, range: ByteRange(0, 1))))
        }
        return report
      }, original: { _ in text })
    let mended = await mender.mend([InputFile(file: SourceFile(path: "laa.yaml", text: text), isNamed: true)])
    #expect(String(decoding: mended.files[0].file.text, as: UTF8.self) == Self.head + "approved: 2008-06-30\ntargets: [{id: a, scope: local}, {id: b, scope: Local}]\n")
    #expect(mended.refused.map(\.reason) == ["another error would come up: made up"])
  }

  @Test func `written text is read again as itself`() async throws {
    let texts = [
      "plain", "2008/09", "a: b", "a #b", "#b", "a#b", "it's", "'", "\"", "", " a", "a ", "[a]", "{a}", "a, b", "yes", "No", "null", "~", "- a", "-", "?", "!x",
      "&a", "*a", "%a", "@a", "`a", "a:", ":a", "a\nb", "tab\there", "caf\u{E9}", "\u{A0}x", "\u{AD}", "\u{2028}", "\u{FEFF}", "\u{85}", "😀", "\\n", "|", ">", "=",
    ]
    for text in texts {
      for wrap in ["note: %\n", "note: {a: [%, b]}\n"] {
        let written = YAMLScalarProbe.written(text)
        let tree = YAMLScalarProbe.read(wrap.replacing("%", with: written), isFlow: wrap.contains("["))
        #expect(tree == text, "\(text.debugDescription) as \(written)")
      }
    }
  }
}

/// Reads what was written, as YAML.
private enum YAMLScalarProbe {
  static func written(_ text: String) -> String { YAMLScalar.written(text) }

  static func read(_ yaml: String, isFlow: Bool) -> String? {
    let tree = YAMLTree(parsing: SourceFile(path: "x", text: Array(yaml.utf8)))
    guard !tree.hasErrors else { return nil }
    let note = tree.root?["note"]
    return (isFlow ? note?["a"]?[0] : note)?.string
  }
}
