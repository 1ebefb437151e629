/// Reads JSON as RFC 8259 has it, and nothing else: no comments, no commas at ends, no bare words, no lone surrogates, no key twice.
struct JSONText {
  private let bytes: [UInt8]
  private var index = 0

  /// What is wrong with one value that takes up all of a text, or nothing.
  static func fault(in bytes: [UInt8]) -> String? {
    var reader = JSONText(bytes: bytes)
    do throws(Fault) {
      try reader.value(depth: 0)
      reader.skipSpace()
      if reader.index < bytes.count { throw reader.fault("something behind the end") }
      return nil
    } catch {
      return error.text
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private struct Fault: Error { var text: String }

  private func fault(_ text: String) -> Fault { Fault(text: "JSON: \(text) at \(index)") }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func expect(_ wanted: UInt8) throws(Fault) {
    guard byte == wanted else { throw fault("no \(Character(Unicode.Scalar(wanted)))") }
    index += 1
  }

  private mutating func value(depth: Int) throws(Fault) {
    guard depth < 200 else { throw fault("too deep") }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func object(depth: Int) throws(Fault) {
    index += 1
    skipSpace()
    if byte == UInt8(ascii: "}") { return index += 1 }
    var names: Set<[UInt8]> = []
    while true {
      skipSpace()
      let name = try string()
      guard names.insert(name).inserted else { throw fault("the key “\(String(decoding: name, as: UTF8.self))” twice") }
      skipSpace()
      try expect(UInt8(ascii: ":"))
      try value(depth: depth + 1)
      skipSpace()
      if byte == UInt8(ascii: "}") { return index += 1 }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func array(depth: Int) throws(Fault) {
    index += 1
    skipSpace()
    if byte == UInt8(ascii: "]") { return index += 1 }
    while true {
      try value(depth: depth + 1)
      skipSpace()
      if byte == UInt8(ascii: "]") { return index += 1 }
      try expect(UInt8(ascii: ","))
    }
  }

  /// The bytes between the quotes, as written.
  private mutating func string() throws(Fault) -> [UInt8] {
    try expect(UInt8(ascii: "\""))
    let start = index
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return Array(bytes[start..<index - 1])
      case 0..<0x20: throw fault("a control character in a string")
      case UInt8(ascii: "\\"): try escape()
      default: index += 1
      }
    }
    throw fault("a string without end")
  }

  private mutating func escape() throws(Fault) {
    index += 1
    guard let byte else { throw fault("half an escape") }
    index += 1
    guard byte == UInt8(ascii: "u") else {
      guard "\"\\/bfnrt".utf8.contains(byte) else { throw fault("an unknown escape") }
      return
    }
    let unit = try hexadecimal()
    if unit & 0xFC00 == 0xDC00 { throw fault("a lone surrogate") }
    guard unit & 0xFC00 == 0xD800 else { return }
    try expect(UInt8(ascii: "\\"))
    try expect(UInt8(ascii: "u"))
    guard try hexadecimal() & 0xFC00 == 0xDC00 else { throw fault("a lone surrogate") }
  }

  private mutating func hexadecimal() throws(Fault) -> UInt16 {
    guard index + 4 <= bytes.count, let value = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16) else {
      throw fault("no four digits")
    }
    index += 4
    return value
  }

  private mutating func word(_ word: String) throws(Fault) {
    guard bytes[index...].starts(with: Array(word.utf8)) else { throw fault("no \(word)") }
    index += word.utf8.count
  }

  private mutating func number() throws(Fault) {
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if byte == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(Fault) {
    let start = index
    while let byte, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw fault("no value") }
  }
}
