package import ConcordatDiagnostics
package import SourceText

/// Makes the fixes of a report, in memory, and checks the whole repository again before any of them counts.
///
/// Of fixes that touch, the first is made and the rest are looked at again in the next round. A fix after which the text cannot be
/// read, the finding is still there or another error comes up is not made. What comes out has no fix left that would be made: to
/// mend it again changes nothing.
package struct Mender {
  private let safeties: Set<Fix.Safety>
  private let lint: ([InputFile]) async -> LintReport
  private let original: (SourceFile) throws(FileEdits.Refusal) -> [UInt8]

  /// The most times that the repository is checked: a bound on fixes that call for each other.
  package static let checksLimit = 300

  /// What was done.
  package struct Outcome {
    /// The files with their fixes, in the order in which they were given.
    package var files: [InputFile]
    /// What is to be said of those files.
    package var report: LintReport
    /// By the index of the file: the bytes that are to be on disk, for those that are other than they were.
    package var changed: [Int: [UInt8]] = [:]
    /// The fixes that were made, in the order in which they were made.
    package var made: [(diagnostic: Diagnostic, fix: Fix)] = []
    /// The fixes that were not made, and why.
    package var refused: [(diagnostic: Diagnostic, fix: Fix, reason: String)] = []
  }

  /// - Parameters:
  ///   - safeties: The fixes that may be made.
  ///   - lint: The check of the repository, as it is done without fixes.
  ///   - original: The bytes on disk of a file that was given, or why it is not to be touched.
  package init(
    safeties: Set<Fix.Safety>, lint: @escaping ([InputFile]) async -> LintReport,
    original: @escaping (SourceFile) throws(FileEdits.Refusal) -> [UInt8]
  ) {
    self.safeties = safeties
    self.lint = lint
    self.original = original
  }

  /// Mends files.
  package func mend(_ files: [InputFile]) async -> Outcome {
    var outcome = Outcome(files: files, report: await lint(files))
    var refused: Set<FindingKey> = []
    var most = Int.max
    func refuse(_ choice: FixBatch.Choice, _ reason: String) {
      guard refused.insert(choice.key).inserted else { return }
      outcome.refused.append((choice.diagnostic, choice.fix, reason))
    }
    for _ in 0..<Self.checksLimit {
      let batch = FixBatch(outcome.report, safeties: safeties, without: refused)
      let choices = Array(batch.choices.prefix(most))
      guard !choices.isEmpty else { return outcome }
      let edited: Edited
      do throws(Obstacle) {
        edited = try edit(outcome, choices)
      } catch {
        for choice in choices where choice.fix.edits.contains(where: { $0.place.file === error.file }) { refuse(choice, error.reason) }
        most = .max
        continue
      }
      let report = await lint(edited.files)
      guard let objection = FixCheck(before: outcome.report).objection(to: choices, after: report) else {
        outcome.files = edited.files
        outcome.changed = edited.changed
        outcome.report = report
        outcome.made += choices.map { ($0.diagnostic, $0.fix) }
        most = .max
        continue
      }
      if choices.count > 1 {
        // One of them is to blame: it is found by halves.
        most = choices.count / 2
      } else {
        for choice in choices { refuse(choice, objection) }
        most = .max
      }
    }
    return outcome
  }

  private struct Edited {
    var files: [InputFile]
    var changed: [Int: [UInt8]]
  }

  private struct Obstacle: Error {
    var file: SourceFile
    var reason: String
  }

  private func edit(_ outcome: Outcome, _ choices: [FixBatch.Choice]) throws(Obstacle) -> Edited {
    var edited = Edited(files: outcome.files, changed: outcome.changed)
    let edits = Dictionary(grouping: choices.flatMap(\.fix.edits)) { ObjectIdentifier($0.place.file) }
    for (index, input) in outcome.files.enumerated() {
      guard let edits = edits[ObjectIdentifier(input.file)] else { continue }
      do throws(FileEdits.Refusal) {
        let bytes = if let known = outcome.changed[index] { known } else { try original(input.file) }
        let result = try FileEdits(input.file, original: bytes).apply(edits)
        edited.changed[index] = result
        edited.files[index].file = SourceFile(path: input.file.path, text: result)
      } catch {
        throw Obstacle(file: input.file, reason: error.reason)
      }
    }
    return edited
  }
}
