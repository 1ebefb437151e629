import CEL

/// A document as a host would hold it: text in one run of bytes, lists and maps in one arena.
final class Document {
  private(set) var root = Value.null
  private var arena: DataArena?
  private let symbols: SymbolTable
  private let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  private var used = 0

  init(symbols: SymbolTable, itemCount: Int) {
    self.symbols = symbols
    let units = 2 * 6 + 2 + 2 + itemCount + itemCount * 10
    var builder = DataArena.Builder(unitCount: units)
    let c = map(&builder, [("c", .double(42))])
    let b = map(&builder, [("b", c)])
    var items: [Value] = []
    for i in 0..<itemCount {
      let number = String(i)
      let id = "p" + String(repeating: "0", count: 3 - number.count) + number
      items.append(
        map(
          &builder,
          [
            ("id", string(id)), ("name", string("abc-def")), ("price", .double(Double(i))), ("qty", .double(5)),
            ("role", string("partner")),
          ]))
    }
    guard let list = builder.list(count: itemCount) else { return }
    for (i, item) in items.enumerated() { list[i] = item }
    root = map(
      &builder,
      [
        ("a", b), ("name", string("abc-def")), ("kind", string("C")), ("title", string("A document")),
        ("signed", .timestamp(seconds: 1_214_784_000)), ("items", .list(UnsafeBufferPointer(list))),
      ])
    arena = builder.freeze()
  }

  deinit { text.deallocate() }

  private func map(_ builder: inout DataArena.Builder, _ fields: [(String, Value)]) -> Value {
    guard let entries = builder.map(count: fields.count) else { return .null }
    for (i, field) in fields.enumerated() { entries[i] = MapEntry(key: string(field.0), value: field.1) }
    return .map(UnsafeBufferPointer(entries))
  }

  private func string(_ value: String) -> Value {
    let start = used
    for byte in value.utf8 where used < text.count {
      text[used] = byte
      used += 1
    }
    let bytes = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(text)[start..<used])
    return symbols.string(bytes)
  }
}
