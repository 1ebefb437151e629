import ConcordatDiagnostics
import ConcordatReport
import Foundation
import SourceText

/// Strings that have broken programs, in every field of a report that comes from outside.
enum Naughty {
  /// What formats obey, from their own descriptions.
  static let own = [
    "::error file=x::owned", "\n::set-env name=PATH::x\n##[error]x\n##vso[task.setvariable variable=x]y", "50%25 100% a:b,c",
    "\u{1B}[2J\u{1B}[31mFAIL\u{1B}]0;owned\u{07}\u{9B}1m", "\u{1B}]8;;file:///etc/passwd\u{1B}\\click\u{1B}]8;;\u{1B}\\",
    "\u{202E}gnihton\u{202C} \u{2066}x\u{2069} z\u{200B}w \u{FEFF}", "\u{1}\u{8}\u{B}\u{1F}\u{FFFE} ]]> <![CDATA[ & < > \" '",
    "line1\nline2", "line1\r\nline2\rline3", "tab\tkey", "\u{0}", "=cmd|' /C calc'!A0", "+1+1", "-2+3+cmd", "@SUM(1)", "\t=1+1",
    "\r=1+1", "\u{FF1D}1+1", "=HYPERLINK(\"http://127.0.0.1:9\",\"x\")", "-5", "a,b\"c\nd", "a;=1+1",
    "[x](javascript:alert(1)) ![](http://127.0.0.1:9/t.png) | pipe | `tick` <img src=x>", "@everyone #1 closes #2 GH-3 !4 %5 ~bug",
    "someone@example.org www.example.org https://example.org/x :smile: 0123abcdef0123abcdef0123abcdef0123abcdef",
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "</style><img src=x onerror=alert(1)>", "<!-- x", "&lt;b&gt; &#64;x",
    "%s%n%x %@ %1$*2$d {0} {{x}} ${HOME} $(id) `id` $x$", "``` a `` b", "**bold** __x__ ~~y~~", "# heading", "- item", "1. item", "> quote",
    "    code", "---", "[a]: http://example.org", "[a][b]", "<http://example.org>", "a\\", "\u{2028}\u{2029}\u{85}", "*/ --> ?>", "e\u{301}\u{301}",
    "\"\u{301} x", "🏛👨‍👩‍👧", "",
  ]

  /// The list of naughty strings, where it lies beside the package.
  static let listed: [String] = {
    let list = PackageRoot.shared("reliability/corpus/blns/blns.txt")
    guard let text = try? String(contentsOf: list, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map(String.init)
  }()

  static let lines = own + listed

  /// A report in which every string is in every field.
  static let report: LintReport = {
    var diagnostics: [Diagnostic] = []
    var suppressed: [LintReport.Suppressed] = []
    var undecided: [LintReport.Undecided] = []
    var subjects: [LintReport.Subject] = []
    var rules: [LintReport.Rule] = []
    var seen: Set<[UInt8]> = []
    for (index, line) in lines.enumerated() {
      // A path that leads out of the repository is no path of a report that is uploaded.
      let path = line.contains("..") ? "naughty/\(index).yaml" : "naughty/\(line)"
      let file = SourceFile(path: path, text: Array("a: \(line)\n".utf8))
      let place = Diagnostic.Place(file: file, range: ByteRange(3, UInt32(3 + line.utf8.count)))
      let provision = Citation(id: line, citation: line, summary: line, address: line, reading: .verified, from: line)
      let severity = Severity.allCases[index % Severity.allCases.count]
      let diagnostic = Diagnostic(
        rule: "quality/\(line)", severity: severity, message: line, place: place, related: [.init(place: place, text: line)],
        provision: provision, help: line, notes: [line], document: line, path: line,
        fixes: [.init(title: line, safety: .safe, edits: [.init(place: place, replacement: line)])])
      diagnostics.append(diagnostic)
      let suppression = Suppression(kind: .exception, reason: line, acceptedBy: line, until: line, place: place)
      suppressed.append(.init(diagnostic: diagnostic, suppression: suppression))
      undecided.append(.init(rule: "quality/\(line)", document: line, file: path, reason: line, missing: index % 2 == 0 ? nil : line))
      subjects.append(.init(id: line, kind: line, label: line, title: line, authority: line, day: line, place: place))
      if seen.insert(Array(line.utf8)).inserted {
        rules.append(
          .init(id: "quality/\(line)", title: line, severity: severity, provision: provision, rationale: line, help: line, kinds: [line]))
      }
    }
    var report = LintReport(
      tool: .init(name: "concordat", version: "1.0.0", packs: [(name: "england", version: "2008.1")]), rules: rules,
      diagnostics: diagnostics, undecided: undecided, files: lines.count, documents: lines.count, suppressed: suppressed,
      subjects: subjects, changes: lines, asOf: "2009-04-01")
    report.assignFingerprints()
    return report
  }()
}

/// What hostile text must not do in a format, whoever reads it.
struct NaughtyFormat {
  let format: ReportFormat

  /// The report as text without what the format itself puts at its start and at the ends of lines.
  var text: String {
    var bytes = format.reporter.render(Naughty.report)
    if format == .csv {
      bytes.removeFirst(3)
      bytes.removeAll { $0 == 0x0D }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
