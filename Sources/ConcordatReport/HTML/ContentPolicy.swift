import ConcordatDiagnostics

/// What a browser may do with a page: show it, in the style and with the script that are written in it.
///
/// Both are named by their digests, so that nothing else could run even if it came into the page.
struct ContentPolicy {
  let text: String

  init(style: StaticString, script: StaticString?) {
    var text = "default-src 'none'; style-src '\(Self.source(style))'"
    if let script { text += "; script-src '\(Self.source(script))'" }
    self.text = text + "; base-uri 'none'; form-action 'none'"
  }

  /// `sha256-` and the digest in Base64, as the policy wants it.
  private static func source(_ literal: StaticString) -> String {
    let digest = literal.withUTF8Buffer { SHA256.hexDigest(of: $0) }
    let digits = digest.utf8.map { $0 < 58 ? $0 &- 48 : $0 &- 87 }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return "sha256-" + base64(bytes)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let isPadding = index > group.count
        output.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * index)) & 63])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
