/// A set of constants for `x in [ … ]`: an open-addressed table in the constants of the program.
struct ConstantSet: @unchecked Sendable {
  // Written once, while the program is planned.

  private var table: UnsafePointer<Value>
  private var mask: Int

  fileprivate init(table: UnsafePointer<Value>, mask: Int) {
    self.table = table
    self.mask = mask
  }

  @inline(__always)
  func contains(_ value: Value) -> Bool {
    guard let hash = ConstantSet.hash(value) else { return false }
    var place = Int(truncatingIfNeeded: hash) & mask
    while table[place].tag != .unset {
      if Equality.areEqual(table[place], value) { return true }
      place = (place + 1) & mask
    }
    return false
  }

  /// Symbols are no part of it: a string of the host may lack one.
  @inline(__always)
  fileprivate static func hash(_ value: Value) -> UInt64? {
    value.tag == .string ? shortHash(value) : Hash.scalar(value)
  }

  /// Length, first and last eight bytes: enough to tell the words of a list apart.
  @inline(__always)
  private static func shortHash(_ value: Value) -> UInt64 {
    let count = value.count
    guard count > 0, let base = UnsafeRawPointer(value.pointer(to: UInt8.self)) else { return 0 }
    if count >= 8 {
      let first = base.loadUnaligned(as: UInt64.self)
      let last = base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return Hash.mix(first ^ (last &* 0x9fb2_1c65_1e98_df25) ^ UInt64(count))
    }
    var word = UInt64(count)
    for i in 0..<count { word = word << 8 | UInt64(base.load(fromByteOffset: i, as: UInt8.self)) }
    return Hash.mix(word)
  }
}

extension Constants {
  /// Nothing when an element has no hash, such as a list.
  func set(_ list: Value) -> ConstantSet? {
    var size = 4
    while size < list.count * 2 { size *= 2 }
    guard let table = memory.values(size) else { return nil }
    table.initialize(repeating: .unset, count: size)
    for element in list.elements {
      guard let hash = ConstantSet.hash(element) else { return nil }
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while table[place].tag != .unset { place = (place + 1) & (size - 1) }
      table[place] = element
    }
    return ConstantSet(table: UnsafePointer(table), mask: size - 1)
  }
}
