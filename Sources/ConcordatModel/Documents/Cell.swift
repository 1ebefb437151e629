/// A figure as an author wrote it in a table: a number, or the mess that real tables hold.
///
/// Only what cannot be misread counts as a number (`4.6%`, `2,737`); everything else is kept as written and described,
/// so that the author can be told what to write instead. Nothing is guessed.
public enum Cell: Sendable, Hashable {
  /// A plain decimal number.
  case number(Double)
  /// A number with a percent or pound sign or thousands separators: the figure is certain, the form is not ours.
  case dressed(Double, plain: String, unit: Unit?)
  /// A figure, then the period that it is for: `54.5 (2005-2007 ave)`.
  case figureWithPeriod(figure: String, period: String)
  /// A figure, then words: `36% (see footnote)`.
  case figureWithNote(figure: String, note: String)
  /// A word that stands for a figure to come: `TBC`, `tba`, `New PI`.
  case toCome
  /// A word that says there is no figure: `N/A`, `-`.
  case none
  /// Two figures or a bound: `45-50`, `>90`, `approx. 50`.
  case notOneFigure
  /// Anything else.
  case unreadable

  /// What a sign beside a number says of its unit.
  public enum Unit: Sendable, Hashable { case percent, pounds }

  /// Reads a cell. At most the first 400 bytes are looked at.
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    let written = Cell.trim(Array(text.prefix(400)))
    let trimmed = Cell.trim(Cell.typed(written))
    if let value = Cell.plainNumber(trimmed) {
      // A number behind a printer's minus is certain, but not how files write it.
      self = trimmed == written ? .number(value) : .dressed(value, plain: String(decoding: trimmed, as: UTF8.self), unit: nil)
      return
    }
    if let (value, plain, unit) = Cell.dressedNumber(trimmed) {
      self = .dressed(value, plain: plain, unit: unit)
      return
    }
    let folded = Cell.folded(trimmed)
    if Cell.wordsToCome.contains(folded) || Cell.isToCome(folded) {
      self = .toCome
    } else if Cell.wordsForNone.contains(folded) {
      self = .none
    } else {
      self = Cell.reading(of: trimmed)
    }
  }

  private static let wordsToCome: Set<String> = [
    "tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be announced", "to be decided", "to be determined",
    "to be set", "new", "new pi", "new indicator", "not yet", "not yet set", "not yet available",
    "awaited", "pending", "placeholder", "deferred", "see footnote", "see note", "see notes", "baseline year",
  ]

  private static let wordsForNone: Set<String> = [
    "", "n/a", "na", "n.a", "not applicable", "not available", "none", "nil", "null", "-", "--", "?", "x", "yes", "no", "*",
  ]

  /// A figure with something behind it, or none.
  private static func reading(of bytes: [UInt8]) -> Cell {
    if let first = bytes.first, [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~")].contains(first) {
      return .notOneFigure
    }
    // The longest beginning that is a number in any dress.
    var end = 0
    while end < min(bytes.count, 40), isNumberByte(bytes[end]) { end += 1 }
    var figureEnd = end
    while figureEnd > 0, dressedNumber(trim(Array(bytes[..<figureEnd]))) == nil,
      plainNumber(trim(Array(bytes[..<figureEnd]))) == nil
    {
      figureEnd -= 1
    }
    guard figureEnd > 0, figureEnd < bytes.count else {
      let words = folded(bytes)
      return words.utf8.starts(with: "approx".utf8) || words.utf8.starts(with: "about ".utf8) ? .notOneFigure : .unreadable
    }
    // "0x1F" and "12b" are one word, not a figure and a remark.
    let isApart = bytes[figureEnd - 1] == UInt8(ascii: "%") || bytes[figureEnd - 1] == 32 || !isWordByte(bytes[figureEnd])
    guard isApart else { return .unreadable }
    let figureBytes = trim(Array(bytes[..<figureEnd]))
    let figure = dressedNumber(figureBytes)?.plain ?? String(decoding: figureBytes, as: UTF8.self)
    // "1 200", "12,34", "1.200,5", "2008/09" and "12:30" are not a figure and a remark: to cut them would change the figure.
    let following = trim(Array(bytes[figureEnd...]))
    if let first = following.first,
      (48...57).contains(first) || [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":")].contains(first)
    {
      return .notOneFigure
    }
    let rest = stripBrackets(following)
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { return .notOneFigure }
    if folded(rest).utf8.starts(with: "to ".utf8), plainNumber(trim(Array(rest.dropFirst(3)))) != nil, rest.count < 10,
      PeriodText(rest) == nil
    {
      return .notOneFigure
    }
    let words = String(decoding: rest, as: UTF8.self)
    // Months are often written with two digits of a year: "to Feb 11" is a period, though not one we turn into days.
    if PeriodText(rest) != nil { return .figureWithPeriod(figure: figure, period: PeriodText.trimmed(words)) }
    if mentionsMonth(rest) { return .figureWithPeriod(figure: figure, period: words) }
    return .figureWithNote(figure: figure, note: words)
  }

  /// A decimal number as YAML and everybody else writes it, of at most 30 digits.
  static func plainNumber(_ bytes: [UInt8]) -> Double? {
    var digits = 0
    var points = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 48...57: digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return nil }
      default: return nil
      }
    }
    guard (1...30).contains(digits), points <= 1, bytes.last != UInt8(ascii: ".") else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  private static func dressedNumber(_ bytes: [UInt8]) -> (value: Double, plain: String, unit: Unit?)? {
    var rest = bytes
    var unit: Unit?
    let pound: [UInt8] = [0xC2, 0xA3]
    if rest.starts(with: pound) {
      unit = .pounds
      rest = trim(Array(rest.dropFirst(2)))
    } else if rest.last == UInt8(ascii: "%") {
      unit = .percent
      rest = trim(Array(rest.dropLast()))
    }
    var plain = rest
    if rest.contains(UInt8(ascii: ",")) {
      guard let whole = withoutThousandsSeparators(rest) else { return nil }
      plain = whole
    } else if unit == nil {
      return nil
    }
    guard let value = plainNumber(plain) else { return nil }
    return (value, String(decoding: plain, as: UTF8.self), unit)
  }

  /// `2,737` and `12,647,087.5` without their commas; nothing where the groups are not of three.
  private static func withoutThousandsSeparators(_ bytes: [UInt8]) -> [UInt8]? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let head = groups.first, (1...4).contains(head.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return groups.flatMap { $0 } + (parts.count == 2 ? [UInt8(ascii: ".")] + parts[1] : [])
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: " "), 0xC2, 0xA3:
      true
    default: false
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte >= 128 || byte == UInt8(ascii: "_")
  }

  private static func mentionsMonth(_ bytes: [UInt8]) -> Bool {
    let words = folded(bytes)
    return Day.monthNames.contains { name in
      words.split(separator: " ").contains { $0.utf8.count >= 3 && name.lowercased().utf8.starts(with: $0.utf8) }
    }
  }

  private static func stripBrackets(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") else { return bytes }
    return trim(Array(bytes.dropFirst().dropLast()))
  }

  private static func trim(_ bytes: [UInt8]) -> [UInt8] {
    let isSpace: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
    let head = bytes.drop(while: isSpace)
    guard let last = head.lastIndex(where: { !isSpace($0) }) else { return [] }
    return Array(head[...last])
  }

  /// Small letters, single spaces, no full stop at the end.
  private static func folded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if byte == 32 || (9...13).contains(byte) {
        if result.last != 32 { result.append(32) }
      } else {
        result.append((65...90).contains(byte) ? byte | 0x20 : byte)
      }
    }
    while result.last == UInt8(ascii: ".") || result.last == UInt8(ascii: "*") && result.count > 1 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
