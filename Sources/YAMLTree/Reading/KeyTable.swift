internal import SourceText

/// Finds keys of a mapping that are written twice, in time linear in the number of keys.
///
/// The hash is seeded anew in every process, so a file cannot be made to collide. Nothing depends on its order.
struct KeyTable: ~Copyable {
  private var slots = GrowingBuffer<UInt32>(capacity: 64)
  private var keys = GrowingBuffer<Key>(capacity: 64)
  private let seed = UInt64.random(in: .min ... .max)

  struct Key: BitwiseCopyable {
    var text: UnsafeBufferPointer<UInt8>
    var hash: UInt64
    var node: UInt32
  }

  /// Forgets all keys and makes room for a number of them.
  mutating func reset(for count: Int) {
    keys.removeLast(keys.count)
    guard count > Self.pairwise else { return slots.removeLast(slots.count) }
    var size = 16
    while size < 2 * count { size *= 2 }
    slots.resize(to: size, repeating: .max)
  }

  /// Up to here comparing all pairs is faster than clearing a table.
  private static let pairwise = 4

  /// Adds a key; returns the node of an equal key that came before.
  ///
  /// Eight readable bytes follow every text.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, node: UInt32) -> UInt32? {
    if slots.count == 0 {
      for index in 0..<keys.count where Bytes.areEqual(keys[index].text, text) { return keys[index].node }
      keys.append(Key(text: text, hash: 0, node: node))
      return nil
    }
    let hash = Bytes.hash(text, seed: seed)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != .max {
      let key = keys[Int(slots[slot])]
      if key.hash == hash, Bytes.areEqual(key.text, text) { return key.node }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(truncatingIfNeeded: keys.count)
    keys.append(Key(text: text, hash: hash, node: node))
    return nil
  }
}

/// Comparison and hashing of text by its bytes.
enum Bytes {
  @inline(__always)
  static func areEqual(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    guard one.count > 0, let a = one.baseAddress, let b = other.baseAddress else { return true }
    return areEqual(a, b, count: one.count)
  }

  /// Reads no byte outside the two texts.
  @inline(__always)
  static func areEqual(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, count: Int) -> Bool {
    if count < 8 {
      for index in 0..<count where a[index] != b[index] { return false }
      return true
    }
    var index = 0
    while index + 8 <= count {
      if Word.load(a + index) != Word.load(b + index) { return false }
      index += 8
    }
    return Word.load(a + count - 8) == Word.load(b + count - 8)
  }

  /// Multiplies and folds eight bytes at a time; eight readable bytes must follow the text.
  static func hash(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    guard let base = text.baseAddress else { return seed }
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var index = 0
    while index < text.count {
      var word = Word.load(base + index)
      let left = text.count - index
      if left < 8 { word &= (1 << UInt64(8 * left)) - 1 }
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
      index += 8
    }
    return hash
  }
}

/// Text as the key of a dictionary that lives no longer than the text.
struct TextKey: Hashable {
  let text: UnsafeBufferPointer<UInt8>

  static func == (one: TextKey, other: TextKey) -> Bool { Bytes.areEqual(one.text, other.text) }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(text)) }
}
