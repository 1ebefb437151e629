extension YAMLTree {
  /// Whether any node is an alias. O(nodes).
  public var hasAliases: Bool { records.contains { $0.kind == .alias } }
}
