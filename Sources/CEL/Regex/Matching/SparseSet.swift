/// A set of small numbers that remembers the order of insertion and is emptied in no time.
///
/// The two arrays belong to whoever made them: a copy of the value shares them. They live in unsafe memory because a
/// checked array in a class costs an exclusivity check per insertion; every index is an instruction of the program that
/// the set was reserved for.
struct SparseSet {
  private(set) var members: UnsafeMutablePointer<UInt32>
  private var places: UnsafeMutablePointer<UInt32>
  private(set) var count = 0

  init(capacity: Int) {
    members = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity)
    members.initialize(repeating: 0, count: capacity)
    places.initialize(repeating: 0, count: capacity)
  }

  func deallocate() {
    members.deallocate()
    places.deallocate()
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Adds a number below the capacity; returns whether it was missing.
  @inline(__always)
  mutating func insert(_ member: UInt32) -> Bool {
    let place = Int(places[Int(member)])
    if place < count, members[place] == member { return false }
    members[count] = member
    places[Int(member)] = UInt32(truncatingIfNeeded: count)
    count += 1
    return true
  }
}
