/// A comment that speaks to the program.
package enum Directive {
  /// Whether a comment, from its `#` on, is one: `# concordat: …`, or `# concordat allow …` with the colon forgotten.
  ///
  /// Whatever the case of the letters: a comment that was meant to be heeded and is not must be told of.
  package static func isOne(_ comment: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = comment.drop { $0 == UInt8(ascii: "#") || isSpace($0) }
    guard take("concordat", from: &rest) else { return false }
    let gap = rest.prefix(while: isSpace)
    rest = rest.dropFirst(gap.count)
    if rest.first == UInt8(ascii: ":") { return true }
    guard !gap.isEmpty, take("allow", from: &rest) else { return false }
    return rest.first.map(isSpace) ?? true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func take(_ word: StaticString, from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.withUTF8Buffer { word in
      guard rest.prefix(word.count).elementsEqual(word, by: { $0 | 0x20 == $1 }) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
  }
}
