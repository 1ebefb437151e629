import SourceText
import Testing

@Suite struct SourceFileTests {
  private func text(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  private func kinds(_ file: SourceFile) -> [EncodingFault.Kind] { file.encodingFaults.map(\.kind) }

  @Test func `well-formed text is kept as it is`() {
    for sample in ["", "a", "a: é €😀\n", "\u{FEFF}a\r\n", "\0\u{7F}\u{85}\u{2028}\u{FFFF}"] {
      let file = SourceFile(path: "x", text: Array(sample.utf8))
      #expect(Array(file.bytes) == Array(sample.utf8))
      #expect(file.text == Array(sample.utf8))
      #expect(file.encodingFaults == [])
      #expect(file.encoding == .utf8)
      #expect(file.isASCII == sample.utf8.allSatisfy { $0 < 0x80 })
      #expect(file.originalOffset(of: file.endOffset) == sample.utf8.count)
    }
  }

  @Test func `eight zero bytes follow the text`() throws {
    let file = SourceFile(path: "x", text: Array("abc".utf8))
    let base = try #require(file.bytes.baseAddress)
    #expect((3..<11).allSatisfy { base[$0] == 0 })
  }

  @Test func `wide encodings are transcoded, and offsets lead back`() {
    let sample = "kéy: 😀 value\n"
    func bytes(_ unit: Int, littleEndian: Bool, mark: Bool) -> [UInt8] {
      let units: [UInt32] = unit == 2 ? sample.utf16.map(UInt32.init) : sample.unicodeScalars.map(\.value)
      return ((mark ? [0xFEFF] : []) + units).flatMap { value in
        let littleEndianBytes = (0..<unit).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
        return littleEndian ? littleEndianBytes : littleEndianBytes.reversed()
      }
    }
    for (unit, littleEndian, encoding) in [
      (2, true, TextEncoding.utf16LittleEndian), (2, false, .utf16BigEndian), (4, true, .utf32LittleEndian), (4, false, .utf32BigEndian),
    ] {
      for mark in [true, false] {
        let original = bytes(unit, littleEndian: littleEndian, mark: mark)
        let file = SourceFile(path: "x", text: original)
        #expect(text(file) == (mark ? "\u{FEFF}" : "") + sample)
        #expect(file.encoding == encoding)
        #expect(kinds(file) == [.wide(encoding)])
        var textOffset: UInt32 = 0
        var originalOffset = 0
        for scalar in text(file).unicodeScalars {
          #expect(file.originalOffset(of: textOffset) == originalOffset)
          textOffset += UInt32(scalar.utf8.count)
          originalOffset += unit == 2 ? 2 * scalar.utf16.count : 4
        }
        #expect(file.originalOffset(of: file.endOffset) == original.count)
      }
    }
  }

  @Test func `halves of characters in UTF-16 are replaced`() {
    let file = SourceFile(path: "x", text: [0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x63])
    #expect(text(file) == "\u{FEFF}a\u{FFFD}b\u{FFFD}")
    #expect(kinds(file) == [.wide(.utf16LittleEndian), .malformed(byte: 0)])
    #expect(file.encodingFaults[1].originalOffset == 4)
    #expect(file.encodingFaults[1].places == 2)
  }

  @Test func `single bytes of older encodings are read, and offsets lead back`() {
    let file = SourceFile(path: "x", text: Array("a\u{e9}b".utf8) + [0x92, 0x73, 0xA3, 0x35])
    #expect(text(file) == "aéb’s£5")
    #expect(file.encoding == .windows1252)
    #expect(kinds(file) == [.legacy(.windows1252, byte: 0x92)])
    #expect(file.encodingFaults[0].range.lowerBound == 4)
    #expect(file.encodingFaults[0].originalOffset == 4)
    #expect(file.encodingFaults[0].places == 2)
    #expect([4, 7, 8, 10, 11].map { file.originalOffset(of: $0) } == [4, 5, 6, 7, 8])
  }

  @Test func `apostrophes of the older Mac are told from those of Windows`() {
    let file = SourceFile(path: "x", text: Array("the council".utf8) + [0xD5] + Array("s plan ".utf8) + [0xD0] + Array(" caf".utf8) + [0x8E])
    #expect(text(file) == "the council’s plan – café")
    #expect(file.encoding == .macRoman)
  }

  @Test(arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]] as [[UInt8]])
  func `characters that may not be are one replacement each`(_ bytes: [UInt8]) {
    let file = SourceFile(path: "x", text: Array("a".utf8) + bytes + Array("b".utf8))
    #expect(text(file) == "a\u{FFFD}b")
    #expect(kinds(file) == [.malformed(byte: bytes[0])])
    #expect(file.originalOffset(of: 4) == 1 + bytes.count)
  }

  @Test func `a file cut inside a character keeps the rest`() {
    let file = SourceFile(path: "x", text: [0x61, 0xE2, 0x82])
    #expect(text(file) == "a\u{FFFD}")
    #expect(kinds(file) == [.malformed(byte: 0xE2)])
  }

  @Test func `a file above the limit is named and not read`() {
    let file = SourceFile(path: "x", text: [UInt8](repeating: 0x61, count: SourceFile.sizeLimit + 1))
    #expect(kinds(file) == [.tooLarge(byteCount: SourceFile.sizeLimit + 1)])
    #expect(file.bytes.isEmpty)
    #expect(SourceFile(path: "x", text: [UInt8](repeating: 0x61, count: SourceFile.sizeLimit)).encodingFaults == [])
  }

  @Test func `a reader may fail`() {
    struct Failure: Error, Equatable {}
    #expect(throws: Failure()) {
      _ = try SourceFile(path: "x", byteCount: 10) { (_: UnsafeMutableRawBufferPointer) throws(Failure) -> Int in throw Failure() }
    }
  }

  @Test func `slices are cut to the text`() {
    let file = SourceFile(path: "x", text: Array("abc".utf8))
    #expect(file.string(ByteRange(1, 99)) == "bc")
    #expect(file.string(ByteRange(50, 99)) == "")
  }

  /// Random bytes against the standard library's own repair.
  @Test func `any bytes become well-formed text`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let file = SourceFile(path: "x", text: bytes)
      #expect(String(validating: file.bytes, as: UTF8.self) != nil, "\(bytes)")
      if let valid = String(validating: bytes, as: UTF8.self), file.encoding == .utf8, file.encodingFaults.isEmpty {
        #expect(text(file).utf8.elementsEqual(valid.utf8))
      }
      for offset in 0...file.endOffset { #expect(file.originalOffset(of: offset) <= bytes.count + 4) }
    }
  }
}
