/// An address of the Internet Protocol, version 4 or 6, as sixteen octets.
///
/// An address of version 4 has the octets of its counterpart in version 6, `::ffff:a.b.c.d` (RFC 4291, 2.5.5.2), so that
/// one comparison serves both.
struct NetworkAddress: Equatable {
  enum Family: UInt16 {
    case four = 4
    case six = 6
  }

  /// The first eight octets and the last eight, in network order.
  var high: UInt64
  var low: UInt64
  var family: Family

  /// Two ways of writing one address are one address, whatever version they are written in.
  static func == (a: NetworkAddress, b: NetworkAddress) -> Bool { a.high == b.high && a.low == b.low }

  /// Why a text is no address.
  enum Refusal: Error {
    case notAnAddress
    /// `fe80::1%en0`: a zone means something on one machine only.
    case hasZone
    /// `::ffff:192.168.0.1`: one address in two versions at once.
    case isMapped
  }

  /// Bits that the family has.
  var width: Int { family == .four ? 32 : 128 }

  static let mappedPrefix: UInt64 = 0xFFFF << 32

  private var isInVersionFour: Bool { high == 0 && low >> 32 == 0xFFFF }
  private var four: UInt32 { UInt32(truncatingIfNeeded: low) }

  // MARK: Kinds of addresses (RFC 4291, RFC 3927, RFC 5771)

  var isUnspecified: Bool { isInVersionFour ? four == 0 : high == 0 && low == 0 }
  var isLoopback: Bool { isInVersionFour ? four >> 24 == 127 : high == 0 && low == 1 }
  var isLinkLocalUnicast: Bool { isInVersionFour ? four >> 16 == 0xA9FE : high >> 54 == 0xFE80 >> 6 }
  /// `224.0.0.0/24`, or the scope 2 of `ff00::/8`.
  var isLinkLocalMulticast: Bool { isInVersionFour ? four >> 8 == 0xE00000 : (high >> 48) & 0xFF0F == 0xFF02 }
  private var isMulticast: Bool { isInVersionFour ? four >> 28 == 0xE : high >> 56 == 0xFF }
  private var isBroadcast: Bool { isInVersionFour && four == .max }

  /// Every unicast address but the unspecified, the loopback and the link-local ones: private addresses too.
  var isGlobalUnicast: Bool {
    !(isUnspecified || isBroadcast || isLoopback || isMulticast || isLinkLocalUnicast)
  }

  // MARK: Networks

  /// The address with all but its first bits cleared.
  ///
  /// - Parameter length: Bits of the family that stay, at most ``width``.
  func masked(_ length: Int) -> NetworkAddress {
    let kept = family == .four ? length + 96 : length
    var result = self
    result.high = kept >= 64 ? high : high & NetworkAddress.mask(kept)
    result.low = kept >= 64 ? low & NetworkAddress.mask(kept - 64) : 0
    return result
  }

  private static func mask(_ bits: Int) -> UInt64 {
    bits <= 0 ? 0 : bits >= 64 ? .max : ~(UInt64.max >> UInt64(bits))
  }
}
