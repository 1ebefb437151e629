import ConcordatDiagnostics
import ConcordatReport
import SourceText

/// Writes a report in every form that there is and says which of them is not valid in its own format.
///
/// A form that is added to ``ReportFormat`` is asked at once: by its own reader if it is known here, and by that of whatever it looks like.
enum ReportInspection {
  /// What is wrong, or nothing.
  static func fault(in report: LintReport) -> String? {
    for format in ReportFormat.allCases {
      let bytes = format.reporter.render(report)
      if let fault = fault(in: bytes, format.rawValue) { return "\(format.rawValue): \(fault)" }
    }
    let coloured = TextReport(colour: true).render(report)
    if let fault = generalFault(in: uncoloured(coloured)) { return "text in colour: \(fault)" }
    let plain = TextReport(glyphs: .ascii).render(report)
    return generalFault(in: plain).map { "text in ASCII: \($0)" }
  }

  static func fault(in bytes: [UInt8], _ format: String) -> String? {
    if let fault = generalFault(in: bytes) { return fault }
    switch format {
    case "json", "sarif", "gitlab", "codeclimate": return JSONText.fault(in: bytes)
    case "jsonl": return LineText.jsonLinesFault(in: bytes)
    case "junit", "checkstyle": return MarkupText.fault(in: bytes, .xml)
    case "html": return MarkupText.fault(in: bytes, .html)
    case "csv": return LineText.tableFault(in: bytes)
    case "github": return LineText.commandFault(in: bytes)
    default: break
    }
    if bytes.starts(with: Array("<?xml".utf8)) { return MarkupText.fault(in: bytes, .xml) }
    if bytes.starts(with: Array("<!".utf8)) { return MarkupText.fault(in: bytes, .html) }
    if bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") { return JSONText.fault(in: bytes) }
    return nil
  }

  /// What no form may hold: bytes that are not UTF-8, characters that a terminal obeys or that hide text.
  private static func generalFault(in bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "not UTF-8" }
    if !bytes.isEmpty, bytes.last != 0x0A { return "no line feed at the end" }
    for scalar in text.unicodeScalars.dropFirst(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0) where !["\n", "\r", "\t"].contains(scalar) {
      if VisibleText.isHidden(scalar) { return "the hidden character U+\(String(scalar.value, radix: 16))" }
    }
    return nil
  }

  /// A text without the styles that are ours: `ESC [ digits and semicolons m`.
  private static func uncoloured(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x1B, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") {
        var end = index + 2
        while end < bytes.count, (0x30...0x39).contains(bytes[end]) || bytes[end] == UInt8(ascii: ";") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "m"), end - index < 10 {
          index = end + 1
          continue
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }
}
