/// How values look in messages.
extension Value {
  /// The value as a reader would write it: text without quotes, dates as `YYYY-MM-DD`, lists and maps as literals.
  ///
  /// Longer texts than `limit` bytes end in `…`. Error values are empty: ask ``Activation/error(of:)``.
  public func text(limit: Int = 1_000) -> String {
    var writer = ValueWriter(limit: limit)
    writer.write(self, isNested: false, depth: 0)
    return writer.finish()
  }
}

/// Writes values as text up to a limit.
struct ValueWriter {
  private(set) var bytes: [UInt8] = []
  private let limit: Int
  private static let maximumDepth = 20

  init(limit: Int) { self.limit = max(8, limit) }

  mutating func write(_ value: Value, isNested: Bool, depth: Int) {
    guard bytes.count <= limit else { return }
    guard depth < ValueWriter.maximumDepth else { return append("…") }
    switch value.tag {
    case .unset, .error: break
    case .null: append("null")
    case .bool: append(value.asBool ? "true" : "false")
    case .int: append(String(value.asInt))
    case .uint: append(String(value.payload))
    case .double: bytes.append(contentsOf: DoubleText.shortest(value.asDouble))
    case .string:
      if isNested { append("'") }
      bytes.append(contentsOf: value.rawBytes.prefix(limit + 4))
      if isNested { append("'") }
    case .bytes:
      append("b'")
      for byte in value.rawBytes.prefix(limit) { writeOctet(byte) }
      append("'")
    case .list: writeList(value, depth: depth)
    case .map: writeMap(value, depth: depth)
    case .timestamp: bytes.append(contentsOf: TimestampText.write(value))
    case .duration: bytes.append(contentsOf: DurationText.write(value.asInt))
    case .type: bytes.append(contentsOf: value.rawBytes)
    case .address, .network: append(value.networkText ?? "")
    case .optional:
      guard let wrapped = value.optionalValue else { return append("none") }
      write(wrapped.pointee, isNested: isNested, depth: depth + 1)
    }
  }

  private mutating func writeOctet(_ byte: UInt8) {
    if byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\") {
      bytes.append(byte)
    } else {
      append("\\x" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16))
    }
  }

  private mutating func writeList(_ value: Value, depth: Int) {
    append("[")
    for (i, element) in value.elements.enumerated() {
      if i > 0 { append(", ") }
      if bytes.count > limit { break }
      write(element, isNested: true, depth: depth + 1)
    }
    append("]")
  }

  private mutating func writeMap(_ value: Value, depth: Int) {
    append("{")
    for (i, entry) in value.entries.enumerated() {
      if i > 0 { append(", ") }
      if bytes.count > limit { break }
      write(entry.key, isNested: true, depth: depth + 1)
      append(": ")
      write(entry.value, isNested: true, depth: depth + 1)
    }
    append("}")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  func finish() -> String {
    guard bytes.count > limit else { return String(decoding: bytes, as: UTF8.self) }
    var end = limit
    while end > 0 && bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }
}
