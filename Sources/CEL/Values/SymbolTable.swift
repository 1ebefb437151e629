import Synchronization

/// Numbers for texts, so that two of them compare by one machine word.
///
/// The programs of a pack are compiled with a ``Builder``; hosts then give the keys and words of their data the same
/// numbers through the frozen table. A text that is not in the table has the number 0 and is compared by its bytes,
/// so a table may always be incomplete. Freezing is a copy: numbers already given stay.
public final class SymbolTable: Sendable {
  private let index: Index

  /// A table of nothing.
  public static let empty = SymbolTable(index: Index())

  fileprivate init(index: Index) { self.index = index }

  /// The number of a text, or 0. O(length).
  public func symbol(for bytes: UnsafeBufferPointer<UInt8>) -> UInt16 { index.symbol(for: bytes) }

  /// Text as a value with its number, when the bytes are known to be valid UTF-8 and outlive it. O(length).
  public func string(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    .string(bytes, isASCII: !bytes.contains { $0 >= 0x80 }, symbol: symbol(for: bytes))
  }

  /// How many texts have numbers.
  public var count: Int { index.ends.count }

  /// A table that grows while programs are compiled; may be shared by threads.
  public final class Builder: Sendable {
    private let state = Mutex(Index())

    public init() {}

    /// The number of a text, given now if it had none; 0 when all 65 535 are taken.
    @discardableResult
    public func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
      state.withLock { $0.intern(bytes) }
    }

    @discardableResult
    public func intern(_ text: String) -> UInt16 {
      var text = text
      return text.withUTF8 { intern($0) }
    }

    /// The table as it is now.
    public func freeze() -> SymbolTable { SymbolTable(index: state.withLock { $0 }) }
  }

  /// Texts end to end in one array, found through an open-addressed table of numbers.
  fileprivate struct Index: Sendable {
    var text: [UInt8] = []
    /// Where the text of number n − 1 ends.
    var ends: [Int] = []
    private var table: [UInt16] = Array(repeating: 0, count: 256)

    func symbol(for bytes: UnsafeBufferPointer<UInt8>) -> UInt16 { table[place(of: bytes)] }

    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
      let place = place(of: bytes)
      if table[place] != 0 { return table[place] }
      guard ends.count < Int(UInt16.max) else { return 0 }
      text.append(contentsOf: bytes)
      ends.append(text.count)
      let symbol = UInt16(ends.count)
      table[place] = symbol
      if ends.count * 2 > table.count { grow() }
      return symbol
    }

    private mutating func grow() {
      table = Array(repeating: 0, count: table.count * 2)
      text.withUnsafeBufferPointer { text in
        var start = 0
        for (number, end) in ends.enumerated() {
          let place = place(of: UnsafeBufferPointer(rebasing: text[start..<end]))
          table[place] = UInt16(number + 1)
          start = end
        }
      }
    }

    /// The place that holds the text's number, or the free place where it belongs.
    private func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
      let mask = table.count - 1
      var place = Int(truncatingIfNeeded: Hash.bytes(bytes)) & mask
      while table[place] != 0 && !hasText(table[place], bytes) { place = (place + 1) & mask }
      return place
    }

    private func hasText(_ symbol: UInt16, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      let end = ends[Int(symbol) - 1]
      let start = symbol > 1 ? ends[Int(symbol) - 2] : 0
      guard end - start == bytes.count else { return false }
      return text[start..<end].elementsEqual(bytes)
    }
  }
}
