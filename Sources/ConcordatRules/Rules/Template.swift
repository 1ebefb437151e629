package import CEL
import SourceText

/// Text with expressions in `{{ }}`: the messages of a rule.
package struct Template: Sendable {
  package enum Part: Sendable {
    case text(String)
    case expression(Program)
  }

  package let parts: [Part]

  /// A template's text cut at its braces, before the expressions are compiled.
  struct Cut {
    enum Piece {
      case text([UInt8])
      /// The bytes between the braces, and where they begin in the template.
      case expression([UInt8], offset: Int)
    }
    var pieces: [Piece] = []
    /// Where an opening pair has no closing one.
    var unclosed: Int?

    init(_ bytes: [UInt8]) {
      var text: [UInt8] = []
      var index = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") else {
          text.append(bytes[index])
          index += 1
          continue
        }
        guard let end = Cut.closing(of: bytes, from: index + 2) else {
          unclosed = index
          return
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        text = []
        pieces.append(.expression(Array(bytes[index + 2..<end]), offset: index + 2))
        index = end + 2
      }
      if !text.isEmpty { pieces.append(.text(text)) }
    }

    /// The offset of the braces that close an expression; braces inside quotes and maps do not.
    private static func closing(of bytes: [UInt8], from start: Int) -> Int? {
      var quote: UInt8?
      var depth = 0
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if let open = quote {
          if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
          quote = byte
        } else if byte == UInt8(ascii: "{") {
          depth += 1
        } else if byte == UInt8(ascii: "}") {
          if depth == 0 {
            return index + 1 < bytes.count && bytes[index + 1] == byte ? index : nil
          }
          depth -= 1
        }
        index += 1
      }
      return nil
    }
  }
}
