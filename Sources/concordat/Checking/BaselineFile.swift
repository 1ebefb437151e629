import ConcordatDiagnostics
import ConcordatEngine
import ConcordatReport
import SourceText

/// The file that a baseline is kept in.
struct BaselineFile {
  let path: BytePath
  let shown: String
  private let file: SourceFile
  private let baseline: Baseline

  /// Reads a baseline; a faulty one is refused, because without it old findings would look new, or new ones old.
  ///
  /// - Parameter mayBeMissing: Whether it is about to be written anew, so that what is there need not be a baseline yet.
  init(reading path: BytePath, mayBeMissing: Bool, talk: Appearance) throws(CommandFailure) {
    self.path = path
    shown = System.realPath(path)?.shownFrom(System.currentFolder) ?? path.shown(in: System.currentFolder)
    if mayBeMissing, (try? FileStatus(at: path)) == nil {
      file = SourceFile(path: shown, text: [])
      baseline = Baseline()
      return
    }
    do throws(FileFault) {
      file = try FileLoader.read(path, shown: shown).file
    } catch {
      let fault = error.diagnostic(at: shown)
      if case .missing = error {
        throw CommandFailure("there is no baseline \(shown)", help: "Write it with --update-baseline")
      }
      throw CommandFailure("the baseline \(shown) cannot be used: \(fault.message)", help: fault.help)
    }
    baseline = Baseline(reading: file)
    guard !baseline.faults.isEmpty else { return }
    // A file that is no baseline at all is never written over; nor is one that nobody could read.
    let faults = baseline.faults.map {
      Diagnostic(
        rule: "baseline/fault", severity: .error, message: $0.message, place: .init(file: file, range: $0.range), help: $0.help)
    }
    Output.say(TextReport(colour: talk.colour, glyphs: talk.glyphs).render(findings: faults))
    throw CommandFailure(
      "the baseline has \(counted(faults.count, "fault", "faults")), so nothing was checked",
      help: "Mend it, or remove it and write it anew with --update-baseline")
  }

  /// Takes what it holds out of what counts, and adds a finding for each entry that no longer occurs.
  ///
  /// - Parameters:
  ///   - isWhole: Whether everything below its folder was checked, so that what was not met is gone.
  ///   - mayOccur: Whether a rule was asked at all.
  func apply(to report: inout LintReport, isWhole: Bool, mayOccur: (String) -> Bool) {
    let subjects = Self.subjects(of: report)
    // What could not be decided may still be there.
    let open = Set(report.undecided.map { Baseline.word($0.rule) + " " + Baseline.word($0.document ?? "file:" + $0.file) })
    let met = baseline.apply(to: &report)
    let gone = baseline.gone(met, in: file) { entry in
      (isWhole || subjects.contains(entry.subject)) && mayOccur(entry.rule) && !open.contains(entry.rule + " " + entry.subject)
    }
    guard !gone.isEmpty else { return }
    report.diagnostics = CheckCommand.merge(gone, into: report.diagnostics)
  }

  /// The entries that hold all findings of a report.
  ///
  /// Entries of documents that were not looked at stay.
  func updated(with report: LintReport, isWhole: Bool) -> (text: [UInt8], added: Int, removed: Int, count: Int) {
    let subjects = Self.subjects(of: report)
    let found = report.diagnostics.filter { Acceptance.isOpen(to: $0) && $0.severity > .review }.map { Baseline.entry(for: $0) }
    let kept = isWhole ? [] : baseline.entries.filter { !subjects.contains($0.subject) }
    let known = Set(baseline.entries.map(\.fingerprint))
    let entries = found + kept
    let now = Set(entries.map(\.fingerprint))
    return (Baseline(entries: entries).text, now.subtracting(known).count, known.subtracting(now).count, entries.count)
  }

  /// Everything that was looked at, as entries name it.
  private static func subjects(of report: LintReport) -> Set<String> {
    var subjects: Set<String> = []
    for subject in report.subjects {
      if let id = subject.id { subjects.insert(Baseline.word(id)) }
      subjects.insert(Baseline.word("file:" + subject.place.file.path))
    }
    for diagnostic in report.diagnostics { subjects.insert(Baseline.subject(of: diagnostic)) }
    return subjects
  }
}
