/// A set of Unicode code points as sorted ranges that neither overlap nor touch.
///
/// Surrogates may be members: RE2 allows them in classes. They are dropped when a class is turned into
/// bytes, because no UTF-8 text holds one.
struct ScalarSet: Hashable, Sendable {
  /// Both ends belong to the range.
  typealias Bounds = ClosedRange<UInt32>

  private(set) var ranges: [Bounds]

  static let maximum: UInt32 = 0x10FFFF
  static let all = ScalarSet([0...maximum])

  /// Makes a set from ranges in any order.
  ///
  /// Complexity: O(n log n).
  init(_ ranges: [Bounds] = []) {
    self.ranges = ranges
    normalise()
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// The only member, when there is exactly one.
  var singleMember: UInt32? {
    guard ranges.count == 1, let first = ranges.first, first.lowerBound == first.upperBound else { return nil }
    return first.lowerBound
  }

  /// Complexity: O(log n).
  func contains(_ scalar: UInt32) -> Bool {
    let index = ranges.partitionPoint { $0.upperBound >= scalar }
    return index < ranges.count && ranges[index].lowerBound <= scalar
  }

  var complement: ScalarSet {
    var result: [Bounds] = []
    result.reserveCapacity(ranges.count + 1)
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.maximum { result.append(next...Self.maximum) }
    return ScalarSet(sorted: result)
  }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  /// The set together with everything that differs from a member only in case.
  func foldingCase() -> ScalarSet {
    var result = ranges
    for range in ranges { CaseFolding.addVariants(of: range, to: &result) }
    return ScalarSet(result)
  }

  private init(sorted ranges: [Bounds]) { self.ranges = ranges }

  private mutating func normalise() {
    guard ranges.count > 1 else { return }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Bounds] = []
    merged.reserveCapacity(ranges.count)
    var current = ranges[0]
    for range in ranges.dropFirst() {
      if range.lowerBound <= current.upperBound || range.lowerBound == current.upperBound + 1 {
        current = current.lowerBound...max(current.upperBound, range.upperBound)
      } else {
        merged.append(current)
        current = range
      }
    }
    merged.append(current)
    ranges = merged
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies the condition, when no element before it does and all after it do.
  ///
  /// Complexity: O(log n).
  func partitionPoint(_ belongsAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
