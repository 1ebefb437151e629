import ConcordatDiagnostics
import ConcordatEngine
import SourceText

/// The fixes of one run of `check`: made, written or shown, and told of on standard error.
struct FixRun {
  private let options: FixOptions
  private let places: [String: FileSearch.Found.Place]

  init(_ options: FixOptions, _ found: [FileSearch.Found]) {
    self.options = options
    places = Dictionary(found.map { ($0.shown, $0.place) }, uniquingKeysWith: { first, _ in first })
  }

  /// What came of it.
  struct Outcome {
    /// The patch, where one was asked for.
    var patch: [UInt8]?
    /// Why files that should have been changed were not.
    var failure: CommandFailure?
  }

  /// Mends files as the options ask.
  func run(_ files: [InputFile], lint: @escaping ([InputFile]) async -> LintReport) async -> Outcome {
    let mended = await Mender(safeties: options.safeties, lint: lint, original: original).mend(files)
    sayRefused(mended)
    if options.diff { return Outcome(patch: patch(files, mended)) }
    var failures: [String] = []
    var written: Set<String> = []
    for (index, bytes) in mended.changed.sorted(by: { $0.key < $1.key }) where files.indices.contains(index) {
      let file = files[index].file
      do throws(FileEdits.Refusal) {
        try write(bytes, to: file)
        written.insert(file.path)
      } catch {
        failures.append("\(file.path) was not changed: \(error.reason)")
      }
    }
    sayMade(mended, written)
    return Outcome(failure: failures.isEmpty ? nil : CommandFailure(failures.joined(separator: "\nerror: ")))
  }

  // MARK: Files

  /// The bytes of a file on disk, which must be those that were read.
  private func original(_ file: SourceFile) throws(FileEdits.Refusal) -> [UInt8] {
    guard case .path(let path)? = places[file.path] else {
      throw FileEdits.Refusal(reason: "standard input cannot be changed")
    }
    // UTF-8 without a fault is kept as it is.
    if file.encoding == .utf8, file.encodingFaults.isEmpty { return file.text }
    do throws(SystemFailure) {
      let open = try OpenFile(path)
      let bytes = try System.readAll(open.descriptor, limit: SourceFile.sizeLimit)
      if bytes.count <= SourceFile.sizeLimit, SourceFile(path: file.path, text: bytes).text == file.text { return bytes }
    } catch {
      throw FileEdits.Refusal(reason: error.words)
    }
    throw FileEdits.Refusal(reason: "somebody else changed it meanwhile")
  }

  private func write(_ bytes: [UInt8], to file: SourceFile) throws(FileEdits.Refusal) {
    let old = try original(file)
    guard case .path(let path)? = places[file.path] else { return }
    do throws(System.AmendFailure) {
      try System.amend(path, from: old, to: bytes)
    } catch {
      throw FileEdits.Refusal(reason: error.words)
    }
  }

  private func patch(_ files: [InputFile], _ mended: Mender.Outcome) -> [UInt8] {
    var patch = UnifiedPatch()
    for (index, bytes) in mended.changed.sorted(by: { $0.key < $1.key }) where files.indices.contains(index) {
      let file = files[index].file
      guard let old = try? original(file), case .path(let path)? = places[file.path] else { continue }
      switch file.encoding {
      case .utf8, .windows1252, .macRoman: patch.add(path: path.relative(to: System.currentFolder), old: old, new: bytes)
      default: Output.say("note: the changes to \(file.path) cannot be shown as a patch, because it is saved as \(file.encoding.name)")
      }
    }
    return patch.bytes
  }

  // MARK: Words

  private func sayMade(_ mended: Mender.Outcome, _ written: Set<String>) {
    let made = mended.made.filter { written.contains($0.diagnostic.place.file.path) }
    guard !made.isEmpty else { return }
    for path in written.sorted() {
      let titles = made.filter { $0.diagnostic.place.file.path == path }
        .map { "  line \($0.diagnostic.place.file.position(of: $0.diagnostic.place.range.lowerBound).line): \($0.fix.title)" }
      Output.say("mended \(path):\n" + titles.prefix(20).joined(separator: "\n") + (titles.count > 20 ? "\n  and \(titles.count - 20) more" : ""))
    }
    Output.say("\(counted(made.count, "finding", "findings")) mended in \(counted(written.count, "file", "files"))")
  }

  private func sayRefused(_ mended: Mender.Outcome) {
    for refusal in mended.refused.prefix(20) {
      let place = refusal.diagnostic.place
      let line = place.file.position(of: place.range.lowerBound).line
      Output.say("not mended: \(place.file.path):\(line): \(refusal.fix.title): \(refusal.reason)")
    }
    if mended.refused.count > 20 { Output.say("and \(mended.refused.count - 20) more that could not be mended") }
  }
}

extension BytePath {
  /// The path from a folder where it lies below that, without `./` and doubled slashes.
  func relative(to folder: [UInt8]?) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var parts = bytes.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
    if bytes.first == slash, let base = folder?.split(separator: slash), parts.starts(with: base) { parts.removeFirst(base.count) }
    return Array(parts.joined(separator: [slash]))
  }
}

extension CheckRun {
  /// Makes the fixes that were asked for, before the files are checked; nothing where none were.
  func mend() async -> FixRun.Outcome? {
    guard command.fixes.isAsked else { return nil }
    let found = search.found
    let jobs = command.jobs ?? System.processors
    let files = await FileLoader(jobs: jobs).load(found).files
    let linter = Linter(pack: setup.pack, asOf: command.asOf, jobs: jobs, policy: setup.policy)
    return await FixRun(command.fixes, found).run(files) { await linter.lint($0) }
  }
}
