/// Reads XML or HTML as strictly as a report must write it: every tag closed, every attribute in double quotes and once, every
/// `&` a reference, no character that the format forbids.
struct MarkupText {
  enum Language { case xml, html }

  private let bytes: [UInt8]
  private let language: Language
  private var index = 0
  private var open: [String] = []

  /// What is wrong with a document, or nothing.
  static func fault(in bytes: [UInt8], _ language: Language) -> String? {
    var reader = MarkupText(bytes: bytes, language: language)
    do throws(Fault) {
      try reader.read()
      return nil
    } catch {
      return error.text
    }
  }

  private init(bytes: [UInt8], language: Language) {
    self.bytes = bytes
    self.language = language
  }

  private struct Fault: Error { var text: String }

  private func fault(_ text: String) -> Fault { Fault(text: "\(language): \(text) at \(index)") }

  /// Elements of HTML that have no end.
  private static let empty: Set<String> = ["meta", "link", "br", "hr", "img", "input", "col", "wbr"]
  /// Elements of HTML whose text is not markup.
  private static let raw: Set<String> = ["style", "script"]

  private mutating func read() throws(Fault) {
    try forbiddenCharacters()
    var roots = 0
    while index < bytes.count {
      if starts("<!--") {
        try skip(past: "-->", from: index + 4)
      } else if starts("<?") {
        guard language == .xml, index == 0 else { throw fault("an instruction") }
        try skip(past: "?>", from: index)
      } else if starts("<!") {
        guard language == .html, open.isEmpty, roots == 0 else { throw fault("a declaration") }
        try skip(past: ">", from: index)
      } else if bytes[index] == UInt8(ascii: "<") {
        if open.isEmpty { roots += bytes.dropFirst(index + 1).first == UInt8(ascii: "/") ? 0 : 1 }
        try tag()
      } else {
        try text()
      }
    }
    if let last = open.last { throw fault("<\(last)> is not closed") }
    if roots != 1 { throw fault("\(roots) roots") }
  }

  private func forbiddenCharacters() throws(Fault) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFDCF, 0xFDF0...0xFFFD: continue
      case 0x10000... where scalar.value & 0xFFFE != 0xFFFE: continue
      default: throw fault("the character U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: Array(text.utf8)) }

  private mutating func skip(past end: String, from start: Int) throws(Fault) {
    let end = Array(end.utf8)
    var place = start
    while place < bytes.count {
      if bytes[place] == end[0], bytes[place...].starts(with: end) {
        index = place + end.count
        return
      }
      place += 1
    }
    throw fault("no \(String(decoding: end, as: UTF8.self))")
  }

  private mutating func name() throws(Fault) -> String {
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    if index == start { throw fault("no name") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || "-_:.".utf8.contains(byte)
  }

  private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count, [0x20, 0x0A, 0x09].contains(bytes[index]) { index += 1 }
    return index > start
  }

  private mutating func tag() throws(Fault) {
    index += 1
    if starts("/") {
      index += 1
      let name = try name()
      guard open.popLast() == name else { throw fault("</\(name)> closes nothing") }
      guard starts(">") else { throw fault("no >") }
      return index += 1
    }
    let element = try name()
    var attributes: Set<String> = []
    while true {
      let hasSpace = skipSpace()
      if starts("/>") {
        // In HTML the slash is passed over, so only elements without an end, and those of SVG, may have it.
        index += 2
        return
      }
      if starts(">") {
        index += 1
        if language == .html, Self.empty.contains(element) { return }
        open.append(element)
        if language == .html, Self.raw.contains(element) { try raw(element) }
        return
      }
      guard hasSpace else { throw fault("no space before an attribute") }
      try attribute(of: element, &attributes)
    }
  }

  private mutating func raw(_ element: String) throws(Fault) {
    let start = index
    try skip(past: "</\(element)>", from: index)
    if bytes[start..<index - 3 - element.utf8.count].contains(UInt8(ascii: "<")) { throw fault("markup in <\(element)>") }
    open.removeLast()
  }

  private mutating func attribute(of element: String, _ seen: inout Set<String>) throws(Fault) {
    let attribute = try name()
    guard seen.insert(attribute).inserted else { throw fault("\(attribute) twice") }
    guard starts("=") else {
      if language == .html { return }
      throw fault("\(attribute) without a value")
    }
    index += 1
    guard starts("\"") else { throw fault("\(attribute) without quotes") }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "<") { throw fault("< in \(attribute)") }
      if bytes[index] == UInt8(ascii: "&") { try reference() } else { index += 1 }
    }
    guard index < bytes.count else { throw fault("\(attribute) without end") }
    let value = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    if language == .html, attribute.hasPrefix("on") { throw fault("a handler") }
    if attribute == "href" || attribute == "src", value.contains(":"), !["http:", "https:"].contains(where: value.hasPrefix), !value.hasPrefix("#") {
      throw fault("a link of another kind: \(value)")
    }
    index += 1
  }

  private mutating func text() throws(Fault) {
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: "&") {
        try reference()
      } else if starts("]]>") {
        throw fault("]]> in text")
      } else {
        guard !open.isEmpty || [0x20, 0x0A].contains(bytes[index]) else { throw fault("text outside of the root") }
        index += 1
      }
    }
  }

  private mutating func reference() throws(Fault) {
    index += 1
    if starts("#") {
      index += 1
      let isHexadecimal = starts("x")
      if isHexadecimal { index += 1 }
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: ";"), index - start < 8 { index += 1 }
      guard let value = UInt32(String(decoding: bytes[start..<index], as: UTF8.self), radix: isHexadecimal ? 16 : 10),
        value == 9 || value == 10 || value == 13 || value >= 0x20
      else { throw fault("no such character") }
    } else {
      let name = try name()
      let known: Set<String> = language == .xml ? ["amp", "lt", "gt", "quot", "apos"] : ["amp", "lt", "gt", "quot", "nbsp", "apos"]
      guard known.contains(name) else { throw fault("an unknown reference &\(name)") }
    }
    guard starts(";") else { throw fault("a reference without ;") }
    index += 1
  }
}
