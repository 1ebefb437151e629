import Foundation
import Testing

/// Bytes in every encoding, and everything that the fuzzer found: see `Fuzz/run`.
struct ProbeTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Finds/text")

  static let finds = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(arguments: finds)
  func `bytes that were at fault are not any more`(name: String) throws {
    #expect(SourceTextProbe().fault(in: Array(try Data(contentsOf: Self.folder.appending(path: name)))) == nil)
  }

  @Test func `text in any encoding is counted right, whole and damaged`() {
    let texts = ["", "a", "key: value\r\nb: é€😀\r\r\n", "\u{FEFF}x\u{85}y\u{2028}z\n", "e\u{301}\u{202E}\u{200B}\t|"]
    var number = 0
    for text in texts {
      let units = Array(text.utf16)
      var forms: [[UInt8]] = [Array(text.utf8)]
      forms.append([0xFF, 0xFE] + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
      forms.append([0xFE, 0xFF] + units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] })
      forms.append([0xFF, 0xFE, 0, 0] + text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) } })
      forms.append(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
      for bytes in forms {
        for cut in 0...bytes.count {
          #expect(SourceTextProbe().fault(in: Array(bytes[..<cut])) == nil, "\(bytes[..<cut])")
          number += 1
          guard cut < bytes.count else { continue }
          for mask in [0x01, 0x20, 0x80, 0xFF] as [UInt8] {
            var damaged = bytes
            damaged[cut] ^= mask
            #expect(SourceTextProbe().fault(in: damaged) == nil, "\(damaged)")
            number += 1
          }
        }
      }
    }
    #expect(number > 1_500)
  }
}
