/// The encoders extension: base 64 with the standard alphabet; decoding accepts missing padding.
enum EncoderFunctions {
  static let builtins: [Builtin] = [.global("base64.encode", encode), .global("base64.decode", decode)]

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func encode(_ c: Context, _ value: Value, _ node: NodeID) -> Value {
    guard value.tag == .bytes else { return c.noOverload(node) }
    c.charge(Int64(value.count / 64))
    let bytes = value.rawBytes
    return c.string(capacity: (bytes.count + 2) / 3 * 4, isASCII: true, node) { place in
      var writer = Writer(place)
      var i = 0
      while i < bytes.count {
        let group = UInt32(bytes[i]) << 16 | UInt32(i + 1 < bytes.count ? bytes[i + 1] : 0) << 8
          | UInt32(i + 2 < bytes.count ? bytes[i + 2] : 0)
        for k in 0..<4 {
          let isPadding = i + k > bytes.count
          writer.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(group >> UInt32(18 - 6 * k)) & 63])
        }
        i += 3
      }
      return writer.count
    }
  }

  private static func decode(_ c: Context, _ value: Value, _ node: NodeID) -> Value {
    guard value.tag == .string else { return c.noOverload(node) }
    c.charge(Int64(value.count / 64))
    var digits = value.rawBytes[...]
    if digits.count % 4 == 0 {
      for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits = digits.dropLast() }
    }
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in digits {
      guard let digit = digit(byte) else {
        return c.failure(.conversion, node, value, .string("base 64"))
      }
      bits = bits << 6 | digit
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    guard digits.count % 4 != 1 else { return c.failure(.conversion, node, value, .string("base 64")) }
    return c.bytes(output, node)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): return 62
    case UInt8(ascii: "/"): return 63
    default: return nil
    }
  }
}
