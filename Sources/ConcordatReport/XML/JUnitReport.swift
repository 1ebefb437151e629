public import ConcordatDiagnostics
import SourceText

/// JUnit XML for the test pages of Jenkins, GitLab and Azure: one suite a file, one case a document and rule.
///
/// A case fails where the rule has a finding that makes the run end with 1; milder findings are told in the output of the
/// suite. What only a person can judge, what could not be decided and what was accepted is skipped, with the reason. A document of which
/// nothing is said has one case that passes. A path that could not be read is an error. Times are of no use for a linter and would
/// make two reports of the same files differ, so they are all the same.
public struct JUnitReport: Reporter {
  /// From which severity on a finding is a failure; nothing where none is.
  public var failingFrom: Severity?
  /// Whether a rule that could not be decided is one.
  public var failsOnUndecided: Bool

  public init(failingFrom: Severity? = .error, failsOnUndecided: Bool = false) {
    self.failingFrom = failingFrom
    self.failsOnUndecided = failsOnUndecided
  }

  /// Appends the document and a line feed.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    var files = ByFile<Finding>()
    for diagnostic in report.diagnostics {
      let says = "\(lineAndColumn(diagnostic.place)): \(diagnostic.severity.rawValue): \(PlainText.line(diagnostic.message))"
      files.append(
        Finding(
          document: diagnostic.document, rule: diagnostic.rule, outcome: outcome(of: diagnostic),
          message: PlainText.line(diagnostic.message), lines: [says] + remarks(of: diagnostic)),
        to: diagnostic.place.file.path)
    }
    for undecided in report.undecided {
      let reason = "undecided: " + PlainText.folded(undecided.reason)
      files.append(
        Finding(
          document: undecided.document, rule: undecided.rule, outcome: failsOnUndecided ? .failure : .skipped, message: reason,
          lines: [reason]),
        to: undecided.file)
    }
    for suppressed in report.suppressed {
      let diagnostic = suppressed.diagnostic
      let says = "\(suppressed.suppression.words) (\(PlainText.line(diagnostic.message)))"
      files.append(
        Finding(
          document: diagnostic.document, rule: diagnostic.rule, outcome: .skipped, message: says,
          lines: ["\(lineAndColumn(diagnostic.place)): \(says)"]),
        to: diagnostic.place.file.path)
    }
    for subject in report.subjects {
      let finding = Finding(document: subject.id, rule: nil, outcome: .passed, message: "", lines: [])
      files.append(finding, to: subject.place.file.path)
    }
    var xml = XMLWriter(appendingTo: output)
    output = []
    xml.element("testsuites") { xml in
      for (index, file) in files.sorted.enumerated() { write(Suite(file.entries), path: file.path, index: index, to: &xml) }
    }
    xml.finish()
    output = xml.bytes
  }

  private func outcome(of diagnostic: Diagnostic) -> Outcome {
    if diagnostic.isOfInput { return .error }
    if Grade(diagnostic.severity).names.isSkipped { return .skipped }
    return failingFrom.map { diagnostic.severity >= $0 } ?? false ? .failure : .passed
  }

  private func lineAndColumn(_ place: Diagnostic.Place) -> String {
    let start = Span(place, in: .scalars).start
    return "line \(start.line), column \(start.column)"
  }

  private func remarks(of diagnostic: Diagnostic) -> [String] {
    var lines: [String] = []
    if let provision = diagnostic.provision { lines.append("  " + CitationWords(provision).sentence) }
    lines += diagnostic.notes.map { "  Note: " + PlainText.folded($0) }
    if let help = diagnostic.help { lines.append("  Help: " + PlainText.folded(help)) }
    return lines
  }

  private func write(_ suite: Suite, path: String, index: Int, to xml: inout XMLWriter) {
    let path = token(ReportPath.clean(path))
    xml.element(
      "testsuite",
      [
        "name": path, "package": "concordat", "id": String(index), "timestamp": "1970-01-01T00:00:00", "hostname": "localhost",
        "tests": String(suite.cases.count), "failures": String(suite.count(.failure)), "errors": String(suite.count(.error)),
        "skipped": String(suite.count(.skipped)), "time": "0",
      ]
    ) { xml in
      xml.element("properties")
      for test in suite.cases {
        xml.element(
          "testcase",
          ["name": token(test.rule ?? "nothing found"), "classname": token(test.document ?? path), "time": "0"]
        ) { xml in
          let text = test.lines.joined(separator: "\n")
          switch test.outcome {
          case .passed: break
          case .skipped: xml.element("skipped", ["message": test.message]) { $0.text(text) }
          case .failure: xml.element("failure", ["message": test.message, "type": PlainText.line(test.rule ?? "")]) { $0.text(text) }
          case .error: xml.element("error", ["message": test.message, "type": PlainText.line(test.rule ?? "")]) { $0.text(text) }
          }
        }
      }
      xml.element("system-out") { $0.text(suite.output.joined(separator: "\n")) }
      xml.element("system-err")
    }
  }

  /// A name that is never empty, and in which white space stands for nothing but itself.
  private func token(_ text: String) -> String {
    let words = PlainText.line(text).utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: Array($0), as: UTF8.self) }
    return words.isEmpty ? "-" : words.joined(separator: " ")
  }

  // MARK: Cases

  /// The later weighs more.
  private enum Outcome: Int, Comparable {
    case passed, skipped, failure, error
    static func < (a: Outcome, b: Outcome) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Finding {
    var document: String?
    /// Nothing for the document as such.
    var rule: String?
    var outcome: Outcome
    var message: String
    var lines: [String]
  }

  /// The findings of a file, those of one document and rule made one case.
  private struct Suite {
    private(set) var cases: [Finding] = []
    /// What is said of cases that pass.
    private(set) var output: [String] = []

    init(_ findings: [Finding]) {
      var indices: [[[UInt8]]: Int] = [:]
      var numbers: [Int] = []
      var spoken: Set<[UInt8]> = []
      for finding in findings {
        let document = Array((finding.document ?? "").utf8)
        if let rule = finding.rule {
          spoken.insert(document)
          let key = [document, Array(rule.utf8)]
          guard let index = indices[key] else {
            indices[key] = cases.count
            cases.append(finding)
            numbers.append(1)
            continue
          }
          if finding.outcome > cases[index].outcome {
            (cases[index].message, cases[index].outcome) = (finding.message, finding.outcome)
            numbers[index] = 1
          } else if finding.outcome == cases[index].outcome {
            numbers[index] += 1
          }
          cases[index].lines += finding.lines
        } else if spoken.insert(document).inserted {
          cases.append(finding)
          numbers.append(1)
        }
      }
      for index in cases.indices {
        if numbers[index] > 1 { cases[index].message += " (and \(numbers[index] - 1) more)" }
        if cases[index].outcome == .passed { output += cases[index].lines.map { Self.said($0, by: cases[index]) } }
      }
    }

    private static func said(_ line: String, by test: Finding) -> String {
      line.utf8.first == UInt8(ascii: " ") ? line : line + (test.rule.map { " [\(PlainText.line($0))]" } ?? "")
    }

    func count(_ outcome: Outcome) -> Int { cases.count { $0.outcome == outcome } }
  }
}

extension Diagnostic {
  /// Whether it says that something could not be read at all, and so was not checked.
  var isOfInput: Bool { rule.utf8.starts(with: "input/".utf8) }
}
