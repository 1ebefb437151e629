import YAMLTree

/// A tree as the events of yaml-test-suite, without the marks for style of collections.
func events(of tree: YAMLTree) -> [String] {
  var output = ["+STR"]
  for document in tree.documents {
    output.append(document.startsExplicitly ? "+DOC ---" : "+DOC")
    append(tree, document.root, to: &output)
    output.append(document.endsExplicitly ? "-DOC ..." : "-DOC")
  }
  output.append("-STR")
  return output
}

private func append(_ tree: YAMLTree, _ id: NodeID, to output: inout [String]) {
  var properties = ""
  if let anchor = tree.anchor(of: id) { properties += " &" + tree.file.string(anchor) }
  if let tag = tree.tag(of: id) { properties += " <" + tag.name + ">" }
  switch tree.kind(of: id) {
  case .alias: output.append("=ALI *" + tree.string(of: id))
  case .null: output.append("=VAL" + properties + " :")
  case .scalar:
    let mark: String
    switch tree.style(of: id) {
    case .singleQuoted: mark = "'"
    case .doubleQuoted: mark = "\""
    case .literal: mark = "|"
    case .folded: mark = ">"
    default: mark = ":"
    }
    output.append("=VAL" + properties + " " + mark + escaped(tree.string(of: id)))
  case .sequence:
    output.append("+SEQ" + (tree.style(of: id) == .flow ? " []" : "") + properties)
    for child in tree.children(of: id) { append(tree, child, to: &output) }
    output.append("-SEQ")
  case .mapping:
    output.append("+MAP" + (tree.style(of: id) == .flow ? " {}" : "") + properties)
    for child in tree.children(of: id) { append(tree, child, to: &output) }
    output.append("-MAP")
  }
}

private func escaped(_ text: String) -> String {
  var output = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": output += "\\\\"
    case "\n": output += "\\n"
    case "\t": output += "\\t"
    case "\r": output += "\\r"
    case "\u{8}": output += "\\b"
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output
}
