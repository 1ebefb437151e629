package import ConcordatDiagnostics
package import SourceText

/// Findings that were there before somebody began to check: told apart by ``Fingerprint``, so that they stay known though
/// lines move.
///
/// The file has one finding a line: its fingerprint, its rule, what it is in (the document's id, or the file's path), and behind
/// `#` its place and words for people. It is sorted, so that two branches that add to it merge.
package struct Baseline: Sendable {
  package struct Entry: Sendable, Hashable {
    package var fingerprint: String
    package var rule: String
    /// The document's id, or `file:` and the path of the file.
    package var subject: String
    /// For people.
    package var words: String
    /// Where it is written; empty for one that is not written yet.
    package var range: ByteRange
  }

  /// What is wrong with a line.
  package struct Fault: Error, Sendable {
    package var range: ByteRange
    package var message: String
    package var help: String
  }

  package private(set) var entries: [Entry] = []
  package private(set) var faults: [Fault] = []

  /// The first line of the file; another way to make fingerprints is another line.
  package static let header = "# concordat baseline, fingerprints \(Fingerprint.version)"
  /// A file with more findings is no baseline but a decision not to check.
  package static let entryLimit = 100_000
  /// The most faults that are told of.
  private static let faultLimit = 20

  // MARK: Reading

  package init(entries: [Entry] = []) { self.entries = entries }

  package init(reading file: SourceFile) {
    guard file.encodingFaults.isEmpty else {
      fault(ByteRange(0, 0), "the baseline is not UTF-8 text of at most 8 MiB", help: "Write it anew with --update-baseline")
      return
    }
    var lines: [String: Int] = [:]
    for number in 1...max(1, file.lines.count) {
      guard let range = file.line(number), faults.count < Self.faultLimit else { break }
      let line = file.string(range)
      if number == 1 {
        guard line == Self.header else {
          let other = line.hasPrefix("# concordat baseline, fingerprints ")
          fault(
            range,
            other
              ? "the baseline was written with other fingerprints, \(line.dropFirst(35).prefix(40)), than \(Fingerprint.version)"
              : "this is no baseline: its first line should be '\(Self.header)'",
            help: other ? "Write it anew with --update-baseline" : "Name the file that --update-baseline wrote")
          return
        }
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard entries.count < Self.entryLimit else {
        fault(range, "the baseline has more than \(Self.entryLimit) findings", help: "Mend some first")
        return
      }
      guard let entry = entry(line, range) else { continue }
      if let first = lines[entry.fingerprint] {
        fault(range, "the finding of line \(first) is written again", help: "Take one of the lines out")
        continue
      }
      lines[entry.fingerprint] = number
      entries.append(entry)
    }
  }

  private mutating func entry(_ line: String, _ range: ByteRange) -> Entry? {
    let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    let isDigest = parts[0].utf8.count == 64 && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isDigest else {
      let isConflict = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { line.hasPrefix($0) }
      fault(
        range, isConflict ? "a merge was left unfinished here" : "the line does not begin with a fingerprint of 64 digits",
        help: isConflict ? "Keep the lines of both sides, and take out the marks" : "Take the line out, or write it anew with --update-baseline")
      return nil
    }
    guard parts.count == 4, parts[3].hasPrefix("# "), !parts[1].isEmpty, !parts[2].isEmpty else {
      fault(range, "the rule, the document and # should follow the fingerprint", help: "Take the line out, or write it anew with --update-baseline")
      return nil
    }
    return Entry(
      fingerprint: parts[0], rule: parts[1], subject: parts[2], words: String(parts[3].dropFirst(2)), range: range)
  }

  private mutating func fault(_ range: ByteRange, _ message: String, help: String) {
    faults.append(Fault(range: range, message: message, help: help))
  }

  // MARK: Writing

  /// The entry of a finding that has its fingerprint.
  package static func entry(for diagnostic: Diagnostic) -> Entry {
    Entry(
      fingerprint: diagnostic.fingerprint, rule: word(diagnostic.rule), subject: subject(of: diagnostic),
      words: plain((diagnostic.path.isEmpty ? "" : diagnostic.path + ": ") + diagnostic.message), range: ByteRange(0, 0))
  }

  /// What a finding is in, as one word.
  package static func subject(of diagnostic: Diagnostic) -> String {
    word(diagnostic.document ?? "file:" + diagnostic.place.file.path)
  }

  /// The text of the file, sorted by document, rule and fingerprint.
  package var text: [UInt8] {
    var text = Self.header + "\n# Written by concordat check --update-baseline; a line may be taken out when its finding is mended.\n"
    for entry in entries.sorted(by: Self.precedes) {
      text += "\(entry.fingerprint) \(entry.rule) \(entry.subject) # \(entry.words)\n"
    }
    return Array(text.utf8)
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    if a.subject != b.subject { return a.subject.utf8.lexicographicallyPrecedes(b.subject.utf8) }
    if a.rule != b.rule { return a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8) }
    return a.fingerprint.utf8.lexicographicallyPrecedes(b.fingerprint.utf8)
  }

  /// Without spaces, so that it is one word of the line.
  package static func word(_ text: String) -> String {
    let shown = plain(text)
    return String(shown.unicodeScalars.flatMap { $0 == " " ? Array("%20".unicodeScalars) : [$0] }.reduce(into: String.UnicodeScalarView()) { $0.append($1) })
  }

  /// On one line, with what a terminal would obey spelt out, and not too long to read.
  private static func plain(_ text: String) -> String {
    let shown = VisibleText.string(text)
    guard shown.unicodeScalars.count > 300 else { return shown }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: shown.unicodeScalars.prefix(300))
    return String(cut) + "…"
  }

  // MARK: Applying

  /// Moves findings that were there before out of what counts; returns the entries that were met.
  package func apply(to report: inout LintReport) -> Set<String> {
    let known = Set(entries.map(\.fingerprint))
    var met: Set<String> = []
    var counted: [Diagnostic] = []
    var suppressed: [LintReport.Suppressed] = []
    for diagnostic in report.diagnostics {
      if Acceptance.isOpen(to: diagnostic), known.contains(diagnostic.fingerprint) {
        met.insert(diagnostic.fingerprint)
        suppressed.append(.init(diagnostic: diagnostic, suppression: Suppression(kind: .baseline)))
      } else {
        counted.append(diagnostic)
      }
    }
    for accepted in report.suppressed { met.insert(accepted.diagnostic.fingerprint) }
    guard !suppressed.isEmpty else { return met }
    report.diagnostics = counted
    report.suppressed = (report.suppressed + suppressed).sorted { Linter.precedes($0.diagnostic, $1.diagnostic) }
    return met
  }

  /// Findings for entries that no longer occur.
  ///
  /// - Parameter isChecked: Whether what the entry is in was looked at, so that it can be known to be gone.
  package func gone(_ met: Set<String>, in file: SourceFile, isChecked: (Entry) -> Bool) -> [Diagnostic] {
    entries.filter { !met.contains($0.fingerprint) && isChecked($0) }.map { entry in
      Diagnostic(
        rule: "exceptions/gone", severity: .advice,
        message: "a finding of \(entry.rule) in \(entry.subject) that the baseline holds no longer occurs",
        place: .init(file: file, range: ByteRange(entry.range.lowerBound, entry.range.lowerBound + 64)),
        help: "Take the line out, or run with --update-baseline")
    }
  }
}
