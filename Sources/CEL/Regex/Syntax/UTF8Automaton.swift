/// A class of code points as a minimal automaton over UTF-8 bytes.
///
/// Code points split into runs whose encodings differ in one range per byte; the runs come in ascending order, so the
/// automaton is built from left to right and a finished part that equals an earlier one is shared. Four bytes are the most,
/// hence four open levels.
struct UTF8Automaton: Sendable {
  struct Transition: Hashable, Sendable {
    var low: UInt8
    var high: UInt8
    /// The node to go to, or `accept`.
    var target: Int
  }

  /// The target that means that a whole code point was read.
  static let accept = -1

  /// Transitions of each node, by ascending bytes; empty when the class has no member.
  private(set) var nodes: [[Transition]] = []
  private(set) var start = 0

  init(_ set: ScalarSet) {
    var builder = Builder()
    for range in set.ranges {
      // No UTF-8 text holds a surrogate.
      builder.add(range.lowerBound, min(range.upperBound, 0xD7FF))
      builder.add(max(range.lowerBound, 0xE000), range.upperBound)
    }
    guard !builder.isEmpty else { return }
    builder.freeze(downTo: 0)
    start = builder.number(of: builder.levels[0].transitions)
    nodes = builder.nodes
  }
}

private struct Builder {
  struct Level {
    var transitions: [UTF8Automaton.Transition] = []
    var open: ClosedRange<UInt8>?
  }

  var nodes: [[UTF8Automaton.Transition]] = []
  var levels = [Level](repeating: Level(), count: 4)
  private var numbers: [[UTF8Automaton.Transition]: Int] = [:]

  var isEmpty: Bool { levels[0].open == nil && levels[0].transitions.isEmpty }

  /// Adds the code points of a range that lies beyond all that were added; an empty range adds nothing.
  mutating func add(_ first: UInt32, _ last: UInt32) {
    var pending = [(first, last)]
    next: while let (low, end) = pending.popLast() {
      var high = end
      guard low <= high else { continue }
      for limit in [0x7F, 0x7FF, 0xFFFF] as [UInt32] where low <= limit && limit < high {
        pending.append((limit + 1, high))
        high = limit
      }
      if high >= 0x80 {
        for shift in [6, 12, 18] as [UInt32] {
          let mask: UInt32 = (1 << shift) - 1
          guard low & ~mask != high & ~mask else { continue }
          if low & mask != 0 {
            pending.append(((low | mask) + 1, high))
            pending.append((low, low | mask))
            continue next
          }
          if high & mask != mask {
            pending.append((high & ~mask, high))
            pending.append((low, (high & ~mask) - 1))
            continue next
          }
        }
      }
      guard let from = Unicode.Scalar(low), let through = Unicode.Scalar(high) else { continue }
      add(zip(from.utf8, through.utf8).map { $0...$1 })
    }
  }

  private mutating func add(_ sequence: [ClosedRange<UInt8>]) {
    var shared = 0
    while shared < sequence.count, levels[shared].open == sequence[shared] { shared += 1 }
    freeze(downTo: shared)
    for level in shared..<sequence.count { levels[level].open = sequence[level] }
  }

  /// Finishes what is open at a level and below, and leaves it to the level's transitions.
  mutating func freeze(downTo level: Int) {
    var target = UTF8Automaton.accept
    for index in stride(from: levels.count - 1, through: level, by: -1) {
      guard let open = levels[index].open else { continue }
      levels[index].open = nil
      levels[index].transitions.append(.init(low: open.lowerBound, high: open.upperBound, target: target))
      guard index > level else { continue }
      target = number(of: levels[index].transitions)
      levels[index].transitions = []
    }
  }

  mutating func number(of transitions: [UTF8Automaton.Transition]) -> Int {
    if let known = numbers[transitions] { return known }
    nodes.append(transitions)
    numbers[transitions] = nodes.count - 1
    return nodes.count - 1
  }
}
