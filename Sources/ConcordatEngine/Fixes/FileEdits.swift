package import ConcordatDiagnostics
package import SourceText

/// Changes to one file, made in the bytes that it has on disk.
///
/// Fixes speak of the text as it was read, which is UTF-8 whatever the file holds. Only the bytes of the changes are touched: a file
/// saved by an old Windows program stays one.
package struct FileEdits {
  private let file: SourceFile
  /// The file as it is on disk.
  private let original: [UInt8]

  /// Why the bytes cannot be changed: one sentence without a full stop.
  package struct Refusal: Error {
    package var reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// - Parameter original: The bytes from which `file` was read.
  package init(_ file: SourceFile, original: [UInt8]) {
    self.file = file
    self.original = original
  }

  /// Makes the changes; the result is known to read as the text with exactly those changes.
  ///
  /// - Parameter edits: None overlaps another; several insertions at one place are made in their order.
  package func apply(_ edits: [Fix.Edit]) throws(Refusal) -> [UInt8] {
    let ordered = edits.enumerated().sorted {
      ($0.element.place.range.lowerBound, $0.element.place.range.upperBound, $0.offset)
        < ($1.element.place.range.lowerBound, $1.element.place.range.upperBound, $1.offset)
    }.map(\.element)
    var text: [UInt8] = []
    var bytes: [UInt8] = []
    var textDone = 0
    var bytesDone = 0
    for edit in ordered {
      let range = edit.place.range
      let (lower, upper) = (file.originalOffset(of: range.lowerBound), file.originalOffset(of: range.upperBound))
      guard textDone <= range.lowerBound, range.upperBound <= file.endOffset, bytesDone <= lower, lower <= upper, upper <= original.count
      else { throw Refusal(reason: "two changes would be made at one place") }
      text += file.bytes[textDone..<Int(range.lowerBound)]
      text += Array(edit.replacement.utf8)
      textDone = Int(range.upperBound)
      bytes += original[bytesDone..<lower]
      guard let encoded = file.encoding.encode(edit.replacement) else {
        throw Refusal(
          reason: "the file is saved as \(file.encoding.name), in which '\(edit.replacement)' cannot be written; save it again with the encoding UTF-8")
      }
      bytes += encoded
      bytesDone = upper
    }
    text += file.bytes[textDone...]
    bytes += original[bytesDone...]
    guard SourceFile(path: file.path, text: bytes).text == text else {
      throw Refusal(reason: "the file, saved as \(file.encoding.name), could not be changed without touching other characters")
    }
    return bytes
  }
}

extension TextEncoding {
  /// The bytes of a text; nothing where the encoding may lack a character.
  fileprivate func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .utf32LittleEndian: text.unicodeScalars.flatMap { scalar in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: scalar.value >> $0) } }
    case .utf32BigEndian: text.unicodeScalars.flatMap { scalar in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) } }
    // Below 0x80 all these agree.
    case .windows1252, .macRoman: text.utf8.allSatisfy { $0 < 0x80 } ? Array(text.utf8) : nil
    }
  }
}
