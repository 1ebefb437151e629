/// The sets that `\p{Greek}`, `\p{Latin}` and the other script names stand for.
enum Scripts {
  /// The code points of a script, or `nil` when no script has that name.
  ///
  /// Complexity: one pass over the table of about 20 KB.
  static func set(named name: String) -> ScalarSet? {
    ScriptTable.lines.withUTF8Buffer { table in
      for line in table.split(separator: UInt8(ascii: "\n")) {
        let words = line.split(separator: UInt8(ascii: " "))
        guard let scriptName = words.first, scriptName.elementsEqual(name.utf8) else { continue }
        return ScalarSet(words.dropFirst().compactMap(bounds))
      }
      return nil
    }
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
