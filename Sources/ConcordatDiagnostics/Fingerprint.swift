/// What makes a finding the same finding in another run, though lines moved.
///
/// It is made of the rule, the document's `id` (the file's path where it has none) and the logical path of the place,
/// and for the second of two alike, of its number among them: never of lines, columns or words.
public enum Fingerprint {
  /// The name and version of the way fingerprints are made; another way is another number.
  public static let version = "concordat/v1"

  /// Gives every finding its fingerprint; linear in their number.
  ///
  /// - Parameter lists: In the order in which the findings of a run are counted. Every list is numbered on from the last, so
  ///   that a finding that is accepted keeps its fingerprint.
  public static func assign(to lists: inout [[Diagnostic]]) {
    // The order in which alike findings are counted must not depend on which of them are accepted.
    var places: [(list: Int, index: Int)] = []
    for list in lists.indices { places += lists[list].indices.map { (list, $0) } }
    let ordered = places.sorted { a, b in
      let (left, right) = (lists[a.list][a.index], lists[b.list][b.index])
      if left.place.file.path != right.place.file.path {
        return left.place.file.path.utf8.lexicographicallyPrecedes(right.place.file.path.utf8)
      }
      return left.place.range.lowerBound < right.place.range.lowerBound
    }
    var seen: [[UInt8]: Int] = [:]
    for place in ordered {
      let key = key(of: lists[place.list][place.index])
      let number = seen[key, default: 0]
      seen[key] = number + 1
      lists[place.list][place.index].fingerprint = SHA256.hexDigest(
        of: number == 0 ? key : key + [0] + Array(String(number).utf8))
    }
  }

  private static func key(of diagnostic: Diagnostic) -> [UInt8] {
    var key = Array(diagnostic.rule.utf8)
    key.append(0)
    key += diagnostic.document.map { "id:" + $0 }?.utf8.map { $0 } ?? Array(("file:" + diagnostic.place.file.path).utf8)
    key.append(0)
    key += Array(diagnostic.path.utf8)
    return key
  }
}
