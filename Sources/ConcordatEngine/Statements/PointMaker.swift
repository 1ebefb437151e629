import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules

/// Decides what can be said of one provision.
///
/// A finding makes only the provision unmet that it cites first, and a point of law only if it is an error: a warning is a
/// sign, advice is good practice, and a rule may also stand on provisions that it does not settle. There a person is asked.
struct PointMaker {
  let rules: [String: Rule]
  let report: LintReport
  let pack: RulePack
  let subjects: [LintReport.Subject]
  let evidence: Evidence

  /// The most reasons that are listed of one provision.
  private static let mostReasons = 20

  func point(_ line: Coverage.Line) -> Statement.Point {
    let provision = line.provision
    var findings: [Diagnostic] = []
    var accepted: [LintReport.Suppressed] = []
    var questions: [String] = []
    var undecided: [String] = []
    var passed = 0
    var isUnmet = false
    var isSilenced = false
    let running = Set(report.rules.map(\.id))

    for id in line.rules {
      guard running.contains(id) else {
        isSilenced = true
        questions.append("the rule \(id) was switched off by the configuration, so nobody has looked")
        continue
      }
      passed += (evidence.outcomesOf[id] ?? []).reduce(0) { $0 + $1.passed }
      for entry in evidence.undecidedOf[id] ?? [] where undecided.count < Self.mostReasons {
        let reason = entry.reason + (subjects.count > 1 ? " (\(entry.document ?? entry.file))" : "")
        if !undecided.contains(reason) { undecided.append(reason) }
      }
      let isDirect = rules[id]?.citations.contains { $0.id == provision.id } ?? false
      for finding in evidence.findingsOf[id] ?? [] {
        let isCited = finding.provision?.id == provision.id
        switch finding.severity {
        case .review: questions.append(finding.message)
        case .error where isCited, .warning where isCited && provision.kind == .guidance,
          .advice where isCited && provision.kind == .guidance:
          isUnmet = true
        case .error, .warning, .advice:
          let what = isCited ? "a sign that it may not be met" : isDirect ? "a rule that stands on this point too found" : "of the wider point"
          questions.append("\(what): \(finding.message)")
        }
        findings.append(finding)
      }
      for entry in evidence.suppressedOf[id] ?? [] where isDirect {
        accepted.append(entry)
        questions.append("whether the acceptance holds: \(entry.diagnostic.message)")
      }
    }

    if provision.checkedBy == .person { questions.append(provision.why ?? "only a person can judge it") }
    if line.isGap { questions.append("no rule checks it yet") }
    let absence = questions.isEmpty || provision.checkedBy == .person ? notInForce(provision) : nil

    let status: Statement.Status
    var reasons: [String] = []
    if isUnmet {
      status = .notMet
    } else if let absence, findings.isEmpty {
      status = .notApplicable
      reasons = [absence]
      questions = []
    } else if !undecided.isEmpty {
      status = .undecided
      reasons = undecided
    } else if !questions.isEmpty || isSilenced {
      status = .needsJudgement
    } else if passed > 0 {
      status = .met
    } else {
      status = .notApplicable
      reasons = [notApplicable(line)]
    }
    if status == .notMet { reasons = undecided }
    return Statement.Point(
      provision: provision.citation(readBy: .verified), status: status, rules: line.rules, passed: passed, findings: findings,
      accepted: accepted, questions: questions, reasons: reasons)
  }

  /// Whether a provision has no effect on the days of all documents.
  private func notInForce(_ provision: Provision) -> String? {
    guard !provision.inForce.isAlways else { return nil }
    let days = subjects.compactMap { $0.day.flatMap { Day(iso: Array($0.utf8)) } }
    guard !days.isEmpty, days.count == subjects.count, !days.contains(where: provision.inForce.covers) else { return nil }
    return "not in force on the day of any document"
  }

  /// Why the rules of a provision had nothing to say.
  private func notApplicable(_ line: Coverage.Line) -> String {
    let outcomes = line.rules.flatMap { evidence.outcomesOf[$0] ?? [] }
    guard !outcomes.isEmpty else {
      let kinds = Set(line.rules.flatMap { rules[$0]?.kinds ?? [] })
      let labels = pack.kinds.filter { kinds.contains($0.name) }.map(\.label)
      return "the submission holds no \(English.list(labels, last: "or"))"
    }
    if outcomes.allSatisfy({ !$0.isInForce }) { return "its rules are not in force on the day of the documents" }
    return "the documents hold nothing that it is for"
  }
}
