/// One line of a `.gitignore`, as gitignore(5) has it, by bytes.
///
/// Matching takes time proportional to the length of the pattern times that of the path, whatever stars there are.
struct IgnorePattern: Sendable {
  private enum Step: Sendable {
    case byte(UInt8)
    /// One byte of a set; never a slash.
    case oneOf(ByteSet)
    /// Any bytes but slashes.
    case star
    /// Any bytes.
    case everything
    /// Nothing: what follows is ``insideFolders``, and both may be left out.
    case folders
    /// Bytes up to a slash, and the slash; perhaps more of the same.
    case insideFolders
  }

  /// Whether it brings back what an earlier line left out.
  let isNegated: Bool
  let isForFoldersOnly: Bool
  /// Whether it is for the name alone, at any depth.
  private let isForName: Bool
  private let steps: [Step]

  /// Nothing for blank lines, comments and patterns that can match nothing.
  init?(line: some Collection<UInt8>) {
    var text = IgnorePattern.trimmed(Array(line))
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    isNegated = first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    isForFoldersOnly = text.last == UInt8(ascii: "/")
    if isForFoldersOnly { text.removeLast() }
    isForName = !text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    guard !text.isEmpty, let steps = IgnorePattern.steps(of: text) else { return nil }
    self.steps = steps
  }

  /// - Parameter path: The path from the folder of the pattern, without a slash at either end.
  func matches(_ path: some BidirectionalCollection<UInt8>, isFolder: Bool) -> Bool {
    guard isFolder || !isForFoldersOnly else { return false }
    guard isForName, let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return matches(path) }
    return matches(path[path.index(after: slash)...])
  }

  /// Follows all ways at once: the state `n` says that the first `n` steps are done.
  private func matches(_ text: some Sequence<UInt8>) -> Bool {
    var states = [Bool](repeating: false, count: steps.count + 1)
    states[0] = true
    close(&states)
    for byte in text {
      var next = [Bool](repeating: false, count: steps.count + 1)
      var isAlive = false
      for (index, step) in steps.enumerated() where states[index] {
        switch step {
        case .byte(let wanted): if byte == wanted { next[index + 1] = true }
        case .oneOf(let set): if set.contains(byte) { next[index + 1] = true }
        case .star: if byte != UInt8(ascii: "/") { next[index] = true }
        case .everything: next[index] = true
        case .folders: break
        case .insideFolders:
          next[index] = true
          if byte == UInt8(ascii: "/") { next[index + 1] = true }
        }
        isAlive = isAlive || next[index] || next[index + 1]
      }
      guard isAlive else { return false }
      close(&next)
      states = next
    }
    return states[steps.count]
  }

  /// Adds the states that are reached without a byte.
  private func close(_ states: inout [Bool]) {
    for (index, step) in steps.enumerated() where states[index] {
      switch step {
      case .star, .everything: states[index + 1] = true
      case .folders:
        states[index + 1] = true
        states[index + 2] = true
      case .byte, .oneOf, .insideFolders: break
      }
    }
  }

  // MARK: Reading

  /// Spaces at the end count only behind a backslash.
  private static func trimmed(_ line: [UInt8]) -> [UInt8] {
    var end = line.count
    var index = 0
    var lastSpaces: Int?
    while index < line.count {
      switch line[index] {
      case 0x20: lastSpaces = lastSpaces ?? index
      case UInt8(ascii: "\\"):
        index += 1
        lastSpaces = nil
      default: lastSpaces = nil
      }
      index += 1
    }
    if let lastSpaces { end = lastSpaces }
    return Array(line[..<end])
  }

  private static func steps(of text: [UInt8]) -> [Step]? {
    let slash = UInt8(ascii: "/")
    var steps: [Step] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "*"):
        let start = index
        while index < text.count, text[index] == UInt8(ascii: "*") { index += 1 }
        let isAlone = (start == 0 || text[start - 1] == slash) && index - start > 1
        if isAlone, index == text.count {
          steps.append(.everything)
        } else if isAlone, text[index] == slash {
          steps += [.folders, .insideFolders]
          index += 1
        } else {
          steps.append(.star)
        }
      case UInt8(ascii: "?"):
        steps.append(.oneOf(ByteSet(allBut: [slash])))
        index += 1
      case UInt8(ascii: "["):
        guard let set = ByteSet(bracket: text, from: &index) else { return nil }
        steps.append(.oneOf(set))
      case UInt8(ascii: "\\"):
        guard index + 1 < text.count else { return nil }
        steps.append(.byte(text[index + 1]))
        index += 2
      default:
        steps.append(.byte(text[index]))
        index += 1
      }
    }
    return steps
  }
}

/// Some of the 256 bytes.
struct ByteSet: Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(allBut bytes: [UInt8]) {
    for byte in UInt8.min...UInt8.max where !bytes.contains(byte) { insert(byte) }
  }

  func contains(_ byte: UInt8) -> Bool { word(byte) >> UInt64(byte & 63) & 1 == 1 }

  private func word(_ byte: UInt8) -> UInt64 {
    switch byte >> 6 {
    case 0: words.0
    case 1: words.1
    case 2: words.2
    default: words.3
    }
  }

  private mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  /// Reads `[a-z]`, `[!a]`, `[[:alpha:]]` as git does; nothing where it is not closed or names no class.
  init?(bracket text: [UInt8], from position: inout Int) {
    var index = position + 1
    func byte(_ index: Int) -> UInt8? { index < text.count ? text[index] : nil }
    let isNegated = byte(index) == UInt8(ascii: "!") || byte(index) == UInt8(ascii: "^")
    if isNegated { index += 1 }
    var named = ByteSet(allBut: Array(UInt8.min...UInt8.max))
    var previous: UInt8?
    var isFirst = true
    while isFirst || byte(index) != UInt8(ascii: "]") {
      isFirst = false
      guard let current = byte(index) else { return nil }
      if current == UInt8(ascii: "\\") {
        guard let literal = byte(index + 1) else { return nil }
        named.insert(literal)
        previous = literal
        index += 2
      } else if current == UInt8(ascii: "-"), let low = previous, let next = byte(index + 1), next != UInt8(ascii: "]") {
        var high = next
        index += 2
        if next == UInt8(ascii: "\\") {
          guard let literal = byte(index) else { return nil }
          high = literal
          index += 1
        }
        if low <= high { for byte in low...high { named.insert(byte) } }
        previous = nil
      } else if current == UInt8(ascii: "["), byte(index + 1) == UInt8(ascii: ":") {
        guard let end = text[(index + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if end > index + 2, text[end - 1] == UInt8(ascii: ":") {
          guard let belongs = Self.classes[String(decoding: text[(index + 2)..<(end - 1)], as: UTF8.self)] else { return nil }
          for byte in UInt8.min..<0x80 where belongs(byte) { named.insert(byte) }
          previous = nil
          index = end + 1
        } else {
          named.insert(current)
          previous = current
          index += 1
        }
      } else {
        named.insert(current)
        previous = current
        index += 1
      }
    }
    position = index + 1
    self.init(allBut: [])
    let wanted = (UInt8.min...UInt8.max).filter { named.contains($0) != isNegated && $0 != UInt8(ascii: "/") }
    self = ByteSet(allBut: (UInt8.min...UInt8.max).filter { !wanted.contains($0) })
  }

  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alnum": { isLetter($0) || isDigit($0) }, "alpha": isLetter, "blank": { $0 == 0x20 || $0 == 0x09 },
    "cntrl": { $0 < 0x20 || $0 == 0x7F }, "digit": isDigit, "graph": { 0x20 < $0 && $0 < 0x7F },
    "lower": { (0x61...0x7A).contains($0) }, "print": { 0x20 <= $0 && $0 < 0x7F },
    "punct": { 0x20 < $0 && $0 < 0x7F && !isLetter($0) && !isDigit($0) }, "space": { $0 == 0x20 || (0x09...0x0D).contains($0) },
    "upper": { (0x41...0x5A).contains($0) }, "xdigit": { isDigit($0) || (0x41...0x46).contains($0 & 0xDF) },
  ]

  @Sendable private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  @Sendable private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
