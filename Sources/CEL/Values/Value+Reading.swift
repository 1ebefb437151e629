/// How values are read: each accessor answers nothing for a value of another kind.
extension Value {
  @inlinable
  public var isError: Bool { tag == .error }
  @inlinable
  public var isNull: Bool { tag == .null }
  @inlinable
  public var isTrue: Bool { tag == .bool && payload != 0 }

  @inlinable
  public var boolValue: Bool? { tag == .bool ? payload != 0 : nil }
  @inlinable
  public var intValue: Int64? { tag == .int ? Int64(bitPattern: payload) : nil }
  @inlinable
  public var uintValue: UInt64? { tag == .uint ? payload : nil }
  @inlinable
  public var doubleValue: Double? { tag == .double ? Double(bitPattern: payload) : nil }

  /// The UTF-8 bytes of a string.
  @inlinable
  public var stringBytes: UnsafeBufferPointer<UInt8>? { tag == .string ? rawBytes : nil }
  /// The octets of a bytes value.
  @inlinable
  public var bytesValue: UnsafeBufferPointer<UInt8>? { tag == .bytes ? rawBytes : nil }
  /// A string as a Swift string, copied.
  public var stringValue: String? { tag == .string ? String(decoding: rawBytes, as: UTF8.self) : nil }

  @inlinable
  public var listElements: UnsafeBufferPointer<Value>? { tag == .list ? elements : nil }
  @inlinable
  public var mapEntries: UnsafeBufferPointer<MapEntry>? { tag == .map ? entries : nil }

  /// Seconds since 1970 and the nanoseconds after them.
  @inlinable
  public var timestampValue: (seconds: Int64, nanoseconds: UInt32)? {
    tag == .timestamp ? (Int64(bitPattern: payload), UInt32(truncatingIfNeeded: count)) : nil
  }
  /// Nanoseconds.
  @inlinable
  public var durationValue: Int64? { tag == .duration ? Int64(bitPattern: payload) : nil }
  /// Where the value of an optional lies; nothing for `optional.none()` and for other kinds.
  @inlinable
  public var optionalValue: UnsafePointer<Value>? { tag == .optional ? pointer(to: Value.self) : nil }

  // The following are for code that has looked at the tag.

  @inlinable
  var asInt: Int64 { Int64(bitPattern: payload) }
  @inlinable
  var asDouble: Double { Double(bitPattern: payload) }
  @inlinable
  var asBool: Bool { payload != 0 }
  @inlinable
  func pointer<T>(to type: T.Type) -> UnsafePointer<T>? {
    UnsafePointer(bitPattern: UInt(truncatingIfNeeded: payload))
  }
  @inlinable
  var rawBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: pointer(to: UInt8.self), count: count) }
  @inlinable
  var elements: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: pointer(to: Value.self), count: count) }
  @inlinable
  var entries: UnsafeBufferPointer<MapEntry> {
    UnsafeBufferPointer(start: pointer(to: MapEntry.self), count: count)
  }

  /// The entry of a map under a key of text: O(entries).
  public func entry(_ key: StaticString) -> UnsafePointer<Value>? {
    guard tag == .map else { return nil }
    return MapLookup.find(.string(key), in: self)
  }
}

/// Headers of the kinds whose header says nothing but the kind: one comparison tests tag and plainness.
enum Header {
  static let bool = UInt64(Value.Tag.bool.rawValue)
  static let int = UInt64(Value.Tag.int.rawValue)
  static let uint = UInt64(Value.Tag.uint.rawValue)
  static let double = UInt64(Value.Tag.double.rawValue)
}
