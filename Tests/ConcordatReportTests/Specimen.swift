import ConcordatDiagnostics
import ConcordatReport
import SourceText
import Testing

/// A report to be said in every format, under the name of its golden files.
struct Specimen: Sendable, CustomTestStringConvertible {
  let name: String
  let report: LintReport
  var text = TextReport()
  /// Off where the JSON would be a megabyte of the same.
  var hasJSON = true

  var testDescription: String { name }
}

/// A file whose places are marked `⟦so⟧`; the marks are taken out.
struct Marked: Sendable {
  let file: SourceFile
  let ranges: [ByteRange]

  init(_ text: String) { self.init("agreements/cambridgeshire.yaml", text) }

  init(_ path: String, _ text: String) {
    var bytes: [UInt8] = []
    var open: [(index: Int, start: UInt32)] = []
    var ranges: [Int: ByteRange] = [:]
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append((count, UInt32(bytes.count)))
        count += 1
      case "⟧":
        let mark = open.removeLast()
        ranges[mark.index] = ByteRange(mark.start, UInt32(bytes.count))
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    file = SourceFile(path: path, text: bytes)
    self.ranges = ranges.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The place of a mark, in the order of their openings.
  subscript(index: Int) -> Diagnostic.Place { Diagnostic.Place(file: file, range: ranges[index]) }
}

extension Citation {
  static let consent = Citation(
    id: "lgpiha-2007/s105-3-b",
    citation: "Local Government and Public Involvement in Health Act 2007, s.105(3)(b)",
    summary: "A target may relate to another person only with that person's consent",
    address: "https://www.legislation.gov.uk/ukpga/2007/28/section/105", reading: .verified, from: "2007-12-30",
    through: "2015-05-25"
  )
}

extension Diagnostic {
  static func consent(
    _ place: Place, severity: Severity = .error, message: String? = nil, related: [Related] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: "statutory/relates-to-without-consent", severity: severity,
      message: message ?? "Huntingdonshire District Council is named in target NI 192 but no consent is recorded",
      place: place, related: related, provision: .consent,
      help: "Record the day under consent, or take the body out of relates_to.", document: "cambridgeshire-laa-2008"
    )
  }

  static func plain(_ place: Place, related: [Related] = []) -> Diagnostic {
    .plain("quality/specimen", .warning, "this is the fault", place, related: related)
  }

  static func plain(
    _ rule: String, _ severity: Severity, _ message: String, _ place: Place, related: [Related] = []
  ) -> Diagnostic {
    Diagnostic(rule: rule, severity: severity, message: message, place: place, related: related)
  }
}

extension LintReport {
  init(
    _ diagnostics: [Diagnostic], undecided: [Undecided] = [], rules: [Rule] = [.consent], files: Int = 1,
    documents: Int = 1
  ) {
    self.init(
      tool: Tool(name: "concordat", version: "1.0.0", packs: [(name: "england", version: "2008.1")]), rules: rules,
      diagnostics: diagnostics, undecided: undecided, files: files, documents: documents
    )
    assignFingerprints()
  }
}

extension LintReport.Rule {
  static let consent = LintReport.Rule(
    id: "statutory/relates-to-without-consent", title: "Body named in a target without its consent", severity: .error,
    provision: .consent
  )
}
