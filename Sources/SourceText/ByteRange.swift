/// A half-open run of bytes in the text of one file.
///
/// Offsets count bytes of ``SourceFile/text`` from 0. Thirty-two bits are enough because
/// a ``SourceFile`` refuses larger files at the door.
@frozen
public struct ByteRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var lowerBound: UInt32
  /// The offset after the last byte; never below ``lowerBound``.
  public var upperBound: UInt32

  @inlinable
  public init(_ lowerBound: UInt32, _ upperBound: UInt32) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// The number of bytes.
  @inlinable
  public var count: Int { Int(upperBound - lowerBound) }

  /// Whether no byte lies inside.
  @inlinable
  public var isEmpty: Bool { lowerBound == upperBound }

  /// The range as array indices.
  @inlinable
  public var indices: Range<Int> { Int(lowerBound)..<Int(upperBound) }

  /// Whether the byte at the offset lies inside.
  @inlinable
  public func contains(_ offset: UInt32) -> Bool { lowerBound <= offset && offset < upperBound }

  /// Whether every byte of another range lies inside, its ends included.
  @inlinable
  public func contains(_ other: ByteRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
