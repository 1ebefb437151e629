import CEL
package import ConcordatDiagnostics
package import ConcordatModel
package import ConcordatRules
import SourceText

/// What the rules say of one document.
package struct Judgement: Sendable {
  package var diagnostics: [Diagnostic] = []
  package var undecided: [LintReport.Undecided] = []
  /// Of every rule that is for the document's kind, where somebody asked.
  package var outcomes: [(rule: String, passed: Int, isInForce: Bool)] = []
  /// The files of the documents that it was compared with, where somebody asked.
  package var counterparts: Set<String> = []
}

/// What one rule says of one document.
package struct Verdict: Sendable {
  package var findings: [Diagnostic] = []
  package var undecided: [LintReport.Undecided] = []
  /// Elements that the rule was for and that met it.
  package var passed = 0
  /// Whether the rule was in force on the day.
  package var isInForce = true
}

/// Judges documents by rules: one a worker, because it keeps the memory of evaluations.
package final class Judge {
  private let pack: RulePack
  private let repository: Repository
  private let asOf: Day?
  private let recordsOutcomes: Bool
  private let host: RuleHost
  private let activation: Activation
  /// The rules for each kind, in the order of their ids.
  private let rulesOfKind: [String: [Rule]]
  /// The rule that is being run, for the variables that are computed when first read.
  private var lets: [RuleBody.Step] = []
  /// Parameters by day, kept alive with the values that point into them.
  private var parameters: [Day?: (arena: DataArena, value: Value)] = [:]

  /// The most findings of one rule on one document.
  package static let findingsLimit = 10_000
  /// The most different reasons for which one rule is undecided on one document.
  package static let reasonsLimit = 50
  /// Units of cost that one rule may use on one document.
  package static let costLimit: Int64 = 10_000_000
  /// Bytes that the values made by one rule on one document may take.
  package static let memoryLimit = Activation.defaultScratchLimit

  /// - Parameter off: Rules that are not run.
  package init(pack: RulePack, repository: Repository, asOf: Day?, off: Set<String> = [], recordsOutcomes: Bool = false) {
    self.recordsOutcomes = recordsOutcomes
    self.pack = pack
    self.repository = repository
    self.asOf = asOf
    host = RuleHost(registers: pack.registers, repository: repository)
    let slots = pack.rules.flatMap(\.bodies.values).map(\.slotCount).max() ?? 0
    activation = Activation(slotCount: slots, costLimit: Judge.costLimit, scratchLimit: Judge.memoryLimit)
    let rules = off.isEmpty ? pack.rules : pack.rules.filter { !off.contains($0.id) }
    rulesOfKind = Dictionary(
      uniqueKeysWithValues: pack.kinds.map { kind in (kind.name, rules.filter { $0.bodies[kind.name] != nil }) })
    activation.host = host
    activation.isCostAccumulated = true
    activation.resolver = { [unowned self] slot in resolve(slot) }
  }

  private func resolve(_ slot: Int) -> Value {
    if slot == RuleBody.daySlot {
      return activation.evaluation.failure(code: Int(HostFailure.noDay.rawValue), message: "")
    }
    guard let step = lets.first(where: { $0.slot == slot }) else { return .unset }
    return activation.evaluate(step.program)
  }

  /// Judges a document by every rule that is for its kind.
  ///
  /// - Parameter isTraced: Whether to tell which documents it was compared with.
  package func judge(_ document: Document, isTraced: Bool = false) -> Judgement {
    var judgement = Judgement()
    host.consulted = isTraced ? [:] : nil
    for rule in rulesOfKind[document.kind.name] ?? [] {
      guard let verdict = judge(document, by: rule) else { continue }
      judgement.diagnostics += verdict.findings
      judgement.undecided += verdict.undecided
      if recordsOutcomes { judgement.outcomes.append((rule.id, verdict.passed, verdict.isInForce)) }
    }
    for other in host.consulted?.values.map(\.self) ?? [] { judgement.counterparts.insert(other.file.path) }
    return judgement
  }

  /// Judges a document by one rule; nothing when the rule is not for its kind.
  package func judge(_ document: Document, by rule: Rule) -> Verdict? {
    guard let body = rule.bodies[document.kind.name] else { return nil }
    let day = asOf ?? document.day
    var verdict = Verdict()
    if !rule.inForce.isAlways {
      guard let day else {
        verdict.undecided.append(undecided(rule, document, UndecidedReason.noDay(of: document.kind)))
        return verdict
      }
      guard rule.inForce.covers(day) else {
        verdict.isInForce = false
        return verdict
      }
    }
    var run = RuleRun(
      rule: rule, body: body, document: document, repository: repository, registers: pack.registers, activation: activation)
    host.day = day
    activation.reset()
    activation.resetCost()
    activation.bind(RuleBody.documentSlot, document.content.value, origin: document.content.rootSlot)
    if let day { activation.bind(RuleBody.daySlot, day.value) }
    activation.bind(RuleBody.parametersSlot, parameters(on: day))
    lets = body.lets
    run.run()
    return run.verdict
  }

  private func parameters(on day: Day?) -> Value {
    // Rules come document by document, so the day is nearly always that of the last rule.
    if let lastDay, lastDay.day == day { return lastDay.value }
    let value = parametersOfDay(day)
    lastDay = (day, value)
    return value
  }

  private var lastDay: (day: Day?, value: Value)?

  private func parametersOfDay(_ day: Day?) -> Value {
    if let known = parameters[day] { return known.value }
    let made = pack.parameters.record(on: day)
    parameters[day] = made
    return made.value
  }

  private func undecided(_ rule: Rule, _ document: Document, _ reason: UndecidedReason) -> LintReport.Undecided {
    LintReport.Undecided(
      rule: rule.id, document: document.id, file: document.file.path, reason: reason.text, missing: reason.missing)
  }
}
