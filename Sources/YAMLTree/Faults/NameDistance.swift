/// How far two names are apart.
enum NameDistance {
  /// The number of letters to insert, drop, change or swap; nil when it is too many for a slip of the pen.
  ///
  /// O(m × n) on names of at most 64 bytes.
  static func measure(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int? {
    let allowed = max(one.count, other.count) < 4 ? 1 : 2
    guard one.count <= 64, other.count <= 64, abs(one.count - other.count) <= allowed else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var current = [row + 1]
      for (column, otherLetter) in other.enumerated() {
        let change = last[column] + (lower(letter) == lower(otherLetter) ? 0 : 1)
        var distance = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == otherLetter {
          distance = min(distance, beforeLast[column - 1] + 1)
        }
        current.append(distance)
      }
      (beforeLast, last) = (last, current)
    }
    guard let distance = last.last, distance <= allowed, distance < one.count else { return nil }
    return distance
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
