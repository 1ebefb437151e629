/// Changes to files in the form that `git apply` and `patch` take.
struct UnifiedPatch {
  private(set) var bytes: [UInt8] = []

  /// Lines shown round a change.
  private static let context = 3

  /// Adds the changes of one file.
  ///
  /// - Parameter path: As it is to stand after `a/` and `b/`: relative to the folder in which the patch is applied.
  mutating func add(path: [UInt8], old: [UInt8], new: [UInt8]) {
    let before = Self.lines(of: old)
    let after = Self.lines(of: new)
    let steps = LineDifference(before, after).steps
    let hunks = Self.hunks(steps)
    guard !hunks.isEmpty else { return }
    bytes += Array("diff --git ".utf8) + Self.name("a/", path) + [0x20] + Self.name("b/", path) + [0x0A]
    bytes += Array("--- ".utf8) + Self.name("a/", path) + [0x0A]
    bytes += Array("+++ ".utf8) + Self.name("b/", path) + [0x0A]
    var (x, y, at) = (0, 0, 0)
    for hunk in hunks {
      // Between hunks all lines are the same.
      x += hunk.lowerBound - at
      y += hunk.lowerBound - at
      let oldCount = steps[hunk].count { $0 != .added }
      let newCount = steps[hunk].count { $0 != .removed }
      bytes += Array("@@ -\(Self.range(x, oldCount)) +\(Self.range(y, newCount)) @@\n".utf8)
      for step in steps[hunk] {
        switch step {
        case .same:
          write(" ", before[x])
          x += 1
          y += 1
        case .removed:
          write("-", before[x])
          x += 1
        case .added:
          write("+", after[y])
          y += 1
        }
      }
      at = hunk.upperBound
    }
  }

  private mutating func write(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: sign))
    bytes += line
    if line.last != 0x0A { bytes += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Lines with their breaks; a carriage return stays a part of its line.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  private static func hunks(_ steps: [LineDifference.Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in steps.indices where steps[index] != .same {
      let range = max(0, index - context)..<min(steps.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  /// A range of no lines is named by the line before it.
  private static func range(_ first: Int, _ count: Int) -> String { count == 1 ? "\(first + 1)" : "\(count == 0 ? first : first + 1),\(count)" }

  /// A path as git writes it: in quotes, with escapes, where a byte is out of the ordinary.
  private static func name(_ prefix: String, _ path: [UInt8]) -> [UInt8] {
    let whole = Array(prefix.utf8) + path
    let isOrdinary = whole.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if isOrdinary { return whole }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in whole {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
      case 0x20..<0x7F: quoted.append(byte)
      default:
        quoted.append(UInt8(ascii: "\\"))
        for shift in [6, 3, 0] { quoted.append(UInt8(ascii: "0") + (byte >> shift) & 7) }
      }
    }
    return quoted + [UInt8(ascii: "\"")]
  }
}
