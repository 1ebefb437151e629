/// The strings extension: positions count characters (Unicode scalars).
///
/// Costs are those of cel-go: one unit, a tenth of what is read, and what is made.
enum StringFunctions {
  static let builtins: [Builtin] = [
    .member("charAt", charAt).onError(2), .member("indexOf") { c, text, part, node in indexOf(c, text, part, .int(0), node) }
      .onError(1),
    .member("indexOf") { c, text, part, from, node in indexOf(c, text, part, from, node) }.onError(1),
    .member("lastIndexOf") { c, text, part, node in
      // Only a text has characters to count: the payload of anything else is no address.
      guard text.tag == .string else { return c.noOverload(node) }
      return lastIndexOf(c, text, part, .int(UTF8Text.count(text)), node)
    }.onError(1),
    .member("lastIndexOf") { c, text, part, from, node in lastIndexOf(c, text, part, from, node) },
    .member("join") { c, list, node in join(c, list, .emptyString, node) }.onError(2),
    .member("join", join).onError(2),
    .member("lowerAscii") { c, text, node in mapASCII(c, text, 0x41...0x5A, node) }.onError(2),
    .member("upperAscii") { c, text, node in mapASCII(c, text, 0x61...0x7A, node) }.onError(2),
    .member("replace") { c, text, old, new, node in replace(c, text, old, new, .int(-1), node) }.onError(2),
    .variadic("replace", isMember: true, arity: 4) { c, a, _, node in replace(c, a[0], a[1], a[2], a[3], node) },
    .member("split") { c, text, separator, node in split(c, text, separator, .int(-1), node) }.onError(12),
    .member("split", split).onError(12),
    .member("substring") { c, text, from, node in substring(c, text, from, nil, node) }.onError(2),
    .member("substring") { c, text, from, to, node in substring(c, text, from, to, node) }.onError(2),
    .member("trim", trim).onError(2), .member("reverse", reverse).onError(2), .global("strings.quote", cost: 0, quote),
  ]

  /// Charges for text that is read and text that is made.
  private static func charge(_ c: Context, reading: Int, making: Int = 0) {
    c.charge(tenthOf: reading)
    c.charge(Int64(making))
  }

  private static func outOfRange(_ c: Context, _ index: Value, _ node: NodeID) -> Value {
    c.failure(.indexOutOfBounds, node, index)
  }

  /// A piece of a string, without copying.
  private static func slice(_ text: Value, _ range: Swift.Range<Int>) -> Value {
    .string(
      UnsafeBufferPointer(rebasing: text.rawBytes[range]), isASCII: text.flags.contains(.isASCII))
  }

  // MARK: Positions

  private static func charAt(_ c: Context, _ text: Value, _ index: Value, _ node: NodeID) -> Value {
    guard text.tag == .string, index.tag == .int else { return c.noOverload(node) }
    charge(c, reading: UTF8Text.count(text), making: 1)
    guard let position = Int(exactly: index.asInt), let start = UTF8Text.byteOffset(ofCharacter: position, in: text)
    else { return outOfRange(c, index, node) }
    if start == text.count { return .emptyString }
    return slice(text, start..<min(text.count, start + UTF8Text.width(text.rawBytes[start])))
  }

  private static func substring(
    _ c: Context, _ text: Value, _ from: Value, _ to: Value?, _ node: NodeID
  ) -> Value {
    guard text.tag == .string, from.tag == .int, (to?.tag ?? .int) == .int else { return c.noOverload(node) }
    charge(c, reading: UTF8Text.count(text))
    guard let start = UTF8Text.byteOffset(ofCharacter: Int(from.asInt), in: text) else {
      c.charge(1)
      return outOfRange(c, from, node)
    }
    var end = text.count
    if let to {
      guard to.asInt >= from.asInt, let offset = UTF8Text.byteOffset(ofCharacter: Int(to.asInt), in: text) else {
        c.charge(1)
        return outOfRange(c, to, node)
      }
      end = offset
    }
    let piece = slice(text, start..<end)
    c.charge(Int64(UTF8Text.count(piece)))
    return piece
  }

  private static func chargeSearch(_ c: Context, _ text: Value, _ part: Value) {
    let (product, overflow) = UTF8Text.count(text).multipliedReportingOverflow(by: UTF8Text.count(part))
    c.charge(tenthOf: overflow ? .max / 2 : product)
  }

  private static func indexOf(
    _ c: Context, _ text: Value, _ part: Value, _ from: Value, _ node: NodeID
  ) -> Value {
    guard text.tag == .string, part.tag == .string, from.tag == .int else { return c.noOverload(node) }
    chargeSearch(c, text, part)
    if c.isOverLimit { return c.costBreach(node) }
    guard let start = UTF8Text.byteOffset(ofCharacter: Int(from.asInt), in: text) else {
      return outOfRange(c, from, node)
    }
    guard let place = UTF8Text.find(part.rawBytes, in: text.rawBytes, from: start) else { return .int(-1) }
    return .int(UTF8Text.character(atByte: place, in: text))
  }

  private static func lastIndexOf(
    _ c: Context, _ text: Value, _ part: Value, _ from: Value, _ node: NodeID
  ) -> Value {
    guard text.tag == .string, part.tag == .string, from.tag == .int else { return c.noOverload(node) }
    chargeSearch(c, text, part)
    if c.isOverLimit { return c.costBreach(node) }
    guard let start = UTF8Text.byteOffset(ofCharacter: Int(from.asInt), in: text) else {
      return outOfRange(c, from, node)
    }
    guard let place = UTF8Text.findLast(part.rawBytes, in: text.rawBytes, from: start) else {
      return .int(-1)
    }
    return .int(UTF8Text.character(atByte: place, in: text))
  }

  // MARK: New texts

  private static func join(_ c: Context, _ list: Value, _ separator: Value, _ node: NodeID) -> Value {
    guard list.tag == .list, separator.tag == .string else { return c.noOverload(node) }
    var size = 0
    var characters = 0
    var isASCII = separator.flags.contains(.isASCII) || separator.count == 0
    for (i, element) in list.elements.enumerated() {
      guard element.tag == .string else { return c.noOverload(node) }
      if i > 0 {
        size += separator.count
        characters += UTF8Text.count(separator)
      }
      size += element.count
      characters += UTF8Text.count(element)
      isASCII = isASCII && (element.flags.contains(.isASCII) || element.count == 0)
    }
    c.charge(Int64(1 + characters))
    if c.isOverLimit { return c.costBreach(node) }
    return c.string(capacity: size, isASCII: isASCII, node) { place in
      var writer = Writer(place)
      for (i, element) in list.elements.enumerated() {
        if i > 0 { writer.append(separator.rawBytes) }
        writer.append(element.rawBytes)
      }
      return writer.count
    }
  }

  private static func mapASCII(
    _ c: Context, _ text: Value, _ letters: ClosedRange<UInt8>, _ node: NodeID
  ) -> Value {
    guard text.tag == .string else { return c.noOverload(node) }
    let count = UTF8Text.count(text)
    charge(c, reading: count, making: count)
    return c.string(capacity: text.count, isASCII: text.flags.contains(.isASCII), node) { place in
      for (i, byte) in text.rawBytes.enumerated() { place[i] = letters.contains(byte) ? byte ^ 0x20 : byte }
      return text.count
    }
  }

  private static func reverse(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    if text.tag == .list { return ListFunctions.reverse(c, text, node) }
    guard text.tag == .string else { return c.noOverload(node) }
    let count = UTF8Text.count(text)
    charge(c, reading: count, making: count)
    return c.string(capacity: text.count, isASCII: text.flags.contains(.isASCII), node) { place in
      let bytes = text.rawBytes
      var end = bytes.count
      var i = 0
      while i < bytes.count {
        let width = min(UTF8Text.width(bytes[i]), bytes.count - i)
        end -= width
        for k in 0..<width { place[end + k] = bytes[i + k] }
        i += width
      }
      return bytes.count
    }
  }

  private static func trim(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    guard text.tag == .string else { return c.noOverload(node) }
    let bytes = text.rawBytes
    var start = 0
    while start < bytes.count {
      let (scalar, width) = UTF8Text.decode(bytes, at: start)
      guard isSpace(scalar) else { break }
      start += width
    }
    var end = bytes.count
    while end > start {
      var lead = end - 1
      while lead > start && bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      guard isSpace(UTF8Text.decode(bytes, at: lead).scalar) else { break }
      end = lead
    }
    let piece = slice(text, start..<end)
    charge(c, reading: UTF8Text.count(text), making: UTF8Text.count(piece))
    return piece
  }

  /// The Unicode property White_Space.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  private static func quote(_ c: Context, _ text: Value, _ node: NodeID) -> Value {
    guard text.tag == .string else { return c.noOverload(node) }
    c.charge(tenthOf: UTF8Text.count(text))
    guard text.count < .max / 4 else { return c.memoryBreach(node) }
    return c.string(capacity: text.count * 2 + 2, isASCII: text.flags.contains(.isASCII), node) { place in
      var writer = Writer(place)
      writer.append(UInt8(ascii: "\""))
      for byte in text.rawBytes {
        if let letter = escape(byte) {
          writer.append(UInt8(ascii: "\\"))
          writer.append(letter)
        } else {
          writer.append(byte)
        }
      }
      writer.append(UInt8(ascii: "\""))
      return writer.count
    }
  }

  private static func escape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x07: return UInt8(ascii: "a")
    case 0x08: return UInt8(ascii: "b")
    case 0x0C: return UInt8(ascii: "f")
    case 0x0A: return UInt8(ascii: "n")
    case 0x0D: return UInt8(ascii: "r")
    case 0x09: return UInt8(ascii: "t")
    case 0x0B: return UInt8(ascii: "v")
    case UInt8(ascii: "\\"), UInt8(ascii: "\""): return byte
    default: return nil
    }
  }

  // MARK: Replacing and splitting

  private static func replace(
    _ c: Context, _ text: Value, _ old: Value, _ new: Value, _ limit: Value, _ node: NodeID
  ) -> Value {
    guard text.tag == .string, old.tag == .string, new.tag == .string, limit.tag == .int else {
      return c.noOverload(node)
    }
    // Empty texts count as one long here.
    let (product, excess) = max(1, UTF8Text.count(text)).multipliedReportingOverflow(by: max(1, UTF8Text.count(old)))
    c.charge(tenthOf: excess ? .max / 2 : product)
    if c.isOverLimit { return c.costBreach(node) }
    let most = limit.asInt < 0 ? Int.max : Int(limit.asInt)
    // Counted first, so that the result is neither built in vain nor beyond the limit.
    var count = 0
    occurrences(of: old, in: text, most: most) { _ in count += 1 }
    let (added, overflow) = count.multipliedReportingOverflow(by: new.count)
    guard !overflow else { return c.memoryBreach(node) }
    let size = text.count - count * old.count + added
    c.charge(
      Int64(UTF8Text.count(text)) - Int64(count * UTF8Text.count(old)) + Int64(count * UTF8Text.count(new)))
    if c.isOverLimit { return c.costBreach(node) }
    let isASCII = text.flags.contains(.isASCII) && (new.flags.contains(.isASCII) || count == 0)
    return c.string(capacity: size, isASCII: isASCII, node) { place in
      var writer = Writer(place)
      var copied = 0
      occurrences(of: old, in: text, most: most) { offset in
        writer.append(UnsafeBufferPointer(rebasing: text.rawBytes[copied..<offset]))
        writer.append(new.rawBytes)
        copied = offset + old.count
      }
      writer.append(UnsafeBufferPointer(rebasing: text.rawBytes[copied...]))
      return writer.count
    }
  }

  /// The byte offsets at which a text occurs; an empty one occurs before every character and at the end.
  private static func occurrences(of part: Value, in text: Value, most: Int, _ body: (Int) -> Void) {
    let bytes = text.rawBytes
    var found = 0
    var i = 0
    if part.count == 0 {
      while found < most {
        body(i)
        found += 1
        guard i < bytes.count else { return }
        i += UTF8Text.width(bytes[i])
      }
      return
    }
    while found < most, let place = UTF8Text.find(part.rawBytes, in: bytes, from: i) {
      body(place)
      found += 1
      i = place + part.count
    }
  }

  private static func split(
    _ c: Context, _ text: Value, _ separator: Value, _ limit: Value, _ node: NodeID
  ) -> Value {
    guard text.tag == .string, separator.tag == .string, limit.tag == .int else { return c.noOverload(node) }
    charge(c, reading: max(1, UTF8Text.count(text)), making: 10)
    let most = limit.asInt < 0 ? Int.max : Int(limit.asInt)
    guard most > 0 else { return .emptyList }
    // Ends of the pieces; an empty separator splits between characters.
    var pieces: [Swift.Range<Int>] = []
    var start = 0
    if separator.count == 0 {
      let bytes = text.rawBytes
      while start < bytes.count {
        let end = pieces.count + 1 == most ? bytes.count : min(bytes.count, start + UTF8Text.width(bytes[start]))
        pieces.append(start..<end)
        start = end
      }
    } else {
      occurrences(of: separator, in: text, most: most - 1) { offset in
        pieces.append(start..<offset)
        start = offset + separator.count
      }
      pieces.append(start..<text.count)
    }
    c.charge(Int64(pieces.count))
    if c.isOverLimit { return c.costBreach(node) }
    guard !pieces.isEmpty else { return .emptyList }
    guard let place = c.pointee.scratch.values(pieces.count) else { return c.memoryBreach(node) }
    for (i, piece) in pieces.enumerated() { (place + i).initialize(to: slice(text, piece)) }
    return .list(UnsafeBufferPointer(start: place, count: pieces.count))
  }
}

/// Bytes written one after another into memory that is large enough.
struct Writer {
  private let start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  init(_ start: UnsafeMutablePointer<UInt8>) { self.start = start }

  mutating func append(_ byte: UInt8) {
    start[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    (start + count).update(from: base, count: bytes.count)
    count += bytes.count
  }
}
