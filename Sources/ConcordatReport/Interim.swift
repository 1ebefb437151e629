// Lines, columns and visible text until SourceText offers them.
import SourceText

struct LineTable {
  let text: [UInt8]
  private let starts: [Int]

  init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < text.count && text[index] == 0x0A)) { starts.append(index) }
    }
    self.starts = starts
  }

  /// From 0.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, without its end and without a byte order mark.
  func content(of line: Int) -> Range<Int> {
    var lower = starts[line]
    var upper = line + 1 < starts.count ? starts[line + 1] : text.count
    if upper > lower, text[upper - 1] == 0x0A { upper -= 1 }
    if upper > lower, text[upper - 1] == 0x0D { upper -= 1 }
    if lower == 0, upper >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { lower = 3 }
    return lower..<upper
  }

  func position(of offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let content = content(of: line)
    var column = 1
    var index = content.lowerBound
    while index < min(offset, text.count) {
      if text[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return (line + 1, column)
  }
}

/// The scalar that begins at a byte, and its length; U+FFFD and 1 where the bytes are not UTF-8.
func scalar(in text: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
  let first = text[index]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, index + length <= text.count else { return ("\u{FFFD}", 1) }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for next in text[(index + 1)..<(index + length)] {
    guard next & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
    value = value << 6 | UInt32(next & 0x3F)
  }
  guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
  return (scalar, length)
}

func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

func appendVisible(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
  if isHidden(scalar) {
    bytes.append(contentsOf: "\\u{\(hexadecimal(scalar))}".utf8)
  } else {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return digits.utf8.count < 2 ? "0" + digits : digits
}

func visibleWidth(_ scalar: Unicode.Scalar) -> Int {
  isHidden(scalar) ? 4 + hexadecimal(scalar).utf8.count : displayWidth(scalar)
}

/// The lines of files already seen, by identity.
struct LineTables {
  private var tables: [ObjectIdentifier: LineTable] = [:]

  subscript(file: SourceFile) -> LineTable {
    mutating get {
      if let known = tables[ObjectIdentifier(file)] { return known }
      let table = LineTable(file.text)
      tables[ObjectIdentifier(file)] = table
      return table
    }
  }
}
