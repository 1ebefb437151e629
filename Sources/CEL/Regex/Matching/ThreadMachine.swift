/// Follows all ways through a program at once, in order of preference, and notes where groups begin and end.
///
/// This is Pike's machine: at every byte it holds each instruction at most once, so it takes O(bytes × instructions) steps,
/// times the slots that each step copies. It finds the leftmost match and, among those, the one that a
/// backtracking engine would find first.
struct ThreadMachine {
  private let program: RegexProgram
  private let text: UnsafeBufferPointer<UInt8>
  private let prefix: [UInt8]
  private let slotCount: Int
  private let pending: UnsafeMutablePointer<RegexWorkspace.Pending>
  private var current: SparseSet
  private var following: SparseSet
  /// The slots of each instruction in the sets, instruction by instruction.
  private var currentSlots: UnsafeMutablePointer<Int>
  private var followingSlots: UnsafeMutablePointer<Int>
  /// The slots of the thread that is being followed.
  private var slots: [Int]
  private var best: [Int]?
  private var steps = 0

  /// The value of a slot whose group took no part.
  static let unset = -1

  /// The slots of the first match that begins at or after an offset: two for the match, then two for each group.
  ///
  /// `prefix` is what every match begins with. With no slots, the answer is empty as soon as there is any match.
  static func search(
    _ program: RegexProgram, prefix: [UInt8], in text: UnsafeBufferPointer<UInt8>, from offset: Int, slotCount: Int,
    workspace: RegexWorkspace
  ) -> [Int]? {
    var machine = ThreadMachine(program, prefix: prefix, text: text, slotCount: slotCount, workspace: workspace)
    machine.run(from: offset)
    workspace.steps += machine.steps
    workspace.threadWork &+= machine.steps &* (1 + slotCount / 8)
    return machine.best
  }

  private init(
    _ program: RegexProgram, prefix: [UInt8], text: UnsafeBufferPointer<UInt8>, slotCount: Int,
    workspace: RegexWorkspace
  ) {
    workspace.reserve(instructions: program.instructions.count)
    workspace.reserve(slots: program.instructions.count * slotCount)
    self.program = program
    self.text = text
    self.prefix = prefix
    self.slotCount = slotCount
    pending = workspace.pending
    current = workspace.first
    following = workspace.second
    currentSlots = workspace.firstSlots
    followingSlots = workspace.secondSlots
    slots = [Int](repeating: Self.unset, count: slotCount)
    current.removeAll()
  }

  private mutating func run(from offset: Int) {
    var position = offset
    while true {
      if best == nil, !program.isAnchored || position == 0 {
        if current.count == 0, !prefix.isEmpty {
          guard let found = ByteSearch.firstIndex(of: prefix, in: text, from: position) else { return }
          steps += found - position
          position = found
        }
        begin(at: position)
      }
      if current.count == 0, best != nil || program.isAnchored { return }
      steps += 1
      let isDone = step(at: position)
      guard !isDone, position < text.count else { return }
      position += 1
      swap(&current, &following)
      swap(&currentSlots, &followingSlots)
    }
  }

  /// Starts a thread, with less preference than those that started earlier.
  private mutating func begin(at position: Int) {
    for slot in slots.indices { slots[slot] = Self.unset }
    if slotCount > 0 { slots[0] = position }
    swap(&current, &following)
    swap(&currentSlots, &followingSlots)
    follow(program.start, at: position, conditions(at: position))
    swap(&current, &following)
    swap(&currentSlots, &followingSlots)
  }

  /// Moves every thread over the byte at a position; returns whether nothing more needs to be read.
  private mutating func step(at position: Int) -> Bool {
    following.removeAll()
    let byte = position < text.count ? text[position] : nil
    let holding = byte == nil ? [] : conditions(at: position + 1)
    for index in 0..<current.count {
      let item = current.members[index]
      let instruction = program.instructions[Int(item)]
      switch instruction.operation {
      case .match:
        accept(item, at: position)
        // The threads after this one are less preferred.
        return slotCount == 0 || following.count == 0
      case .bytes, .table:
        guard let byte else { continue }
        steps += 1
        let target = program.transitions.withUnsafeBufferPointer { transitions in
          RegexProgram.follow(instruction, at: item, on: byte, transitions)
        }
        guard let target else { continue }
        let own = currentSlots + Int(item) * slotCount
        for slot in 0..<slotCount { slots[slot] = own[slot] }
        follow(target, at: position + 1, holding)
      case .split, .save, .condition, .fail: continue
      }
    }
    return false
  }

  private mutating func accept(_ item: UInt32, at position: Int) {
    let own = currentSlots + Int(item) * slotCount
    var result = Array(UnsafeBufferPointer(start: own, count: slotCount))
    if slotCount > 1 { result[1] = position }
    best = result
  }

  private func conditions(at position: Int) -> Assertion {
    guard !program.conditions.isEmpty else { return [] }
    return TextPlace(in: text, at: position).conditions(before: position < text.count ? text[position] : nil)
  }

  /// Adds an instruction and what it leads to without reading, most preferred first, to the following set.
  private mutating func follow(_ start: UInt32, at position: Int, _ conditions: Assertion) {
    pending[0] = .init(instruction: start, slot: RegexWorkspace.Pending.visit, value: 0)
    var depth = 1
    while depth > 0 {
      depth -= 1
      let next = pending[depth]
      if next.slot != RegexWorkspace.Pending.visit {
        slots[Int(next.slot)] = next.value
        continue
      }
      var item = next.instruction
      while following.insert(item) {
        steps += 1
        let instruction = program.instructions[Int(item)]
        switch instruction.operation {
        case .split:
          pending[depth] = .init(instruction: instruction.argument, slot: RegexWorkspace.Pending.visit, value: 0)
          depth += 1
          item = instruction.next
        case .save:
          let slot = Int(instruction.argument)
          if slot < slotCount {
            pending[depth] = .init(instruction: 0, slot: instruction.argument, value: slots[slot])
            depth += 1
            slots[slot] = position
          }
          item = instruction.next
        case .condition where conditions.contains(Assertion(rawValue: instruction.low)): item = instruction.next
        case .bytes, .table, .match:
          let own = followingSlots + Int(item) * slotCount
          for slot in 0..<slotCount { own[slot] = slots[slot] }
        case .condition, .fail: break
        }
      }
    }
  }
}
