import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel
import ConcordatReport
import SourceText

/// One check from the files to the report, without writing it.
struct CheckRun {
  let command: CheckCommand
  let setup: CheckSetup
  let progress: Progress

  struct Outcome {
    var report: LintReport
    /// What could not be read.
    var faults: [Diagnostic]
    var readFiles: Int
    var passedOver: [(shown: String, reason: PathFilter.Reason)]
    var statistics: CheckStatistics
    /// Whether nothing was found to check.
    var isNothing: Bool {
      report.documents == 0 && faults.isEmpty && !report.diagnostics.contains { $0.severity == .error }
    }
  }

  /// - Parameter memory: What was read before, and need not be read again.
  func check(_ memory: FileMemory? = nil) async throws(CommandFailure) -> Outcome {
    var statistics = CheckStatistics()
    let jobs = command.jobs ?? System.processors
    let search = self.search
    progress.begin("reading", of: search.found.count, isCounted: true)
    statistics.begin("reading")
    let linter = Linter(
      pack: setup.pack, asOf: command.asOf, jobs: jobs, policy: setup.policy,
      extent: command.formats.requests.contains { $0.format.showsOutlines } ? .outlines : [])
    let loaded: (files: [LoadedFile], faults: [Diagnostic])
    if let memory {
      loaded = await memory.load(search.found, with: linter)
    } else {
      let raw = await FileLoader(jobs: jobs).load(search.found) { [progress] in progress.advance() }
      progress.begin("checking", of: raw.files.count, isCounted: false)
      loaded = (await linter.read(raw.files), raw.faults)
    }
    statistics.begin("checking")
    let focus = try self.focus(on: search.found)
    let checked = await linter.lint(loaded.files, isTraced: focus != nil)
    statistics.begin("sorting out")
    var report = checked.report
    let faults = CheckCommand.once(search.faults + loaded.faults)
    report.diagnostics = CheckCommand.merge(faults, into: report.diagnostics)
    report.assignFingerprints()
    let isWhole = self.isWhole
    if let path = setup.baseline?.content {
      let talk = command.appearance.talk
      let file = try BaselineFile(reading: path, mayBeMissing: command.findings.updatesBaseline, talk: talk)
      if command.findings.updatesBaseline {
        guard faults.isEmpty else {
          throw CommandFailure(
            "\(counted(faults.count, "path", "paths")) could not be read, so the baseline was not updated",
            help: "Make all of them readable first: concordat check says which")
        }
        try update(file, with: report, isWhole: isWhole)
        try BaselineFile(reading: path, mayBeMissing: false, talk: talk).apply(to: &report, isWhole: isWhole, mayOccur: isAsked)
      } else {
        file.apply(to: &report, isWhole: isWhole, mayOccur: isAsked)
      }
    } else if command.findings.updatesBaseline {
      throw CommandFailure(
        "there is no baseline to update", help: "Name its file with --baseline, or write baseline: in \(Surroundings.configurationName)")
    }
    if let focus {
      let touched = focus.touched
      let hidden = ReportFocus(counterparts: checked.counterparts, keepsWhatIsMissing: focus.hasLosses) { touched.contains($0) }.apply(to: &report)
      if let words = focus.words { report.changes.append(words + (hidden == 0 ? "" : "; \(counted(hidden, "finding", "findings")) elsewhere")) }
    }
    statistics.end()
    return Outcome(
      report: report, faults: faults, readFiles: loaded.files.count, passedOver: search.passedOver, statistics: statistics)
  }

  private func update(_ file: BaselineFile, with report: LintReport, isWhole: Bool) throws(CommandFailure) {
    let update = file.updated(with: report, isWhole: isWhole)
    do throws(SystemFailure) {
      try System.replace(file.path, with: update.text)
    } catch {
      throw CommandFailure("could not write the baseline \(file.shown): \(error.words)")
    }
    Output.say(
      "baseline \(file.shown): \(counted(update.count, "finding", "findings")), \(update.added) added, \(update.removed) removed")
  }

  /// Whether a rule is on, and in force on a day that all documents are judged by.
  private func isAsked(_ rule: String) -> Bool {
    guard !setup.policy.off.contains(rule) else { return false }
    guard let day = command.asOf, let own = setup.pack.rule(id: rule) else { return true }
    return own.inForce.covers(day)
  }

  // MARK: Which files

  /// The paths that are looked for; the repository round an editor's file where nothing else is named.
  var paths: [BytePath] {
    let named = command.paths.map(\.path) + (command.findings.readsStandardInput ? [BytePath(FileSearch.standardInput.argument)] : [])
    guard let name = command.findings.standardInputName?.path else { return named.isEmpty ? [BytePath(Array(".".utf8))] : named }
    let others = named.filter { $0.bytes != FileSearch.standardInput.argument }
    if !others.isEmpty { return others }
    guard let surroundings = Surroundings(of: name.parts.folder) else { return [] }
    return [setup.configuration?.root ?? surroundings.repository ?? surroundings.folder]
  }

  var search: FileSearch {
    var search = FileSearch(paths, filter: setup.filter)
    if let name = command.findings.standardInputName?.path { search.putStandardInput(inPlaceOf: name) }
    return search
  }

  /// Whether one of the paths is a folder that holds the baseline.
  private var isWhole: Bool {
    guard let baseline = setup.baseline?.content, command.findings.standardInputName == nil,
      let home = System.realPath(baseline.parts.folder)
    else { return false }
    return paths.contains { path in
      guard (try? FileStatus(following: path))?.kind == .folder, let folder = System.realPath(path) else { return false }
      return home.inside(folder) != nil
    }
  }

  // MARK: What is shown

  private struct Focus {
    /// As reports show them.
    var touched: Set<String>
    /// What is said of it; nothing where the user sees it anyway.
    var words: String?
    /// Whether a file was taken away, and with it what others refer to.
    var hasLosses = false
  }

  private func focus(on found: [FileSearch.Found]) throws(CommandFailure) -> Focus? {
    if let revision = command.findings.changedSince {
      let folder = setup.surroundings?.folder ?? BytePath(Array(".".utf8))
      let changed = Set(try Git(folder: folder).filesChanged(since: revision))
      var touched: Set<String> = []
      for file in found {
        switch file.place {
        case .standardInput: touched.insert(file.shown)
        case .path(let path):
          if changed.contains(System.realPath(path) ?? path) { touched.insert(file.shown) }
        }
      }
      var words = "only what the work since \(revision) touched is shown, in \(counted(touched.count, "changed file", "changed files"))"
      if let configuration = setup.configuration, changed.contains(configuration.root.appending(Array(Surroundings.configurationName.utf8))) {
        words += "; the configuration itself is among what changed"
        touched.insert(configuration.file.path)
      }
      if let baseline = setup.baseline?.content, let real = System.realPath(baseline), changed.contains(real) {
        words += "; the baseline itself is among what changed"
        touched.insert(real.shownFrom(System.currentFolder))
      }
      let hasLosses = changed.contains { FileSearch.isYAML($0.parts.name) && (try? FileStatus(at: $0)) == nil }
      return Focus(touched: touched, words: words, hasLosses: hasLosses)
    }
    guard let name = command.findings.standardInputName?.path, !command.paths.contains(where: { $0.path.bytes != FileSearch.standardInput.argument })
    else { return nil }
    return Focus(touched: [name.shown(in: System.currentFolder)], words: nil)
  }
}
