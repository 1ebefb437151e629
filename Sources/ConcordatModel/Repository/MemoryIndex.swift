/// Which document an address belongs to, in a number of steps that hardly grows with the repository.
struct MemoryIndex: Sendable {
  private struct Region {
    var addresses: Range<UInt>
    var document: Int
  }

  /// By address; no two overlap.
  private let arenas: [Region]
  private let texts: [Region]

  init(_ documents: [Document]) {
    arenas = Self.sorted(documents.enumerated().map { Region(addresses: $1.content.arena.addresses, document: $0) })
    var previous: UInt?
    texts = Self.sorted(
      documents.enumerated().compactMap { index, document in
        let start = UInt(bitPattern: document.file.bytes.baseAddress)
        // All documents of a file have its text; they stand together.
        guard start != previous else { return nil }
        previous = start
        return Region(addresses: start..<start + UInt(document.file.bytes.count), document: index)
      })
  }

  func documentOfUnit(at address: UInt) -> Int? { Self.find(address, in: arenas) }

  func documentOfText(at address: UInt) -> Int? { Self.find(address, in: texts) }

  private static func sorted(_ regions: [Region]) -> [Region] {
    regions.sorted { $0.addresses.lowerBound < $1.addresses.lowerBound }
  }

  private static func find(_ address: UInt, in regions: [Region]) -> Int? {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].addresses.lowerBound <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0, regions[low - 1].addresses.contains(address) else { return nil }
    return regions[low - 1].document
  }
}
