/// The sets that `\p{Greek}`, `\p{Latin}` and the other script names stand for.
enum Scripts {
  /// The code points of a script, or `nil` when no script has that name.
  ///
  /// Complexity: O(ranges); the first use makes one pass over the table of about 20 KB.
  static func set(named name: String) -> ScalarSet? {
    guard let line = lines[name] else { return nil }
    return ScriptTable.lines.withUTF8Buffer { table in
      ScalarSet(table[line].split(separator: UInt8(ascii: " ")).compactMap(bounds))
    }
  }

  /// Where the ranges of each script stand in the table.
  private static let lines: [String: Range<Int>] = ScriptTable.lines.withUTF8Buffer { table in
    var places: [String: Range<Int>] = [:]
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let name = line.prefix { $0 != UInt8(ascii: " ") }
      places[String(decoding: name, as: UTF8.self)] = name.endIndex..<line.endIndex
    }
    return places
  }

  private static func bounds(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> ScalarSet.Bounds? {
    let ends = word.split(separator: UInt8(ascii: "-"))
    guard let first = ends.first.flatMap(number), let last = ends.last.flatMap(number), first <= last else {
      return nil
    }
    return first...last
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
