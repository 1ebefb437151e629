import CEL
import Testing

/// The Swift code of the articles `CEL`, `Embedding` and `CostAndLimits`: ``DocumentationTests`` holds them to it.
struct EmbeddingExamples {
  @Test func `an expression is compiled once and evaluated often`() throws {
    let environment = Environment(variables: [
      VariableDeclaration(name: "year", type: .int),
      VariableDeclaration(name: "partners", type: .list(.string)),
    ])
    let program = try environment.compile("year >= 2007 && 'Kent' in partners", expecting: .bool)

    let activation = Activation(slotCount: environment.variableCount)
    let partners: [Value] = [.string("Kent"), .string("Medway")]
    let answer = partners.withUnsafeBufferPointer { partners in
      activation.bind(0, .int(2008))
      activation.bind(1, .list(partners))
      return activation.evaluate(program).isTrue
    }
    #expect(answer)
  }

  @Test func `every fault of an expression is told with its place`() {
    var lines: [String] = []
    func print(_ line: String) { lines.append(line) }

    let environment = Environment(variables: [VariableDeclaration(name: "partners", type: .list(.string))])
    do throws(CompileFailure) {
      _ = try environment.compile("partnres.size() > 1.5", expecting: .bool)
    } catch {
      for issue in error.issues {
        print("\(issue.range.lowerBound): \(issue.message); \(issue.suggestion ?? "")")
      }
    }
    #expect(lines == ["0: 'partnres' is not declared; did you mean 'partners'?"])
  }

  @Test func `an error of the evaluation is a value until somebody asks`() throws {
    var lines: [String] = []
    func print(_ line: String) { lines.append(line) }

    let environment = Environment(variables: [VariableDeclaration(name: "total", type: .int)])
    let program = try environment.compile("100 / total > 3", expecting: .bool)
    let activation = Activation(slotCount: environment.variableCount)
    activation.bind(0, .int(0))

    let value = activation.evaluate(program)
    if let error = activation.error(of: value) {
      print("\(error.message) at \(error.range.lowerBound)")
    }
    #expect(lines == ["division by zero at 0"])
  }

  @Test func `a variable is computed when it is first read`() throws {
    let environment = Environment(variables: [
      VariableDeclaration(name: "votes", type: .list(.int)),
      VariableDeclaration(name: "cast", type: .int),
    ])
    let cast = try environment.compile("votes.filter(v, v > 0).size()", expecting: .int)
    let program = try environment.compile("cast > 1 && cast < 10", expecting: .bool)

    let activation = Activation(slotCount: environment.variableCount)
    activation.resolver = { [unowned activation] slot in
      slot == 1 ? activation.evaluate(cast) : .unset
    }
    let votes: [Value] = [.int(3), .int(0), .int(8)]
    let answer = votes.withUnsafeBufferPointer { votes in
      activation.bind(0, .list(votes))
      return activation.evaluate(program).isTrue
    }
    #expect(answer)
  }

  @Test func `values are kept until the memory is given back`() throws {
    let program = try Environment().compile("['a', 'b'].map(x, x + '!').join()", expecting: .string)
    let activation = Activation(slotCount: 0)
    var texts: [String] = []

    let mark = activation.mark
    for _ in 0..<3 {
      texts.append(activation.evaluate(program).text())
      activation.release(to: mark)
    }
    #expect(texts == ["a!b!", "a!b!", "a!b!"])
  }

  @Test func `the limit on the cost ends an evaluation`() throws {
    let environment = Environment()
    let activation = Activation(slotCount: 0, costLimit: 5_000, scratchLimit: 1 << 20)
    let program = try environment.compile(
      "lists.range(100).all(x, lists.range(100).all(y, x + y >= 0)) || true", expecting: .bool)

    let value = activation.evaluate(program)
    #expect(activation.error(of: value)?.kind == .costLimit)
    #expect(activation.cost > 5_000)
  }

  @Test func `several expressions share one limit`() throws {
    let environment = Environment()
    let programs = try (1...4).map { number in
      try environment.compile("lists.range(\(number)0).all(x, x >= 0)", expecting: .bool)
    }
    let activation = Activation(slotCount: 0, costLimit: 250)

    activation.isCostAccumulated = true
    activation.resetCost()
    let answers = programs.map { activation.evaluate($0).isTrue }
    #expect(answers == [true, true, false, false])
  }
}
