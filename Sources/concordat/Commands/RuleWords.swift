import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules

/// How the catalogue and the explanations say the properties of a rule.
enum RuleWords {
  /// "from 30 December 2007 to 25 May 2015"; both ends count.
  static func dates(_ inForce: InForce) -> String {
    switch (inForce.from?.inWords, inForce.through?.inWords) {
    case (let from?, let through?): "from \(from) to \(through)"
    case (let from?, nil): "from \(from)"
    case (nil, let through?): "to \(through)"
    case (nil, nil): "on every day"
    }
  }

  static func dates(from: String?, through: String?) -> String {
    dates(InForce(from: from.flatMap { Day(iso: Array($0.utf8)) }, through: through.flatMap { Day(iso: Array($0.utf8)) }))
  }

  static func meaning(of severity: Severity) -> String {
    switch severity {
    case .error: "error: the law, or data that cannot be right"
    case .warning: "warning: guidance, policy, or a strong sign of a mistake"
    case .advice: "advice: good practice"
    case .review: "review: only a person can judge; never a failure"
    }
  }

  static func meaning(of reading: Citation.Reading) -> String {
    switch reading {
    case .verified: "its text was read"
    case .summary: "only a summary of it was read"
    case .seed: "from a background document, not checked against the law"
    case .inferred: "inferred, not read in a source"
    }
  }

  /// The part of an id before the slash.
  static func group(of id: String) -> String {
    id.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(id[..<$0]) } ?? id
  }
}

/// Families of findings that come from reading files, and so have no rule file.
enum FormFamily: String, CaseIterable {
  case syntax, structure, input, exceptions, pack

  var title: String {
    switch self {
    case .syntax: "faults of YAML"
    case .structure: "faults of the format of a document"
    case .input: "files and folders that could not be read"
    case .exceptions: "findings about exceptions and the baseline"
    case .pack: "faults of a rule pack"
    }
  }

  var explanation: String {
    switch self {
    case .syntax:
      "The text of the file is not YAML, or may be read in two ways. It is found before any rule is asked, whatever the day, "
        + "and each finding says what to write instead."
    case .structure:
      "The document does not have the form of its kind: a field that is not known or that is lacking, a value of the wrong "
        + "type, a reference that leads nowhere. concordat schema KIND gives the form to an editor, so that it shows such "
        + "faults while you write."
    case .input:
      "The path could not be read, so nothing was checked there. All other files are checked, and the run ends with 2, because "
        + "what was not read must not look like what was found in order."
    case .exceptions:
      "Somebody accepted a finding, in a comment # concordat: allow RULE until YYYY-MM-DD -- reason, under exceptions: in the "
        + "document, or in the baseline, and the acceptance is faulty (it covers nothing then), has lapsed, or covers nothing. "
        + "Whether it has lapsed is judged by today, or the day of --today, never by the day of the document."
    case .pack:
      "A file of a rule pack is faulty. No rule is used until it is mended, because a report in which some rules are missing "
        + "would look like compliance."
    }
  }
}
