/// The network extension: addresses of the Internet Protocol and networks in the notation of CIDR (RFC 4632).
///
/// Its work is bounded, because no address is longer than ``NetworkAddress/longestText``: every call costs one unit.
enum NetworkFunctions {
  static let builtins: [Builtin] = [
    .global("ip", ip), .global("isIP", isIP), .global("ip.isCanonical", isCanonical),
    .global("cidr", cidr), .global("isCIDR", isCIDR),
    .member("family") { c, value, node in
      value.address.map { .int(Int64($0.family.rawValue)) } ?? c.noOverload(node)
    },
    predicate("isUnspecified", \.isUnspecified), predicate("isLoopback", \.isLoopback),
    predicate("isGlobalUnicast", \.isGlobalUnicast), predicate("isLinkLocalMulticast", \.isLinkLocalMulticast),
    predicate("isLinkLocalUnicast", \.isLinkLocalUnicast),
    .member("containsIP", containsIP), .member("containsCIDR", containsCIDR),
    .member("ip") { c, value, node in
      value.network.map { .address($0.address, c, node) } ?? c.noOverload(node)
    },
    .member("masked") { c, value, node in
      value.network.map { .network($0.address.masked($0.length), $0.length, c, node) } ?? c.noOverload(node)
    },
    .member("prefixLength") { c, value, node in
      value.network.map { .int(Int64($0.length)) } ?? c.noOverload(node)
    },
  ]

  private static func predicate(_ name: String, _ fact: @escaping (NetworkAddress) -> Bool) -> Builtin {
    .member(name) { c, value, node in value.address.map { .bool(fact($0)) } ?? c.noOverload(node) }
  }

  // MARK: Addresses

  private static func ip(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    guard text.tag == .string else { return c.noOverload(node) }
    do throws(NetworkAddress.Refusal) {
      return .address(try NetworkAddress(text.rawBytes), c, node)
    } catch {
      return refusal(c, text, error, "an IP address", node)
    }
  }

  private static func isIP(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    guard text.tag == .string else { return c.noOverload(node) }
    return .bool((try? NetworkAddress(text.rawBytes)) != nil)
  }

  private static func isCanonical(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    let address = ip(c, text, node)
    guard let read = address.address else { return address }
    return .bool(text.rawBytes.elementsEqual(read.text.utf8))
  }

  // MARK: Networks

  private static func cidr(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    guard text.tag == .string else { return c.noOverload(node) }
    do throws(NetworkAddress.Refusal) {
      let (address, length) = try read(text.rawBytes)
      return .network(address, length, c, node)
    } catch {
      return refusal(c, text, error, "a network such as 10.0.0.0/8", node)
    }
  }

  private static func isCIDR(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    guard text.tag == .string else { return c.noOverload(node) }
    return .bool((try? read(text.rawBytes)) != nil)
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>
  ) throws(NetworkAddress.Refusal) -> (address: NetworkAddress, length: Int) {
    let head = text.prefix(NetworkAddress.longestText + 1).prefix { $0 != UInt8(ascii: "/") }
    if head.contains(UInt8(ascii: "%")) { throw .hasZone }
    guard head.count < text.count, text[head.count] == UInt8(ascii: "/") else { throw .notAnAddress }
    let address = try NetworkAddress(UnsafeBufferPointer(rebasing: head))
    let length = NetworkAddress.decimal(text.dropFirst(head.count + 1), below: address.width + 1)
    guard let length else { throw .notAnAddress }
    return (address, length)
  }

  private static func containsIP(_ c: Context, _ network: Value, _ other: Value, _ node: NodeID) -> Value {
    guard let network = network.network else { return c.noOverload(node) }
    let value = other.tag == .string ? ip(c, other, node) : other
    guard let address = value.address else { return value.isError ? value : c.noOverload(node) }
    return .bool(contains(network, address))
  }

  private static func containsCIDR(_ c: Context, _ network: Value, _ other: Value, _ node: NodeID) -> Value {
    guard let network = network.network else { return c.noOverload(node) }
    let value = other.tag == .string ? cidr(c, other, node) : other
    guard let inner = value.network else { return value.isError ? value : c.noOverload(node) }
    return .bool(network.length <= inner.length && contains(network, inner.address))
  }

  private static func contains(_ network: (address: NetworkAddress, length: Int), _ address: NetworkAddress) -> Bool {
    network.address.family == address.family
      && network.address.masked(network.length) == address.masked(network.length)
  }

  private static func refusal(
    _ c: Context, _ text: Value, _ reason: NetworkAddress.Refusal, _ wanted: StaticString, _ node: NodeID
  ) -> Value {
    switch reason {
    case .notAnAddress: c.failure(.conversion, node, text, .string(wanted))
    case .hasZone: c.failure(.conversion, node, text, .string("allowed here: it has a zone after %"))
    case .isMapped:
      c.failure(.conversion, node, text, .string("allowed here: it is an IPv4 address mapped to IPv6"))
    }
  }
}

extension Value {
  /// An address, with its octets in scratch memory.
  static func address(_ address: NetworkAddress, _ c: Context, _ node: NodeID) -> Value {
    octets(of: address, c, node) { Value(tag: .address, symbol: address.family.rawValue, count: 16, payload: $0) }
  }

  /// A network: its address as it was written, and the bits that all its members share.
  static func network(_ address: NetworkAddress, _ length: Int, _ c: Context, _ node: NodeID) -> Value {
    octets(of: address, c, node) {
      // Both numbers are small: 4 or 6, and at most 128.
      let symbol = address.family.rawValue << 8 | UInt16(truncatingIfNeeded: length)
      return Value(tag: .network, symbol: symbol, count: 16, payload: $0)
    }
  }

  private static func octets(
    of address: NetworkAddress, _ c: Context, _ node: NodeID, _ make: (UInt64) -> Value
  ) -> Value {
    let bytes = [address.high, address.low].flatMap { half in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
    }
    let value = c.bytes(bytes, node)
    return value.isError ? value : make(value.payload)
  }

  /// The address that this is, if it is one.
  var address: NetworkAddress? {
    tag == .address ? NetworkAddress.Family(rawValue: symbol).map(octets) : nil
  }

  /// The network that this is, if it is one.
  var network: (address: NetworkAddress, length: Int)? {
    guard tag == .network, let family = NetworkAddress.Family(rawValue: symbol >> 8) else { return nil }
    return (octets(family), Int(symbol & 0xFF))
  }

  /// Addresses and networks as they are written.
  var networkText: String? { address?.text ?? network.map { "\($0.address.text)/\($0.length)" } }

  private func octets(_ family: NetworkAddress.Family) -> NetworkAddress {
    let bytes = rawBytes
    func half(_ start: Int) -> UInt64 {
      (start..<start + 8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
    }
    return NetworkAddress(high: half(0), low: half(8), family: family)
  }
}
