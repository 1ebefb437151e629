import SourceText

/// The hash of every line of a file as code scanning knows a line again, though lines above it move.
///
/// Over 64 bits, of base 37, of the hundred UTF-16 units from the start of a line on, without spaces and tabs, every line break as one
/// line feed, U+FFFF after the last and then zeros; and the number of that hash so far in the file. From the fingerprints of github/codeql-action,
/// which would otherwise compute them when a report is uploaded, and warns where they differ.
struct LineHashes {
  private static let length = 100
  /// As `a7f2ff13bc495cf2:1`, by line.
  private let lines: [String]

  /// Linear in the size of the text.
  init(_ file: SourceFile) {
    var state = State()
    var isAfterReturn = false
    for unit in file.string(ByteRange(0, file.endOffset)).utf16 {
      let isFeedOfPair = isAfterReturn && unit == 0x0A
      isAfterReturn = unit == 0x0D
      if unit == 0x20 || unit == 0x09 || isFeedOfPair { continue }
      state.add(unit == 0x0D ? 0x0A : unit)
    }
    state.add(0xFFFF)
    for _ in 0..<Self.length { state.add(0) }
    lines = state.hashes
  }

  /// The hash of a line counted from 1; that of the last where there are fewer.
  subscript(line: Int) -> String {
    lines.indices.contains(line - 1) ? lines[line - 1] : lines.last ?? "0:1"
  }

  private struct State {
    /// The polynomial of all units so far, and the power of the base that takes the first of a hundred out of it again.
    private var sum: UInt64 = 0
    private let power = (0..<LineHashes.length).reduce(UInt64(1)) { power, _ in power &* 37 }
    private var count = 0
    private var startsLine = true
    /// Lines of which a hundred units are not known yet: where each began, and the sum before it.
    private var waiting: [(index: Int, sum: UInt64)] = []
    private var seen: [UInt64: Int] = [:]
    var hashes: [String] = []

    mutating func add(_ unit: UInt16) {
      if let first = waiting.first, first.index + LineHashes.length == count {
        waiting.removeFirst()
        let hash = sum &- first.sum &* power
        let number = seen[hash, default: 0] + 1
        seen[hash] = number
        hashes.append("\(String(hash, radix: 16)):\(number)")
      }
      if startsLine { waiting.append((count, sum)) }
      startsLine = unit == 0x0A
      sum = sum &* 37 &+ UInt64(unit)
      count += 1
    }
  }
}
