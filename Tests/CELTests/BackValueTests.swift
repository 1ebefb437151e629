import Testing

@testable import CEL

struct BackValueTests {
  @Test func `a value is sixteen bytes and an entry of a map is two values`() {
    #expect(MemoryLayout<Value>.size == 16)
    #expect(MemoryLayout<Value>.stride == 16)
    #expect(MemoryLayout<MapEntry>.stride == 32)
    #expect(_isPOD(Value.self))
  }

  @Test func `values say what was put into them`() {
    #expect(Value.int(-5).intValue == -5)
    #expect(Value.uint(.max).uintValue == .max)
    #expect(Value.double(2.5).doubleValue == 2.5)
    #expect(Value.bool(true).boolValue == true)
    #expect(Value.string("Älmhult").stringValue == "Älmhult")
    #expect(Value.timestamp(seconds: -1, nanoseconds: 999_999_999).timestampValue?.nanoseconds == 999_999_999)
    #expect(Value.duration(nanoseconds: .min).durationValue == .min)
    #expect(Value.int(1).stringValue == nil)
    #expect(Value.noneOptional.optionalValue == nil)
  }

  @Test func `numbers of different kinds are equal as numbers, and large ones by way of doubles`() {
    #expect(Equality.areEqual(.int(1), .double(1)))
    #expect(Equality.areEqual(.uint(1), .int(1)))
    #expect(!Equality.areEqual(.int(-1), .uint(.max)))
    #expect(Equality.areEqual(.int(9_007_199_254_740_993), .double(9_007_199_254_740_992)))
    #expect(!Equality.areEqual(.double(.nan), .double(.nan)))
    #expect(!Equality.areEqual(.string("1"), .int(1)))
  }

  @Test func `text is compared by bytes, whatever Swift thinks of canonical equivalence`() {
    #expect(!Equality.areEqual(.string("é"), .string("e\u{301}")))
    #expect(UTF8Text.count(.string("e\u{301}")) == 2)
  }

  @Test func `equal values have equal hashes`() {
    #expect(Hash.scalar(.int(3)) == Hash.scalar(.double(3)))
    #expect(Hash.scalar(.uint(3)) == Hash.scalar(.int(3)))
    #expect(Hash.scalar(.double(0)) == Hash.scalar(.double(-0.0)))
  }

  @Test func `symbols are equal when and only when texts are`() {
    let builder = SymbolTable.Builder()
    let first = builder.intern("partners")
    #expect(first != 0)
    #expect(builder.intern("partners") == first)
    for i in 0..<1_000 { builder.intern("key\(i)") }
    let table = builder.freeze()
    #expect(table.count == 1_001)
    var name = "partners"
    #expect(name.withUTF8 { table.symbol(for: $0) } == first)
    var other = "partner"
    #expect(other.withUTF8 { table.symbol(for: $0) } == 0)
    #expect(builder.intern("later") == 1_002)
  }

  @Test func `an arena leads from a slot back to its unit`() throws {
    var builder = DataArena.Builder(unitCount: 5)
    guard let map = builder.map(count: 2), let list = builder.list(count: 1) else {
      Issue.record("the arena is too small")
      return
    }
    let more = builder.list(count: 1)
    #expect(more == nil)
    list[0] = .int(7)
    map[0] = MapEntry(key: .string("a"), value: .int(1))
    map[1] = MapEntry(key: .string("b"), value: .list(UnsafeBufferPointer(list)))
    let root = Value.map(UnsafeBufferPointer(map))
    let arena = builder.freeze()
    let b = try #require(root.entry("b"))
    #expect(arena.unitIndex(of: b) == 3)
    #expect(arena.unitIndex(ofContentsOf: b.pointee) == 4)
    #expect(arena.unitIndex(ofContentsOf: root) == 0)
    let elsewhere = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    defer { elsewhere.deallocate() }
    #expect(arena.unitIndex(of: elsewhere) == nil)
  }

  @Test func `scratch memory keeps its limit and gives back what was taken since a mark`() {
    var scratch = Scratch(limit: 100_000)
    let first = scratch.allocate(5)
    let mark = scratch.mark
    let second = scratch.allocate(20_000)
    #expect(Int(bitPattern: second) % 16 == 0)
    let tooLarge = scratch.allocate(200_000)
    #expect(tooLarge == nil)
    scratch.release(to: mark)
    let again = scratch.allocate(16)
    #expect(again == first.map { $0 + 16 })
    scratch.pin()
    scratch.release(to: mark)
    let afterPin = scratch.allocate(16)
    #expect(afterPin == first.map { $0 + 32 })
    scratch.reset()
    let fromStart = scratch.allocate(1)
    #expect(fromStart == first)
    var total = 0
    while scratch.allocate(4_096) != nil { total += 4_096 }
    #expect(total > 50_000)
    #expect(total <= 100_000)
  }

  @Test func `values are shown as a reader would write them`() {
    let entries = [MapEntry(key: .string("a"), value: .list(UnsafeBufferPointer(start: nil, count: 0)))]
    entries.withUnsafeBufferPointer { #expect(Value.map($0).text() == "{'a': []}") }
    #expect(Value.timestamp(seconds: 1_214_784_000, isDateOnly: true).text() == "2008-06-30")
    #expect(Value.timestamp(seconds: 0).text() == "1970-01-01T00:00:00Z")
    #expect(Value.double(1e6).text() == "1e+06")
    #expect(Value.double(0.1).text() == "0.1")
    #expect(Value.string("a long text").text(limit: 8) == "a long t…")
  }
}
