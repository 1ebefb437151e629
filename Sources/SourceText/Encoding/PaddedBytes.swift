/// Memory for the text of a file, with eight zero bytes after the end.
struct PaddedBytes {
  static let padding = 8

  let base: UnsafeMutablePointer<UInt8>
  let capacity: Int

  init(capacity: Int) {
    base = .allocate(capacity: capacity + Self.padding)
    self.capacity = capacity
  }

  /// Ends the text; the caller owns the memory from here on.
  func finish(count: Int) -> UnsafeBufferPointer<UInt8> {
    (base + count).initialize(repeating: 0, count: Self.padding)
    return UnsafeBufferPointer(start: base, count: count)
  }

  func free() {
    base.deallocate()
  }
}

/// A place in a mended text from which original offsets run on from another number.
struct OffsetShift: Sendable {
  let offset: UInt32
  let original: UInt32

  /// The original offset under the last shift at or before an offset; O(log shifts).
  static func original(of offset: UInt32, shifts: [OffsetShift]) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return Int(offset) }
    let shift = shifts[low - 1]
    return Int(shift.original) + Int(offset - shift.offset)
  }
}
