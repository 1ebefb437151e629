import CEL
import ConcordatDiagnostics
import ConcordatModel
import SourceText
import YAMLTree

/// Turns a rule file into a ``Rule``, or says everything that is wrong with it, each at its place in the file.
struct RuleCompiler {
  let kinds: [String: Kind]
  let provisions: [String: Provision]
  let environment: Environment
  let symbols: SymbolTable.Builder
  var faults: [PackFault] = []
  /// Of the rule at hand.
  private var cost = RuleCost()

  init(kinds: [String: Kind], provisions: [String: Provision], environment: Environment, symbols: SymbolTable.Builder) {
    self.kinds = kinds
    self.provisions = provisions
    self.environment = environment
    self.symbols = symbols
  }

  /// - Parameter id: What the path of the file says.
  mutating func rule(_ tree: TypedTree, id: String) -> Rule? {
    let before = faults.count
    let record = tree.record
    if let written = record["rule"], let text = written.text, text != id {
      fault(written, "the rule calls itself '\(text)' but its file is \(id).yaml", help: "Write rule: \(id), or move the file")
    }
    let source = record["source"]?.text.flatMap(Citation.Reading.init) ?? .inferred
    let citations = citations(record, source)
    let kindNames = record["applies_to"]?.elements ?? []
    var bodies: [String: RuleBody] = [:]
    for name in kindNames {
      guard let text = name.text else { continue }
      guard let kind = kinds[text] else {
        let suggestion = Suggestion.nearest(to: text, among: kinds.keys.sorted())
        fault(name, "'\(text)' is not a kind of document", help: suggestion.map { "Did you mean \($0)?" })
        continue
      }
      // The same fault in an expression would be told once for each kind.
      if faults.count == before, let body = body(record, for: kind) { bodies[text] = body }
    }
    let examples = examples(record)
    let inForce = InForce(from: record["in_force"]?["from"]?.day, through: record["in_force"]?["through"]?.day)
    if let from = inForce.from, let through = inForce.through, through < from, let place = record["in_force"] {
      fault(place, "the rule ends before it begins", help: "Correct from or through")
    }
    guard faults.count == before, let title = record["title"]?.text, let rationale = record["rationale"]?.text,
      let severity = record["severity"]?.text.flatMap(Severity.init), let message = record["message"]?.text,
      let help = record["help"]?.text
    else { return nil }
    return Rule(
      id: id, catalogue: record["catalogue"]?.text, title: title, severity: severity, citations: citations, source: source,
      inForce: inForce, rationale: rationale, help: help, message: message, bodies: bodies,
      kinds: kindNames.compactMap(\.text), examples: examples, file: tree.file)
  }

  private mutating func citations(_ record: Record, _ source: Citation.Reading) -> [Citation] {
    var result: [Citation] = []
    for place in record["provision"]?.elements ?? [] {
      guard let id = place.text else { continue }
      if let provision = provisions[id] {
        result.append(provision.citation(readBy: source))
      } else {
        let suggestion = Suggestion.nearest(to: id, among: provisions.keys.sorted())
        fault(place, "the pack has no provision '\(id)'", help: suggestion.map { "Did you mean \($0)?" })
      }
    }
    return result
  }

  private mutating func examples(_ record: Record) -> [RuleExample] {
    (record["examples"]?.elements ?? []).compactMap { example in
      guard let name = example["name"]?.text, let verdict = example["verdict"]?.text.flatMap(RuleExample.Verdict.init),
        let yaml = example["yaml"], let bytes = yaml.bytes
      else { return nil }
      return RuleExample(
        name: name, verdict: verdict, asOf: example["as_of"]?.day, message: example["message"]?.text, yaml: bytes, after: example["after"]?.bytes,
        nameRange: example["name"]?.range ?? example.shownRange, yamlRange: yaml.shownRange)
    }
  }

  // MARK: Expressions

  private mutating func body(_ record: Record, for kind: Kind) -> RuleBody? {
    let before = faults.count
    cost = RuleCost()
    var scope = environment.adding([
      VariableDeclaration(name: "document", type: .structure(kind.name)),
      VariableDeclaration(name: "day", type: .timestamp),
      VariableDeclaration(name: "parameters", type: .structure(Parameters.structureName)),
    ])
    var lets: [RuleBody.Step] = []
    for (name, expression) in record["let"]?.entries ?? [] {
      guard let text = name.text, isFree(name, text, in: scope), let program = compile(expression, in: scope) else { continue }
      lets.append(.init(slot: scope.variableCount, program: program))
      cost.bind(text)
      scope = scope.adding([VariableDeclaration(name: text, type: program.resultType)])
    }
    var loops: [RuleBody.Step] = []
    for (name, expression) in record["for_each"]?.entries ?? [] {
      guard let text = name.text, isFree(name, text, in: scope), let program = compile(expression, in: scope) else { continue }
      guard let element = elementType(of: program.resultType) else {
        fault(expression, "for_each needs a list or a map, but this is \(program.resultType.description)")
        continue
      }
      loops.append(.init(slot: scope.variableCount, program: program))
      cost.loop(text)
      scope = scope.adding([VariableDeclaration(name: text, type: element)])
    }
    // Names that could not be compiled would make every later expression look wrong too.
    guard faults.count == before else { return nil }
    let when = record["when"].flatMap { compile($0, in: scope, expecting: .bool) }
    let require = record["require"].flatMap { compile($0, in: scope, expecting: .bool) }
    let at = record["at"].flatMap { place($0, in: scope) }
    let alsoAt = (record["also_at"]?.elements ?? []).compactMap { entry -> RuleBody.Related? in
      guard let place = entry["place"].flatMap({ place($0, in: scope) }),
        let text = entry["text"].flatMap({ template($0, in: scope) })
      else { return nil }
      return .init(place: place, text: text)
    }
    let message = record["message"].flatMap { template($0, in: scope) }
    let help = record["help"].flatMap { template($0, in: scope) }
    let restsOn = (record["rests_on"]?.elements ?? []).compactMap { compile($0, in: scope, expecting: .string) }
    let fix = record["fix"].flatMap { ruleFix($0, in: scope) }
    guard faults.count == before, let require, let message, let help else { return nil }
    if let (refusal, field, range) = cost.refusal() {
      fault(field, refusal.message, help: refusal.suggestion, at: range)
      return nil
    }
    return RuleBody(
      slotCount: scope.variableCount, lets: lets, loops: loops, when: when, require: require, at: at, alsoAt: alsoAt,
      message: message, help: help, restsOn: restsOn, fix: fix)
  }

  private mutating func ruleFix(_ record: Record, in scope: Environment) -> RuleFix? {
    guard let title = record["title"].flatMap({ template($0, in: scope) }), let text = record["with"].flatMap({ template($0, in: scope) }),
      let safety = record["safety"]?.text.flatMap(Fix.Safety.init)
    else { return nil }
    let when = record["when"].flatMap { compile($0, in: scope, expecting: .bool) }
    switch (record["replace"], record["add_to"], record["key"]?.text) {
    case (let field?, nil, nil):
      return place(field, in: scope).map { RuleFix(title: title, safety: safety, when: when, change: .replace, place: $0, text: text) }
    case (nil, let field?, let key?):
      return place(field, in: scope).map { RuleFix(title: title, safety: safety, when: when, change: .add(key: key), place: $0, text: text) }
    default:
      fault(record, "a fix either replaces the text at a place or adds a key to a record", help: "Write replace, or add_to and key")
      return nil
    }
  }

  private mutating func isFree(_ place: Record, _ name: String, in scope: Environment) -> Bool {
    guard scope.slot(named: name) != nil else { return true }
    fault(place, "the name '\(name)' is taken", help: "Choose another name")
    return false
  }

  private func elementType(of type: CELType) -> CELType? {
    switch type {
    case .list(let element): element
    case .map(let key, _): key
    case .dyn: .dyn
    default: nil
    }
  }

  private mutating func place(_ field: Record, in scope: Environment) -> Program? {
    guard let program = compile(field, in: scope) else { return nil }
    guard program.isPath else {
      fault(field, "a place is a chain of fields from a variable, such as target.designated.on")
      return nil
    }
    return program
  }

  private mutating func template(_ field: Record, in scope: Environment) -> Template? {
    guard let bytes = field.bytes else { return nil }
    let cut = Template.Cut(bytes)
    if let unclosed = cut.unclosed {
      fault(field, "the braces opened here are not closed", at: ByteRange(UInt32(unclosed), UInt32(unclosed + 2)))
      return nil
    }
    var parts: [Template.Part] = []
    for piece in cut.pieces {
      switch piece {
      case .text(let text): parts.append(.text(String(decoding: text, as: UTF8.self)))
      case .expression(let expression, let offset):
        guard let program = compile(expression, of: field, offset: offset, in: scope) else { return nil }
        parts.append(.expression(program))
      }
    }
    return Template(parts: parts)
  }

  private mutating func compile(_ field: Record, in scope: Environment, expecting type: CELType? = nil) -> Program? {
    field.bytes.flatMap { compile($0, of: field, offset: 0, in: scope, expecting: type) }
  }

  private mutating func compile(
    _ expression: [UInt8], of field: Record, offset: Int, in scope: Environment, expecting type: CELType? = nil
  ) -> Program? {
    do throws(CompileFailure) {
      let checked = try scope.check(expression, expecting: type)
      cost.add(checked.costReport(sizes: cost.sizes), field, offset: offset)
      return try scope.plan(checked, source: expression, symbols: symbols)
    } catch {
      for issue in error.issues where issue.severity == .error {
        let start = UInt32(clamping: Int(issue.range.lowerBound) + offset)
        let end = UInt32(clamping: Int(issue.range.upperBound) + offset)
        fault(field, issue.message, help: issue.suggestion, at: ByteRange(start, end))
      }
      return nil
    }
  }

  // MARK: Faults

  /// - Parameter part: Bytes of the field's text that are to blame; the whole field if left out.
  private mutating func fault(_ field: Record, _ message: String, help: String? = nil, at part: ByteRange? = nil) {
    var range = field.shownRange
    if let part, let node = field.node { range = field.owner.tree.sourceRange(of: part, in: node) }
    faults.append(PackFault(file: field.owner.file, range: range, message: message, help: help))
  }
}
