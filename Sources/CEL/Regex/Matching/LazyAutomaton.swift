/// A deterministic automaton that answers whether a text matches, built while texts are read.
///
/// A state is a set of instructions with what the conditions need to know of the byte before. Its transitions, one per class
/// of bytes and one for the end of the text, are worked out when first taken and then cost one load each. States are
/// thrown away together when they exceed the memory limit; a text that keeps filling the memory is given up, and
/// ``ThreadMachine`` answers instead. Either way the price is O(bytes × instructions).
final class LazyAutomaton {
  enum Verdict { case match, noMatch, gaveUp }

  /// The most memory that the states may take.
  static let memoryLimit = 1 << 20

  // Values of a transition that are not states.
  private static let unknown: UInt32 = 0
  private static let dead: UInt32 = 1
  private static let match: UInt32 = 2
  private static let firstState: UInt32 = 3

  private struct State {
    var items: Range<Int>
    var place: TextPlace
    var hasConditions: Bool
  }

  private let program: RegexProgram
  private let relevantPlace: TextPlace
  /// Transitions per state: one for each class of bytes, then one for the end.
  private let rowLength: Int
  private let classNumbers: UnsafeMutablePointer<UInt8>
  /// Rows of transitions; a state is the offset of its row. The first rows stand where no state is.
  private var table: UnsafeMutablePointer<UInt32>
  private var tableRows = 16
  private var states: [State] = []
  private var items: [UInt32] = []
  /// Open addressing by hash; 0 is free, otherwise one more than the position in `states`.
  private var index = [UInt32](repeating: 0, count: 16)
  private var starts = [UInt32](repeating: unknown, count: TextPlace.count)
  private let workspace: RegexWorkspace
  /// Bytes of memory, as counted in the workspace.
  private var chargedBytes = 0

  init(_ program: RegexProgram, workspace: RegexWorkspace) {
    self.program = program
    self.workspace = workspace
    relevantPlace = TextPlace(relevantTo: program.conditions)
    rowLength = program.byteClasses.count + 1
    classNumbers = .allocate(capacity: 256)
    for (byte, number) in program.byteClasses.numbers.prefix(256).enumerated() { classNumbers[byte] = number }
    table = .allocate(capacity: tableRows * rowLength)
    table.initialize(repeating: Self.unknown, count: tableRows * rowLength)
    charge()
  }

  deinit {
    classNumbers.deallocate()
    table.deallocate()
    workspace.automatonBytes -= chargedBytes
  }

  /// Whether a match begins at or after an offset of the text, which must not lie beyond its end.
  func search(_ text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Verdict {
    var position = offset
    var bytesAtReset = offset
    let place = TextPlace(in: text, at: offset).intersection(relevantPlace)
    var state = starts[Int(place.rawValue)]
    if state < Self.firstState {
      if state == Self.unknown { state = startState(at: place) }
      if state < Self.firstState { return state == Self.match ? .match : .noMatch }
    }
    while true {
      // The tables are only as safe as their numbers: a class is below the row length, and a state is a row.
      let table = self.table
      let classNumbers = self.classNumbers
      while position < text.count {
        let following = table[Int(state) + Int(classNumbers[Int(text[position])])]
        guard following >= Self.firstState else { break }
        state = following
        position += 1
      }
      let byte = position < text.count ? text[position] : nil
      let number = byte.map { Int(classNumbers[Int($0)]) } ?? rowLength - 1
      var following = table[Int(state) + number]
      if following == Self.unknown {
        let resetsBefore = resets
        following = transition(from: state, on: byte, number)
        if resets != resetsBefore {
          // RE2's measure: states that serve fewer than ten bytes each are not worth building.
          if position - bytesAtReset < 10 * statesAtReset, bytesAtReset > offset {
            workspace.steps += position - offset
            return .gaveUp
          }
          bytesAtReset = max(position, offset + 1)
        }
      }
      if following < Self.firstState {
        workspace.steps += position - offset
        return following == Self.match ? .match : .noMatch
      }
      state = following
      position += 1
    }
  }

  private var resets = 0
  private var statesAtReset = 0

  // MARK: Building states

  private func startState(at place: TextPlace) -> UInt32 {
    workspace.reserve(instructions: program.instructions.count)
    var set = workspace.first
    set.removeAll()
    let state: UInt32
    if follow(program.start, holding: [], into: &set) {
      state = Self.match
    } else {
      state = intern(set, at: place)
    }
    starts[Int(place.rawValue)] = state
    return state
  }

  /// Works out where a state leads on a byte, or on the end of the text.
  private func transition(from state: UInt32, on byte: UInt8?, _ number: Int) -> UInt32 {
    workspace.reserve(instructions: program.instructions.count)
    let origin = states[Int(state) / rowLength - Self.reservedRows]
    var set = workspace.first
    // A copy, because the array grows below.
    var sources = Array(items[origin.items])
    var isMatch = false
    if origin.hasConditions {
      set.removeAll()
      let conditions = origin.place.conditions(before: byte)
      for item in sources { isMatch = follow(item, holding: conditions, into: &set) || isMatch }
      sources = Array(UnsafeBufferPointer(start: set.members, count: set.count))
    }
    var result = isMatch ? Self.match : Self.dead
    if !isMatch, let byte {
      var following = workspace.second
      following.removeAll()
      isMatch = step(sources, on: byte, into: &following)
      if !isMatch, !program.isAnchored { isMatch = follow(program.start, holding: [], into: &following) }
      let resetsBefore = resets
      result = isMatch ? Self.match : intern(following, at: TextPlace(after: byte).intersection(relevantPlace))
      // The row went with the reset.
      if resets != resetsBefore { return result }
    }
    table[Int(state) + number] = result
    return result
  }

  private func step(_ sources: [UInt32], on byte: UInt8, into set: inout SparseSet) -> Bool {
    workspace.steps += sources.count
    return program.transitions.withUnsafeBufferPointer { transitions in
      var isMatch = false
      for item in sources {
        let instruction = program.instructions[Int(item)]
        guard let target = RegexProgram.follow(instruction, at: item, on: byte, transitions) else { continue }
        isMatch = follow(target, holding: [], into: &set) || isMatch
      }
      return isMatch
    }
  }

  /// Adds an instruction and everything that it leads to without reading; returns whether that includes a match.
  private func follow(_ start: UInt32, holding conditions: Assertion, into set: inout SparseSet) -> Bool {
    let pending = workspace.pending
    pending[0].instruction = start
    var depth = 1
    var isMatch = false
    var steps = 0
    while depth > 0 {
      depth -= 1
      var current = pending[depth].instruction
      while set.insert(current) {
        steps += 1
        let instruction = program.instructions[Int(current)]
        switch instruction.operation {
        case .split:
          pending[depth].instruction = instruction.argument
          depth += 1
          current = instruction.next
        case .save: current = instruction.next
        case .condition where conditions.contains(Assertion(rawValue: instruction.low)): current = instruction.next
        case .match: isMatch = true
        case .condition, .bytes, .table, .fail: break
        }
      }
    }
    workspace.steps += steps
    return isMatch
  }

  /// The state of a set of instructions, made if it is new.
  private func intern(_ set: SparseSet, at place: TextPlace) -> UInt32 {
    var own: [UInt32] = []
    var hasConditions = false
    for position in 0..<set.count {
      let item = set.members[position]
      let instruction = program.instructions[Int(item)]
      switch instruction.operation {
      case .bytes, .table: own.append(item)
      case .condition where instruction.low == Assertion.beginText.rawValue && !place.contains(.atTextBegin):
        // The beginning of the text does not come again.
        break
      case .condition:
        own.append(item)
        hasConditions = true
      case .split, .save, .match, .fail: break
      }
    }
    guard !own.isEmpty else { return Self.dead }
    // Only a yes or no is asked, so the order of preference is not part of the state.
    own.sort()
    workspace.steps += set.count
    let known = find(own, at: hasConditions ? place : [])
    if let state = known.state { return state }
    return add(own, at: hasConditions ? place : [], hasConditions: hasConditions, slot: known.slot)
  }

  private func find(_ own: [UInt32], at place: TextPlace) -> (state: UInt32?, slot: Int) {
    var hash = UInt64(place.rawValue) &+ 0x9E37_79B9_7F4A_7C15
    for item in own { hash = (hash ^ UInt64(item)) &* 0xFF51_AFD7_ED55_8CCD }
    let mask = index.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while index[slot] != 0 {
      let number = Int(index[slot]) - 1
      if states[number].place == place, items[states[number].items].elementsEqual(own) {
        return (row(of: number), slot)
      }
      slot = (slot + 1) & mask
    }
    return (nil, slot)
  }

  private static let reservedRows = 3

  private func row(of number: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (number + Self.reservedRows) * rowLength)
  }

  private func add(_ own: [UInt32], at place: TextPlace, hasConditions: Bool, slot: Int) -> UInt32 {
    if memory > Self.memoryLimit {
      reset()
      return add(own, at: place, hasConditions: hasConditions, slot: find(own, at: place).slot)
    }
    let number = states.count
    states.append(
      State(items: items.count..<items.count + own.count, place: place, hasConditions: hasConditions))
    items.append(contentsOf: own)
    index[slot] = UInt32(truncatingIfNeeded: number + 1)
    if states.count * 2 > index.count { growIndex() }
    if number + Self.reservedRows >= tableRows { growTable() }
    (table + Int(row(of: number))).update(repeating: Self.unknown, count: rowLength)
    charge()
    return row(of: number)
  }

  private func growIndex() {
    index = [UInt32](repeating: 0, count: index.count * 2)
    for (number, state) in states.enumerated() {
      let slot = find(Array(items[state.items]), at: state.place).slot
      index[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  private func growTable() {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: tableRows * 2 * rowLength)
    larger.initialize(repeating: Self.unknown, count: tableRows * 2 * rowLength)
    larger.update(from: table, count: tableRows * rowLength)
    table.deallocate()
    table = larger
    tableRows *= 2
  }

  // MARK: Memory

  private var memory: Int {
    256 + 4 * (states.count * rowLength + items.count + index.count) + MemoryLayout<State>.stride * states.count
  }

  private func charge() {
    workspace.automatonBytes += memory - chargedBytes
    chargedBytes = memory
  }

  private func reset() {
    resets += 1
    statesAtReset = states.count
    states.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    index = [UInt32](repeating: 0, count: 16)
    starts = [UInt32](repeating: Self.unknown, count: TextPlace.count)
    charge()
  }
}
