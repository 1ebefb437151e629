import ConcordatDiagnostics
import SourceText
import YAMLTree

/// What would mend a character that misleads.
///
/// Only characters: whatever keeps a file from being read may mean several things, and a person decides.
struct SyntaxFix {
  private let tree: YAMLTree
  private let edits: TreeEdit

  init(_ tree: YAMLTree) {
    self.tree = tree
    edits = TreeEdit(tree)
  }

  func fixes(for fault: YAMLFault) -> [Fix] {
    switch fault.kind {
    case .unusualSpace: [Fix(title: "Write an ordinary space", safety: .safe, edits: [edits.edit(fault.range, " ")])]
    case .zeroWidthCharacter: [Fix(title: "Delete the invisible character", safety: .safe, edits: [edits.edit(fault.range, "")])]
    case .bidirectionalControl, .softHyphen:
      [Fix(title: "Delete the invisible character", safety: .needsReview, edits: [edits.edit(fault.range, "")])]
    case .curlyQuote: scalar(at: fault.range.lowerBound).flatMap(withoutCurlyQuotes).map { [$0] } ?? []
    case .dashAsListMark: scalar(at: fault.range.lowerBound).map { [withListMarks($0, from: fault.range.lowerBound)] } ?? []
    default: []
    }
  }

  /// The plain scalar that holds an offset: nodes are numbered in the order of the file.
  private func scalar(at offset: UInt32) -> NodeID? {
    var low = 0
    var high = tree.nodeCount
    while low < high {
      let middle = (low + high) / 2
      if tree.range(of: NodeID(UInt32(truncatingIfNeeded: middle))).lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let node = NodeID(UInt32(truncatingIfNeeded: low - 1))
    return tree.kind(of: node) == .scalar && tree.style(of: node) == .plain && tree.range(of: node).contains(offset) ? node : nil
  }

  /// The text between curly quotes, quoted as YAML quotes where it needs that.
  private func withoutCurlyQuotes(_ node: NodeID) -> Fix? {
    var inner = tree.string(of: node).unicodeScalars[...]
    guard let first = inner.first, let last = inner.last, inner.count > 2, Self.isCurly(first), Self.isCurly(last) else { return nil }
    inner = inner.dropFirst().dropLast()
    guard !inner.contains(where: { $0.value == 0x201C || $0.value == 0x201D }),
      let edit = edits.replace(node, with: YAMLScalar.written(String(inner)))
    else { return nil }
    return Fix(title: "Leave the curly quotation marks out", safety: .needsReview, edits: [edit])
  }

  private static func isCurly(_ scalar: Unicode.Scalar) -> Bool { (0x2018...0x201F).contains(scalar.value) }

  /// Hyphens for all marks of a list that was read as one text.
  private func withListMarks(_ node: NodeID, from start: UInt32) -> Fix {
    let bytes = tree.file.bytes
    let end = Int(min(tree.range(of: node).upperBound, tree.file.endOffset))
    var changes: [Fix.Edit] = []
    var index = Int(start)
    while index < end {
      let step = UTF8Step.read(bytes, at: index)
      let after = index + step.width
      if let scalar = step.scalar, [0xB7, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2022, 0x2023, 0x2212, 0x25CF, 0x25AA].contains(scalar.value), after < end, bytes[after] == 0x20 {
        changes.append(edits.edit(ByteRange(UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: after)), "-"))
      }
      // To the first character of the next line.
      index = after
      while index < end, bytes[index] != 0x0A { index += 1 }
      while index < end, bytes[index] == 0x0A || bytes[index] == 0x20 { index += 1 }
    }
    return Fix(title: "Write hyphens before the entries of the list", safety: .needsReview, edits: changes)
  }
}
