import SourceText

@testable import YAMLTree

/// Compares a tree with what libyaml says of the same text: acceptance, values, structure and places.
struct OracleComparison {
  /// Faults after which nothing is read.
  static let refusals: Set<YAMLFault.Kind> = [.fileTooLarge, .notYAML, .conflictMarker, .limitDirectives]
  /// Limits at which reading ends inside a file.
  static let ends: Set<YAMLFault.Kind> = [.limitNodes, .limitAliases, .limitMergeKeys, .limitDocuments]
  /// What libyaml refuses, and what is refused before it is asked.
  static let grammar: Set<YAMLFault.Kind> = [
    .syntax, .unclosedQuote, .unclosedBracket, .tabIndentation, .indentation, .colonInText, .missingColon, .textAfterValue,
    .reservedCharacter, .invalidEscape, .directive, .template,
  ]

  private let tree: YAMLTree
  private let text: [UInt8]
  private(set) var differences: [String] = []
  /// How many nodes were compared.
  private(set) var count = 0
  /// Whether libyaml accepted the whole text.
  private(set) var isAccepted = true
  private var documents = 0
  /// Where the thing before ended.
  private var reached = 0

  init(_ tree: YAMLTree) {
    self.tree = tree
    text = LibYAMLOracle.readable(Array(tree.file.bytes))
    let kinds = Set(tree.faults.map(\.kind))
    guard kinds.isDisjoint(with: Self.refusals) else {
      if tree.nodeCount > 0 { differences.append("a refused file has nodes") }
      return
    }
    guard !text.isEmpty else { return }
    let isCutShort = !kinds.isDisjoint(with: Self.ends)
    var from: Int? = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while let start = from, differences.isEmpty {
      let oracle = LibYAMLOracle(text, from: start, depth: tree.limits.depth)
      if oracle.isReaderError { differences.append("libyaml cannot read a character: \(oracle.problem ?? "")") }
      if oracle.problem != nil { isAccepted = false }
      compare(oracle, isCutShort: isCutShort)
      from = oracle.stop.flatMap { nextDocument(after: max($0, start + 1)) }
      if isCutShort, count >= tree.nodeCount { return }
    }
    if differences.isEmpty, count != tree.nodeCount { differences.append("\(count) nodes in libyaml, \(tree.nodeCount) in the tree") }
    if differences.isEmpty, documents != tree.documents.count { differences.append("\(documents) documents, not \(tree.documents.count)") }
    if !isAccepted, !tree.hasErrors { differences.append("libyaml refuses what the tree accepts") }
    // What the caller's scan found may take the place of the fault that it caused, so only the other direction is exact.
    if isAccepted, let fault = tree.faults.first(where: { Self.grammar.contains($0.kind) }) {
      differences.append("libyaml accepts what the tree refuses: \(fault.message)")
    }
  }

  /// The next line that opens a document.
  private func nextDocument(after place: Int) -> Int? {
    (place..<max(place, text.count)).first { index in
      (text[index - 1] == 0x0A || text[index - 1] == 0x0D) && text[index...].starts(with: Array("---".utf8))
        && (index + 3 == text.count || text[index + 3] <= 0x20)
    }
  }

  private mutating func compare(_ oracle: LibYAMLOracle, isCutShort: Bool) {
    let first = count
    for (index, node) in oracle.nodes.enumerated() {
      guard count < tree.nodeCount else {
        if !isCutShort { differences.append("the tree ends before node \(index) at \(node.start)") }
        return
      }
      compare(node, NodeID(UInt32(count)), first: first)
      count += 1
    }
    for document in oracle.documents {
      // A document that breaks off before its first node is none.
      let next = oracle.documents.first { $0.firstNode > document.firstNode }?.firstNode ?? oracle.nodes.count
      guard next > document.firstNode else { continue }
      guard documents < tree.documents.count else {
        if !isCutShort { differences.append("the document at \(document.start) is not in the tree") }
        return
      }
      let found = tree.documents[documents]
      documents += 1
      if isCutShort { continue }
      if Int(found.root.index) != first + document.firstNode { differences.append("document \(documents): another root") }
      if Int(found.range.lowerBound) != document.start { differences.append("document \(documents) begins at \(found.range), not \(document.start)") }
      if found.startsExplicitly != document.startsExplicitly || found.endsExplicitly != document.endsExplicitly
        || found.isComplete != document.isComplete
      {
        differences.append("document \(documents): \(found), not \(document)")
      }
    }
  }

  // MARK: One node

  private mutating func compare(_ node: LibYAMLOracle.Node, _ id: NodeID, first: Int) {
    func differs(_ what: String) { differences.append("node \(id.index) at \(node.start)..<\(node.end): \(what)") }
    let isNothing = node.form == .scalar && node.style == .plain && node.text.isEmpty
    let kind: NodeKind = isNothing ? .null : node.form == .scalar ? .scalar : node.form == .alias ? .alias : node.form == .mapping ? .mapping : .sequence
    if tree.kind(of: id) != kind { differs("a \(tree.kind(of: id)), not a \(kind)") }
    if style(tree.style(of: id)) != node.style { differs("\(tree.style(of: id)), not \(node.style)") }
    if kind == .scalar || kind == .alias, !tree.text(of: id).elementsEqual(node.text) {
      differs("“\(tree.string(of: id))”, not “\(String(decoding: node.text, as: UTF8.self))”")
    }
    if tree.parent(of: id).map({ Int($0.index) }) != node.parent.map({ first + $0 }) { differs("another parent") }
    if node.form != .alias {
      let anchor = tree.anchor(of: id).map { Array(tree.file.slice($0)) }
      if anchor != node.anchor { differs("anchor \(anchor ?? [])") }
      if tree.tag(of: id).map({ Array($0.name.utf8) }) != node.tag { differs("tag \(tree.tag(of: id)?.name ?? "none")") }
    }
    let full = tree.fullRange(of: id)
    let (lower, upper) = (Int(full.lowerBound), Int(full.upperBound))
    let hasProperties = node.anchor != nil || node.tag != nil
    if isNothing, !hasProperties {
      // libyaml shows nothing at the next thing that is written; the tree shows it where it should have been.
      if lower != upper || lower < reached || lower > node.start { differs("nothing stands at \(full), after \(reached)") }
    } else if lower != node.start {
      differs("begins at \(lower)")
    }
    if let end = end(of: node, id), end != upper { differs("ends at \(upper), not \(end)") }
    switch kind {
    case .sequence, .mapping: reached = max(reached, lower)
    default: reached = max(reached, upper)
    }
  }

  /// Where the node must end; nil where only its content says.
  private func end(of node: LibYAMLOracle.Node, _ id: NodeID) -> Int? {
    switch node.style {
    case .flow where node.hasBracket: return node.end
    case .flow, .block:
      // Without a bracket of its own a collection ends with what it holds.
      guard node.isClosed, let last = tree.children(of: id).last else { return nil }
      return Int(tree.range(of: last).upperBound)
    case .literal, .folded:
      // libyaml goes on to the line after the blank lines; the tree ends with the last visible byte.
      var end = node.end
      while end > node.start + 1, [0x20, 0x09, 0x0A, 0x0D].contains(text[end - 1]) { end -= 1 }
      return end
    case .plain where node.form == .scalar && node.text.isEmpty && node.anchor == nil && node.tag == nil: return nil
    case .plain, .singleQuoted, .doubleQuoted: return node.end
    }
  }

  private func style(_ style: NodeStyle) -> LibYAMLOracle.Style {
    switch style {
    case .plain: .plain
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal: .literal
    case .folded: .folded
    case .flow: .flow
    case .block: .block
    }
  }
}
