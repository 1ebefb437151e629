import SourceText

/// A table as a spreadsheet saves or pastes it: cells between commas, semicolons or tabs, quoted as RFC 4180 says.
///
/// Whatever the bytes, reading ends with a table: a quote inside an unquoted cell is a character like any other, and a quoted cell
/// that never closes runs to the end of the text.
struct DelimitedTable {
  enum Delimiter: UInt8, CaseIterable {
    case tab = 0x09
    case semicolon = 0x3B
    case comma = 0x2C

    var name: String {
      switch self {
      case .tab: "tabs"
      case .semicolon: "semicolons"
      case .comma: "commas"
      }
    }
  }

  struct Row {
    /// The line that it begins on, counted from 1.
    var line: Int
    var cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  let delimiter: Delimiter
  let rows: [Row]
  /// Whether there was more than ``rowLimit`` rows or ``columnLimit`` columns, which is not read.
  let isCut: Bool

  /// No agreement has more than a few hundred targets.
  static let rowLimit = 10_000
  static let columnLimit = 200
  static let cellLimit = 4_000

  /// - Parameter delimiter: Found out from the text if left out.
  init(_ file: SourceFile, delimiter: Delimiter? = nil) {
    let chosen = delimiter ?? Self.delimiter(of: file)
    self.delimiter = chosen
    (rows, isCut) = Self.read(file, chosen, most: Self.rowLimit)
  }

  /// The one that cuts most of the first rows into the same number of cells, and more than one.
  private static func delimiter(of file: SourceFile) -> Delimiter {
    var best = (score: 0, delimiter: Delimiter.comma)
    for delimiter in Delimiter.allCases {
      let rows = read(file, delimiter, most: 50).rows.filter { !$0.isBlank }
      let counts = rows.reduce(into: [Int: Int]()) { $0[$1.cells.count, default: 0] += 1 }
      let score = counts.filter { $0.key > 1 }.map { $0.value * 1000 + min($0.key, 100) }.max() ?? 0
      if score > best.score { best = (score, delimiter) }
    }
    return best.delimiter
  }

  private static func read(_ file: SourceFile, _ delimiter: Delimiter, most: Int) -> (rows: [Row], isCut: Bool) {
    let bytes = file.bytes
    var rows: [Row] = []
    var cells: [String] = []
    var isCut = false
    var line = 1
    var rowLine = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func isBreak(_ place: Int) -> Bool { bytes[place] == 0x0A || bytes[place] == 0x0D }
    while index < bytes.count {
      var cell: [UInt8] = []
      if bytes[index] == 0x22 {
        index += 1
        while index < bytes.count {
          if bytes[index] == 0x22 {
            guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else {
              index += 1
              break
            }
            index += 1
          }
          if bytes[index] == 0x0A { line += 1 }
          cell.append(bytes[index])
          index += 1
        }
      }
      while index < bytes.count, bytes[index] != delimiter.rawValue, !isBreak(index) {
        cell.append(bytes[index])
        index += 1
      }
      if cells.count < columnLimit { cells.append(clean(cell)) } else { isCut = true }
      if index < bytes.count, bytes[index] == delimiter.rawValue {
        index += 1
        // A delimiter at the very end is followed by one more, empty, cell.
        if index < bytes.count { continue }
        if cells.count < columnLimit { cells.append("") }
      }
      if index < bytes.count {
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        line += 1
      }
      rows.append(Row(line: rowLine, cells: cells))
      rowLine = line
      cells = []
      if rows.count >= most { return (rows, isCut || index < bytes.count) }
    }
    return (rows, isCut)
  }

  /// Without spaces at the ends, with single spaces for what spreadsheets use as spaces; line breaks are kept.
  private static func clean(_ bytes: [UInt8]) -> String {
    var lines: [String] = []
    for line in String(decoding: bytes.prefix(cellLimit), as: UTF8.self).unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\u{0B}" }) {
      var words: [String] = []
      for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{200B}" || $0 == "\u{FEFF}" }) {
        words.append(String(word))
      }
      if !words.isEmpty { lines.append(words.joined(separator: " ")) }
    }
    return lines.joined(separator: "\n")
  }
}
