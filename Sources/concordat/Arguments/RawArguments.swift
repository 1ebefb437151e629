import SourceText

/// The arguments of the process as text that loses no byte.
///
/// Names of files are bytes, but the argument parser reads strings. Bytes that are not UTF-8 travel through it as
/// characters of a private plane, as do the bytes of such characters, so that the way back is exact. So do control
/// characters: a line break in what the parser says is then always one of its own.
enum RawArguments {
  /// U+10FF00 and a byte.
  private static let carriers: UInt32 = 0x10FF00

  /// All but the name of the program.
  static var all: [String] {
    var arguments: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { break }
      var bytes: [UInt8] = []
      var cursor = UnsafePointer(argument)
      while cursor.pointee != 0 {
        bytes.append(UInt8(bitPattern: cursor.pointee))
        cursor += 1
      }
      arguments.append(carry(bytes))
    }
    return arguments
  }

  /// The text that stands for some bytes.
  static func carry(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while !rest.isEmpty {
      var iterator = rest.makeIterator()
      var decoder = UTF8()
      if case .scalarValue(let scalar) = decoder.decode(&iterator), !isCarrier(scalar), !isControl(scalar) {
        text.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        if let byte = rest.popFirst(), let scalar = Unicode.Scalar(carriers + UInt32(byte)) { text.append(scalar) }
      }
    }
    return String(text)
  }

  /// The bytes that a text stands for.
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isCarrier(scalar) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  private static func isCarrier(_ scalar: Unicode.Scalar) -> Bool {
    (carriers...carriers + 0xFF).contains(scalar.value)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }

  /// A message in which each line is made visible; what an argument holds cannot begin a line.
  static func visible(_ message: String) -> [UInt8] {
    var output: [UInt8] = []
    for (index, line) in message.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { output.append(0x0A) }
      bytes(of: String(line)).withUnsafeBufferPointer { VisibleText.append($0, to: &output) }
    }
    return output
  }
}
