import CEL
package import ConcordatDiagnostics
package import ConcordatModel

/// By which route the law lets an element of a document change between two versions.
package struct Route: Sendable {
  package var kind: String
  package var list: String
  package var change: VersionComparison.Kind
  /// A condition on the element, in slot 0.
  var when: Program?
  /// What the law demands, in words.
  package var text: String
  package var citation: Citation

  /// Whether the route is for a change.
  package func fits(_ group: VersionComparison.Group, of kind: String) -> Bool {
    guard self.kind == kind, list == group.list, change == group.kind, let element = group.old ?? group.new else { return false }
    guard let when else { return true }
    let activation = Activation(slotCount: 1)
    activation.bind(0, element.value, origin: element.slot)
    return activation.evaluate(when).isTrue
  }
}

/// Reads `routes.yaml`.
struct RouteReader {
  let kinds: [String: Kind]
  let provisions: [String: Provision]
  let environment: Environment
  let symbols: SymbolTable.Builder
  private(set) var faults: [PackFault] = []

  init(kinds: [String: Kind], provisions: [String: Provision], environment: Environment, symbols: SymbolTable.Builder) {
    self.kinds = kinds
    self.provisions = provisions
    self.environment = environment
    self.symbols = symbols
  }

  mutating func routes(_ tree: TypedTree) -> [Route] {
    guard let name = tree.record["kind"], let text = name.text else { return [] }
    guard let kind = kinds[text] else {
      fault(name, "'\(text)' is not a kind of document")
      return []
    }
    var routes: [Route] = []
    for entry in tree.record["routes"]?.elements ?? [] {
      guard let list = entry["list"], let listName = list.text, let words = entry["route"]?.text,
        let change = entry["change"]?.text.flatMap(VersionComparison.Kind.init), let provision = entry["provision"],
        let id = provision.text
      else { continue }
      guard let element = element(of: listName, in: kind) else {
        fault(list, "'\(listName)' is not a list of records of \(text)")
        continue
      }
      guard let citation = provisions[id]?.citation(readBy: .verified) else {
        fault(provision, "the pack has no provision '\(id)'")
        continue
      }
      var condition: Program?
      if let when = entry["when"], let bytes = when.bytes {
        let scope = environment.adding([VariableDeclaration(name: "element", type: element)])
        do throws(CompileFailure) {
          condition = try scope.compile(bytes, expecting: .bool, symbols: symbols)
        } catch {
          for issue in error.issues { fault(when, issue.message, help: issue.suggestion) }
          continue
        }
      }
      routes.append(Route(kind: text, list: listName, change: change, when: condition, text: words, citation: citation))
    }
    return routes
  }

  private func element(of list: String, in kind: Kind) -> CELType? {
    guard let node = kind.schema.node(at: [list]), case .list(let element) = kind.schema.type(of: node),
      case .structure = element
    else { return nil }
    return element
  }

  private mutating func fault(_ field: Record, _ message: String, help: String? = nil) {
    faults.append(PackFault(file: field.owner.file, range: field.shownRange, message: message, help: help))
  }
}
