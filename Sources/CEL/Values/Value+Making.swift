/// How values are made: one function a kind. None of them allocates.
extension Value {
  /// A variable that is computed when first read (``Activation/resolver``).
  @inlinable
  public static var unset: Value { Value(header: 0, payload: 0) }
  @inlinable
  public static var null: Value { Value(tag: .null) }
  @inlinable
  public static var `true`: Value { .bool(true) }
  @inlinable
  public static var `false`: Value { .bool(false) }

  @inlinable
  public static func bool(_ value: Bool) -> Value { Value(tag: .bool, payload: value ? 1 : 0) }
  @inlinable
  public static func int(_ value: Int64) -> Value { Value(tag: .int, payload: UInt64(bitPattern: value)) }
  // Disfavoured, so that a literal is not ambiguous.
  @inlinable
  @_disfavoredOverload
  public static func int(_ value: Int) -> Value { .int(Int64(value)) }
  @inlinable
  public static func uint(_ value: UInt64) -> Value { Value(tag: .uint, payload: value) }
  @inlinable
  public static func double(_ value: Double) -> Value { Value(tag: .double, payload: value.bitPattern) }

  /// Text in memory that outlives the value.
  ///
  /// The bytes must be valid UTF-8, fewer than 4 GiB; `isASCII` may be false when it is not known. `symbol` is
  /// the number of these bytes in the ``SymbolTable`` that the programs were compiled with, or 0.
  @inlinable
  public static func string(
    _ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool = false, symbol: UInt16 = 0
  ) -> Value {
    Value(
      tag: .string, flags: isASCII ? .isASCII : [], symbol: symbol,
      count: UInt32(clamping: bytes.count), payload: address(bytes.baseAddress))
  }

  @inlinable
  public static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    Value(tag: .bytes, count: UInt32(clamping: bytes.count), payload: address(bytes.baseAddress))
  }

  /// Text that is part of the program.
  public static func string(_ text: StaticString) -> Value {
    guard text.hasPointerRepresentation else { return .emptyString }
    return .string(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), isASCII: text.isASCII)
  }

  @inlinable
  public static var emptyString: Value { Value(tag: .string, flags: .isASCII) }
  @inlinable
  public static var emptyList: Value { Value(tag: .list) }
  @inlinable
  public static var emptyMap: Value { Value(tag: .map) }

  @inlinable
  public static func list(_ elements: UnsafeBufferPointer<Value>) -> Value {
    Value(tag: .list, count: UInt32(clamping: elements.count), payload: address(elements.baseAddress))
  }

  /// A map; the keys must be bool, int, uint or string, and all different.
  @inlinable
  public static func map(_ entries: UnsafeBufferPointer<MapEntry>) -> Value {
    Value(tag: .map, count: UInt32(clamping: entries.count), payload: address(entries.baseAddress))
  }

  /// A point in time: seconds since 1970-01-01T00:00:00Z, and nanoseconds below a thousand million.
  @inlinable
  public static func timestamp(seconds: Int64, nanoseconds: UInt32 = 0, isDateOnly: Bool = false) -> Value {
    Value(
      tag: .timestamp, flags: isDateOnly ? .isDateOnly : [], count: nanoseconds,
      payload: UInt64(bitPattern: seconds))
  }

  /// A length of time.
  @inlinable
  public static func duration(nanoseconds: Int64) -> Value {
    Value(tag: .duration, payload: UInt64(bitPattern: nanoseconds))
  }

  /// A type as a value, by the name that the language gives it.
  @inlinable
  static func type(name: UnsafeBufferPointer<UInt8>) -> Value {
    Value(tag: .type, count: UInt32(clamping: name.count), payload: address(name.baseAddress))
  }

  static func type(_ name: StaticString) -> Value {
    guard name.hasPointerRepresentation else { return Value(tag: .type) }
    return .type(name: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  @inlinable
  public static var noneOptional: Value { Value(tag: .optional) }
  /// An optional whose value stays where it is.
  @inlinable
  public static func optional(_ wrapped: UnsafePointer<Value>) -> Value {
    Value(tag: .optional, payload: address(wrapped))
  }

  @inlinable
  static func address<T>(_ pointer: UnsafePointer<T>?) -> UInt64 { UInt64(UInt(bitPattern: pointer)) }
}
