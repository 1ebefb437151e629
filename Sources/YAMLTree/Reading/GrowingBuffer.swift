/// A list of plain values in memory that can be handed over when it is complete.
///
/// An array would check for sharing at every append, and its address is not promised to stay.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  /// Room behind the last element, so that bytes can be read a word at a time.
  static var padding: Int { 8 }

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    base = .allocate(capacity: self.capacity + Self.padding)
  }

  deinit {
    base.deallocate()
  }

  /// An element; the index is the caller's own and below the count.
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(_ elements: UnsafePointer<Element>, count more: Int) {
    if count + more > capacity { grow(to: count + more) }
    (base + count).update(from: elements, count: more)
    count += more
  }

  mutating func removeLast(_ number: Int = 1) {
    count -= min(number, count)
  }

  mutating func resize(to newCount: Int, repeating element: Element) {
    if newCount > capacity { grow(to: newCount) }
    count = newCount
    base.initialize(repeating: element, count: newCount)
  }

  /// Gives up the memory, which the receiver frees; the list is empty afterwards.
  mutating func take() -> UnsafeBufferPointer<Element> {
    // Trees stay in memory together, so room that grew for nothing is given back.
    if capacity > count + count / 4 { move(to: count) }
    let taken = UnsafeBufferPointer(start: UnsafePointer(base), count: count)
    count = 0
    capacity = 0
    base = .allocate(capacity: Self.padding)
    return taken
  }

  private mutating func grow(to needed: Int) {
    move(to: max(needed, capacity * 2, 16))
  }

  private mutating func move(to newCapacity: Int) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity + Self.padding)
    memory.update(from: base, count: count)
    base.deallocate()
    base = memory
    capacity = newCapacity
  }
}
