import CEL
import Testing

/// A partner of an agreement, as the host has it.
struct Partner {
  var name: String
  var votes: Int64
}

/// What expressions see of an agreement: one arena for lists and maps, one run of bytes for text.
final class AgreementData {
  let arena: DataArena
  let root: Value
  private let text: UnsafeMutableBufferPointer<UInt8>

  init?(title: String, partners: [Partner], symbols: SymbolTable) {
    let length = title.utf8.count + partners.reduce(0) { $0 + $1.name.utf8.count }
    let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, length))
    self.text = text
    var used = 0
    func string(_ source: String) -> Value {
      let start = used
      for byte in source.utf8 {
        text[used] = byte
        used += 1
      }
      let bytes = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(text)[start..<used])
      return .string(bytes, symbol: symbols.symbol(for: bytes))
    }
    func key(_ name: StaticString) -> Value {
      let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      return .string(bytes, isASCII: true, symbol: symbols.symbol(for: bytes))
    }

    // A list takes a unit for each element, a map two for each entry.
    var builder = DataArena.Builder(unitCount: 2 * 2 + partners.count + partners.count * 2 * 2)
    guard let fields = builder.map(count: 2), let list = builder.list(count: partners.count) else { return nil }
    for (place, partner) in partners.enumerated() {
      guard let entries = builder.map(count: 2) else { return nil }
      entries[0] = MapEntry(key: key("name"), value: string(partner.name))
      entries[1] = MapEntry(key: key("votes"), value: .int(partner.votes))
      list[place] = .map(UnsafeBufferPointer(entries))
    }
    fields[0] = MapEntry(key: key("title"), value: string(title))
    fields[1] = MapEntry(key: key("partners"), value: .list(UnsafeBufferPointer(list)))
    root = .map(UnsafeBufferPointer(fields))
    arena = builder.freeze()
  }

  deinit { text.deallocate() }
}

/// Describes the records that expressions read.
struct AgreementSchema: TypeProvider {
  static let agreement = StructureDeclaration(
    name: "Agreement",
    fields: [
      FieldDeclaration(name: "title", type: .string, isOptional: false),
      FieldDeclaration(name: "partners", type: .list(.structure("Partner")), isOptional: false, maximumCount: 500),
      FieldDeclaration(name: "note", type: .string, isOptional: true),
    ])
  static let partner = StructureDeclaration(
    name: "Partner",
    fields: [
      FieldDeclaration(name: "name", type: .string, isOptional: false),
      FieldDeclaration(name: "votes", type: .int, isOptional: false),
    ])

  func structure(named name: String) -> StructureDeclaration? {
    switch name {
    case "Agreement": Self.agreement
    case "Partner": Self.partner
    default: nil
    }
  }
}

/// The Swift code of the articles `HostData`, `AddingFunctions` and `TypesAndChecking`: ``DocumentationTests`` holds them to it.
struct HostExamples {
  @Test func `data of the host is read where it lies`() throws {
    let environment = Environment(
      variables: [VariableDeclaration(name: "agreement", type: .structure("Agreement"))],
      provider: AgreementSchema())
    let symbols = SymbolTable.Builder()
    let program = try environment.compile(
      "agreement.partners.all(p, p.votes > 0) && agreement.title.startsWith('Kent')", expecting: .bool,
      symbols: symbols)

    let data = try #require(
      AgreementData(
        title: "Kent and Medway", partners: [Partner(name: "Kent", votes: 3), Partner(name: "Medway", votes: 1)],
        symbols: symbols.freeze()))
    let activation = Activation(slotCount: environment.variableCount)
    activation.bind(0, data.root)
    #expect(activation.evaluate(program).isTrue)
  }

  @Test func `a path leads back to the host's own record`() throws {
    let environment = Environment(variables: [VariableDeclaration(name: "agreement", type: .dyn)])
    let data = try #require(
      AgreementData(title: "Kent", partners: [Partner(name: "Kent", votes: 3)], symbols: .empty))
    let activation = Activation(slotCount: environment.variableCount)
    let slots: [Value] = [data.root]
    try slots.withUnsafeBufferPointer { slots in
      activation.bind(0, data.root, origin: slots.baseAddress)

      let path = try environment.compile("agreement.partners[0].votes", expecting: nil)
      let place = try #require(path.resolvePlace(with: activation))
      let unit = place.slot.flatMap { data.arena.unitIndex(of: $0) }
      #expect(place.isComplete)
      #expect(unit == 8)
    }
  }

  @Test func `a function of the host is called like any other`() throws {
    let words = FunctionDeclaration(
      name: "words",
      overloads: [
        .init(id: "string_words", isMember: true, parameters: [.string], result: .int) { evaluation, arguments in
          guard let text = arguments[0].stringBytes else { return evaluation.noSuchOverload }
          if let breach = evaluation.charge(Int64(text.count / 10)) { return breach }
          return .int(text.split(separator: UInt8(ascii: " ")).count)
        }
      ])
    let environment = Environment(functions: [words])
    let program = try environment.compile("'a local area agreement'.words() == 4", expecting: .bool)
    #expect(Activation(slotCount: 0).evaluate(program).isTrue)
  }

  @Test func `a body that cannot answer returns a failure`() throws {
    let day = FunctionDeclaration(
      name: "day",
      overloads: [
        .init(id: "day_int", parameters: [.int], result: .string) { evaluation, arguments in
          let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
          guard let number = arguments[0].intValue, let index = Int(exactly: number), names.indices.contains(index) else {
            return evaluation.failure(code: 1, message: "there are seven days")
          }
          return evaluation.string(names[index])
        }
      ])
    let calendar = Library(name: "calendar", functions: [day])
    let environment = Environment(libraries: Library.all + [calendar])

    let activation = Activation(slotCount: 0)
    let value = activation.evaluate(try environment.compile("day(7)", expecting: .string))
    #expect(activation.error(of: value)?.kind == .host(code: 1, message: "there are seven days"))
    #expect(activation.evaluate(try environment.compile("day(4)", expecting: .string)).stringValue == "Friday")
  }

  @Test func `a function reaches what the host lends it`() throws {
    final class Register {
      let councils: Set<String>
      init(_ councils: Set<String>) { self.councils = councils }
    }
    let isCouncil = FunctionDeclaration(
      name: "isCouncil",
      overloads: [
        .init(id: "is_council", parameters: [.string], result: .bool) { evaluation, arguments in
          guard let register = evaluation.host as? Register, let name = arguments[0].stringValue else {
            return evaluation.noSuchOverload
          }
          return .bool(register.councils.contains(name))
        }
      ])
    let environment = Environment(functions: [isCouncil])
    let register = Register(["Kent", "Medway"])
    let activation = Activation(slotCount: 0)
    activation.host = register
    #expect(activation.evaluate(try environment.compile("isCouncil('Kent')", expecting: .bool)).isTrue)
  }

  @Test func `a misspelt field is an error and an unguarded one a warning`() throws {
    var lines: [String] = []
    func print(_ line: String) { lines.append(line) }

    let environment = Environment(
      variables: [VariableDeclaration(name: "agreement", type: .structure("Agreement"))],
      provider: AgreementSchema())
    do throws(CompileFailure) {
      _ = try environment.compile("agreement.tilte != ''", expecting: .bool)
    } catch {
      print("\(error.issues[0].message); \(error.issues[0].suggestion ?? "")")
    }
    let program = try environment.compile("agreement.note.size() < 100", expecting: .bool)
    for warning in program.warnings { print("\(warning.message): \(warning.suggestion ?? "")") }
    let guarded = try environment.compile("!has(agreement.note) || agreement.note.size() < 100", expecting: .bool)
    #expect(guarded.warnings.isEmpty)
    #expect(
      lines == [
        "Agreement has no field 'tilte'; did you mean 'title'?",
        "Agreement may lack 'note', and reading it then is an error: guard it with has(agreement.note) &&, or read it with '.?'",
      ])
  }

  @Test func `choices are part of the environment`() throws {
    var options = CompileOptions()
    options.comparesAcrossNumericTypes = false
    options.requiresHomogeneousLiterals = true
    options.maximumDepth = 50
    let strict = Environment(options: options)
    #expect(throws: CompileFailure.self) { try strict.compile("1 < 2.0", expecting: .bool) }
    #expect(throws: CompileFailure.self) { try strict.compile("[1, 'a'].size() == 2", expecting: .bool) }
  }

  @Test func `a child environment has more variables`() throws {
    let base = Environment(variables: [VariableDeclaration(name: "agreement", type: .dyn)])
    let each = base.adding([VariableDeclaration(name: "partner", type: .dyn)])
    #expect(base.slot(named: "partner") == nil)
    #expect(each.slot(named: "partner") == 1)
    _ = try each.compile("partner in agreement.partners", expecting: .bool)
  }
}
