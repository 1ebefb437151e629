/// Reads the forms of a report whose unit is the line or the row.
enum LineText {
  /// What is wrong with a table as RFC 4180 has it, or nothing: as many cells in every row, quotes where they must be, and no cell that
  /// a spreadsheet would take for a formula.
  static func tableFault(in bytes: [UInt8]) -> String? {
    var rows: [[[UInt8]]] = [[]]
    var cell: [UInt8] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      if cell.isEmpty, bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < bytes.count else { return "CSV: a quotation without end" }
          if bytes[index] != UInt8(ascii: "\"") {
            cell.append(bytes[index])
          } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
            cell.append(bytes[index])
            index += 1
          } else {
            break
          }
          index += 1
        }
        index += 1
        guard index < bytes.count, [0x2C, 0x0A, 0x0D].contains(bytes[index]) else { return "CSV: text behind a quotation at \(index)" }
        continue
      }
      switch bytes[index] {
      case 0x2C:
        rows[rows.count - 1].append(cell)
        cell = []
      case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: break
      case 0x0A:
        rows[rows.count - 1].append(cell)
        cell = []
        rows.append([])
      case 0x22, 0x0D: return "CSV: a quotation mark or return inside a cell at \(index)"
      default: cell.append(bytes[index])
      }
      index += 1
    }
    guard rows.last?.isEmpty == true, cell.isEmpty else { return "CSV: the last row has no end" }
    rows.removeLast()
    for (number, row) in rows.enumerated() {
      if row.count != rows[0].count { return "CSV: row \(number) has \(row.count) cells, not \(rows[0].count)" }
      for cell in row {
        guard let first = cell.first, "=+-@\t\r".utf8.contains(first) else { continue }
        if Double(String(decoding: cell, as: UTF8.self)) == nil { return "CSV: a formula, \(String(decoding: cell, as: UTF8.self))" }
      }
    }
    return nil
  }

  /// What is wrong with commands for the log of GitHub, or nothing: every line is a command that we mean to give.
  static func commandFault(in bytes: [UInt8]) -> String? {
    for line in bytes.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      let isCommand = ["::error ", "::warning ", "::notice ", "::error::", "::warning::", "::notice::", "::group::", "::endgroup::"].contains(where: text.hasPrefix)
      if text.hasPrefix("::"), !isCommand { return "GitHub: the command \(text)" }
      if text.hasPrefix("##[") { return "GitHub: the command \(text)" }
    }
    return nil
  }

  /// What is wrong with one JSON value on each line, or nothing.
  static func jsonLinesFault(in bytes: [UInt8]) -> String? {
    if bytes.isEmpty { return nil }
    if bytes.last != 0x0A { return "JSON lines: the last has no end" }
    for line in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let fault = JSONText.fault(in: Array(line)) { return fault }
    }
    return nil
  }
}
