/// Finds the name that a misspelt one was probably meant to be.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbouring bytes (optimal string
/// alignment), so that names in any script are compared without normalising them. Case counts for
/// less than a whole step only in choosing between equally near names.
public struct Suggestion {
  private let name: [UInt8]
  private let limit: Int
  private var best: (distance: Int, name: String)?

  /// Longer names are not compared: nobody misspells a name of this length by two letters.
  public static let maximumLength = 64

  /// - Parameter name: The name that was written.
  public init(for name: String) {
    self.name = Array(name.utf8)
    // A third of the letters, and never everything.
    limit = self.name.count > Suggestion.maximumLength ? 0 : min(3, (self.name.count + 1) / 3)
  }

  /// The nearest candidate so far; of equally near ones the first in byte order.
  public var nearest: String? { best?.name }

  /// How far the nearest one is, in steps.
  public var distance: Int? { best?.distance }

  /// Considers one name. O(length of both), at most 64 × 64.
  public mutating func consider(_ candidate: String) {
    let other = Array(candidate.utf8)
    guard limit > 0, other != name, other.count <= Suggestion.maximumLength,
      abs(other.count - name.count) <= limit
    else { return }
    guard let distance = Suggestion.distance(name, other, limit: best?.distance ?? limit) else { return }
    if let best, (distance, 1) >= (best.distance, 1) {
      guard distance == best.distance, other.lexicographicallyPrecedes(best.name.utf8) else { return }
    }
    best = (distance, candidate)
  }

  /// The nearest of some names, if one is near enough to be meant.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    var suggestion = Suggestion(for: name)
    for candidate in candidates { suggestion.consider(candidate) }
    return suggestion.nearest
  }

  /// The distance between two names, or nothing when it is more than `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for row in left.indices {
      current[0] = row + 1
      var smallest = current[0]
      for column in right.indices {
        let isSame = folded(left[row]) == folded(right[column])
        var cost = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = cost
        smallest = min(smallest, cost)
      }
      if smallest > limit { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
