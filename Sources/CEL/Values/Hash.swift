/// Hashes that are the same on every machine and in every run.
enum Hash {
  /// FNV-1a by eight bytes at a time.
  static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: bytes.count)
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return mix(hash) }
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = (hash ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9fb2_1c65_1e98_df25
      hash ^= hash >> 32
      offset += 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01b3
      offset += 1
    }
    return mix(hash)
  }

  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var hash = value ^ (value >> 33)
    hash = hash &* 0xff51_afd7_ed55_8ccd
    return hash ^ (hash >> 29)
  }

  /// The hash of a scalar, the same for values that ``Equality`` calls equal; nothing for other kinds.
  static func scalar(_ value: Value) -> UInt64? {
    switch value.tag {
    case .null: return mix(1)
    case .bool: return mix(2 &+ value.payload)
    // Numbers that are equal have the same double.
    case .int: return number(Double(value.asInt))
    case .uint: return number(Double(value.payload))
    case .double: return number(value.asDouble)
    case .string: return bytes(value.rawBytes)
    case .bytes: return bytes(value.rawBytes) ^ 0x55
    case .timestamp: return mix(value.payload &* 31 &+ UInt64(value.count))
    case .duration: return mix(value.payload ^ 0x33)
    default: return nil
    }
  }

  private static func number(_ value: Double) -> UInt64 {
    mix((value == 0 ? 0 : value).bitPattern)
  }
}
