import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatRules
import SourceText
import Testing

/// The pack that travels inside the binary, loaded once for all tests.
enum England {
  static let pack = PackLoader.load([.england])
}

/// The findings of one marked text, checked alone by the pack for England.
func lint(_ marked: String, path: String = "laa.yaml", isNamed: Bool = true) async -> (report: LintReport, marks: [ByteRange]) {
  let text = MarkedText(Array(marked.utf8))
  let report = await Linter(pack: England.pack).lint([
    InputFile(file: SourceFile(path: path, text: text.text), isNamed: isNamed)
  ])
  return (report, text.ranges)
}

extension LintReport {
  /// The findings of form and syntax.
  var faultsOfForm: [Diagnostic] {
    diagnostics.filter { $0.rule.hasPrefix("structure/") || $0.rule.hasPrefix("syntax/") }
  }
}
