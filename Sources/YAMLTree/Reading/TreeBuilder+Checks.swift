internal import CLibYAML
internal import SourceText

// What YAML's grammar leaves open: aliases, keys written twice, merges, tags.
extension TreeBuilder {
  // MARK: Anchors and aliases

  /// Gives the name of an anchor to a node; a later anchor of the same name takes it over.
  mutating func define(_ node: UInt32, isOpen: Bool, size: UInt64) {
    let extra = records[Int(node)].extra
    guard extra != NodeRecord.none else { return }
    let found = properties[Int(extra)]
    let name = ByteRange(found.anchorStart, found.anchorEnd)
    let key = TextKey(text: file.slice(name))
    if let earlier = anchorNumbers[key] {
      faults.append(Wording.anchorRedefined(visible(name), at: name, first: anchors[earlier].name))
    }
    anchorNumbers[key] = anchors.count
    anchors.append(Anchor(node: node, size: size, isOpen: isOpen, name: name))
  }

  mutating func addAlias(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let start = cursor.offset(of: event.pointee.start_mark.index)
    let end = cursor.offset(of: event.pointee.end_mark.index)
    let range = ByteRange(start, end)
    lastEnd = end
    aliasCount += 1
    guard aliasCount <= limits.aliases else { return stop(.limitAliases, limits.aliases, at: start) }
    let name = ByteRange(min(start + 1, end), end)
    var record = NodeRecord(
      start: start, end: end, first: name.lowerBound, count: UInt32(truncatingIfNeeded: name.count), parent: currentParent,
      extra: NodeRecord.none, kind: .alias, style: .plain, flags: [])
    var size: UInt64 = 1
    if let number = anchorNumbers[TextKey(text: file.slice(name))] {
      let anchor = anchors[number]
      if anchor.isOpen {
        faults.append(Wording.aliasCycle(visible(name), at: range, anchor: anchor.name, isMerge: lastKeyIsMerge))
      } else {
        record.extra = anchor.node
        size = anchor.size
      }
    } else {
      let suggestion = suggestedAnchor(for: name)
      faults.append(Wording.undefinedAlias(visible(name), at: range, suggestion: suggestion.map { (visible($0.name), $0.name) }))
    }
    guard let node = add(record) else { return }
    place(node, size: size)
  }

  /// The anchor whose name is nearest to one that is not defined.
  private mutating func suggestedAnchor(for name: ByteRange) -> Anchor? {
    // A file with very many wrong names is not one with typing errors.
    suggestionCount += 1
    guard suggestionCount <= 100 else { return nil }
    var best: (anchor: Anchor, distance: Int)?
    for anchor in anchors.suffix(200) {
      guard let distance = NameDistance.measure(file.slice(name), file.slice(anchor.name)) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (anchor, distance) }
    }
    return best?.anchor
  }

  /// Whether the value now being read belongs to a `<<`.
  private var lastKeyIsMerge: Bool {
    guard frames.count > 0, pending.count > Int(frames[frames.count - 1].pendingStart) else { return false }
    let frame = frames[frames.count - 1]
    guard records[Int(frame.node)].kind == .mapping, (pending.count - Int(frame.pendingStart)) % 2 == 1 else { return false }
    return isMergeKey(pending[pending.count - 1])
  }

  // MARK: Keys

  /// Reports keys that occur twice, keys that are collections, and merges of anything but mappings.
  mutating func checkKeys(of mapping: UInt32) {
    let first = Int(records[Int(mapping)].first)
    let count = Int(records[Int(mapping)].count) / 2
    keys.reset(for: count)
    for index in 0..<count {
      let written = children[first + 2 * index]
      var key = written
      if records[Int(key)].kind == .alias {
        let target = records[Int(key)].extra
        if target == NodeRecord.none { continue }
        key = target
      }
      let record = records[Int(key)]
      if record.kind == .sequence || record.kind == .mapping {
        faults.append(Wording.collectionKey(at: range(written)))
        continue
      }
      if let earlier = keys.insert(text(of: record), node: written) {
        guard faults.hasRoom(for: .duplicateKey) else {
          faults.count(.duplicateKey)
          continue
        }
        faults.append(Wording.duplicateKey(visible(text(of: record)), at: range(written), first: range(earlier)))
      }
      if record.count == 2, isMergeKey(written) {
        records.base[Int(mapping)].flags.insert(.merges)
        checkMerge(key: written, value: children[first + 2 * index + 1])
      }
    }
  }

  /// Whether a key is `<<` without quotes.
  func isMergeKey(_ key: UInt32) -> Bool {
    let record = records[Int(key)]
    guard record.kind == .scalar, record.style == .plain, record.count == 2 else { return false }
    let text = text(of: record)
    return text[0] == 0x3C && text[1] == 0x3C
  }

  private mutating func checkMerge(key: UInt32, value: UInt32) {
    mergeCount += 1
    guard mergeCount <= limits.mergeKeys else {
      return stop(.limitMergeKeys, limits.mergeKeys, at: records[Int(key)].start)
    }
    guard let meant = resolved(value) else { return }
    let record = records[Int(meant)]
    switch record.kind {
    case .mapping: return
    case .sequence:
      for index in 0..<Int(record.count) {
        let element = children[Int(record.first) + index]
        guard let meant = resolved(element), records[Int(meant)].kind != .mapping else { continue }
        faults.append(Wording.mergeValue(at: range(element)))
      }
    default: faults.append(Wording.mergeValue(at: range(value)))
    }
  }

  private func resolved(_ node: UInt32) -> UInt32? {
    let record = records[Int(node)]
    guard record.kind == .alias else { return node }
    return record.extra == NodeRecord.none ? nil : record.extra
  }

  // MARK: Tags

  /// Reports a tag that says one kind of thing over another.
  mutating func checkTag(of node: UInt32) {
    let record = records[Int(node)]
    guard record.extra != NodeRecord.none else { return }
    let found = properties[Int(record.extra)]
    guard found.tag < tags.count else { return }
    let tag = tags[Int(found.tag)]
    if !CoreSchema.fits(tag.meaning, kind: record.kind, text: text(of: record)) {
      let place = record.kind == .scalar ? range(node) : ByteRange(found.tagStart, found.tagEnd)
      let written = ByteRange(found.tagStart, found.tagEnd)
      faults.append(Wording.tagValue(tag, value: record.kind == .scalar ? visible(text(of: record)) : nil, at: place, tag: written))
    }
  }

  // MARK: Places and words

  func range(_ node: UInt32) -> ByteRange {
    ByteRange(records[Int(node)].start, records[Int(node)].end)
  }

  func text(of record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
    guard record.kind == .scalar || record.kind == .alias else { return UnsafeBufferPointer(start: source, count: 0) }
    let base = record.flags.contains(.ownText) ? UnsafePointer(ownText.base) : source
    return UnsafeBufferPointer(start: base + Int(record.first), count: Int(record.count))
  }

  func visible(_ range: ByteRange) -> String { visible(file.slice(range)) }

  func visible(_ text: UnsafeBufferPointer<UInt8>) -> String { Wording.quotable(text) }
}
