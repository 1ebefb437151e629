internal import SourceText

extension ByteScan.Suspect {
  /// How a character misleads.
  enum Look {
    case bidirectional, zeroWidth, softHyphen, space, quote, dash
  }

  /// Whether the three bytes from 0xE2 are one of the characters in question; a quick look.
  @inline(__always)
  static func mayMislead(_ bytes: UnsafePointer<UInt8>) -> Bool {
    switch (bytes[1], bytes[2]) {
    case (0x80, 0x80...0x9F), (0x80, 0xA2...0xA3), (0x80, 0xA8...0xAF), (0x81, 0x9F...0xAF), (0x88, 0x92), (0x97, 0x8F), (0x96, 0xAA): true
    default: false
    }
  }

  var look: Look? {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: .bidirectional
    case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: .zeroWidth
    case 0xAD: .softHyphen
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2018...0x201F: .quote
    case 0xB7, 0x2010...0x2015, 0x2022, 0x2023, 0x2212, 0x25CF, 0x25AA: .dash
    default: nil
    }
  }
}

/// Judges characters that may mislead by where they stand in the tree.
extension TreeBuilder {
  /// Warns of every suspect that changes what the file means, or hides something; one warning a text and a kind of character.
  mutating func reportSuspects(_ scan: borrowing ByteScan) {
    var last: (leaf: Int, kind: YAMLFault.Kind)?
    for suspect in scan.suspects {
      let leaf = leaf(at: suspect.offset)
      guard let kind = fault(of: suspect, leaf: leaf), !suspectsInErrors.contains(suspect.offset) else { continue }
      if let leaf {
        if let last, last.leaf == leaf, last.kind == kind { continue }
        last = (leaf, kind)
      }
      guard faults.hasRoom(for: kind) else {
        faults.count(kind)
        continue
      }
      faults.append(Wording.suspect(kind, suspect.scalar, at: range(of: suspect), severity: .warning))
    }
  }

  func range(of suspect: ByteScan.Suspect) -> ByteRange {
    ByteRange(suspect.offset, suspect.offset + UInt32(truncatingIfNeeded: suspect.scalar.utf8.count))
  }

  /// The suspect that explains why libyaml stumbled between two places, if one does.
  func culprit(in scan: borrowing ByteScan, between lower: UInt32, and upper: UInt32) -> (ByteScan.Suspect, YAMLFault.Kind)? {
    var first = 0
    var end = scan.suspects.count
    while first < end {
      let middle = (first + end) / 2
      if scan.suspects[middle].offset < lower { first = middle + 1 } else { end = middle }
    }
    // The first few on the lines in question are enough to explain them.
    for suspect in scan.suspects[first...].prefix(64) where suspect.offset < upper {
      switch suspect.look {
      case .space where isSeparatingSpace(suspect, textStart: startOfLine(suspect.offset)): return (suspect, .unusualSpace)
      case .dash where isFirstOnLine(suspect.offset) && isFollowedBySpace(suspect): return (suspect, .dashAsListMark)
      case .quote where isFirstInValue(suspect.offset): return (suspect, .curlyQuote)
      default: continue
      }
    }
    return nil
  }

  private func fault(of suspect: ByteScan.Suspect, leaf: Int?) -> YAMLFault.Kind? {
    switch suspect.look {
    case .bidirectional: return .bidirectionalControl
    case .softHyphen: return .softHyphen
    case .zeroWidth:
      // Joiners belong in emoji and in some scripts; between Latin letters they only hide.
      let isJoiner = suspect.scalar.value == 0x200C || suspect.scalar.value == 0x200D
      let followsASCII = suspect.offset == 0 || source[Int(suspect.offset) - 1] < 0x80
      return isJoiner && !followsASCII ? nil : .zeroWidthCharacter
    case .space:
      guard let plain = plainText(leaf), isSeparatingSpace(suspect, textStart: plain.start) else { return nil }
      return .unusualSpace
    case .quote:
      guard let plain = plainText(leaf), suspect.offset == plain.start else { return nil }
      return isQuoted(plain) ? .curlyQuote : nil
    case .dash:
      guard plainText(leaf) != nil, isFirstOnLine(suspect.offset), isFollowedBySpace(suspect) else { return nil }
      return .dashAsListMark
    case nil: return nil
    }
  }

  /// The scalar that holds an offset. Nodes are in the order of the file, so this is a search by halves.
  private func leaf(at offset: UInt32) -> Int? {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, records[low - 1].kind == .scalar, offset < records[low - 1].end else { return nil }
    return low - 1
  }

  private func plainText(_ leaf: Int?) -> NodeRecord? {
    guard let leaf, records[leaf].style == .plain else { return nil }
    return records[leaf]
  }

  /// Whether a plain scalar begins and ends with curly quotes, or begins with one that only opens.
  private func isQuoted(_ plain: NodeRecord) -> Bool {
    let bytes = file.slice(ByteRange(plain.start, plain.end))
    let opens = bytes[2] != 0x99 && bytes[2] != 0x9D
    let closes = bytes.count >= 6 && bytes[bytes.count - 3] == 0xE2 && bytes[bytes.count - 2] == 0x80 && (0x98...0x9F).contains(bytes[bytes.count - 1])
    return opens || closes
  }

  /// Whether a space that is none for YAML stands where one was meant: as indentation, after `key:` or `-`, before `#`.
  private func isSeparatingSpace(_ suspect: ByteScan.Suspect, textStart: UInt32) -> Bool {
    let after = Int(suspect.offset) + suspect.scalar.utf8.count
    if source[after] == 0x23 { return true }
    var place = suspect.offset
    // Nobody indents by more; and a file of nothing but spaces must not take long.
    let furthest = max(textStart, suspect.offset > 256 ? suspect.offset - 256 : 0)
    while place > furthest, isAnySpace(before: place) != 0 { place -= isAnySpace(before: place) }
    if place == textStart { return true }
    switch source[Int(place) - 1] {
    case 0x2D: return place - 1 == textStart || isFirstOnLine(place - 1)
    case 0x3A:
      // A word and a colon, not a sentence that holds a colon.
      let prefix = file.slice(ByteRange(textStart, place - 1)).drop { $0 == 0x20 || $0 == 0x2D }
      return !prefix.contains { $0 <= 0x20 || $0 >= 0x80 }
    default: return false
    }
  }

  /// The width of a space or unusual space that ends at an offset; 0 without one.
  private func isAnySpace(before offset: UInt32) -> UInt32 {
    let place = Int(offset)
    if place > 0, source[place - 1] == 0x20 { return 1 }
    if place > 1, source[place - 2] == 0xC2, source[place - 1] == 0xA0 { return 2 }
    if place > 2, source[place - 3] == 0xE2, source[place - 2] == 0x80, source[place - 1] <= 0x8A || source[place - 1] == 0xAF { return 3 }
    return 0
  }

  private func isFollowedBySpace(_ suspect: ByteScan.Suspect) -> Bool {
    let after = Int(suspect.offset) + suspect.scalar.utf8.count
    return source[after] == 0x20 || (source[after] == 0xC2 && source[after + 1] == 0xA0)
  }

  func isFirstOnLine(_ offset: UInt32) -> Bool {
    var place = offset
    while place > 0, source[Int(place) - 1] == 0x20 || source[Int(place) - 1] == 0x09 { place -= 1 }
    return place == 0 || source[Int(place) - 1] == 0x0A || source[Int(place) - 1] == 0x0D
  }

  private func isFirstInValue(_ offset: UInt32) -> Bool {
    var place = offset
    while place > 0, source[Int(place) - 1] == 0x20 { place -= 1 }
    guard place > 0 else { return true }
    return [0x0A, 0x0D, 0x3A, 0x2D, 0x5B, 0x7B, 0x2C].contains(source[Int(place) - 1])
  }

  func startOfLine(_ offset: UInt32) -> UInt32 {
    var place = min(offset, file.endOffset)
    while place > 0, source[Int(place) - 1] != 0x0A, source[Int(place) - 1] != 0x0D { place -= 1 }
    return place
  }

  func endOfLine(_ offset: UInt32) -> UInt32 {
    var place = offset
    while place < file.endOffset, source[Int(place)] != 0x0A, source[Int(place)] != 0x0D { place += 1 }
    return place
  }
}
