/// Memory for what an evaluation makes: taken by moving a pointer, given back all at once.
///
/// Chunks are kept when the memory is reset, so an evaluator that has warmed up allocates nothing. More than `limit`
/// bytes at a time are refused, and the evaluation then ends with the error `memoryLimit`.
struct Scratch: ~Copyable {
  /// A place to go back to.
  struct Mark {
    fileprivate var chunk: Int
    fileprivate var next: UnsafeMutableRawPointer
  }

  private struct Chunk {
    var start: UnsafeMutableRawPointer
    var size: Int
  }

  /// The next free byte, always on a multiple of 16.
  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  private var chunk = 0
  private var chunks: [Chunk]
  /// Bytes in the chunks before the present one.
  private var usedBefore = 0
  /// Nothing below this place is given back: the values of memoised variables lie there.
  private var floor: Mark
  var limit: Int

  init(limit: Int, firstChunk: Int = 16 * 1024) {
    let start = UnsafeMutableRawPointer.allocate(byteCount: firstChunk, alignment: 16)
    chunks = [Chunk(start: start, size: firstChunk)]
    next = start
    end = start + firstChunk
    floor = Mark(chunk: 0, next: start)
    self.limit = limit
  }

  deinit { for chunk in chunks { chunk.start.deallocate() } }

  /// Bytes on a multiple of 16, or nothing when the limit is reached.
  @inline(__always)
  mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let rounded = (size &+ 15) & ~15
    guard size >= 0, rounded <= end - next else { return allocateSlowly(rounded) }
    let place = next
    next = place + rounded
    return place
  }

  @inline(__always)
  mutating func values(_ count: Int) -> UnsafeMutablePointer<Value>? {
    guard count < 1 << 32 else { return nil }
    return allocate(count &* MemoryLayout<Value>.stride)?.assumingMemoryBound(to: Value.self)
  }

  mutating func entries(_ count: Int) -> UnsafeMutablePointer<MapEntry>? {
    guard count < 1 << 32 else { return nil }
    return allocate(count &* MemoryLayout<MapEntry>.stride)?.assumingMemoryBound(to: MapEntry.self)
  }

  @inline(never)
  private mutating func allocateSlowly(_ size: Int) -> UnsafeMutableRawPointer? {
    guard size >= 0, size <= limit else { return nil }
    let used = usedBefore + chunks[chunk].size
    guard used + size <= limit else { return nil }
    if chunk + 1 < chunks.count && chunks[chunk + 1].size >= size {
      chunk += 1
    } else {
      // The chunks that follow are too small for this request; they would only be skipped.
      while chunks.count > chunk + 1 { chunks.removeLast().start.deallocate() }
      let bytes = max(size, min(chunks[chunk].size * 2, 1 << 20, limit - used))
      chunks.append(Chunk(start: .allocate(byteCount: bytes, alignment: 16), size: bytes))
      chunk += 1
    }
    usedBefore = used
    next = chunks[chunk].start + size
    end = chunks[chunk].start + chunks[chunk].size
    return chunks[chunk].start
  }

  /// Whether an address lies in this memory.
  func contains(_ address: UInt64) -> Bool {
    chunks.contains { chunk in
      let start = UInt64(UInt(bitPattern: chunk.start))
      return address >= start && address < start + UInt64(chunk.size)
    }
  }

  /// Gives back the end of the newest allocation.
  mutating func shrink(_ start: UnsafeMutableRawPointer, from old: Int, to new: Int) {
    if start + ((old + 15) & ~15) == next { next = start + ((new + 15) & ~15) }
  }

  /// Makes the newest allocation longer in place, if it is the newest and there is room.
  mutating func extend(_ start: UnsafeMutableRawPointer, from old: Int, to new: Int) -> Bool {
    guard start + old == next, new - old <= end - next else { return false }
    next = start + ((new + 15) & ~15)
    return true
  }

  @inline(__always)
  var mark: Mark { Mark(chunk: chunk, next: next) }

  /// Gives back everything taken since the mark, but for what ``pin()`` keeps.
  @inline(__always)
  mutating func release(to mark: Mark) {
    if mark.next != next { releaseSlowly(to: mark) }
  }

  private mutating func releaseSlowly(to mark: Mark) {
    let target: Mark
    if mark.chunk != floor.chunk {
      target = mark.chunk > floor.chunk ? mark : floor
    } else {
      target = mark.next > floor.next ? mark : floor
    }
    while chunk > target.chunk {
      chunk -= 1
      usedBefore -= chunks[chunk].size
    }
    next = target.next
    end = chunks[chunk].start + chunks[chunk].size
  }

  /// Keeps everything taken so far until the next ``reset()``, or until ``unpin(to:)``.
  mutating func pin() { floor = mark }

  /// Keeps everything taken so far, if anything was taken since the mark.
  mutating func pin(since mark: Mark) { if mark.next != next { pin() } }

  /// What ``pin()`` has kept so far.
  var pinned: Mark { floor }

  /// Lets go of what was pinned after the earlier state was noted.
  mutating func unpin(to earlier: Mark) { floor = earlier }

  mutating func reset() {
    floor = Mark(chunk: 0, next: chunks[0].start)
    chunk = 0
    usedBefore = 0
    next = chunks[0].start
    end = next + chunks[0].size
  }
}
