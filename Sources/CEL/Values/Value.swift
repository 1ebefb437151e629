/// A value of the Common Expression Language in sixteen bytes of plain data.
///
/// Nothing is counted or freed: text, lists and maps are pointers into memory that somebody else
/// keeps alive – the host's ``DataArena``, the constants of a ``Program``, or the ``Scratch`` memory of an
/// ``Activation``. A value is therefore good only as long as that memory is. Measured on the mixed-logic benchmark,
/// plain data is 6 to 15 times as fast as enums with reference-counted payloads.
@frozen
public struct Value: @unchecked Sendable {
  // The pointers refer to memory that is not written after the value is made, so sharing a value
  // between threads reads, and never writes, shared memory.

  /// Tag (bits 0–7), flags (8–15), symbol (16–31) and count (32–63).
  @usableFromInline var header: UInt64
  /// The number, the pointer, or the seconds.
  @usableFromInline var payload: UInt64

  /// What kind of value this is.
  @frozen
  public enum Tag: UInt8, Sendable {
    /// No value yet: a variable that is to be computed when first read.
    case unset = 0
    case null
    case bool
    case int
    case uint
    case double
    case string
    case bytes
    case list
    case map
    case timestamp
    case duration
    case type
    case optional
    /// An address of the Internet Protocol: sixteen octets elsewhere, the family as symbol.
    case address
    /// A network: its address, with family and length of the prefix as symbol.
    case network
    case error
  }

  /// Facts about a value that save work later.
  @frozen
  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A string of bytes below 128 only: offsets of characters are offsets of bytes.
    public static var isASCII: Flags { Flags(rawValue: 1) }
    /// A timestamp written without a time of day; ``Value/text(limit:)`` prints it as `YYYY-MM-DD`.
    public static var isDateOnly: Flags { Flags(rawValue: 2) }
    /// A variable that is being computed: reading it again means that it depends on itself.
    static var isBeingComputed: Flags { Flags(rawValue: 4) }
  }

  @inlinable
  init(header: UInt64, payload: UInt64) {
    self.header = header
    self.payload = payload
  }

  @inlinable
  init(tag: Tag, flags: Flags = [], symbol: UInt16 = 0, count: UInt32 = 0, payload: UInt64 = 0) {
    header =
      UInt64(tag.rawValue) | (UInt64(flags.rawValue) << 8) | (UInt64(symbol) << 16) | (UInt64(count) << 32)
    self.payload = payload
  }

  @inlinable
  public var tag: Tag {
    // Every header is made from a tag, so the raw value is always one of the cases.
    unsafeBitCast(UInt8(truncatingIfNeeded: header), to: Tag.self)
  }
  @inlinable
  public var flags: Flags { Flags(rawValue: UInt8(truncatingIfNeeded: header >> 8)) }
  /// The number of an interned string, or 0: two strings with numbers are equal exactly when the numbers are.
  @inlinable
  public var symbol: UInt16 { UInt16(truncatingIfNeeded: header >> 16) }
  /// Bytes of a string, elements of a list, entries of a map, nanoseconds of a timestamp.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: header >> 32) }
}

/// An entry of a map: key and value beside each other.
@frozen
public struct MapEntry: Sendable {
  public var key: Value
  public var value: Value
  @inlinable
  public init(key: Value, value: Value) {
    self.key = key
    self.value = value
  }
}
