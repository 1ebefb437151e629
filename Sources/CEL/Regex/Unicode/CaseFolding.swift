/// Unicode simple case folding: which code points differ only in case.
///
/// The standard library knows the full case mappings but not `CaseFolding.txt`. Simple folding is what
/// remains of them when only mappings to one code point are followed, in either direction, with the
/// exceptions named below; a test compares the result with the published folding.
enum CaseFolding {
  /// Adds everything that differs only in case from a member of the range.
  ///
  /// Complexity: O(log n + members with case); the first call for anything beyond ASCII builds the table (about 2 ms).
  static func addVariants(of range: ScalarSet.Bounds, to result: inout [ScalarSet.Bounds]) {
    addASCIIVariants(of: range, to: &result)
    guard range.upperBound >= 0x80 else { return }
    let start = orbits.partitionPoint { $0.scalar >= range.lowerBound }
    for entry in orbits[start...] {
      guard entry.scalar <= range.upperBound else { break }
      result.append(entry.variant...entry.variant)
    }
  }

  /// Letters, and the two signs beyond ASCII that fold into it: U+017F (long s) and U+212A (kelvin).
  private static func addASCIIVariants(of range: ScalarSet.Bounds, to result: inout [ScalarSet.Bounds]) {
    for (first, last, distance) in [(0x41, 0x5A, 32), (0x61, 0x7A, -32)] as [(UInt32, UInt32, Int32)] {
      let low = max(first, range.lowerBound)
      let high = min(last, range.upperBound)
      guard low <= high else { continue }
      result.append(UInt32(Int32(low) + distance)...UInt32(Int32(high) + distance))
    }
    if range.contains(0x6B) || range.contains(0x4B) { result.append(0x212A...0x212A) }
    if range.contains(0x73) || range.contains(0x53) { result.append(0x17F...0x17F) }
  }

  private struct Variant: Sendable {
    var scalar: UInt32
    var variant: UInt32
  }

  /// Every pair of different code points with the same folding, sorted by the first.
  private static let orbits: [Variant] = {
    var leader: [UInt32: UInt32] = [:]
    func root(_ scalar: UInt32) -> UInt32 {
      var current = scalar
      while let next = leader[current], next != current { current = next }
      return current
    }
    func join(_ a: UInt32, _ b: UInt32) {
      let low = min(root(a), root(b))
      let high = max(root(a), root(b))
      leader[low] = low
      leader[high] = low
    }
    for value in casedScalars {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped, !unfolded.contains(value)
      else { continue }
      for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
        let target = mapping.unicodeScalars
        if let only = target.first, target.count == 1, only != scalar, !unfolded.contains(only.value) {
          join(value, only.value)
        }
      }
    }
    for (a, b) in ligatures { join(a, b) }

    var members: [UInt32: [UInt32]] = [:]
    for scalar in leader.keys { members[root(scalar), default: []].append(scalar) }
    var result: [Variant] = []
    for orbit in members.values {
      for scalar in orbit {
        for variant in orbit where variant != scalar { result.append(Variant(scalar: scalar, variant: variant)) }
      }
    }
    return result.sorted { ($0.scalar, $0.variant) < ($1.scalar, $1.variant) }
  }()

  /// Every script with case lies in the first two planes.
  private static let casedScalars: Range<UInt32> = 0..<0x20000

  /// Dotted and dotless i fold only in Turkic languages.
  private static let unfolded: Set<UInt32> = [0x130, 0x131]

  /// Folded by `CaseFolding.txt` (status S) although their full mappings have several code points.
  private static let ligatures: [(UInt32, UInt32)] = [(0x390, 0x1FD3), (0x3B0, 0x1FE3), (0xFB05, 0xFB06)]
}
