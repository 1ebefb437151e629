/// The documents of one kind that one authority has, by their days.
struct DatedDocuments: Sendable {
  /// The first of all, in the order of the repository.
  private var first: Int?
  /// The first that says no day.
  private var undated: Int?
  private var dated: [(day: Day, index: Int)] = []

  /// Adds a document; they come in the order of the repository.
  mutating func append(_ index: Int, on day: Day?) {
    if first == nil { first = index }
    if let day {
      dated.append((day, index))
    } else if undated == nil {
      undated = index
    }
  }

  /// With one document for each day, the first in the order of the repository.
  func sorted() -> DatedDocuments {
    var result = self
    result.dated = []
    for entry in dated.sorted(by: { ($0.day, $0.index) < ($1.day, $1.index) }) where result.dated.last?.day != entry.day {
      result.dated.append(entry)
    }
    return result
  }

  /// The latest whose day is not after a day, or else the earliest; one without a day counts as of that very day.
  func index(on day: Day?) -> Int? {
    guard let day else { return first }
    var low = 0
    var high = dated.count
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    let latest = low > 0 ? dated[low - 1] : nil
    if let undated {
      guard let latest, latest.day == day else { return undated }
      return min(undated, latest.index)
    }
    return latest?.index ?? dated.first?.index
  }
}
