/// Memory that one search needs and the next one uses again.
///
/// One search at a time: it belongs to one ``RegexScratch``, which belongs to one thread.
final class RegexWorkspace {
  /// What is left to do while following branches: an instruction, or a slot to put back.
  struct Pending {
    var instruction: UInt32
    /// The slot to put back, or `visit`.
    var slot: UInt32
    var value: Int

    static let visit = UInt32.max
  }

  /// Instructions visited, transitions built and bytes read since the workspace was made; proof of linear time in tests.
  var steps = 0
  /// Instructions that threads visited, times what each has to remember: unlike ``steps`` the same whatever was searched before.
  var threadWork = 0
  /// Bytes held by automata that use this workspace.
  var automatonBytes = 0

  private(set) var first = SparseSet(capacity: 1)
  private(set) var second = SparseSet(capacity: 1)
  private(set) var pending = UnsafeMutablePointer<Pending>.allocate(capacity: 1)
  private(set) var firstSlots = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  private(set) var secondSlots = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  private var instructionCapacity = 1
  private var slotCapacity = 1

  /// Makes room for a program.
  func reserve(instructions: Int) {
    guard instructions > instructionCapacity else { return }
    instructionCapacity = max(instructions, instructionCapacity * 2)
    first.deallocate()
    second.deallocate()
    pending.deallocate()
    first = SparseSet(capacity: instructionCapacity)
    second = SparseSet(capacity: instructionCapacity)
    // An instruction leaves at most one thing to do, and is visited at most once.
    pending = .allocate(capacity: instructionCapacity + 1)
  }

  /// Makes room for the slots of every instruction, in each of two tables.
  func reserve(slots: Int) {
    guard slots > slotCapacity else { return }
    slotCapacity = max(slots, slotCapacity * 2)
    firstSlots.deallocate()
    secondSlots.deallocate()
    firstSlots = .allocate(capacity: slotCapacity)
    secondSlots = .allocate(capacity: slotCapacity)
  }

  deinit {
    first.deallocate()
    second.deallocate()
    pending.deallocate()
    firstSlots.deallocate()
    secondSlots.deallocate()
  }
}
