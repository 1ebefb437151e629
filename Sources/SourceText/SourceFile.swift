import Synchronization

/// A file's text under the name that reports show.
///
/// The text is always well-formed UTF-8, whatever the file held: other encodings are transcoded and faults are
/// mended, each with an ``EncodingFault`` to report, so that one odd byte never hides the rest of a file.
/// Ranges point into the text; ``originalOffset(of:)`` leads back to the bytes on disk.
public final class SourceFile: @unchecked Sendable {
  // The one unsafe member is `bytes`. It is allocated and filled before `init` returns, never written
  // again, and freed in `deinit`.

  /// The largest file that is read, in bytes.
  ///
  /// The largest real agreement is below a tenth of this; the limit keeps every remaining quadratic corner of
  /// a YAML library small, and lets offsets be 32 bits wide.
  public static let sizeLimit = 8 << 20

  /// As reports show it: relative, with `/`.
  public let path: String

  /// The text, at an address that stays the same for the life of this object.
  ///
  /// Eight zero bytes follow the last, so a reader may load a word at any offset inside.
  public let bytes: UnsafeBufferPointer<UInt8>

  /// The bytes of the file as they lie on disk, where ``bytes`` had to differ from them.
  private let unmended: UnsafeBufferPointer<UInt8>?

  /// The bytes of the file as they lie on disk; good while this object lives. Empty above ``sizeLimit``.
  public var originalBytes: UnsafeBufferPointer<UInt8> { unmended ?? bytes }

  /// How the file was encoded on disk.
  public let encoding: TextEncoding

  /// What was wrong with the encoding, by offset; empty for well-formed UTF-8.
  public let encodingFaults: [EncodingFault]

  /// Whether every byte of the text is below 0x80.
  public let isASCII: Bool

  /// Where mending changed the length of the text.
  private let shifts: [OffsetShift]
  private let derived = Mutex(Derived())

  /// What is computed only when a report asks.
  private struct Derived {
    var lines: LineIndex?
    var text: [UInt8]?
  }

  /// Keeps a copy of the bytes of a file.
  ///
  /// Above ``sizeLimit`` the text is empty and ``encodingFaults`` says so.
  public convenience init(path: String, text: [UInt8]) {
    self.init(path: path, byteCount: text.count) { buffer in
      text.withUnsafeBytes { buffer.copyMemory(from: $0) }
      return text.count
    }
  }

  /// Lets a reader put the bytes of a file where they will stay.
  ///
  /// - Parameters:
  ///   - byteCount: The most that `fill` will write. Above ``sizeLimit`` nothing is read.
  ///   - fill: Writes the bytes and returns how many there are.
  public init<Failure: Error>(
    path: String, byteCount: Int, fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    self.path = path
    guard byteCount <= Self.sizeLimit else {
      let empty = PaddedBytes(capacity: 0)
      bytes = empty.finish(count: 0)
      unmended = nil
      encoding = .utf8
      encodingFaults = [EncodingFault(kind: .tooLarge(byteCount: byteCount), range: ByteRange(0, 0), originalOffset: 0)]
      isASCII = true
      shifts = []
      return
    }
    let raw = PaddedBytes(capacity: max(0, byteCount))
    let filled: Int
    do {
      filled = try fill(UnsafeMutableRawBufferPointer(start: raw.base, count: raw.capacity))
    } catch {
      raw.free()
      throw error
    }
    let original = raw.finish(count: min(max(0, filled), raw.capacity))
    let decoded = Decoding.decode(original)
    if let mended = decoded.text {
      bytes = mended
      unmended = original
    } else {
      bytes = original
      unmended = nil
    }
    encoding = decoded.encoding
    encodingFaults = decoded.faults
    isASCII = decoded.isASCII
    shifts = decoded.shifts
  }

  deinit {
    bytes.deallocate()
    unmended?.deallocate()
  }

  /// The text as an array, copied from ``bytes`` once and kept.
  public var text: [UInt8] {
    derived.withLock { derived in
      if let text = derived.text { return text }
      let text = Array(bytes)
      derived.text = text
      return text
    }
  }

  /// The offset after the last byte.
  public var endOffset: UInt32 { UInt32(truncatingIfNeeded: bytes.count) }

  /// The bytes of a range, cut to the text; good while this object lives.
  public func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    let lower = min(Int(range.lowerBound), bytes.count)
    let upper = min(Int(range.upperBound), bytes.count)
    return UnsafeBufferPointer(rebasing: bytes[lower..<upper])
  }

  /// The text of a range as a string.
  public func string(_ range: ByteRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// Where lines begin; computed at the first call, O(text).
  public var lines: LineIndex {
    derived.withLock { derived in
      if let lines = derived.lines { return lines }
      let lines = LineIndex(of: bytes, isASCII: isASCII)
      derived.lines = lines
      return lines
    }
  }

  /// The range of a line counted from 1, without its line break; nil when there is no such line.
  public func line(_ number: Int) -> ByteRange? {
    guard var range = lines.lineWithBreak(number) else { return nil }
    let text = slice(range)
    if let last = text.last, last == 0x0A || last == 0x0D { range.upperBound -= 1 }
    if text.count > 1, text.last == 0x0A, text[text.count - 2] == 0x0D { range.upperBound -= 1 }
    return range
  }

  /// The line and columns of an offset; O(log lines) after the first call.
  public func position(of offset: UInt32) -> Position {
    lines.position(of: offset, in: bytes)
  }

  /// The column in a terminal, counted from 1; O(line).
  public func displayColumn(of offset: UInt32) -> Int {
    let lines = lines
    guard let line = lines.lineWithBreak(lines.line(containing: offset)) else { return 1 }
    return DisplayWidth.columns(of: slice(ByteRange(line.lowerBound, min(offset, line.upperBound)))) + 1
  }

  /// The offset in the file on disk that holds the character at an offset of the text.
  ///
  /// The same number for UTF-8, where a byte order mark counts as three bytes.
  public func originalOffset(of offset: UInt32) -> Int {
    let offset = min(offset, endOffset)
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      return 2 * lines.counts(before: offset, in: bytes).utf16
    case .utf32LittleEndian, .utf32BigEndian:
      return 4 * lines.counts(before: offset, in: bytes).scalars
    case .utf8, .windows1252, .macRoman:
      return OffsetShift.original(of: offset, shifts: shifts)
    }
  }
}
