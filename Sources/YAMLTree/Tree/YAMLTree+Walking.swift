extension YAMLTree {
  /// What a walk does after a node.
  public enum WalkStep: Sendable {
    /// Goes on with what is inside the node, or with what an alias stands for.
    case enter
    /// Goes on behind the node.
    case pass
    /// Ends the walk.
    case stop
  }

  /// Visits a node and everything inside it in the order of reading, following aliases.
  ///
  /// Needs no call stack, and ends after a number of nodes however aliases multiply them.
  ///
  /// - Parameters:
  ///   - budget: The most nodes to visit; ``YAMLLimits/visitedNodes`` when nil.
  ///   - visit: Is given every node, aliases before what they stand for.
  /// - Returns: Whether the walk came to its end within the budget.
  @discardableResult
  public func walk(from id: NodeID, budget: Int? = nil, _ visit: (NodeID) -> WalkStep) -> Bool {
    var left = budget ?? limits.visitedNodes
    var waiting = [id]
    while let node = waiting.popLast() {
      guard left > 0 else { return false }
      left -= 1
      switch visit(node) {
      case .stop: return true
      case .pass: continue
      case .enter: break
      }
      if let target = target(of: node) {
        waiting.append(target)
      } else {
        waiting.append(contentsOf: children(of: node).reversed())
      }
    }
    return true
  }
}
