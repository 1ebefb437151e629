/// The ways in which a file is damaged: cut short at every byte, without any one byte, with bits of any one byte turned over.
///
/// They are numbered, so that a run can go through all or through some, and one can be made again.
struct Mutation: CustomStringConvertible {
  /// Bits that are turned over: a neighbour, small and capital letters, ASCII and not, all.
  static let masks: [UInt8] = [0x01, 0x20, 0x80, 0xFF]
  /// How many there are for every byte.
  static let perByte = 2 + masks.count

  /// The place in the file.
  let offset: Int
  /// 0 cuts, 1 deletes, others turn over.
  let kind: Int

  init(_ number: Int) {
    offset = number / Self.perByte
    kind = number % Self.perByte
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    guard bytes.indices.contains(offset) else { return bytes }
    switch kind {
    case 0: return Array(bytes[..<offset])
    case 1: return Array(bytes[..<offset] + bytes[(offset + 1)...])
    default:
      var changed = bytes
      changed[offset] ^= Self.masks[kind - 2]
      return changed
    }
  }

  var description: String {
    switch kind {
    case 0: "cut at \(offset)"
    case 1: "without byte \(offset)"
    default: "byte \(offset) ^ 0x\(String(Self.masks[kind - 2], radix: 16))"
    }
  }
}
