internal import SourceText

/// A look at the bytes before libyaml sees them.
///
/// Finds what libyaml would misread, read slowly, or refuse with one message for a whole file: raw line separators, control
/// characters, floods of directives, merge conflicts, files of another kind. Characters that are allowed but mislead are only
/// noted; ``Suspects`` judges them when the tree shows where they stand.
struct ByteScan: ~Copyable {
  private(set) var faults: FaultList
  /// The file is not worth reading further.
  private(set) var isRefused = false
  /// Where reading begins: behind the byte order mark.
  private(set) var start = 0
  private(set) var suspects: [Suspect] = []
  /// Places of errors that may make libyaml stumble on the same line.
  private(set) var errorPlaces: [UInt32] = []

  /// The text with forbidden characters replaced by others of the same length, where there are any.
  private var replaced: UnsafeMutablePointer<UInt8>?
  private let bytes: UnsafeBufferPointer<UInt8>
  private let source: UnsafePointer<UInt8>
  private let limits: YAMLLimits
  private var directives = 0
  private var openConflict: UInt32?

  /// A character that may mislead.
  struct Suspect {
    let offset: UInt32
    let scalar: Unicode.Scalar
  }

  init(_ file: SourceFile, source: UnsafePointer<UInt8>, limits: YAMLLimits) {
    bytes = file.bytes
    self.source = source
    self.limits = limits
    faults = FaultList(limit: limits.faultsOfAKind)
    for fault in file.encodingFaults { note(fault, isASCII: file.isASCII) }
    if bytes.count > limits.fileSize {
      faults.append(Wording.fileTooLarge(bytes: bytes.count, limit: limits.fileSize))
      isRefused = true
    }
    guard !isRefused else { return }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    scan()
    if let openConflict { reportConflict(from: openConflict, to: file.endOffset) }
  }

  deinit {
    replaced?.deallocate()
  }

  /// What libyaml is given in place of the file, where it must not see the file; as long as the file.
  var readableText: UnsafeBufferPointer<UInt8>? {
    replaced.map { UnsafeBufferPointer(start: $0, count: bytes.count) }
  }

  /// Whether a line that begins at an index opens a document.
  static func opensDocument(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 3 <= bytes.count, bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x2D else { return false }
    return index + 3 == bytes.count || bytes[index + 3] <= 0x20
  }

  // MARK: The file as a whole

  private mutating func note(_ fault: EncodingFault, isASCII: Bool) {
    switch fault.kind {
    case .tooLarge(let count):
      faults.append(Wording.fileTooLarge(bytes: count, limit: limits.fileSize))
      isRefused = true
    case .notText(let signature):
      faults.append(Wording.notYAML(signature))
      isRefused = true
    case .wide(let encoding): faults.append(Wording.wideEncoding(encoding))
    case .legacy(let encoding, let byte):
      faults.append(Wording.legacyEncoding(encoding, byte: byte, at: whole(fault.range), places: fault.places))
    case .malformed(let byte):
      faults.append(Wording.invalidUTF8(byte: byte, at: whole(fault.range), places: fault.places))
    }
  }

  /// The range of the character that begins where a range does.
  private func whole(_ range: ByteRange) -> ByteRange {
    guard Int(range.lowerBound) < bytes.count else { return range }
    let step = UTF8Step.read(bytes, at: Int(range.lowerBound))
    return ByteRange(range.lowerBound, range.lowerBound + UInt32(truncatingIfNeeded: step.width))
  }

  // MARK: Byte by byte

  /// Walks over printable ASCII eight bytes at a time.
  private mutating func scan() {
    var index = start
    beginLine(at: index)
    while index < bytes.count {
      let word = Word.load(source + index)
      let unusual = (word & Word.highBits) | ((word &- Word.splat(0x20)) & ~word & Word.highBits) | Word.zeroBytes(word ^ Word.splat(0x7F))
      if unusual == 0 {
        index += 8
        continue
      }
      index += unusual.trailingZeroBitCount / 8
      guard index < bytes.count else { break }
      index += visit(index)
    }
  }

  /// Looks at a byte that is not printable ASCII; returns how many bytes it takes.
  @inline(__always)
  private mutating func visit(_ index: Int) -> Int {
    switch source[index] {
    case 0x0A: beginLine(at: index + 1)
    case 0x0D: if source[index + 1] != 0x0A { beginLine(at: index + 1) }
    case 0x09: break
    case 0..<0x20, 0x7F: forbid(index, width: 1)
    case 0xC2:
      if source[index + 1] < 0xA0 {
        forbid(index, width: 2)
      } else if source[index + 1] == 0xA0 || source[index + 1] == 0xAD || source[index + 1] == 0xB7 {
        suspect(index)
      }
      return 2
    case 0xD8:
      if source[index + 1] == 0x9C { suspect(index) }
      return 2
    case 0xC3...0xDF: return 2
    case 0xE1:
      if source[index + 1] == 0x9A, source[index + 2] == 0x80 { suspect(index) }
      return 3
    case 0xE2:
      let isSeparator = source[index + 1] == 0x80 && (source[index + 2] == 0xA8 || source[index + 2] == 0xA9)
      if isSeparator { forbid(index, width: 3) } else if Suspect.mayMislead(source + index) { suspect(index) }
      return 3
    case 0xE3:
      if source[index + 1] == 0x80, source[index + 2] == 0x80 { suspect(index) }
      return 3
    case 0xEF:
      if source[index + 1] == 0xBF, source[index + 2] >= 0xBE { forbid(index, width: 3) }
      if source[index + 1] == 0xBB, source[index + 2] == 0xBF { suspect(index) }
      return 3
    case 0xE0...0xEF: return 3
    default: return 4
    }
    return 1
  }

  private mutating func suspect(_ index: Int) {
    guard let scalar = UTF8Step.read(bytes, at: index).scalar else { return }
    suspects.append(Suspect(offset: UInt32(truncatingIfNeeded: index), scalar: scalar))
  }

  /// Reports a character that YAML forbids or that libyaml takes for the end of a line, and hides it from libyaml.
  private mutating func forbid(_ index: Int, width: Int) {
    let lower = UInt32(truncatingIfNeeded: index)
    let range = ByteRange(lower, lower + UInt32(truncatingIfNeeded: width))
    if let scalar = UTF8Step.read(bytes, at: index).scalar {
      let isHiddenBreak = scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
      let kind: YAMLFault.Kind = isHiddenBreak ? .hiddenLineBreak : .controlCharacter
      if faults.hasRoom(for: kind) {
        faults.append(isHiddenBreak ? Wording.hiddenLineBreak(scalar, at: range) : Wording.controlCharacter(scalar, at: range))
        errorPlaces.append(lower)
      } else {
        faults.count(kind)
      }
    }
    let text: UnsafeMutablePointer<UInt8>
    if let replaced {
      text = replaced
    } else {
      text = .allocate(capacity: bytes.count + 8)
      text.initialize(from: source, count: bytes.count + 8)
      replaced = text
    }
    // A space, a middle dot, U+FFFD: one character each, as libyaml counts characters.
    let substitute: [UInt8] = width == 1 ? [0x20] : width == 2 ? [0xC2, 0xB7] : [0xEF, 0xBF, 0xBD]
    (text + index).update(from: substitute, count: width)
  }

  // MARK: Line by line

  @inline(__always)
  private mutating func beginLine(at index: Int) {
    switch source[index] {
    case 0x25: if index < bytes.count { noteDirective(at: index) }
    case 0x2D: if Self.opensDocument(bytes, at: index) { directives = 0 }
    case 0x3C, 0x3E: noteConflict(at: index)
    default: break
    }
  }

  private mutating func noteDirective(at index: Int) {
    directives += 1
    guard directives == limits.directives + 1 else { return }
    let lower = UInt32(truncatingIfNeeded: index)
    faults.append(Wording.limit(.limitDirectives, value: limits.directives, at: ByteRange(lower, lower + 1)))
    isRefused = true
  }

  private mutating func noteConflict(at index: Int) {
    let mark = source[index]
    guard index + 7 <= bytes.count, (1..<7).allSatisfy({ source[index + $0] == mark }) else { return }
    guard index + 7 == bytes.count || source[index + 7] <= 0x20 else { return }
    let offset = UInt32(truncatingIfNeeded: index)
    if mark == 0x3C {
      if openConflict == nil { openConflict = offset }
    } else if let start = openConflict {
      reportConflict(from: start, to: offset)
      openConflict = nil
    }
  }

  private mutating func reportConflict(from start: UInt32, to end: UInt32) {
    isRefused = true
    faults.append(Wording.conflictMarker(at: ByteRange(start, start + 7), end: ByteRange(end, min(end + 7, UInt32(truncatingIfNeeded: bytes.count)))))
  }
}
