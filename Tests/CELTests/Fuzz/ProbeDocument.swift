@testable import CEL

/// What probed expressions may name: variables of every kind, a record with declared fields and one value without a type.
///
/// The first thirteen have the names and types of the differential table, so that its expressions are good beginnings.
enum ProbeDocument {
  static let environment = Environment(
    libraries: Library.all + [.block, .network],
    variables: [
      .init(name: "i", type: .int), .init(name: "j", type: .int), .init(name: "u", type: .uint),
      .init(name: "f", type: .double), .init(name: "s", type: .string), .init(name: "b", type: .bool),
      .init(name: "y", type: .bytes), .init(name: "li", type: .list(.int)), .init(name: "ls", type: .list(.string)),
      .init(name: "ms", type: .map(.string, .int)), .init(name: "ts", type: .timestamp),
      .init(name: "du", type: .duration), .init(name: "d", type: .dyn),
      .init(name: "agreement", type: .structure("Agreement")), .init(name: "none.set", type: .int),
    ],
    provider: ProbeTypes())

  /// The values of the variables by slot; the last variable has none.
  static func values(_ symbols: SymbolTable) -> [Value] {
    let memory = Memory(symbols: symbols)
    func partner(_ name: String, _ more: (String, Value)...) -> Value {
      memory.map([("name", memory.text(name))] + more)
    }
    let partners = memory.list([
      partner("Kent", ("share", .double(0.5))), partner("Medway", ("share", .double(0.25)), ("votes", .int(3))),
      partner("Ashford"), partner("Cinque Ports – Fünf", ("votes", .int(1))),
    ])
    let targets = memory.map([
      ("NI 192", memory.map([("value", .int(40)), ("related-to", memory.list([memory.text("Kent")]))])),
      ("NI 5", memory.map([("related-to", .emptyList)])),
    ])
    let agreement = memory.map([
      ("title", memory.text("A local area agreement")), ("partners", partners), ("targets", targets),
      ("review", memory.map([("due", .timestamp(seconds: 1_214_784_000, isDateOnly: true))])), ("note", .null),
    ])
    let loose = memory.map([
      ("s", memory.text("x")), ("t", .true), ("o", memory.map([("p", .double(1.5))])),
      ("l", memory.list([.int(1), memory.text("x"), .double(2.5)])), ("n", .null), ("a", .int(1)),
    ])
    let texts = ["beta", "alpha", "é", ""].map(memory.text)
    return [
      .int(42), .int(-3), .uint(9), .double(3.75), memory.text("Hello, wörld"), .true,
      .bytes(memory.bytes([0xC3, 0xBF, 0x41])), memory.list([5, -1, 0, 5, 12].map { Value.int($0) }), memory.list(texts),
      memory.map([("one", .int(1)), ("two", .int(2)), ("abc", .int(3))]),
      .timestamp(seconds: 1_785_505_031, nanoseconds: 123_456_000),
      .duration(nanoseconds: 5_430_250_000_000), loose, agreement, .unset,
    ]
  }

  /// Numbers for some keys and words, given in the same order every time.
  static func symbols() -> SymbolTable.Builder {
    let builder = SymbolTable.Builder()
    for word in ["name", "partners", "Kent", "one", "s", "alpha", "share"] { builder.intern(word) }
    return builder
  }

  /// Holds what values point to, for ever: probes make one document and keep it.
  private struct Memory {
    var symbols: SymbolTable

    func bytes(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(copy(bytes)) }

    func text(_ text: String) -> Value {
      let bytes = bytes(Array(text.utf8))
      return .string(bytes, isASCII: !bytes.contains { $0 >= 0x80 }, symbol: symbols.symbol(for: bytes))
    }

    func list(_ elements: [Value]) -> Value { .list(UnsafeBufferPointer(copy(elements))) }

    func map(_ fields: [(String, Value)]) -> Value {
      .map(UnsafeBufferPointer(copy(fields.map { MapEntry(key: text($0.0), value: $0.1) })))
    }

    private func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
      let place = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
      _ = place.initialize(from: elements)
      return place
    }
  }
}

/// The records of the document.
private struct ProbeTypes: TypeProvider {
  private let structures: [String: StructureDeclaration] = Dictionary(
    uniqueKeysWithValues: [
      StructureDeclaration(
        name: "Agreement",
        fields: [
          .init(name: "title", type: .string, isOptional: false),
          .init(name: "partners", type: .list(.structure("Partner")), isOptional: false, maximumCount: 500),
          .init(name: "targets", type: .map(.string, .structure("Target")), isOptional: false),
          .init(name: "review", type: .structure("Review"), isOptional: true),
          .init(name: "lead", type: .structure("Partner"), isOptional: true),
          .init(name: "note", type: .wrapper(.string), isOptional: false),
        ]),
      StructureDeclaration(
        name: "Partner",
        fields: [
          .init(name: "name", type: .string, isOptional: false), .init(name: "share", type: .double, isOptional: true),
          .init(name: "votes", type: .int, isOptional: true),
        ]),
      StructureDeclaration(
        name: "Target",
        fields: [
          .init(name: "value", type: .int, isOptional: true),
          .init(name: "related-to", type: .list(.string), isOptional: false),
        ]),
      StructureDeclaration(name: "Review", fields: [.init(name: "due", type: .timestamp, isOptional: true)]),
    ].map { ($0.name, $0) })

  func structure(named name: String) -> StructureDeclaration? { structures[name] }
}
