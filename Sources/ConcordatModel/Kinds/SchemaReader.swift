package import CEL
package import SourceText
package import YAMLTree

/// Something wrong with a file of a pack: the pack is refused until it is mended.
package struct PackFault: Sendable, Hashable {
  package var file: SourceFile
  package var range: ByteRange
  /// One sentence without a full stop.
  package var message: String
  package var help: String?

  package init(file: SourceFile, range: ByteRange, message: String, help: String? = nil) {
    self.file = file
    self.range = range
    self.message = message
    self.help = help
  }

  package static func == (a: PackFault, b: PackFault) -> Bool {
    a.file === b.file && a.range == b.range && a.message == b.message && a.help == b.help
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(message)
  }
}

/// Reads JSON Schemas written as YAML into ``Schema``s.
///
/// The subset: `type`, `properties`, `required`, `additionalProperties` (false or a schema), `propertyNames`, `items`, `enum`,
/// `const`, `pattern`, `format: date`, `minimum`, `maximum`, `minLength`, `maxItems`, `maxProperties`, `anyOf` of `required`
/// only, `$ref` to `#/$defs/…` or to `FILE#/$defs/…`, and our own `x-…` keywords. Anything else is a fault: a keyword
/// that is passed over would be a promise that nobody keeps.
package struct SchemaReader {
  private let files: [String: YAMLTree]
  private let symbols: SymbolTable.Builder
  package private(set) var faults: [PackFault] = []

  // The schema being read.
  private var nodes: [SchemaNode] = []
  private var named: [Location: SchemaNode.ID] = [:]

  private struct Location: Hashable {
    var file: String
    var node: NodeID
  }

  /// - Parameter files: The files that references may name, by name.
  package init(files: [String: YAMLTree], symbols: SymbolTable.Builder) {
    self.files = files
    self.symbols = symbols
  }

  /// Reads the schema of one file; nothing when the file holds none.
  package mutating func schema(of fileName: String) -> Schema? {
    guard let tree = files[fileName], let root = tree.documents.first.map({ tree.node($0.root) }),
      root.kind == .mapping
    else { return nil }
    nodes = []
    named = [:]
    let id = root["$id"]?.string ?? fileName
    let name = id.split(separator: ":").last.map(String.init) ?? id
    let structureName = root["x-structure"]?.string ?? name
    guard let rootNode = read(root, fileName: fileName, path: structureName, depth: 0) else { return nil }
    return Schema(
      name: name, title: root["title"]?.string ?? name, nodes: nodes, root: rootNode, file: tree.file)
  }

  /// Reads a kind of document.
  package mutating func kind(of fileName: String) -> Kind? {
    guard let schema = schema(of: fileName), let tree = files[fileName],
      let root = tree.documents.first.map({ tree.node($0.root) })
    else { return nil }
    let about = root["x-kind"]
    var functions: Kind.Functions?
    if let one = about?["one"]?.string, let of = about?["of"]?.string, let all = about?["all"]?.string {
      functions = Kind.Functions(one: one, of: of, all: all)
    }
    let days = (root["x-day"]?.children ?? []).map { $0.string.split(separator: ".").map(String.init) }
    for (path, place) in zip(days, root["x-day"]?.children ?? []) {
      if schema.node(at: path).map({ schema[$0].shape }) != .day {
        fault(tree, place, "'\(path.joined(separator: "."))' is not a day of this kind")
      }
    }
    return Kind(
      name: schema.name, label: about?["label"]?.string ?? schema.title, schema: schema, dayPaths: days,
      functions: functions)
  }

  private mutating func fault(_ tree: YAMLTree, _ node: YAMLNode, _ message: String, help: String? = nil) {
    faults.append(PackFault(file: tree.file, range: node.range, message: message, help: help))
  }

  private static let keywords: Set<String> = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties",
    "propertyNames", "items", "enum", "const", "pattern", "format", "minimum", "maximum", "minLength", "maxItems",
    "maxProperties", "anyOf", "x-kind", "x-day", "x-refers-to", "x-cell", "x-looks-like", "x-structure", "x-or-single", "x-symbol",
  ]

  private mutating func read(_ node: YAMLNode, fileName: String, path: String, depth: Int) -> SchemaNode.ID? {
    guard depth < 40 else {
      fault(node.tree, node, "schemas are nested too deeply here")
      return nil
    }
    guard node.kind == .mapping else {
      fault(node.tree, node, "a schema should be a mapping")
      return nil
    }
    if let reference = node["$ref"] {
      return resolve(reference, fileName: fileName, depth: depth)
    }
    for entry in node.tree.entries(of: node.id) {
      let key = node.tree.node(entry.key)
      if !Self.keywords.contains(key.string) {
        let suggestion = Suggestion.nearest(to: key.string, among: Array(Self.keywords))
        fault(
          node.tree, key, "'\(key.string)' is not a keyword of the schemas that are read here",
          help: suggestion.map { "Did you mean \($0)?" })
      }
    }
    let position = nodes.count
    nodes.append(SchemaNode(shape: .anything, range: node.range))
    var result = SchemaNode(shape: shape(of: node), range: node.range)
    result.description = node["description"]?.string
    result.minimum = node["minimum"].flatMap { Double($0.string) }
    result.maximum = node["maximum"].flatMap { Double($0.string) }
    result.minimumLength = node["minLength"].flatMap { Int($0.string) }
    result.maximumCount = (node["maxItems"] ?? node["maxProperties"]).flatMap { Int($0.string) }
    result.isCell = node["x-cell"]?.string == "true"
    result.allowsSingle = node["x-or-single"]?.string == "true"
    result.isSymbol = node["x-symbol"]?.string == "true"
    result.choices = choices(of: node)
    result.reference = node["x-refers-to"].flatMap { reference($0) }
    result.pattern = node["pattern"].flatMap { pattern($0) }
    result.patternText = node["pattern"]?.string
    if let names = node["propertyNames"] {
      result.keyPattern = names["pattern"].flatMap { pattern($0) }
      result.keyPatternText = names["pattern"]?.string
      result.keyReference = names["x-refers-to"].flatMap { reference($0) }
      result.keysAreFinancialYears = names["x-looks-like"]?.string == "financial-year"
    }
    switch result.shape {
    case .record:
      result.structureName = node["x-structure"]?.string ?? path
      readProperties(of: node, into: &result, fileName: fileName, path: path, depth: depth)
    case .map:
      if let values = node["additionalProperties"], values.kind == .mapping {
        result.valueSchema = read(values, fileName: fileName, path: path + ".values", depth: depth + 1)
      }
    case .list:
      if let items = node["items"] {
        result.items = read(items, fileName: fileName, path: path, depth: depth + 1)
      }
    default: break
    }
    nodes[position] = result
    return position
  }

  private mutating func readProperties(
    of node: YAMLNode, into result: inout SchemaNode, fileName: String, path: String, depth: Int
  ) {
    let required = Set((node["required"]?.children ?? []).map(\.string))
    if let properties = node["properties"] {
      for entry in node.tree.entries(of: properties.id) {
        let name = node.tree.string(of: entry.key)
        let value = node.tree.node(entry.value)
        guard let child = read(value, fileName: fileName, path: path + "." + name, depth: depth + 1) else { continue }
        result.properties.append(
          SchemaNode.Property(
            name: name, bytes: Array(name.utf8), symbol: symbols.intern(name), node: child,
            isRequired: required.contains(name), description: value["description"]?.string ?? nodes[child].description))
      }
    }
    for name in node["required"]?.children ?? []
    where !result.properties.contains(where: { $0.name == name.string }) {
      fault(node.tree, name, "'\(name.string)' is required but not a property")
    }
    for branch in node["anyOf"]?.children ?? [] {
      let keys = branch["required"]?.children ?? []
      let indices = keys.compactMap { key in result.properties.firstIndex { $0.name == key.string } }
      guard branch.children.count == 2, !keys.isEmpty, indices.count == keys.count else {
        fault(node.tree, branch, "anyOf may hold only lists of required properties")
        continue
      }
      result.alternatives.append(indices)
    }
  }

  private mutating func resolve(_ reference: YAMLNode, fileName: String, depth: Int) -> SchemaNode.ID? {
    let parts = reference.string.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts.first.map(String.init).flatMap { $0.isEmpty ? fileName : $0 } ?? fileName
    let steps = parts.count > 1 ? parts[1].split(separator: "/").map(String.init) : []
    guard steps.count == 2, steps[0] == "$defs", let tree = files[target],
      let definition = tree.documents.first.flatMap({ tree.node($0.root)["$defs"]?[steps[1]] })
    else {
      fault(reference.tree, reference, "there is no schema '\(reference.string)'")
      return nil
    }
    let location = Location(file: target, node: definition.id)
    if let known = named[location] { return known }
    let stem = target.hasSuffix(".yaml") ? String(target.dropLast(5)) : target
    guard let id = read(definition, fileName: target, path: stem + "." + steps[1], depth: depth + 1) else { return nil }
    named[location] = id
    return id
  }

  private mutating func shape(of node: YAMLNode) -> SchemaNode.Shape {
    if node["enum"] != nil || node["const"] != nil { return .text }
    guard let type = node["type"] else { return .anything }
    switch type.string {
    case "string": return node["format"]?.string == "date" ? .day : .text
    case "number": return .number
    case "integer": return .integer
    case "boolean": return .boolean
    case "array": return .list
    case "object": return node["properties"] != nil ? .record : .map
    default:
      fault(node.tree, type, "'\(type.string)' is not a type that is read here")
      return .anything
    }
  }

  private func choices(of node: YAMLNode) -> [SchemaNode.Choice] {
    let written = node["enum"]?.children ?? node["const"].map { [$0] } ?? []
    return written.map {
      SchemaNode.Choice(text: $0.string, bytes: Array($0.string.utf8), symbol: symbols.intern($0.string))
    }
  }

  private mutating func reference(_ node: YAMLNode) -> SchemaNode.Reference? {
    let parts = node.string.split(separator: "/", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("body", 1): return .body
    case ("authority", 1): return .authority
    case ("person", 1): return .person
    case ("priority", 1): return .priority
    case ("indicator", 1): return .indicator
    case ("guidance", 1): return .guidance
    case ("document", 2): return .document(kind: parts[1])
    case ("own", 2): return .own(list: parts[1])
    default:
      fault(node.tree, node, "'\(node.string)' is not something that a text can refer to")
      return nil
    }
  }

  private mutating func pattern(_ node: YAMLNode) -> RegularExpression? {
    do throws(RegexSyntaxError) {
      return try RegularExpression(Array(node.string.utf8))
    } catch {
      fault(node.tree, node, "the pattern cannot be read: \(error.message)")
      return nil
    }
  }
}
