public import ConcordatDiagnostics
import SourceText

/// Annotations of a GitHub workflow: lines that the runner takes for commands and shows beside the changed lines.
///
/// The runner shows at most ten errors, ten warnings and ten notices of a step, so the gravest findings come first and the last
/// notice says how many more there are. What only a person can judge is only counted, what was accepted is left out, and what could not be decided
/// is one notice a file.
public struct GitHubReport: Reporter {
  /// The most annotations of one level that the runner shows of a step.
  static let limit = 10

  public init() {}

  /// Appends the commands, then the counts of the run.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var commands: [(level: String, text: String)] = []
    for grade in [Grade.error, .warning, .advice] {
      guard let level = grade.names.github else { continue }
      for diagnostic in report.diagnostics where Grade(diagnostic.severity) == grade {
        commands.append((level, command(level, diagnostic)))
      }
    }
    commands += notices(of: report)
    var shown: [String: Int] = [:]
    for command in commands { shown[command.level, default: 0] += 1 }
    // Where anything is cut, one notice is kept for saying so.
    let isCut = shown.values.contains { $0 > Self.limit }
    var hidden = 0
    shown = [:]
    for command in commands {
      let limit = isCut && command.level == Grade.advice.names.github ? Self.limit - 1 : Self.limit
      let number = shown[command.level, default: 0]
      guard number < limit else {
        hidden += 1
        continue
      }
      shown[command.level] = number + 1
      output += command.text.utf8
    }
    if hidden > 0 {
      let words = "and \(hidden) more: GitHub shows \(Self.limit) of a kind, so read them in another report, such as a summary in Markdown"
      output += "::notice title=concordat::\(Self.escape(words))\n".utf8
    }
    output += "Concordat: \(ReportSummary(report).description)\n".utf8
  }

  private func command(_ level: String, _ diagnostic: Diagnostic) -> String {
    let span = Span(diagnostic.place, in: .utf16)
    var properties = ["file=\(Self.escape(property: PlainText.line(ReportPath.clean(diagnostic.place.file.path))))"]
    properties.append("line=\(span.start.line)")
    properties.append("endLine=\(span.lastLine)")
    // Columns of two lines would be refused.
    if span.start.line == span.end.line {
      properties.append("col=\(span.start.column)")
      properties.append("endColumn=\(span.end.column)")
    }
    properties.append("title=\(Self.escape(property: PlainText.line(diagnostic.rule)))")
    var lines = [PlainText.line(diagnostic.message)]
    if let provision = diagnostic.provision { lines.append(CitationWords(provision).sentence) }
    if let help = diagnostic.help { lines.append(PlainText.folded(help)) }
    return "::\(level) \(properties.joined(separator: ","))::\(Self.escape(lines.joined(separator: "\n")))\n"
  }

  /// One notice for each file with rules that could not be decided, and their reasons.
  private func notices(of report: LintReport) -> [(level: String, text: String)] {
    guard let level = Grade.undecided.names.github else { return [] }
    var files = ByFile<LintReport.Undecided>()
    for undecided in report.undecided { files.append(undecided, to: undecided.file) }
    return files.sorted.map { file in
      let groups = UndecidedGroups(file.entries)
      var lines = ["\(counted(file.entries.count, "rule", "rules")) could not be decided"]
      lines += groups.missing.map {
        counted($0.rules.count, "rule needs ", "rules need ") + PlainText.line($0.document)
          + ", which is not in the repository"
      }
      lines += groups.others.map { counted($0.rules.count, "rule", "rules") + ": " + PlainText.folded($0.reason) }
      let path = Self.escape(property: PlainText.line(ReportPath.clean(file.path)))
      return (level, "::\(level) file=\(path),line=1,title=undecided::\(Self.escape(lines.joined(separator: "\n")))\n")
    }
  }

  /// Text of a command, in which the end of a line would be the end of the command.
  static func escape(_ text: String) -> String { escape(text, colonAndComma: false) }

  /// Text of a property, which also ends at a comma or a colon.
  static func escape(property text: String) -> String { escape(text, colonAndComma: true) }

  private static func escape(_ text: String, colonAndComma: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result.append(contentsOf: "%25".unicodeScalars)
      case "\r": result.append(contentsOf: "%0D".unicodeScalars)
      case "\n": result.append(contentsOf: "%0A".unicodeScalars)
      case ":" where colonAndComma: result.append(contentsOf: "%3A".unicodeScalars)
      case "," where colonAndComma: result.append(contentsOf: "%2C".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
