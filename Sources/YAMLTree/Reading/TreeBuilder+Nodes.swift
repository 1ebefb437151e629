internal import CLibYAML
internal import SourceText

// Scalars, collections and their properties.
extension TreeBuilder {
  // MARK: Scalars

  mutating func addScalar(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let data = event.pointee.data.scalar
    var start = cursor.offset(of: event.pointee.start_mark.index)
    var end = cursor.offset(of: event.pointee.end_mark.index)
    var record = NodeRecord(
      start: 0, end: 0, first: 0, count: 0, parent: currentParent, extra: NodeRecord.none, kind: .scalar, style: .plain, flags: [])
    let hasProperties = data.anchor != nil || data.tag != nil
    if hasProperties {
      let found = readProperties(from: start, to: end, anchor: data.anchor, tag: data.tag)
      record.extra = found.number
      start = data.length == 0 && data.style == YAML_PLAIN_SCALAR_STYLE ? found.end : found.contentStart
    }
    switch data.style {
    case YAML_PLAIN_SCALAR_STYLE:
      if data.length == 0 {
        record.kind = .null
        if !hasProperties { start = placeOfNothing(start) }
        end = start
      } else {
        setText(&record, data.value, Int(data.length), slice: start, Int(end) - Int(start))
      }
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      record.style = .singleQuoted
      setText(&record, data.value, Int(data.length), slice: start + 1, Int(end) - Int(start) - 2)
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      record.style = .doubleQuoted
      setText(&record, data.value, Int(data.length), slice: start + 1, Int(end) - Int(start) - 2)
    default:
      record.style = data.style == YAML_LITERAL_SCALAR_STYLE ? .literal : .folded
      setText(&record, data.value, Int(data.length), slice: start, -1)
      // libyaml ends a block scalar at the start of the line after its blank lines.
      while end > start + 1, isBlank(readable[Int(end) - 1]) { end -= 1 }
    }
    record.start = start
    record.end = end
    lastEnd = end
    guard let node = add(record) else { return }
    if data.anchor != nil { define(node, isOpen: false, size: 1) }
    if data.tag != nil { checkTag(of: node) }
    place(node, size: 1)
  }

  /// Refers to the file where it has the same bytes; otherwise keeps a copy.
  @inline(__always)
  private mutating func setText(
    _ record: inout NodeRecord, _ value: UnsafeMutablePointer<yaml_char_t>?, _ length: Int, slice start: UInt32, _ count: Int
  ) {
    guard let value else { return }
    record.count = UInt32(truncatingIfNeeded: length)
    if count == length, Bytes.areEqual(source + Int(start), value, count: length) {
      record.first = start
    } else {
      record.first = UInt32(truncatingIfNeeded: ownText.count)
      record.flags.insert(.ownText)
      ownText.append(value, count: length)
    }
  }

  /// Where a value that is not written belongs: after its colon or dash, or after the key.
  ///
  /// libyaml puts the missing value of `? key`, `{key }` and `{key: }` at the next thing that is written.
  private func placeOfNothing(_ mark: UInt32) -> UInt32 {
    guard mark > lastEnd, !isIndicator(readable[Int(mark) - 1]) else { return mark }
    var place = lastEnd
    while place < mark, isBlank(readable[Int(place)]) { place += 1 }
    return place < mark && isIndicator(readable[Int(place)]) ? place + 1 : lastEnd
  }

  private func isIndicator(_ byte: UInt8) -> Bool { byte == 0x3A || byte == 0x2D || byte == 0x3F }

  // MARK: Collections

  /// Opens a collection; false when it would be too deep.
  mutating func open(
    _ event: UnsafeMutablePointer<yaml_event_t>, _ kind: NodeKind, isFlow: Bool, anchor: UnsafeMutablePointer<yaml_char_t>?,
    tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Bool {
    var start = cursor.offset(of: event.pointee.start_mark.index)
    guard frames.count < limits.depth else {
      faults.append(Wording.limit(.limitDepth, value: limits.depth, at: character(at: start)))
      lastEnd = start
      return false
    }
    var record = NodeRecord(
      start: 0, end: 0, first: 0, count: 0, parent: currentParent, extra: NodeRecord.none, kind: kind, style: isFlow ? .flow : .block,
      flags: [])
    if anchor != nil || tag != nil {
      let found = readProperties(from: start, to: file.endOffset, anchor: anchor, tag: tag)
      record.extra = found.number
      start = found.contentStart
    }
    record.start = start
    record.end = start
    if isFlow { lastEnd = start + 1 }
    guard let node = add(record) else { return true }
    var frame = Frame(
      node: node, pendingStart: UInt32(truncatingIfNeeded: pending.count), anchor: -1, isFlow: isFlow, size: 1)
    if anchor != nil {
      define(node, isOpen: true, size: 0)
      frame.anchor = Int32(truncatingIfNeeded: anchors.count - 1)
    }
    frames.append(frame)
    if tag != nil { checkTag(of: node) }
    return true
  }

  mutating func close(_ event: UnsafeMutablePointer<yaml_event_t>) {
    guard frames.count > 0 else { return }
    // A pair inside `[…]` ends without a bracket of its own: libyaml then marks an empty place at the next token.
    let mark = event.pointee.end_mark.index
    guard frames[frames.count - 1].isFlow, mark > event.pointee.start_mark.index else { return closeCollection(at: nil) }
    lastEnd = cursor.offset(of: mark)
    closeCollection(at: lastEnd)
  }

  /// Ends the innermost collection at its bracket, or with its last child.
  mutating func closeCollection(at bracket: UInt32?) {
    let frame = frames[frames.count - 1]
    frames.removeLast()
    let node = Int(frame.node)
    let isMapping = records[node].kind == .mapping
    var members = pending.count - Int(frame.pendingStart)
    if isMapping, members % 2 == 1 {
      // Reading stopped between a key and its value.
      pending.removeLast()
      members -= 1
    }
    records.base[node].first = UInt32(truncatingIfNeeded: children.count)
    records.base[node].count = UInt32(truncatingIfNeeded: members)
    if members > 0 {
      children.append(UnsafePointer(pending.base + Int(frame.pendingStart)), count: members)
      records.base[node].end = bracket ?? records[Int(pending[pending.count - 1])].end
      pending.removeLast(members)
    } else if let bracket {
      records.base[node].end = bracket
    }
    if isMapping { checkKeys(of: frame.node) }
    if frame.anchor >= 0 {
      anchors[Int(frame.anchor)].isOpen = false
      anchors[Int(frame.anchor)].size = frame.size
    }
    place(frame.node, size: frame.size)
  }

  // MARK: Placing

  var currentParent: UInt32 { frames.count > 0 ? frames[frames.count - 1].node : NodeRecord.none }

  /// Numbers a node; nil when the file has too many.
  @inline(__always)
  mutating func add(_ record: NodeRecord) -> UInt32? {
    guard records.count < limits.nodes else {
      stop(.limitNodes, limits.nodes, at: record.start)
      return nil
    }
    records.append(record)
    return UInt32(truncatingIfNeeded: records.count - 1)
  }

  /// Puts a complete node into the collection around it.
  @inline(__always)
  mutating func place(_ node: UInt32, size: UInt64) {
    guard frames.count > 0 else {
      document?.root = node
      document?.size = size
      return
    }
    pending.append(node)
    let frame = frames.base + (frames.count - 1)
    // Saturates far above every limit, and far below overflow.
    frame.pointee.size = min(frame.pointee.size + size, UInt64.max / 4)
  }

  // MARK: Properties

  /// Finds the anchor and the tag in the text before a node, and where its content begins.
  private mutating func readProperties(
    from start: UInt32, to end: UInt32, anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> (number: UInt32, end: UInt32, contentStart: UInt32) {
    var found = NodeProperties(start: start, anchorStart: start, anchorEnd: start, tagStart: start, tagEnd: start, tag: NodeRecord.none)
    var place = start
    var propertiesEnd = start
    for _ in 0..<(anchor == nil ? 0 : 1) + (tag == nil ? 0 : 1) {
      place = skipSpace(from: place, to: end)
      guard place < end else { break }
      if readable[Int(place)] == 0x26, let anchor, found.anchorEnd == start {
        found.anchorStart = place + 1
        found.anchorEnd = min(place + 1 + UInt32(truncatingIfNeeded: Self.length(of: anchor)), end)
        place = found.anchorEnd
      } else {
        found.tagStart = place
        place = endOfTag(from: place, to: end)
        found.tagEnd = place
      }
      propertiesEnd = place
    }
    if let tag { found.tag = number(of: UnsafeBufferPointer(start: UnsafePointer(tag), count: Self.length(of: tag)), at: ByteRange(found.tagStart, found.tagEnd)) }
    properties.append(found)
    let number = UInt32(truncatingIfNeeded: properties.count - 1)
    return (number, propertiesEnd, skipSpace(from: place, to: end))
  }

  static func length(of text: UnsafePointer<yaml_char_t>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  private func endOfTag(from start: UInt32, to end: UInt32) -> UInt32 {
    var place = start
    let isVerbatim = place + 1 < end && readable[Int(place) + 1] == 0x3C
    while place < end {
      let byte = readable[Int(place)]
      if isBlank(byte) || (!isVerbatim && byte == 0x2C) { break }
      place += 1
    }
    return place
  }

  /// Skips blanks, line breaks and comments.
  private func skipSpace(from start: UInt32, to end: UInt32) -> UInt32 {
    var place = start
    while place < end {
      let byte = readable[Int(place)]
      if isBlank(byte) {
        place += 1
      } else if byte == 0x23, place == start || isBlank(readable[Int(place) - 1]) {
        while place < end, readable[Int(place)] != 0x0A, readable[Int(place)] != 0x0D { place += 1 }
      } else {
        break
      }
    }
    return place
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// The number of a tag in the tree's list.
  private mutating func number(of tag: UnsafeBufferPointer<UInt8>, at range: ByteRange) -> UInt32 {
    let bytes = Array(tag)
    if let known = tagNumbers[bytes] { return known }
    let number = UInt32(truncatingIfNeeded: tags.count)
    let tag = YAMLTag(tag)
    tags.append(tag)
    tagNumbers[bytes] = number
    if tag.meaning == .other { faults.append(Wording.unknownTag(tag, at: range)) }
    return number
  }
}
