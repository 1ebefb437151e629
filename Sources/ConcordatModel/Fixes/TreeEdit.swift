package import ConcordatDiagnostics
package import SourceText
package import YAMLTree

/// Changes to the text of a YAML file that leave everything round them as it was: comments, layout, line ends.
///
/// Each returns nothing where the text does not lend itself to it, such as a value that is only a reference to another.
package struct TreeEdit {
  package let tree: YAMLTree

  package init(_ tree: YAMLTree) { self.tree = tree }

  /// Puts something in the place of a scalar.
  ///
  /// - Parameter written: As YAML: see ``YAMLScalar``.
  package func replace(_ node: NodeID, with written: String) -> Fix.Edit? {
    guard tree.kind(of: node) == .scalar, tree.tag(of: node) == nil else { return nil }
    switch tree.style(of: node) {
    case .plain, .singleQuoted, .doubleQuoted: return edit(tree.range(of: node), written)
    default: return nil
    }
  }

  /// Adds an entry to a mapping, behind one that it has; behind the last where none is named.
  package func add(_ key: String, _ written: String, to mapping: NodeID, behind entry: NodeEntry? = nil) -> Fix.Edit? {
    guard tree.kind(of: mapping) == .mapping, let first = tree.entries(of: mapping).first,
      let before = entry ?? tree.entries(of: mapping).last
    else { return nil }
    if tree.style(of: mapping) == .flow {
      guard tree.kind(of: before.value) != .null else { return nil }
      return insert(", \(key): \(written)", at: tree.range(of: before.value).upperBound)
    }
    guard let indent = indentation(of: first.key, isElement: false) else { return nil }
    return insertLine(indent + "\(key): \(written)", behind: before.value)
  }

  /// Adds an element behind the last of a sequence.
  package func append(_ written: String, to sequence: NodeID) -> Fix.Edit? {
    guard tree.kind(of: sequence) == .sequence else { return nil }
    guard let last = tree.children(of: sequence).last, let first = tree.children(of: sequence).first else {
      return tree.style(of: sequence) == .flow ? insert(written, at: tree.range(of: sequence).lowerBound + 1) : nil
    }
    if tree.style(of: sequence) == .flow {
      return tree.kind(of: last) == .null ? nil : insert(", " + written, at: tree.range(of: last).upperBound)
    }
    guard let indent = indentation(of: first, isElement: true) else { return nil }
    return insertLine(indent + "- " + written, behind: last)
  }

  /// Puts something in the place of any bytes.
  package func edit(_ range: ByteRange, _ replacement: String) -> Fix.Edit {
    Fix.Edit(place: .init(file: tree.file, range: range), replacement: replacement)
  }

  // MARK: Lines

  private func insert(_ text: String, at offset: UInt32) -> Fix.Edit { edit(ByteRange(offset, offset), text) }

  /// A line of its own under the one on which a node ends, whatever comment stands there.
  private func insertLine(_ line: String, behind node: NodeID) -> Fix.Edit? {
    guard let last = lastLeaf(of: node) else { return nil }
    // The blank lines behind a block of text may be a part of it.
    if tree.style(of: last) == .literal || tree.style(of: last) == .folded { return nil }
    let bytes = tree.file.bytes
    var end = Int(max(tree.range(of: node).upperBound, tree.range(of: last).upperBound))
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return insert(lineBreak + line, at: UInt32(truncatingIfNeeded: end))
  }

  /// The last thing written inside a node. The depth of a tree is bounded by its reader.
  private func lastLeaf(of node: NodeID) -> NodeID? {
    var current = node
    while tree.style(of: current) == .block, let inner = tree.children(of: current).last { current = inner }
    return current
  }

  /// The line break that the file uses first.
  private var lineBreak: String {
    let bytes = tree.file.bytes
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[first] == 0x0A { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// The spaces in front of a block mapping's key, or of the dash of a block sequence's element.
  ///
  /// Nothing where something else stands there, such as a tab, an anchor or a question mark.
  private func indentation(of node: NodeID, isElement: Bool) -> String? {
    let bytes = tree.file.bytes
    let start = Int(tree.fullRange(of: node).lowerBound)
    guard start <= bytes.count else { return nil }
    var line = start
    while line > 0, bytes[line - 1] != 0x0A, bytes[line - 1] != 0x0D { line -= 1 }
    if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { line = min(3, start) }
    let prefix = bytes[line..<start]
    guard prefix.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
    guard isElement else { return String(repeating: " ", count: prefix.count) }
    guard let dash = prefix.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    return String(repeating: " ", count: dash - line)
  }
}
