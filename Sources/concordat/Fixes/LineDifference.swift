/// The fewest lines to take out and put in that make one text of another.
///
/// Myers' algorithm, on what is left when the lines that both texts begin and end with are put aside.
struct LineDifference {
  enum Step: Equatable {
    case same
    case removed
    case added
  }

  /// In the order of the lines.
  let steps: [Step]

  /// Beyond this many lines taken out and put in, what differs is shown as one block: the table grows with the square.
  static let most = 2000

  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    var head = 0
    while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < old.count - head, tail < new.count - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let middle = Self.steps(Array(old[head..<(old.count - tail)]), Array(new[head..<(new.count - tail)]))
    steps = Array(repeating: .same, count: head) + middle + Array(repeating: .same, count: tail)
  }

  private static func steps(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
    let block = Array(repeating: Step.removed, count: old.count) + Array(repeating: Step.added, count: new.count)
    if old.isEmpty || new.isEmpty { return block }
    // `reached[k]` is how far in the old text the furthest path on the diagonal k - offset has come.
    let limit = min(old.count + new.count, most)
    let offset = limit + 1
    var reached = [Int](repeating: 0, count: 2 * offset + 1)
    var trace: [[Int]] = []
    for edits in 0...limit {
      trace.append(Array(reached[(offset - edits - 1)...(offset + edits + 1)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isDown = diagonal == -edits || (diagonal != edits && reached[offset + diagonal - 1] < reached[offset + diagonal + 1])
        var x = isDown ? reached[offset + diagonal + 1] : reached[offset + diagonal - 1] + 1
        while x < old.count, x - diagonal >= 0, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        reached[offset + diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return path(trace, old.count, new.count) }
      }
    }
    return block
  }

  /// The steps that led to the end, found backwards. Row `edits` of the trace begins at the diagonal `-edits - 1`.
  private static func path(_ trace: [[Int]], _ oldCount: Int, _ newCount: Int) -> [Step] {
    var steps: [Step] = []
    var (x, y) = (oldCount, newCount)
    for edits in trace.indices.reversed() {
      let row = trace[edits]
      let diagonal = x - y
      func reached(_ diagonal: Int) -> Int { row[diagonal + edits + 1] }
      let isDown = diagonal == -edits || (diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1))
      let from = isDown ? diagonal + 1 : diagonal - 1
      let startX = edits == 0 ? 0 : reached(from)
      let startY = edits == 0 ? 0 : startX - from
      let afterX = edits == 0 ? 0 : isDown ? startX : startX + 1
      while x > afterX, y > afterX - diagonal {
        steps.append(.same)
        x -= 1
        y -= 1
      }
      if edits > 0 { steps.append(isDown ? .added : .removed) }
      (x, y) = (startX, startY)
    }
    return steps.reversed()
  }
}
