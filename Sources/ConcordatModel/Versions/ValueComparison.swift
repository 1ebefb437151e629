package import CEL

/// Whether two values say the same, elements of lists matched as ``ElementMatching`` does.
package struct ValueComparison {
  /// How many values were looked at, for the meter.
  package private(set) var count = 0
  /// The first cell that could not be read: whether it differs cannot be known.
  package private(set) var unreadable: Value?
  private var depth = 0

  package init() {}

  /// Whether two values that hold no others are alike.
  package static func areAlike(_ old: Value, _ new: Value) -> Bool {
    old.tag == new.tag && English.text(of: old) == English.text(of: new)
  }

  /// Whether two values differ anywhere; where only an unreadable cell stands between them, `false` and ``unreadable``.
  package mutating func differ(_ old: Value, _ new: Value) -> Bool {
    count += 1
    depth += 1
    defer { depth -= 1 }
    // Deeper than any document that is read.
    guard depth < 100 else { return false }
    if old.isError || new.isError {
      unreadable = unreadable ?? (old.isError ? old : new)
      return false
    }
    if let before = old.mapEntries, let after = new.mapEntries {
      return before.count != after.count
        || before.contains { entry in
          guard let other = Self.entry(of: entry.key, in: after) else { return true }
          return differ(entry.value, other)
        }
    }
    if let before = old.listElements, let after = new.listElements {
      return ElementMatching(before, after).pairs.contains { pair in
        guard let one = pair.old, let other = pair.new else { return true }
        return differ(before[one], after[other])
      }
    }
    return !Self.areAlike(old, new)
  }

  /// Whether two records differ in any of the fields.
  package mutating func differ(_ old: Value, _ new: Value, in fields: [UnsafeBufferPointer<UInt8>]) -> Bool {
    fields.contains { field in
      let before = Self.field(field, of: old)
      let after = Self.field(field, of: new)
      guard let before, let after else { return (before == nil) != (after == nil) }
      return differ(before, after)
    }
  }

  private static func field(_ name: UnsafeBufferPointer<UInt8>, of record: Value) -> Value? {
    record.mapEntries?.first { $0.key.stringBytes?.elementsEqual(name) ?? false }?.value
  }

  private static func entry(of key: Value, in entries: UnsafeBufferPointer<MapEntry>) -> Value? {
    guard let name = key.stringBytes else { return nil }
    return entries.first { $0.key.stringBytes?.elementsEqual(name) ?? false }?.value
  }
}
