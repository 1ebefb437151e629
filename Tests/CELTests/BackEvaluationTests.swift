import SourceText
import Testing

@testable import CEL

struct BackEvaluationTests {
  @Test func `a lazy variable is computed once, and so is its error`() throws {
    let environment = Environment(variables: [.init(name: "x", type: .int), .init(name: "y", type: .int)])
    let activation = Activation(slotCount: 2)
    let y = try environment.compile("x * 2", expecting: .int)
    var calls = 0
    activation.bind(0, .int(21))
    activation.resolver = { slot in
      calls += 1
      return slot == 1 ? activation.evaluate(y) : .unset
    }
    let program = try environment.compile("y == 42 && y + y == 84", expecting: .bool)
    #expect(activation.evaluate(program).isTrue)
    #expect(calls == 1)
    #expect(program.variableSlots == [1])
    activation.bind(0, .int(Int64.max))
    activation.unbind(1)
    let value = activation.evaluate(program)
    let error = try #require(activation.error(of: value))
    #expect(error.kind == .overflow)
    #expect(error.expression == "x * 2")
    #expect(calls == 2)
  }

  @Test func `a variable that depends on itself is an error`() throws {
    let environment = Environment(variables: [.init(name: "x", type: .int)])
    let activation = Activation(slotCount: 1)
    let program = try environment.compile("x + 1", expecting: .int)
    activation.resolver = { _ in activation.evaluate(program) }
    let error = try #require(activation.error(of: activation.evaluate(program)))
    #expect(error.message == "the variable depends on itself")
  }

  @Test func `an error names its kind, its words and its place`() throws {
    let environment = Environment(variables: [.init(name: "doc", type: .dyn)])
    let activation = Activation(slotCount: 1)
    activation.bind(0, .emptyMap)
    let program = try environment.compile("1 == 1 && doc.partners.size() > 0", expecting: .bool)
    let error = try #require(activation.error(of: activation.evaluate(program)))
    #expect(error.kind == .noSuchKey("partners"))
    #expect(error.message == "there is no 'partners' here")
    #expect(error.range == ByteRange(10, 22))
  }

  @Test func `the cost limit ends an evaluation whatever stands around it`() throws {
    let environment = Environment()
    let activation = Activation(slotCount: 0, costLimit: 1_000)
    let program = try environment.compile(
      "lists.range(100).all(x, lists.range(100).all(y, x != y || x == y)) || true", expecting: .bool)
    let error = try #require(activation.error(of: activation.evaluate(program)))
    #expect(error.kind == .costLimit)
    activation.costLimit = 1_000_000
    #expect(activation.evaluate(program).isTrue)
    let cost = activation.cost
    #expect(activation.evaluate(program).isTrue)
    #expect(activation.cost == cost)
    activation.isCostAccumulated = true
    activation.resetCost()
    #expect(activation.evaluate(program).isTrue)
    #expect(activation.evaluate(program).isTrue)
    #expect(activation.cost == 2 * cost)
  }

  @Test func `the memory limit ends an evaluation`() throws {
    let environment = Environment()
    let activation = Activation(slotCount: 0, scratchLimit: 64 << 10)
    let program = try environment.compile(
      "lists.range(10).map(x, lists.range(1000 + x)).size() == 10 || true", expecting: .bool)
    let error = try #require(activation.error(of: activation.evaluate(program)))
    #expect(error.kind == .memoryLimit)
    activation.reset()
    #expect(activation.evaluate(try environment.compile("true", expecting: .bool)).isTrue)
  }

  @Test func `an error in a loop keeps its words while later turns use the memory again`() throws {
    let environment = Environment(variables: [.init(name: "m", type: .map(.string, .int))])
    let activation = Activation(slotCount: 1)
    activation.bind(0, .emptyMap)
    let program = try environment.compile(
      "lists.range(50).all(x, x == 0 ? m['key ' + string(x)] > 0 : ('text ' + string(x)).size() > 0)", expecting: .bool)
    for _ in 0..<100 { _ = activation.evaluate(program) }
    activation.reset()
    activation.bind(0, .emptyMap)
    let error = try #require(activation.error(of: activation.evaluate(program)))
    #expect(error.kind == .noSuchKey("key 0"))
    #expect(error.range.count > 0)
  }

  @Test func `expressions as deep as the parser takes them are evaluated`() throws {
    let activation = Activation(slotCount: 0)
    let deep = String(repeating: "[", count: 200) + "1" + String(repeating: "]", count: 200)
    #expect(activation.evaluate(try Environment().compile("\(deep) == \(deep)", expecting: .bool)).isTrue)
    let sum = Array(repeating: "1", count: 200).joined(separator: " + ")
    #expect(activation.evaluate(try Environment().compile("\(sum) == 200", expecting: .bool)).isTrue)
    let either = Array(repeating: "false", count: 2_000).joined(separator: " || ")
    #expect(!activation.evaluate(try Environment().compile(either, expecting: .bool)).isTrue)
  }

  @Test func `loops give back the memory of each turn`() throws {
    let activation = Activation(slotCount: 0, costLimit: 100_000_000, scratchLimit: 256 << 10)
    let program = try Environment().compile(
      "lists.range(10000).all(x, ('number ' + string(x)).size() > 0)", expecting: .bool)
    #expect(activation.evaluate(program).isTrue)
  }

  @Test func `what cel.bind computed in a loop outlives the turn`() throws {
    let activation = Activation(slotCount: 0)
    let program = try Environment().compile(
      "cel.bind(v, 'a' + string(1), lists.range(50).all(x, ('b' + string(x)) != v) && v == 'a1')", expecting: .bool)
    #expect(activation.evaluate(program).isTrue)
  }

  @Test func `functions of the host get values of the kinds they declare`() throws {
    let double = FunctionDeclaration(
      name: "twice",
      overloads: [
        .init(id: "twice_string", parameters: [.string], result: .string) { evaluation, arguments in
          let text = arguments[0].stringValue ?? ""
          return evaluation.string(text + text)
        },
        .init(id: "twice_int", parameters: [.int], result: .int) { evaluation, arguments in
          guard let number = arguments[0].intValue, number < 1_000 else {
            return evaluation.failure(code: 7, message: "the number is too large to double")
          }
          return .int(number * 2)
        },
      ])
    let environment = Environment(functions: [double])
    let activation = Activation(slotCount: 0)
    #expect(activation.evaluate(try environment.compile("twice('ab') == 'abab'", expecting: .bool)).isTrue)
    #expect(activation.evaluate(try environment.compile("twice(dyn(4)) == 8", expecting: .bool)).isTrue)
    let kind = activation.error(of: activation.evaluate(try environment.compile("twice(dyn(2.5))", expecting: nil)))?.kind
    #expect(kind == .noSuchOverload)
    let failed = activation.error(of: activation.evaluate(try environment.compile("twice(1000)", expecting: nil)))
    #expect(failed?.kind == .host(code: 7, message: "the number is too large to double"))
  }

  @Test func `a path leads to the slot of the host's memory, or as far as there is one`() throws {
    var builder = DataArena.Builder(unitCount: 5)
    guard let map = builder.map(count: 1), let list = builder.list(count: 1), let inner = builder.map(count: 1) else {
      Issue.record("the arena is too small")
      return
    }
    inner[0] = MapEntry(key: .string("body"), value: .string("huntingdonshire"))
    list[0] = .map(UnsafeBufferPointer(inner))
    map[0] = MapEntry(key: .string("partners"), value: .list(UnsafeBufferPointer(list)))
    let root = Value.map(UnsafeBufferPointer(map))
    let arena = builder.freeze()
    let environment = Environment(variables: [
      .init(name: "doc", type: .dyn), .init(name: "partner", type: .dyn),
    ])
    let activation = Activation(slotCount: 2)
    activation.bind(0, root)
    activation.bind(1, list[0], origin: UnsafePointer(list.baseAddress))
    func place(_ expression: String) throws -> Place {
      try #require(try environment.compile(expression, expecting: nil).resolvePlace(with: activation))
    }
    let body = try place("doc.partners[0].body")
    #expect(body.isComplete)
    #expect(body.slot.flatMap { arena.unitIndex(of: $0) } == 4)
    let own = try place("partner.body")
    #expect(own.slot == body.slot)
    let missing = try place("partner.consent.given_on")
    #expect(!missing.isComplete)
    #expect(missing.stepsTaken == 0)
    #expect(missing.slot.flatMap { arena.unitIndex(of: $0) } == 2)
    #expect(missing.missing?.stringValue == "consent")
    #expect(try place("doc.partners[7].body").stepsTaken == 1)
    #expect(try place("doc").stepCount == 0)
    #expect(try environment.compile("doc.partners.size()", expecting: nil).isPath == false)
  }

  @Test func `literal dates, patterns and formats are checked while compiling`() throws {
    let environment = Environment(variables: [.init(name: "s", type: .string)])
    func issue(_ expression: String) -> CompileIssue? {
      do throws(CompileFailure) {
        _ = try environment.compile(expression, expecting: nil)
        return nil
      } catch { return error.issues.first }
    }
    #expect(issue("timestamp('2008-06-31T00:00:00Z')")?.range == ByteRange(10, 32))
    #expect(issue("s.matches('a(?=b)')")?.range == ByteRange(12, 15))
    #expect(issue("'%d'.format([s])") != nil)
    #expect(issue("timestamp(s)") == nil)
    do throws(CompileFailure) {
      _ = try environment.compile("s + 'x'", expecting: .bool)
      Issue.record("a string passed for a bool")
    } catch { #expect(error.issues.map(\.message) == ["the expression must give bool, not string"]) }
  }
}
