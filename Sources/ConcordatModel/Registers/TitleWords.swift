/// A title reduced to what two people would agree it says: letters and digits, small, without small words.
///
/// "% of people" and "Percentage of people" stay different: only case, punctuation, spacing and words such as "the" are
/// passed over.
package struct TitleWords: Hashable, Sendable {
  private let words: [[UInt8]]

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package init(_ bytes: some Collection<UInt8>) {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty, !Self.small.contains(word) { words.append(word) }
      word = []
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 97...122, 48...57: word.append(byte)
      case 65...90: word.append(byte | 0x20)
      case UInt8(ascii: "%"): close(); words.append([byte])
      case UInt8(ascii: "&"): close()
      // A typewriter apostrophe joins what it stands between.
      case UInt8(ascii: "'"): break
      case 0xE2:
        // U+2019, the printer's apostrophe.
        let second = bytes.index(after: index)
        if second < bytes.endIndex, bytes[second] == 0x80 {
          let third = bytes.index(after: second)
          if third < bytes.endIndex, bytes[third] == 0x99 { index = third } else { close() }
        } else {
          close()
        }
      case 128...: word.append(byte)
      default: close()
      }
      index = bytes.index(after: index)
    }
    close()
    self.words = words
  }

  private init(words: [[UInt8]]) { self.words = words }

  private static let small: Set<[UInt8]> = Set(["a", "an", "and", "in", "of", "on", "the", "to", "by", "for"].map { Array($0.utf8) })

  /// The same words in the order of the alphabet.
  var inOrder: TitleWords { TitleWords(words: words.sorted { $0.lexicographicallyPrecedes($1) }) }

  /// Without the words that say what kind of council it is.
  package var withoutCouncilWords: TitleWords {
    let council: Set<[UInt8]> = Set(
      ["council", "county", "district", "borough", "city", "london", "metropolitan", "unitary", "authority"].map { Array($0.utf8) })
    return TitleWords(words: words.filter { !council.contains($0) })
  }
}
