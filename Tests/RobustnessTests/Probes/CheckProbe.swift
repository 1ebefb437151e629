import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatRules
import SourceText

/// Takes any bytes as the one file of a check: reads it, judges it by the pack for England, writes the report in every form.
struct CheckProbe: Sendable {
  private let linter: Linter

  init(_ pack: RulePack = PackLoader.load([.england], extent: .conditions)) { linter = Linter(pack: pack) }

  /// What is wrong, or nothing.
  func fault(in bytes: [UInt8]) async -> String? {
    var report = await linter.lint([InputFile(file: SourceFile(path: "probe.yaml", text: bytes), isNamed: true)])
    report.assignFingerprints()
    if let fault = FindingInspection.fault(in: report) { return fault }
    // The rules that say nothing are the same in every report.
    let told = Set(report.diagnostics.map(\.rule) + report.undecided.map(\.rule))
    report.rules.removeAll { !told.contains($0.id) }
    return ReportInspection.fault(in: report)
  }
}
