#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finding the entry of a map.
///
/// Maps are runs of entries in the order of the source, scanned from the front: most records have a dozen
/// keys, and two interned keys are compared by one machine word.
enum MapLookup {
  /// The value under a key, or nothing; a double finds the integer that it equals.
  @inline(__always)
  static func find(_ key: Value, in map: Value) -> UnsafePointer<Value>? {
    guard let index = index(of: key, in: map), let base = map.pointer(to: MapEntry.self) else { return nil }
    return valuePointer(base, index)
  }

  @inline(__always)
  static func valuePointer(_ base: UnsafePointer<MapEntry>, _ index: Int) -> UnsafePointer<Value> {
    UnsafeRawPointer(base + index).assumingMemoryBound(to: Value.self) + 1
  }

  static func index(of key: Value, in map: Value) -> Int? {
    guard let base = map.pointer(to: MapEntry.self) else { return nil }
    let count = map.count
    switch key.tag {
    case .string: return indexOfString(key, base, count)
    case .bool:
      for i in 0..<count where base[i].key.header == key.header && base[i].key.payload == key.payload { return i }
      return nil
    case .int, .uint: return indexOfInteger(key, base, count)
    case .double:
      let number = key.asDouble
      if let int = Int64(exactly: number) { return indexOfInteger(.int(int), base, count) }
      if let uint = UInt64(exactly: number) { return indexOfInteger(.uint(uint), base, count) }
      return nil
    default: return nil
    }
  }

  @inline(__always)
  static func indexOfString(_ key: Value, _ base: UnsafePointer<MapEntry>, _ count: Int) -> Int? {
    if key.symbol != 0 {
      // Interned keys of the same text have the same header: same flags, symbol and length.
      for i in 0..<count where base[i].key.header == key.header { return i }
    }
    return indexOfUninterned(key, base, count)
  }

  @inline(never)
  private static func indexOfUninterned(_ key: Value, _ base: UnsafePointer<MapEntry>, _ count: Int) -> Int? {
    for i in 0..<count where base[i].key.tag == .string && base[i].key.hasSameText(as: key) { return i }
    return nil
  }

  private static func indexOfInteger(_ key: Value, _ base: UnsafePointer<MapEntry>, _ count: Int) -> Int? {
    // A uint beyond Int64 and a negative int share bit patterns, so the sign decides first.
    let isNegative = key.tag == .int && key.asInt < 0
    for i in 0..<count {
      let candidate = base[i].key
      guard candidate.payload == key.payload, candidate.tag == .int || candidate.tag == .uint else { continue }
      if candidate.tag == key.tag || Int64(bitPattern: key.payload) >= 0 { return i }
      if isNegative { continue }
    }
    return nil
  }
}

extension Value {
  /// Whether two strings (or two bytes values) hold the same bytes.
  @inline(__always)
  func hasSameText(as other: Value) -> Bool {
    if symbol != 0 && other.symbol != 0 { return symbol == other.symbol }
    let count = count
    guard count == other.count else { return false }
    if count > 16 { return Value.haveSameBytes(self, other) }
    guard count > 0, let a = UnsafeRawPointer(pointer(to: UInt8.self)),
      let b = UnsafeRawPointer(other.pointer(to: UInt8.self))
    else { return true }
    // Short texts by two loads that may overlap: a call takes longer than this.
    if count >= 8 { return Value.haveSameEnds(a, b, count, UInt64.self) }
    if count >= 4 { return Value.haveSameEnds(a, b, count, UInt32.self) }
    if count >= 2 { return Value.haveSameEnds(a, b, count, UInt16.self) }
    return a.load(as: UInt8.self) == b.load(as: UInt8.self)
  }

  @inline(__always)
  private static func haveSameEnds<Word: FixedWidthInteger & BitwiseCopyable>(
    _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int, _ word: Word.Type
  ) -> Bool {
    let last = count - MemoryLayout<Word>.size
    return a.loadUnaligned(as: word) == b.loadUnaligned(as: word)
      && a.loadUnaligned(fromByteOffset: last, as: word) == b.loadUnaligned(fromByteOffset: last, as: word)
  }

  @inline(never)
  static func haveSameBytes(_ a: Value, _ b: Value) -> Bool {
    guard a.payload != b.payload, let x = a.pointer(to: UInt8.self), let y = b.pointer(to: UInt8.self) else {
      return true
    }
    return memcmp(x, y, a.count) == 0
  }

  /// The order of two strings (or two bytes values) by their bytes, which for UTF-8 is that of code points.
  static func compareBytes(_ a: Value, _ b: Value) -> Int {
    let shared = min(a.count, b.count)
    if shared > 0, let x = a.pointer(to: UInt8.self), let y = b.pointer(to: UInt8.self) {
      let order = memcmp(x, y, shared)
      if order != 0 { return order < 0 ? -1 : 1 }
    }
    return a.count == b.count ? 0 : (a.count < b.count ? -1 : 1)
  }
}
