import ConcordatModel
import ConcordatReport

/// The form of a kind as a JSON Schema for editors.
///
/// It is of draft 7, which every editor knows, and forgives what the reader forgives: a text that looks like a number, a
/// figure that says TBC, one item without a list round it.
struct EditorSchema {
  private let kind: Kind
  private let schema: Schema
  /// Parts that stand in more than one place, and so are defined once.
  private let shared: Set<SchemaNode.ID>

  init(of kind: Kind) {
    self.kind = kind
    schema = kind.schema
    var parents = [SchemaNode.ID: Int]()
    for node in kind.schema.nodes {
      for child in node.properties.map(\.node) + [node.items, node.valueSchema].compactMap(\.self) {
        parents[child, default: 0] += 1
      }
    }
    shared = Set(parents.filter { $0.value > 1 && kind.schema[$0.key].isLarge }.keys)
  }

  var json: [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { json in
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      json.member("title", schema.title)
      members(of: schema[schema.root], description: schema[schema.root].description, on: &json)
      if !shared.isEmpty {
        json.key("definitions")
        json.object { json in
          for id in shared.sorted() {
            json.key(name(of: id))
            json.object { members(of: schema[id], description: schema[id].description, on: &$0) }
          }
        }
      }
    }
    writer.finish()
    return writer.bytes
  }

  private func name(of id: SchemaNode.ID) -> String {
    schema[id].structureName.isEmpty ? "part-\(id)" : schema[id].structureName
  }

  private func write(_ id: SchemaNode.ID, description: String? = nil, on json: inout JSONWriter) {
    json.object { json in
      guard shared.contains(id) else {
        return members(of: schema[id], description: description ?? schema[id].description, on: &json)
      }
      // Beside a reference, draft 7 sees nothing.
      json.key("allOf")
      json.array { json in json.object { $0.member("$ref", "#/definitions/" + name(of: id)) } }
      if let description { json.member("description", description) }
    }
  }

  private func members(of node: SchemaNode, description: String?, on json: inout JSONWriter) {
    if let description { json.member("description", description) }
    if node.allowsSingle, let items = node.items {
      json.key("anyOf")
      json.array { json in
        write(items, on: &json)
        json.object { list(node, on: &$0) }
      }
      return
    }
    switch node.shape {
    case .text: text(node, on: &json)
    case .day:
      json.member("type", "string")
      json.member("format", "date")
    case .number:
      types(node.isCell ? ["number", "string"] : ["number"], on: &json)
      limits(node, on: &json)
    case .integer:
      types(["integer"], on: &json)
      limits(node, on: &json)
    case .boolean: types(["boolean"], on: &json)
    case .list: list(node, on: &json)
    case .record: record(node, on: &json)
    case .map: map(node, on: &json)
    case .anything: break
    }
  }

  private func types(_ names: [String], on json: inout JSONWriter) {
    if names.count == 1 { return json.member("type", names.first) }
    json.key("type")
    json.array(names) { $0.string($1) }
  }

  private func text(_ node: SchemaNode, on json: inout JSONWriter) {
    guard node.choices.isEmpty else {
      json.key("enum")
      return json.array(node.choices) { $0.string($1.text) }
    }
    // The reader takes 2008, 1e3 or no for the text that is written.
    types(["string", "number", "boolean"], on: &json)
    if let pattern = node.patternText { json.member("pattern", pattern) }
    if let least = node.minimumLength { json.member("minLength", least) }
  }

  private func limits(_ node: SchemaNode, on json: inout JSONWriter) {
    for (name, limit) in [("minimum", node.minimum), ("maximum", node.maximum)] {
      guard let limit else { continue }
      json.key(name)
      json.number(limit)
    }
  }

  private func list(_ node: SchemaNode, on json: inout JSONWriter) {
    json.member("type", "array")
    if let most = node.maximumCount { json.member("maxItems", most) }
    guard let items = node.items else { return }
    json.key("items")
    write(items, on: &json)
  }

  private func record(_ node: SchemaNode, on json: inout JSONWriter) {
    json.member("type", "object")
    let required = node.properties.filter(\.isRequired).map(\.name)
    if !required.isEmpty {
      json.key("required")
      json.array(required) { $0.string($1) }
    }
    if !node.alternatives.isEmpty {
      json.key("anyOf")
      json.array(node.alternatives) { json, keys in
        json.object { json in
          json.key("required")
          json.array(keys) { $0.string(node.properties[$1].name) }
        }
      }
    }
    json.key("additionalProperties")
    json.bool(false)
    json.key("properties")
    json.object { json in
      for property in node.properties {
        json.key(property.name)
        write(property.node, description: property.description, on: &json)
      }
    }
  }

  private func map(_ node: SchemaNode, on json: inout JSONWriter) {
    json.member("type", "object")
    if let most = node.maximumCount { json.member("maxProperties", most) }
    if let pattern = node.keyPatternText {
      json.key("propertyNames")
      json.object { $0.member("pattern", pattern) }
    }
    guard let values = node.valueSchema else { return }
    json.key("additionalProperties")
    write(values, on: &json)
  }
}

extension SchemaNode {
  /// Whether it is worth a definition of its own.
  fileprivate var isLarge: Bool {
    switch shape {
    case .record, .map, .list: true
    default: false
    }
  }
}
