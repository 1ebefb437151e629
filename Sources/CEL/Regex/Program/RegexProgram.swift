/// A pattern as instructions for an automaton that reads bytes.
struct RegexProgram: Sendable {
  struct Instruction: Sendable {
    var operation: Operation
    /// The range of `bytes`; for `condition`, `low` is the ``Assertion``.
    var low: UInt8 = 0
    var high: UInt8 = 0
    /// The instruction that follows.
    var next: UInt32 = 0
    /// The less preferred branch of `split`, the slot of `save`, or the first transition of `table`.
    var argument: UInt32 = 0
    /// The number of transitions of `table`.
    var count: UInt32 = 0
  }

  enum Operation: UInt8, Sendable {
    /// Reads one byte in a range.
    case bytes
    /// Reads one byte by a table of transitions; a node of the automaton of a class.
    case table
    /// Goes both ways, preferring the first.
    case split
    /// Notes the place in a slot.
    case save
    /// Goes on if a condition holds at this place.
    case condition
    case match
    case fail
  }

  /// One row of a table: copies of a class share their rows, so the target is relative.
  struct Transition: Sendable {
    var low: UInt8
    var high: UInt8
    /// How far the next instruction is from this one; 0 for the instruction's own `next`.
    var distance: Int32
  }

  private(set) var instructions: [Instruction]
  private(set) var transitions: [Transition]
  private(set) var start: UInt32
  /// Whether a match can begin only where the text begins.
  let isAnchored: Bool
  let byteClasses: ByteClasses
  /// The conditions that occur anywhere.
  let conditions: Assertion

  init(instructions: [Instruction], transitions: [Transition], start: UInt32, isAnchored: Bool) {
    self.instructions = instructions
    self.transitions = transitions
    self.start = start
    self.isAnchored = isAnchored
    conditions = instructions.reduce(into: []) { all, instruction in
      if instruction.operation == .condition { all.insert(Assertion(rawValue: instruction.low)) }
    }
    byteClasses = ByteClasses(instructions: instructions, transitions: transitions, conditions: conditions)
  }

  /// The instructions that reading a byte leads to from this one, if it reads that byte.
  ///
  /// Complexity: O(log transitions).
  @inline(__always)
  static func follow(
    _ instruction: Instruction, at index: UInt32, on byte: UInt8, _ transitions: UnsafeBufferPointer<Transition>
  ) -> UInt32? {
    switch instruction.operation {
    case .bytes: return instruction.low <= byte && byte <= instruction.high ? instruction.next : nil
    case .table:
      var low = Int(instruction.argument)
      var high = low + Int(instruction.count)
      while low < high {
        let middle = (low + high) / 2
        let row = transitions[middle]
        if byte < row.low {
          high = middle
        } else if byte > row.high {
          low = middle + 1
        } else {
          // A distance leads to a node of the same copy of the class, so the sum is an instruction.
          return row.distance == 0 ? instruction.next : UInt32(truncatingIfNeeded: Int(index) + Int(row.distance))
        }
      }
      return nil
    default: return nil
    }
  }
}

/// Bytes that no instruction tells apart, numbered from 0.
struct ByteClasses: Sendable {
  /// The class of each byte value.
  let numbers: [UInt8]
  /// A member of each class.
  let representatives: [UInt8]

  var count: Int { representatives.count }

  init(
    instructions: [RegexProgram.Instruction], transitions: [RegexProgram.Transition], conditions: Assertion
  ) {
    var beginsClass = [Bool](repeating: false, count: 257)
    func separate(_ low: UInt8, _ high: UInt8) {
      beginsClass[Int(low)] = true
      beginsClass[Int(high) + 1] = true
    }
    for instruction in instructions where instruction.operation == .bytes {
      separate(instruction.low, instruction.high)
    }
    for row in transitions { separate(row.low, row.high) }
    if !conditions.isDisjoint(with: [.beginLine, .endLine]) { separate(0x0A, 0x0A) }
    if !conditions.isDisjoint(with: [.wordBoundary, .noWordBoundary]) {
      // Word characters, and the bytes inside a character (see TextPlace).
      for (low, high) in [(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0x80, 0xBF)] as [(UInt8, UInt8)] {
        separate(low, high)
      }
    }
    var numbers: [UInt8] = []
    var representatives: [UInt8] = []
    for byte in UInt8.min...UInt8.max {
      if beginsClass[Int(byte)] || byte == 0 { representatives.append(byte) }
      numbers.append(UInt8(truncatingIfNeeded: representatives.count - 1))
    }
    self.numbers = numbers
    self.representatives = representatives
  }
}
