import CEL

// Twelve expressions over a document without declared types, with a hundred records in a list, and two more.
// An argument selects the expressions that contain it. Benchmarks/cel reads the columns.

let expressions = [
  "true",
  "doc.a.b.c == 42.0",
  #"doc.a.b.c > 10.0 && doc.name.startsWith("xyz") || doc.kind in ["A","B","C"]"#,
  "has(doc.a.b.c) && doc.a.b.c < 100.0",
  #"doc.kind in ["A","B","C","D"]"#,
  "doc.items.all(x, x.price >= 0.0 && x.qty < 100.0)",
  #"doc.items.exists(x, x.id == "p099")"#,
  #"doc.items.filter(x, x.role == "partner").size() == 100"#,
  "doc.items.all(x, doc.items.exists_one(y, y.id == x.id))",
  #"doc.name.matches("^[a-z]+-[a-z]+$")"#,
  "timestamp('2008-06-30T00:00:00Z') < timestamp('2011-03-31T00:00:00Z')",
  "doc.signed < timestamp('2011-03-31T00:00:00Z')",
  "doc.items[99].name == doc.name",
  "doc.?missing.noticeDays.orValue(0) < 30",
].filter { CommandLine.arguments.count < 2 || $0.contains(CommandLine.arguments[1]) }

let symbols = SymbolTable.Builder()
let environment = Environment(variables: [VariableDeclaration(name: "doc", type: .dyn)])
let programs = try expressions.map { try environment.compile($0, expecting: .bool, symbols: symbols) }
let document = Document(symbols: symbols.freeze(), itemCount: 100)

// The cost is counted whatever the limit is: both should take the same time.
let limits: [(name: String, units: Int64)] = [("unlimited", .max), ("limited", Activation.defaultCostLimit)]
let activations = limits.map { limit in
  let activation = Activation(slotCount: 1, costLimit: limit.units)
  activation.bind(0, document.root)
  return activation
}

Table.row(["ns", "limited", "allocs", "cost", "µs to make", "allocs"], "expression")
for program in programs {
  let times = activations.map { evaluationTime(program, $0) }
  let compilation = compilationTime(program.expressionText)
  Table.row(
    [
      Table.tenths(times[0]), Table.tenths(times[1]), Table.tenths(allocations(program, activations[1])),
      String(activations[1].cost), Table.tenths(compilation.microseconds), Table.tenths(compilation.allocations),
    ], program.expressionText)
}
