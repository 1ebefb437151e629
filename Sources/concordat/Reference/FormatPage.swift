import ConcordatModel

/// The format of one kind of document, field by field.
struct FormatPage {
  let kind: Kind

  var text: String {
    var text = "<!-- Written by `concordat reference`. Do not edit: change the kind in the rule pack and run it again. -->\n\n"
    text += "# \(Markdown.line(kind.schema.title))\n\n"
    if let description = kind.schema[kind.schema.root].description { text += Markdown.line(description) + "\n\n" }
    text += "`kind: \(kind.name)`."
    if !kind.dayPaths.isEmpty {
      let days = kind.dayPaths.map { "`\($0.joined(separator: "."))`" }
      text += " It is judged by its own day, the first it has of \(English.list(days, last: "or")), unless `--as-of` gives another."
    }
    text += "\n\n| field | what it holds | |\n|---|---|---|\n"
    rows(of: kind.schema.root, path: "", into: &text, depth: 0)
    return text
  }

  private func rows(of id: SchemaNode.ID, path: String, into text: inout String, depth: Int) {
    guard depth < 12 else { return }
    for property in kind.schema[id].properties {
      let node = kind.schema[property.node]
      let name = path + property.name
      let required = property.isRequired ? "required" : ""
      text += "| `\(name)` | \(Markdown.cell(description(of: property, node))) | \(required) |\n"
      children(of: property.node, path: name, into: &text, depth: depth + 1)
    }
  }

  private func children(of id: SchemaNode.ID, path: String, into text: inout String, depth: Int) {
    let node = kind.schema[id]
    switch node.shape {
    case .record: rows(of: id, path: path + ".", into: &text, depth: depth)
    case .list: if let items = node.items { children(of: items, path: path + "[]", into: &text, depth: depth) }
    case .map: if let values = node.valueSchema { children(of: values, path: path + ".…", into: &text, depth: depth) }
    default: break
    }
  }

  private func description(of property: SchemaNode.Property, _ node: SchemaNode) -> String {
    let what = type(of: node)
    return [property.description, what.isEmpty ? nil : "(\(what))"].compactMap { $0 }.joined(separator: " ")
  }

  private func type(of node: SchemaNode) -> String {
    if !node.choices.isEmpty { return English.list(node.choices.map { $0.text }, last: "or") }
    switch node.shape {
    case .text:
      switch node.reference {
      case .body: return "register id of a body"
      case .authority: return "register id of an authority"
      case .person: return "register id of a body, or the name of a person listed"
      case .document(let kind): return "id of a document of kind \(kind)"
      case .priority: return "document#priority"
      case .own(let list): return "id of one of the \(list)"
      case .indicator: return "number of an indicator"
      case .guidance: return "id of guidance"
      case nil: return ""
      }
    case .day: return "day, YYYY-MM-DD"
    case .number: return "number"
    case .integer: return "whole number"
    case .boolean: return "true or false"
    case .list: return node.items.map { "list of " + (type(of: kind.schema[$0]).isEmpty ? "entries" : type(of: kind.schema[$0])) } ?? "list"
    case .map: return "by key"
    case .record, .anything: return ""
    }
  }
}
