/// Bytes compared as bytes: Swift's strings would find canonically equivalent texts equal.
enum Bytes {
  /// Whether two runs hold the same bytes. Written as a loop over short texts, which is what keys and ids are.
  @inline(__always)
  static func areEqual(_ known: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = known.count
    guard count == text.count, let other = text.baseAddress else { return count == 0 && text.isEmpty }
    return known.withUnsafeBufferPointer { bytes in
      // From the end: keys of one record often begin alike.
      var index = count - 1
      while index >= 0 {
        if bytes[index] != other[index] { return false }
        index -= 1
      }
      return true
    }
  }
}
