/// A page taken apart by a reader of its own: only what we write is read, and everything else is a fault.
struct Page {
  /// The tags with the names of their attributes, in order.
  private(set) var skeleton: [String] = []
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private(set) var faults: [String] = []
  /// Everything between tags, with references read.
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "input", "!DOCTYPE"]

  init(_ bytes: [UInt8]) {
    var open: [String] = []
    var index = 0
    var words: [UInt8] = []
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        words.append(bytes[index])
        index += 1
        continue
      }
      guard let end = Self.end(of: bytes, from: index) else {
        faults.append("a tag without end")
        break
      }
      let tag = Array(bytes[(index + 1)..<end])
      index = end + 1
      if tag.first == UInt8(ascii: "/") {
        let name = String(decoding: tag.dropFirst(), as: UTF8.self)
        if open.popLast() != name { faults.append("</\(name)> closes another element") }
        skeleton.append("/" + name)
        continue
      }
      let name = read(tag)
      guard !Self.void.contains(name) else { continue }
      if name == "style" || name == "script" {
        let close = Array("</\(name)>".utf8)
        while index < bytes.count, !bytes[index...].starts(with: close) { index += 1 }
        index += close.count
        continue
      }
      open.append(name)
    }
    text = Self.unescaped(words)
    if !open.isEmpty { faults.append("not closed: \(open)") }
  }

  func count(of tag: String) -> Int { skeleton.count { $0 == tag || $0.hasPrefix(tag + " ") } }

  /// Reads the name and the attributes of a tag.
  private mutating func read(_ tag: [UInt8]) -> String {
    let name = String(decoding: tag.prefix { $0 != 0x20 }, as: UTF8.self)
    var entry = name
    var rest = tag.dropFirst(name.utf8.count)
    while rest.first == 0x20 {
      rest = rest.dropFirst()
      let attribute = String(decoding: rest.prefix { $0 != UInt8(ascii: "=") && $0 != 0x20 }, as: UTF8.self)
      rest = rest.dropFirst(attribute.utf8.count)
      entry += " " + attribute
      guard rest.starts(with: Array("=\"".utf8)) else { continue }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != UInt8(ascii: "\"") }
      rest = rest.dropFirst(value.count + 1)
      if attribute == "id" { ids.append(Self.unescaped(Array(value))) }
      if attribute == "href" { links.append(Self.unescaped(Array(value))) }
    }
    if !rest.isEmpty, name != "!DOCTYPE" { faults.append("<\(String(decoding: tag, as: UTF8.self))> holds more than attributes") }
    skeleton.append(entry)
    return name
  }

  /// The end of a tag: the first `>` outside quotation marks.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var isQuoted = false
    for index in start..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index }
    }
    return nil
  }

  private static let references: [(name: [UInt8], byte: UInt8)] = [
    (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&#39;".utf8), UInt8(ascii: "'")), (Array("&amp;".utf8), UInt8(ascii: "&")),
  ]

  private static func unescaped(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let reference = references.first(where: { bytes[index...].starts(with: $0.name) }) {
        output.append(reference.byte)
        index += reference.name.count
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
