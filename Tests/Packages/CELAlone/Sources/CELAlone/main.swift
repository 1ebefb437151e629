import CEL

let environment = Environment(variables: [VariableDeclaration(name: "votes", type: .list(.int))])
let program = try environment.compile("votes.filter(v, v > 1).size() == 2", expecting: .bool)
let votes: [Value] = [.int(1), .int(2), .int(3)]
let activation = Activation(slotCount: environment.variableCount)
votes.withUnsafeBufferPointer { votes in
  activation.bind(0, .list(votes))
  print(activation.evaluate(program).text())
}
