/// Steps into a value: a field, a key, an index.
enum Selection {
  /// The slot that a key or an index leads to in a map or a list; nothing when there is none.
  static func slot(of key: Value, in container: Value) -> UnsafePointer<Value>? {
    switch container.tag {
    case .map: return MapLookup.find(key, in: container)
    case .list:
      guard let index = index(key), index < container.count, let base = container.pointer(to: Value.self) else {
        return nil
      }
      return base + index
    default: return nil
    }
  }

  /// A list index: int, uint or a double without a fraction, and not negative.
  static func index(_ key: Value) -> Int? {
    switch key.tag {
    case .int: return key.asInt >= 0 ? Int(key.asInt) : nil
    case .uint: return Int(exactly: key.payload)
    case .double: return Int(exactly: key.asDouble).flatMap { $0 >= 0 ? $0 : nil }
    default: return nil
    }
  }
}
