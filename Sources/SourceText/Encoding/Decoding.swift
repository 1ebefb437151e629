/// What became of the bytes of a file: well-formed UTF-8, and what had to be done for it.
struct Decoding {
  /// The new text, or nil where the bytes could stay as they are. The receiver owns it.
  var text: UnsafeBufferPointer<UInt8>?
  var encoding = TextEncoding.utf8
  var faults: [EncodingFault] = []
  var isASCII = false
  var shifts: [OffsetShift] = []

  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoding {
    var result = Decoding()
    if let signature = FileSignature.find(in: bytes) {
      result.mend(bytes, from: 0)
      result.encoding = .utf8
      result.faults = [EncodingFault(kind: .notText(signature), range: ByteRange(0, 0), originalOffset: 0)]
      return result
    }
    let encoding = TextEncoding.detect(bytes)
    switch encoding {
    case .utf16LittleEndian: result.transcode(bytes, unit: 2, littleEndian: true)
    case .utf16BigEndian: result.transcode(bytes, unit: 2, littleEndian: false)
    case .utf32LittleEndian: result.transcode(bytes, unit: 4, littleEndian: true)
    case .utf32BigEndian: result.transcode(bytes, unit: 4, littleEndian: false)
    default:
      let (firstFault, isASCII) = scan(bytes)
      result.isASCII = isASCII
      if let firstFault { result.mend(bytes, from: firstFault) }
      return result
    }
    result.encoding = encoding
    return result
  }

  /// Looks for the first byte that is not UTF-8, eight bytes at a time where they are ASCII.
  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> (firstFault: Int?, isASCII: Bool) {
    guard let base = bytes.baseAddress else { return (nil, true) }
    var index = 0
    var isASCII = true
    while index < bytes.count {
      // The padding is zero, so the word at the end reads as ASCII.
      let high = Word.load(base + index) & Word.highBits
      if high == 0 {
        index += 8
        continue
      }
      index += high.trailingZeroBitCount / 8
      guard index < bytes.count else { break }
      isASCII = false
      let step = UTF8Step.read(bytes, at: index)
      if step.scalar == nil { return (index, false) }
      index += step.width
    }
    return (nil, isASCII)
  }

  // MARK: UTF-16 and UTF-32

  private mutating func transcode(_ bytes: UnsafeBufferPointer<UInt8>, unit: Int, littleEndian: Bool) {
    let encoding: TextEncoding =
      unit == 2
      ? (littleEndian ? .utf16LittleEndian : .utf16BigEndian)
      : (littleEndian ? .utf32LittleEndian : .utf32BigEndian)
    var output = TextWriter(capacity: bytes.count / 2 * 3 + 8)
    var malformed = FaultCount()
    func value(at index: Int) -> UInt32 {
      var value: UInt32 = 0
      for step in 0..<unit {
        let byte = bytes[index + (littleEndian ? unit - 1 - step : step)]
        value = value << 8 | UInt32(byte)
      }
      return value
    }
    var index = 0
    while index + unit <= bytes.count {
      var scalar = value(at: index)
      var width = unit
      if unit == 2, scalar & 0xFC00 == 0xD800, index + 4 <= bytes.count {
        let low = value(at: index + 2)
        if low & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          width = 4
        }
      }
      if let character = Unicode.Scalar(scalar) {
        output.append(character)
      } else {
        malformed.add(at: output.count, original: index, byte: bytes[index])
        output.append("\u{FFFD}")
      }
      index += width
    }
    if index < bytes.count {
      malformed.add(at: output.count, original: index, byte: bytes[index])
      output.append("\u{FFFD}")
    }
    faults.append(EncodingFault(kind: .wide(encoding), range: ByteRange(0, 0), originalOffset: 0))
    if let fault = malformed.fault({ .malformed(byte: $0) }) { faults.append(fault) }
    text = output.finish()
    isASCII = output.isASCII
  }

  // MARK: Bytes that are not UTF-8

  /// Copies well-formed UTF-8 and replaces everything else, one character a fault.
  private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let legacy = LegacyBytes.likelyEncoding(of: bytes, from: start)
    var output = TextWriter(capacity: start + 3 * (bytes.count - start))
    output.append(bytes[..<start])
    var readAsLegacy = FaultCount()
    var malformed = FaultCount()
    var index = start
    while index < bytes.count {
      let step = UTF8Step.read(bytes, at: index)
      if let scalar = step.scalar {
        output.append(scalar)
        index += step.width
        continue
      }
      var width = 1
      if let broken = LegacyBytes.malformedWidth(bytes, at: index) {
        malformed.add(at: output.count, original: index, byte: bytes[index])
        output.append("\u{FFFD}")
        width = broken
      } else {
        readAsLegacy.add(at: output.count, original: index, byte: bytes[index])
        output.append(LegacyBytes.scalar(bytes[index], in: legacy))
      }
      index += width
      shifts.append(OffsetShift(offset: UInt32(truncatingIfNeeded: output.count), original: UInt32(truncatingIfNeeded: index)))
    }
    if let fault = readAsLegacy.fault({ .legacy(legacy, byte: $0) }) {
      faults.append(fault)
      encoding = legacy
    }
    if let fault = malformed.fault({ .malformed(byte: $0) }) { faults.append(fault) }
    faults.sort { $0.range.lowerBound < $1.range.lowerBound }
    text = output.finish()
    isASCII = output.isASCII
  }
}

/// The first place of a fault, and how often it occurs.
private struct FaultCount {
  private var first: (offset: Int, original: Int, byte: UInt8)?
  private var places = 0

  mutating func add(at offset: Int, original: Int, byte: UInt8) {
    if first == nil { first = (offset, original, byte) }
    places += 1
  }

  func fault(_ kind: (UInt8) -> EncodingFault.Kind) -> EncodingFault? {
    guard let first else { return nil }
    let lower = UInt32(truncatingIfNeeded: first.offset)
    // Whatever stands for a fault is one character of at least one byte; three for U+FFFD.
    return EncodingFault(
      kind: kind(first.byte), range: ByteRange(lower, lower &+ 1), originalOffset: first.original, places: places)
  }
}

/// Text under construction in memory large enough for it.
private struct TextWriter {
  private let memory: PaddedBytes
  private(set) var count = 0
  private(set) var isASCII = true

  init(capacity: Int) {
    memory = PaddedBytes(capacity: capacity)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(unit) }
  }

  mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in bytes { append(byte) }
  }

  private mutating func append(_ byte: UInt8) {
    guard count < memory.capacity else { return }
    memory.base[count] = byte
    isASCII = isASCII && byte < 0x80
    count += 1
  }

  func finish() -> UnsafeBufferPointer<UInt8> {
    memory.finish(count: count)
  }
}
