import ConcordatDiagnostics
import SourceText

/// The unit in which a format counts columns. Lines end at LF, CR LF or CR in all of them.
enum ColumnUnit: Sendable {
  /// Unicode scalars; a byte order mark takes no column.
  case scalars
  /// UTF-16 code units, as SARIF and browsers count; a byte order mark takes no column.
  case utf16
  /// Bytes of the line as it is on disk, a byte order mark among them: what edits lines of bytes may cut there. For a file in
  /// UTF-16 or UTF-32, the bytes that its text takes in UTF-8.
  case bytes
}

/// A place as a format writes it: everything counts from 1, and the end is the first column after it.
///
/// The one place where ranges of bytes become lines and columns of other formats.
struct Span: Sendable, Equatable {
  struct Point: Sendable, Equatable {
    var line: Int
    var column: Int
  }

  let start: Point
  let end: Point

  init(_ place: Diagnostic.Place, in unit: ColumnUnit) {
    start = Self.point(place.range.lowerBound, of: place.file, in: unit)
    end = Self.point(place.range.upperBound, of: place.file, in: unit)
  }

  /// The last line that holds something of it: a line of which only the start is reached holds nothing.
  var lastLine: Int { end.column == 1 && end.line > start.line ? end.line - 1 : end.line }

  private static func point(_ offset: UInt32, of file: SourceFile, in unit: ColumnUnit) -> Point {
    let position = file.position(of: offset)
    switch unit {
    case .scalars: return Point(line: position.line, column: position.column)
    case .utf16: return Point(line: position.line, column: position.utf16Column)
    case .bytes:
      switch file.encoding {
      case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
        return Point(line: position.line, column: position.utf8Column)
      case .utf8, .windows1252, .macRoman:
        let line = file.lines.lineWithBreak(position.line)?.lowerBound ?? 0
        let column = file.originalOffset(of: offset) - file.originalOffset(of: line) + 1
        return Point(line: position.line, column: max(1, column))
      }
    }
  }
}
