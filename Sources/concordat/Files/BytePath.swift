import SourceText

/// The path of a file as the system knows it: bytes, of any encoding or none.
struct BytePath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The path of something inside this folder.
  func appending(_ name: [UInt8]) -> BytePath {
    bytes.last == UInt8(ascii: "/") ? BytePath(bytes + name) : BytePath(bytes + [UInt8(ascii: "/")] + name)
  }

  /// The folder that holds it, and its name there.
  var parts: (folder: BytePath, name: [UInt8]) {
    let trimmed = bytes.reversed().drop { $0 == UInt8(ascii: "/") }.reversed().map { $0 }
    guard let slash = trimmed.lastIndex(of: UInt8(ascii: "/")) else { return (BytePath([UInt8(ascii: ".")]), trimmed) }
    return (BytePath(slash == 0 ? [UInt8(ascii: "/")] : Array(trimmed[..<slash])), Array(trimmed[(slash + 1)...]))
  }

  func withCString<Outcome>(_ body: (UnsafePointer<CChar>) -> Outcome) -> Outcome {
    // The system reads as far as the first zero; no name can hold one.
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      withUnsafePointer(to: 0 as CChar) { empty in body(buffer.baseAddress ?? empty) }
    }
  }

  /// The path as reports show it: relative to a folder where it lies below that, without `./` and doubled slashes.
  ///
  /// Bytes that are not UTF-8 are spelt `\x{FF}`.
  func shown(in currentFolder: [UInt8]?) -> String {
    let slash = UInt8(ascii: "/")
    var parts = bytes.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
    var isAbsolute = bytes.first == slash
    if isAbsolute, let base = currentFolder?.split(separator: slash), parts.starts(with: base) {
      parts.removeFirst(base.count)
      isAbsolute = false
    }
    let joined = Array(parts.joined(separator: [slash]))
    if joined.isEmpty { return isAbsolute ? "/" : "." }
    return BytePath.text(isAbsolute ? [slash] + joined : joined)
  }

  /// A name as text; what is not UTF-8 is spelt out.
  static func text(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? bytes.withUnsafeBufferPointer { VisibleText.string($0) }
  }
}
