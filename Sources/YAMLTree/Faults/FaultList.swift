internal import SourceText

/// Faults under collection, with a bound on each kind.
struct FaultList {
  private var faults: [YAMLFault] = []
  private var counts: [YAMLFault.Kind: Int] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func append(_ fault: YAMLFault) {
    let count = counts[fault.kind, default: 0] + 1
    counts[fault.kind] = count
    if count <= limit { faults.append(fault) }
  }

  /// Whether another fault of the kind would be listed: lets callers skip the work of wording it.
  func hasRoom(for kind: YAMLFault.Kind) -> Bool { counts[kind, default: 0] < limit }

  /// Counts a fault that is not worded because there is no room for it.
  mutating func count(_ kind: YAMLFault.Kind) { counts[kind, default: 0] += 1 }

  /// All faults by place, those at the same place in the order of their kinds, with one more for every kind that was cut short.
  func sorted() -> [YAMLFault] {
    if counts.isEmpty { return [] }
    var all = faults
    let order = Dictionary(uniqueKeysWithValues: YAMLFault.Kind.allCases.enumerated().map { ($1, $0) })
    for kind in YAMLFault.Kind.allCases {
      let count = counts[kind, default: 0]
      guard count > limit, let last = faults.last(where: { $0.kind == kind }) else { continue }
      all.append(Wording.limitFaults(kind, severity: last.severity, at: last.range, listed: limit, total: count))
    }
    return all.sorted { one, other in
      (one.range.lowerBound, order[one.kind, default: 0], one.range.upperBound)
        < (other.range.lowerBound, order[other.kind, default: 0], other.range.upperBound)
    }
  }
}
