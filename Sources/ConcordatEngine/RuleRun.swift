import CEL
import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules
import SourceText

/// One rule on one document: the loops of `for_each`, the condition, and what is said of an element that fails.
struct RuleRun {
  let rule: Rule
  let body: RuleBody
  let document: Document
  let repository: Repository
  let registers: Registers
  let activation: Activation
  private(set) var verdict = Verdict()
  private var reasons: Set<String> = []
  private var isStopped = false

  init(
    rule: Rule, body: RuleBody, document: Document, repository: Repository, registers: Registers, activation: Activation
  ) {
    self.rule = rule
    self.body = body
    self.document = document
    self.repository = repository
    self.registers = registers
    self.activation = activation
  }

  mutating func run() { loop(0) }

  /// Binds the variable of one loop to each element in turn. Nesting is bounded by the format of rule files.
  private mutating func loop(_ depth: Int) {
    guard depth < body.loops.count else { return judge() }
    let step = body.loops[depth]
    let range = activation.evaluate(step.program)
    if range.isError {
      // A list that a record may lack counts as empty; any other failure leaves the rule undecided.
      guard let error = activation.error(of: range) else { return }
      if case .noSuchKey = error.kind, step.program.isPath { return }
      return undecided(error)
    }
    if let elements = range.listElements, let base = elements.baseAddress {
      for index in elements.indices where !isStopped {
        activation.bind(step.slot, elements[index], origin: base + index)
        loop(depth + 1)
      }
    } else if let entries = range.mapEntries, let base = entries.baseAddress {
      for index in entries.indices where !isStopped {
        let key = UnsafeRawPointer(base + index).assumingMemoryBound(to: Value.self)
        activation.bind(step.slot, key.pointee, origin: key)
        loop(depth + 1)
      }
    }
    activation.unbind(step.slot)
  }

  private mutating func judge() {
    if let when = body.when {
      let applies = activation.evaluate(when)
      if applies.isError { return undecided(applies) }
      if !applies.isTrue { return }
    }
    let holds = activation.evaluate(body.require)
    if holds.isError { return undecided(holds) }
    if holds.isTrue { verdict.passed += 1 } else { fail() }
  }

  // MARK: Failing

  private mutating func fail() {
    let places = PlaceFinder(activation: activation, document: document, repository: repository)
    let message = text(of: body.message)
    let help = text(of: body.help)
    guard let message, let help else { return }
    guard verdict.findings.count < Judge.findingsLimit else {
      isStopped = true
      return undecided(.findingsLimit)
    }
    let place = body.at.flatMap { places.place(of: $0) } ?? places.documentPlace
    var related: [Diagnostic.Related] = []
    for other in body.alsoAt {
      guard let place = places.place(of: other.place, whole: true), let text = text(of: other.text) else { continue }
      related.append(.init(place: place, text: text))
    }
    verdict.findings.append(
      Diagnostic(
        rule: rule.id, severity: rule.severity, message: message, place: place, related: related,
        provision: rule.citation, help: help, notes: notes(), document: document.id,
        fixes: body.fix.flatMap { RuleFixing(places: places).fix($0) }.map { [$0] } ?? []))
  }

  /// A message that cannot be made is a fault of the rule: the finding must not be lost, so the rule is undecided.
  private mutating func text(of template: Template) -> String? {
    var result = ""
    for part in template.parts {
      switch part {
      case .text(let text): result += text
      case .expression(let program):
        let value = activation.evaluate(program)
        if value.isError {
          undecided(value)
          return nil
        }
        result += English.text(of: value)
      }
    }
    return result
  }

  /// What the finding should not be relied on for without a look: register entries that nobody verified.
  private func notes() -> [String] {
    var notes: [String] = []
    for program in body.restsOn {
      let id = activation.evaluate(program)
      guard !id.isError, let entry = registers.entry(id), !entry.register.isVerified(entry.row) else { continue }
      let row = entry.register.rows[entry.row]
      let name = (row["official_name"] ?? row["name"] ?? row["id"])?.text ?? ""
      let reading = row["reading"]?.text == "inferred" ? "inferred, not read in a source" : "from memory, not read in a source"
      let note = "the register's entry for \(name) is \(reading)"
      if !notes.contains(note) { notes.append(note) }
    }
    return notes
  }

  // MARK: Undecided

  private mutating func undecided(_ value: Value) {
    guard let error = activation.error(of: value) else { return }
    undecided(error)
  }

  private mutating func undecided(_ error: EvaluationError) {
    if case .costLimit = error.kind { isStopped = true }
    if case .memoryLimit = error.kind { isStopped = true }
    undecided(UndecidedReason(error, kind: document.kind))
  }

  private mutating func undecided(_ reason: UndecidedReason) {
    guard reasons.count < Judge.reasonsLimit, reasons.insert(reason.text).inserted else { return }
    verdict.undecided.append(
      LintReport.Undecided(
        rule: rule.id, document: document.id, file: document.file.path, reason: reason.text, missing: reason.missing))
  }
}
