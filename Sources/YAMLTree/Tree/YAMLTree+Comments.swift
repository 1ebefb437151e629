public import SourceText

extension YAMLTree {
  /// The comments of the file in order, each from `#` to the end of its line; O(file).
  ///
  /// libyaml passes over them, so they are looked for in the gaps between scalars and in the first lines of block scalars,
  /// where a `#` after a space can be nothing else. In text that could not be read a `#` may stand in quotes.
  public func comments() -> [ByteRange] {
    var found: [ByteRange] = []
    var gapStart = 0
    for record in records {
      switch record.kind {
      case .sequence, .mapping: continue
      case .scalar, .null, .alias: break
      }
      addComments(from: gapStart, to: Int(record.start), to: &found)
      gapStart = max(gapStart, Int(record.end))
      if record.style == .literal || record.style == .folded {
        var end = Int(record.start)
        while end < file.bytes.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
        addComments(from: Int(record.start) + 1, to: end, to: &found)
        gapStart = max(gapStart, end)
      }
    }
    addComments(from: gapStart, to: file.bytes.count, to: &found)
    return found
  }

  private func addComments(from start: Int, to end: Int, to found: inout [ByteRange]) {
    let hashes = Word.splat(0x23)
    var index = start
    while index < end {
      let word = Word.zeroBytes(Word.load(source + index) ^ hashes)
      if word == 0 {
        index += 8
        continue
      }
      index += word.trailingZeroBitCount / 8
      guard index < end else { return }
      guard index == 0 || source[index - 1] <= 0x20 || (index == 3 && source[0] == 0xEF) else {
        index += 1
        continue
      }
      let hash = index
      while index < end, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
      found.append(ByteRange(UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: index)))
    }
  }
}
