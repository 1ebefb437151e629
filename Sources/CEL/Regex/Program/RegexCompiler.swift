/// Turns a tree into instructions, from the end of the pattern to its beginning.
///
/// Each part is compiled knowing the instruction that follows it, so only loops need a second look. The stack of work is an
/// array: a pattern may nest as deep as its limits say on a thread with a small stack.
struct RegexCompiler {
  private let tree: RegexTree
  private var instructions: [RegexProgram.Instruction] = []
  private var transitions: [RegexProgram.Transition] = []
  /// The first row of each class in `transitions`, by node, once the class has been compiled.
  private var rowsOfSets: [Int: [Int]] = [:]
  private var work: [Task] = []
  /// The instruction that follows what is compiled next.
  private var next: UInt32 = 0

  private enum Task {
    case compile(RegexTree.Index)
    case save(slot: Int)
    /// An alternative is compiled; those before `position` are still to come.
    case alternative(Range<Int>, position: Int, after: UInt32, chain: UInt32?)
    /// A loop's body is compiled: lead its branch there, and go on with the branch or the body.
    case closeLoop(UInt32, isGreedy: Bool, continuesAtBody: Bool)
    /// Compile a copy, then as many more.
    case copies(RegexTree.Index, Int)
    /// An optional copy is compiled: put the branch before it, then as many more copies.
    case optional(RegexTree.Index, more: Int, exit: UInt32, isGreedy: Bool)
    case branchPast(UInt32, isGreedy: Bool)
  }

  static func program(for tree: RegexTree) -> RegexProgram {
    var compiler = RegexCompiler(tree: tree)
    compiler.next = compiler.emit(.init(operation: .match))
    compiler.work.append(.compile(tree.root))
    while let task = compiler.work.popLast() { compiler.perform(task) }
    return RegexProgram(
      instructions: compiler.instructions, transitions: compiler.transitions, start: compiler.next,
      isAnchored: tree.nodes[tree.root].isAnchored)
  }

  private init(tree: RegexTree) { self.tree = tree }

  private mutating func perform(_ task: Task) {
    switch task {
    case .compile(let node): compile(tree.nodes[node].shape)
    case .save(let slot): emitSave(slot)
    case .alternative(let range, let position, let after, let chain):
      let branch = chain.map { emitSplit(next, $0, isGreedy: true) } ?? next
      compileAlternative(range, before: position, after: after, chain: branch)
    case .closeLoop(let loop, let isGreedy, let continuesAtBody):
      aim(loop, at: next, isGreedy: isGreedy)
      if !continuesAtBody { next = loop }
    case .copies(let node, let count):
      guard count > 0 else { return }
      work.append(.copies(node, count - 1))
      work.append(.compile(node))
    case .optional(let node, let more, let exit, let isGreedy):
      next = emitSplit(next, exit, isGreedy: isGreedy)
      compileOptional(node, more: more, exit: exit, isGreedy: isGreedy)
    case .branchPast(let exit, let isGreedy):
      next = emitSplit(next, exit, isGreedy: isGreedy)
    }
  }

  private mutating func compile(_ shape: RegexTree.Shape) {
    switch shape {
    case .empty: break
    case .nothing: next = emit(.init(operation: .fail))
    case .literal(let scalar):
      for byte in scalar.utf8.reversed() {
        next = emit(.init(operation: .bytes, low: byte, high: byte, next: next))
      }
    case .set(let number): emitSet(number)
    case .assertion(let assertion):
      next = emit(.init(operation: .condition, low: assertion.rawValue, next: next))
    case .concatenation(let children):
      // The last one is on top of the stack and so comes first.
      for child in tree.links[children] { work.append(.compile(child)) }
    case .alternation(let children):
      compileAlternative(children, before: children.upperBound, after: next, chain: nil)
    case .group(let number, let child):
      work.append(.save(slot: number * 2))
      work.append(.compile(child))
      emitSave(number * 2 + 1)
    case .repetition(let child, let minimum, let maximum?, let isGreedy):
      work.append(.copies(child, minimum))
      compileOptional(child, more: maximum - minimum, exit: next, isGreedy: isGreedy)
    case .repetition(let child, let minimum, nil, let isGreedy):
      compileLoop(child, minimum: minimum, isGreedy: isGreedy)
    }
  }

  private mutating func compileLoop(_ child: RegexTree.Index, minimum: Int, isGreedy: Bool) {
    let exit = next
    let loop = emitSplit(exit, exit, isGreedy: isGreedy)
    next = loop
    if minimum > 0 {
      work.append(.copies(child, minimum - 1))
    } else if tree.nodes[child].matchesEmpty {
      // x* becomes (x+)?, so that a body that prefers to be empty, as in (|a)*, is given its first turn.
      work.append(.branchPast(exit, isGreedy: isGreedy))
    } else {
      work.append(.closeLoop(loop, isGreedy: isGreedy, continuesAtBody: false))
      work.append(.compile(child))
      return
    }
    work.append(.closeLoop(loop, isGreedy: isGreedy, continuesAtBody: true))
    work.append(.compile(child))
  }

  /// Compiles x(x(x)?)?, innermost first.
  private mutating func compileOptional(_ node: RegexTree.Index, more: Int, exit: UInt32, isGreedy: Bool) {
    guard more > 0 else { return }
    work.append(.optional(node, more: more - 1, exit: exit, isGreedy: isGreedy))
    work.append(.compile(node))
  }

  private mutating func compileAlternative(_ range: Range<Int>, before position: Int, after: UInt32, chain: UInt32?) {
    guard position > range.lowerBound else {
      next = chain ?? after
      return
    }
    work.append(.alternative(range, position: position - 1, after: after, chain: chain))
    work.append(.compile(tree.links[position - 1]))
    next = after
  }

  // MARK: Instructions

  private mutating func emit(_ instruction: RegexProgram.Instruction) -> UInt32 {
    instructions.append(instruction)
    return UInt32(truncatingIfNeeded: instructions.count - 1)
  }

  private mutating func emitSave(_ slot: Int) {
    next = emit(.init(operation: .save, next: next, argument: UInt32(truncatingIfNeeded: slot)))
  }

  private mutating func emitSplit(_ body: UInt32, _ exit: UInt32, isGreedy: Bool) -> UInt32 {
    emit(.init(operation: .split, next: isGreedy ? body : exit, argument: isGreedy ? exit : body))
  }

  private mutating func aim(_ loop: UInt32, at body: UInt32, isGreedy: Bool) {
    if isGreedy { instructions[Int(loop)].next = body } else { instructions[Int(loop)].argument = body }
  }

  private mutating func emitSet(_ number: Int) {
    let automaton = tree.sets[number]
    let rows = rowsOfSets[number] ?? addRows(of: automaton, number)
    if automaton.nodes.count == 1, automaton.nodes[0].count == 1 {
      let range = automaton.nodes[0][0]
      next = emit(.init(operation: .bytes, low: range.low, high: range.high, next: next))
      return
    }
    let base = instructions.count
    for (node, row) in zip(automaton.nodes, rows) {
      _ = emit(
        .init(
          operation: .table, next: next, argument: UInt32(truncatingIfNeeded: row),
          count: UInt32(truncatingIfNeeded: node.count)))
    }
    next = UInt32(truncatingIfNeeded: base + automaton.start)
  }

  private mutating func addRows(of automaton: UTF8Automaton, _ number: Int) -> [Int] {
    var rows: [Int] = []
    for (index, node) in automaton.nodes.enumerated() {
      rows.append(transitions.count)
      for row in node {
        let distance = row.target == UTF8Automaton.accept ? 0 : row.target - index
        transitions.append(.init(low: row.low, high: row.high, distance: Int32(truncatingIfNeeded: distance)))
      }
    }
    rowsOfSets[number] = rows
    return rows
  }
}
