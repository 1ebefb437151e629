public import ConcordatDiagnostics
import SourceText

/// A table for spreadsheets, a finding a row: UTF-8 with a byte order mark, which Excel needs, CR LF, quotes as RFC 4180 has them.
///
/// A text that a spreadsheet could take for a formula begins with an apostrophe; a number stays a number. All is in it: findings,
/// what could not be decided, and what was accepted, as the column `status` says.
public struct CSVReport: Reporter {
  /// What the columns hold, in order.
  static let columns = [
    "status", "severity", "rule", "file", "line", "column", "end line", "end column", "document", "path", "message", "help",
    "source", "reason", "accepted by", "until", "fingerprint",
  ]

  public init() {}

  /// Appends the head and the rows.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    output += [0xEF, 0xBB, 0xBF]
    write(Self.columns, to: &output)
    for diagnostic in report.diagnostics { write(row(diagnostic, nil), to: &output) }
    for suppressed in report.suppressed { write(row(suppressed.diagnostic, suppressed.suppression), to: &output) }
    let places = UndecidedPlaces(report)
    for undecided in report.undecided {
      let start = Span(places.place(of: undecided), in: .scalars).start
      write(
        [
          "undecided", "", undecided.rule, ReportPath.clean(undecided.file), String(start.line), String(start.column), "", "",
          undecided.document ?? "", "", "", "", "", folded(undecided.reason), "", "", "",
        ], to: &output)
    }
  }

  private func row(_ diagnostic: Diagnostic, _ suppression: Suppression?) -> [String] {
    let span = Span(diagnostic.place, in: .scalars)
    return [
      suppression == nil ? "open" : "accepted", diagnostic.severity.rawValue, diagnostic.rule,
      ReportPath.clean(diagnostic.place.file.path), String(span.start.line), String(span.start.column), String(span.end.line),
      String(span.end.column), diagnostic.document ?? "", diagnostic.path, diagnostic.message, folded(diagnostic.help ?? ""),
      diagnostic.provision.map { CitationWords($0).text } ?? "", folded(suppression?.reason ?? suppression.map { $0.kind == .baseline ? "in the baseline" : "" } ?? ""),
      suppression?.acceptedBy ?? "", suppression?.until ?? "", diagnostic.fingerprint,
    ]
  }

  private func folded(_ text: String) -> String { PlainText.folded(text) }

  private func write(_ cells: [String], to output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output += Self.cell(cell).utf8
    }
    output += [0x0D, 0x0A]
  }

  /// A cell that no spreadsheet calculates, quoted where it has to be.
  static func cell(_ text: String) -> String {
    var cell = isFormula(text) && !isNumber(text) ? "'" : ""
    cell += PlainText.line(text)
    let isPlain = cell.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";") && byte != 0x0A && byte != 0x0D
    }
    guard !isPlain || cell.utf8.first == 0x20 || cell.utf8.last == 0x20 else { return cell }
    let quoted = cell.unicodeScalars.reduce(into: String.UnicodeScalarView()) { result, scalar in
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    return "\"" + String(quoted) + "\""
  }

  /// Whether the first character that is not white space begins a formula, in the full width of East Asian text too.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" || first.value == 0 { return true }
    switch text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    default: return false
    }
  }

  /// Digits with at most one point, and a sign.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") ? text.utf8.dropFirst() : text.utf8[...]
    let points = digits.count { $0 == UInt8(ascii: ".") }
    let figures = digits.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return figures > 0 && points <= 1 && points + figures == digits.count
  }
}
