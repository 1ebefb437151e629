import ConcordatDiagnostics
import SourceText

/// Places as SARIF writes them.
enum SARIFPlace {
  /// A location with its region, all four numbers of it.
  static func physical(_ place: Diagnostic.Place, to json: inout JSONWriter) {
    json.object { json in
      json.key("artifactLocation")
      artifact(place.file.path, to: &json)
      json.key("region")
      region(place, to: &json)
    }
  }

  /// Relative to the root, unless it leads out of it.
  static func artifact(_ path: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("uri", ReportPath.uri(path))
      if !ReportPath.isOutside(ReportPath.clean(path)) { json.member("uriBaseId", "SRCROOT") }
    }
  }

  static func region(_ place: Diagnostic.Place, to json: inout JSONWriter) {
    let span = Span(place, in: .utf16)
    json.object { json in
      json.member("startLine", span.start.line)
      json.member("startColumn", span.start.column)
      json.member("endLine", span.end.line)
      json.member("endColumn", span.end.column)
    }
  }
}

/// Text as SARIF's messages have it, in which braces are placeholders and brackets before parentheses links.
enum SARIFText {
  /// Visible text without placeholders and links of its own.
  static func plain(_ visible: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterBracket = false
    for scalar in visible.unicodeScalars {
      // Doubled, a brace stands for itself. A bracket is kept from the parenthesis: not all readers know an escape for it.
      if scalar == "{" || scalar == "}" { result.append(scalar) }
      if scalar == "(", isAfterBracket { result.append(" ") }
      result.append(scalar)
      isAfterBracket = scalar == "]"
    }
    return String(result)
  }

  /// The finding, the next step, the other places as links, and the law.
  static func message(of diagnostic: Diagnostic) -> String {
    var sentences = [PlainText.ended(plain(PlainText.line(diagnostic.message)))]
    if let help = diagnostic.help { sentences.append(PlainText.ended(plain(PlainText.folded(help)))) }
    if !diagnostic.related.isEmpty {
      let links = diagnostic.related.prefix(SARIFReport.linkLimit).enumerated().map { index, related in
        "[\(linkText(related.text))](\(index + 1))"
      }
      let rest = diagnostic.related.count - links.count
      let others = rest > 0 ? ", and \(counted(rest, "other place", "other places"))" : ""
      sentences.append("See: \(links.joined(separator: ", "))\(others).")
    }
    if let provision = diagnostic.provision { sentences.append(plain(CitationWords(provision).sentence)) }
    let text = sentences.joined(separator: " ")
    // Readers take what has no full stop for a sentence that was cut.
    return text.utf8.last == UInt8(ascii: ".") ? text : text + " See \(plain(PlainText.line(diagnostic.rule)))."
  }

  /// Words of a link, in which brackets and backslashes are escaped.
  private static func linkText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in PlainText.folded(text).unicodeScalars {
      switch scalar {
      case "[", "]", "\\": result.append("\\")
      case "{", "}": result.append(scalar)
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }
}
