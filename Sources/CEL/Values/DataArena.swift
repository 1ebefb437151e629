/// The lists and maps of a host's data: one allocation of exactly the right size.
///
/// A unit is sixteen bytes: a list takes one for each element and a map two for each entry. The host counts first, fills
/// through a ``Builder``, and freezes. Text stays in the host's own bytes, which the host keeps alive. The address of a
/// slot leads back to the host's own record of it through ``unitIndex(of:)``.
public final class DataArena: @unchecked Sendable {
  // Sendable because nothing writes after the builder has been consumed.

  private let base: UnsafeMutablePointer<Value>
  /// Units allocated.
  public let unitCount: Int

  fileprivate init(base: UnsafeMutablePointer<Value>, unitCount: Int) {
    self.base = base
    self.unitCount = unitCount
  }

  deinit { base.deallocate() }

  /// The number of the unit that a slot of this arena begins at, or nothing for memory of somebody else.
  ///
  /// The value of the entry at index i of a map is unit `first + 2 * i + 1`, where `first` is the unit of the
  /// map's first entry; the element at index i of a list is `first + i`.
  @inlinable
  public func unitIndex(of slot: UnsafePointer<Value>) -> Int? { unitIndex(ofAddress: UnsafeRawPointer(slot)) }

  /// The number of the unit where the elements of a list, or the entries of a map, begin; nothing when it is empty.
  @inlinable
  public func unitIndex(ofContentsOf container: Value) -> Int? {
    guard container.count > 0, container.tag == .list || container.tag == .map else { return nil }
    return container.pointer(to: Value.self).flatMap { unitIndex(ofAddress: UnsafeRawPointer($0)) }
  }

  @usableFromInline
  func unitIndex(ofAddress address: UnsafeRawPointer) -> Int? {
    let distance = address - UnsafeRawPointer(base)
    guard distance >= 0, distance < unitCount * MemoryLayout<Value>.stride else { return nil }
    return distance / MemoryLayout<Value>.stride
  }

  /// The addresses of its units, for a host that looks up which of many arenas a slot lies in.
  package var addresses: Range<UInt> {
    let start = UInt(bitPattern: base)
    return start..<start + UInt(unitCount * MemoryLayout<Value>.stride)
  }

  /// The slot of a unit.
  public subscript(unit: Int) -> UnsafePointer<Value>? {
    unit >= 0 && unit < unitCount ? UnsafePointer(base + unit) : nil
  }

  /// An arena that is being filled.
  ///
  /// Space is taken in the order of the calls, and starts out as nulls.
  public struct Builder: ~Copyable {
    private let arena: DataArena
    /// Units taken so far.
    public private(set) var used = 0

    public init(unitCount: Int) {
      let count = max(0, unitCount)
      let base = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
      arena = DataArena(base: base, unitCount: count)
    }

    /// Room for the elements of a list, to be filled by the caller; nothing when it does not fit.
    public mutating func list(count: Int) -> UnsafeMutableBufferPointer<Value>? {
      guard count >= 0, count <= arena.unitCount - used else { return nil }
      let start = arena.base + used
      // Here rather than at the start, so that memory which nobody takes is never touched.
      start.initialize(repeating: .null, count: count)
      used += count
      return UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// Room for the entries of a map, to be filled by the caller; nothing when it does not fit.
    public mutating func map(count: Int) -> UnsafeMutableBufferPointer<MapEntry>? {
      guard count >= 0, count <= (arena.unitCount - used) / 2 else { return nil }
      (arena.base + used).initialize(repeating: .null, count: count * 2)
      let start = UnsafeMutableRawPointer(arena.base + used).bindMemory(to: MapEntry.self, capacity: count)
      used += count * 2
      return UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// The finished arena: nothing may be written through the builder's pointers any more.
    public consuming func freeze() -> DataArena { arena }
  }
}
