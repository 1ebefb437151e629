package import CEL
package import SourceText

/// What a family of files may hold: a JSON Schema read into a flat array of nodes.
///
/// One schema serves four masters: the faults of form, the types that CEL checks against, the schema that editors read,
/// and the reference of the format.
package final class Schema: Sendable {
  /// The last part of its `$id`; for a kind, the kind's name.
  package let name: String
  package let title: String
  package let nodes: [SchemaNode]
  package let root: SchemaNode.ID
  package let file: SourceFile

  package init(name: String, title: String, nodes: [SchemaNode], root: SchemaNode.ID, file: SourceFile) {
    self.name = name
    self.title = title
    self.nodes = nodes
    self.root = root
    self.file = file
  }

  package subscript(id: SchemaNode.ID) -> SchemaNode { nodes[id] }

  /// The CEL type of what stands at a node.
  package func type(of id: SchemaNode.ID) -> CELType {
    let node = nodes[id]
    switch node.shape {
    case .text: return .string
    case .day: return .timestamp
    case .number: return .double
    case .integer: return .int
    case .boolean: return .bool
    case .anything: return .dyn
    case .list: return .list(node.items.map { type(of: $0) } ?? .dyn)
    case .map: return .map(.string, node.valueSchema.map { type(of: $0) } ?? .dyn)
    case .record: return .structure(node.structureName)
    }
  }

  /// The records of the schema, as CEL's checker sees them.
  package var structures: [StructureDeclaration] {
    nodes.filter { $0.shape == .record }.map { node in
      StructureDeclaration(
        name: node.structureName,
        fields: node.properties.map { property in
          FieldDeclaration(
            name: property.name, type: type(of: property.node), isOptional: !property.isRequired,
            maximumCount: maximumCount(of: property.node), innerMaximumCounts: innerCounts(of: property.node))
        })
    }
  }

  /// The most elements, or characters where there is a choice of texts or an id is wanted.
  private func maximumCount(of id: SchemaNode.ID) -> Int? {
    let node = nodes[id]
    guard node.shape == .text else { return node.maximumCount }
    if !node.choices.isEmpty { return node.choices.map(\.text.utf8.count).max() }
    return node.reference == nil && !node.isSymbol ? nil : Schema.idLength
  }

  /// What an id is taken to have at most, for estimates: the longest of the registers has 60 characters.
  private static let idLength = 100

  /// The most elements of the lists and maps inside a list or a map, from the outside in.
  private func innerCounts(of id: SchemaNode.ID) -> [Int?] {
    var counts: [Int?] = []
    var current = nodes[id].items ?? nodes[id].valueSchema
    // A schema may refer to itself; types do not nest as deep.
    while let inner = current, counts.count < 8, nodes[inner].shape == .list || nodes[inner].shape == .map {
      counts.append(nodes[inner].maximumCount)
      current = nodes[inner].items ?? nodes[inner].valueSchema
    }
    return counts
  }

  /// The node that a chain of properties leads to from the root.
  package func node(at path: [String]) -> SchemaNode.ID? {
    var current = root
    for name in path {
      guard let property = nodes[current].properties.first(where: { $0.name == name }) else { return nil }
      current = property.node
    }
    return current
  }
}

/// A kind of document: its schema, and how rules and readers speak of it.
package final class Kind: Sendable {
  /// The `kind:` of documents, which is also the name of its structure in CEL.
  package let name: String
  /// As people write it in a sentence: "sustainable community strategy".
  package let label: String
  package let schema: Schema
  /// The fields that give the day a document is judged by, in order of preference.
  package let dayPaths: [[String]]
  /// The CEL functions that reach documents of the kind.
  package let functions: Functions?

  package struct Functions: Sendable, Hashable {
    /// By document id, by authority, and all of them.
    package var one: String
    package var of: String
    package var all: String
  }

  package init(name: String, label: String, schema: Schema, dayPaths: [[String]], functions: Functions?) {
    self.name = name
    self.label = label
    self.schema = schema
    self.dayPaths = dayPaths
    self.functions = functions
  }
}

/// Answers CEL's checker from the structures of several schemas.
package struct Structures: TypeProvider {
  private let byName: [String: StructureDeclaration]

  /// A later structure replaces an earlier one of the same name.
  package init(_ declarations: [StructureDeclaration]) {
    byName = Dictionary(declarations.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  package func structure(named name: String) -> StructureDeclaration? { byName[name] }

  /// All of them, by name.
  package var all: [StructureDeclaration] { byName.values.sorted { $0.name < $1.name } }
}
