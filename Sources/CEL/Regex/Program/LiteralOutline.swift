/// What a pattern says in plain characters: enough to answer without an automaton, or to know where to begin.
struct LiteralOutline: Sendable {
  /// The bytes that every match begins with, after `^` if there is one.
  private(set) var prefix: [UInt8] = []
  /// Whether the pattern begins with `^` or `\A`.
  private(set) var beginsText = false
  /// Whether the pattern ends with `$` or `\z` right after the prefix.
  private(set) var endsText = false
  /// Whether the pattern is nothing else.
  private(set) var isWhole = false

  init(_ tree: RegexTree) {
    let parts: ArraySlice<RegexTree.Index>
    if case .concatenation(let children) = tree.nodes[tree.root].shape {
      parts = tree.links[children]
    } else {
      parts = [tree.root]
    }
    for part in parts {
      switch tree.nodes[part].shape {
      case .assertion(.beginText) where prefix.isEmpty && !endsText: beginsText = true
      case .assertion(.endText): endsText = true
      case .literal(let scalar) where !endsText: prefix.append(contentsOf: scalar.utf8)
      default: return
      }
    }
    isWhole = true
  }
}
