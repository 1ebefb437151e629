import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatRules
import SourceText

/// Takes any bytes as the files of a rule pack from a stranger, loads them over a small pack of ours, and lets them judge a document.
///
/// A line `=== path` begins a file; without one the whole is a rule.
struct PackProbe: Sendable {
  private static let base = PackFiles(
    name: "base",
    files: PackFiles.england.files.filter { ["pack.yaml", "kinds/common.yaml", "kinds/local-area-agreement.yaml"].contains($0.key) })

  private static let document = """
    kind: local-area-agreement
    id: village-laa-2008
    title: Village “é” agreement
    authority: cambridgeshire
    status: in_effect
    approved: 2008-06-30
    partners:
      - body: huntingdonshire
      - body: pct-cambridgeshire
    targets:
      - id: homes
        indicator: NI 155
        baseline: {value: 54.5, period: 2005-2007}
        relates_to: [{body: huntingdonshire}]
    """

  /// What is wrong, or nothing.
  func fault(in bytes: [UInt8]) async -> String? {
    let files = Self.files(in: bytes)
    let pack = PackLoader.load([Self.base, PackFiles(name: "stranger", files: files)])
    for fault in pack.faults {
      if fault.message.isEmpty { return "a fault without words" }
      if !FindingInspection.isInside(.init(file: fault.file, range: fault.range)) { return "“\(fault.message)” is outside of its file" }
    }
    var report = await Linter(pack: pack).lint([
      InputFile(file: SourceFile(path: "village.yaml", text: Array(Self.document.utf8)), isNamed: true)
    ])
    report.assignFingerprints()
    return FindingInspection.fault(in: report) ?? ReportInspection.fault(in: report)
  }

  private static func files(in bytes: [UInt8]) -> [String: SourceFile] {
    var files: [String: SourceFile] = [:]
    var path = "stranger/rule.yaml"
    var text: [UInt8] = []
    func finish() { if !text.isEmpty { files[path] = SourceFile(path: path, text: text) } }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: Array("=== ".utf8)) {
        finish()
        path = String(decoding: line.dropFirst(4), as: UTF8.self)
        text = []
      } else {
        text += line + [0x0A]
      }
    }
    finish()
    return files
  }
}
