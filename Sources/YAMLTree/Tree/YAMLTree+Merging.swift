extension YAMLTree {
  /// Whether a mapping takes in others by `<<`.
  public func merges(_ id: NodeID) -> Bool { record(id).flags.contains(.merges) }

  /// The entries of a mapping with its merges: its own first, then those of what it merges, in order, each key once.
  ///
  /// Own keys win over merged ones and earlier merges over later ones. Every mapping is visited once, so nothing grows however
  /// merges are nested: O(entries visited). An alias of a mapping counts as the mapping; other nodes have no entries.
  public func effectiveEntries(of id: NodeID) -> [NodeEntry] {
    guard let first = resolve(id), kind(of: first) == .mapping else { return [] }
    guard merges(first) else { return Array(entries(of: first)) }
    var result: [NodeEntry] = []
    var seen: Set<TextKey> = []
    var visited: Set<NodeID> = []
    var waiting = [first]
    while let mapping = waiting.popLast() {
      guard visited.insert(mapping).inserted else { continue }
      var merged: [NodeID] = []
      for entry in entries(of: mapping) {
        if isMergeKey(entry.key) {
          merged += mappings(mergedBy: entry.value)
        } else if isNew(entry.key, in: &seen) {
          result.append(entry)
        }
      }
      waiting += merged.reversed()
    }
    return result
  }

  /// The value under a key of a mapping, or under the first key of that name in what it merges.
  ///
  /// O(entries); compares bytes after unescaping.
  public func value(under key: UnsafeBufferPointer<UInt8>, in id: NodeID) -> NodeEntry? {
    guard let mapping = resolve(id), kind(of: mapping) == .mapping else { return nil }
    if let own = entries(of: mapping).first(where: { hasText($0.key, key) }) { return own }
    return merges(mapping) ? effectiveEntries(of: mapping).first { hasText($0.key, key) } : nil
  }

  /// Whether a key is `<<` without quotes, in a mapping.
  public func isMergeKey(_ key: NodeID) -> Bool {
    let record = record(key)
    guard record.kind == .scalar, record.style == .plain, record.count == 2 else { return false }
    let text = text(of: record)
    return text[0] == 0x3C && text[1] == 0x3C
  }

  private func hasText(_ key: NodeID, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let meant = resolve(key) else { return false }
    return Bytes.areEqual(self.text(of: meant), text)
  }

  /// Notes a key; collections are never equal to one another.
  private func isNew(_ key: NodeID, in seen: inout Set<TextKey>) -> Bool {
    guard let meant = resolve(key) else { return true }
    switch kind(of: meant) {
    case .sequence, .mapping: return true
    case .scalar, .null, .alias: return seen.insert(TextKey(text: text(of: meant))).inserted
    }
  }

  private func mappings(mergedBy value: NodeID) -> [NodeID] {
    guard let meant = resolve(value) else { return [] }
    switch kind(of: meant) {
    case .mapping: return [meant]
    case .sequence: return children(of: meant).compactMap(resolve).filter { kind(of: $0) == .mapping }
    case .scalar, .null, .alias: return []
    }
  }
}
