import CEL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Twelve expressions over a document without declared types, with a hundred records in a list.
// An argument selects the expressions that contain it.
// Prints the best of several runs in nanoseconds of processor time per evaluation, metered as always, and the cost.

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
]

let symbols = SymbolTable.Builder()
let environment = Environment(variables: [VariableDeclaration(name: "doc", type: .dyn)])
var programs: [Program] = []
for expression in expressions {
  programs.append(try environment.compile(expression, expecting: .bool, symbols: symbols))
}

let document = Document(symbols: symbols.freeze(), itemCount: 100)
let activation = Activation(slotCount: 1)
activation.bind(0, document.root)
let mark = activation.mark

func column(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// One decimal place.
func rounded(_ nanoseconds: Double) -> String {
  let tenths = Int(nanoseconds * 10)
  return "\(tenths / 10).\(tenths % 10)"
}

print(column("ns", 12) + column("cost", 8) + "  expression")
for program in programs
where CommandLine.arguments.count < 2 || program.expressionText.contains(CommandLine.arguments[1]) {
  let first = activation.evaluate(program)
  if let error = activation.error(of: first) { print("\(program.expressionText): \(error.message)") }
  var best = Double.infinity
  for _ in 0..<7 {
    var count = 0
    var failures = 0
    let start = processorTime()
    var end = start
    repeat {
      for _ in 0..<200 {
        if activation.evaluate(program).isError { failures += 1 }
        activation.release(to: mark)
      }
      count += 200
      end = processorTime()
    } while end - start < 40e6
    best = min(best, (end - start) / Double(count))
  }
  print(column(rounded(best), 12) + column(String(activation.cost), 8) + "  \(program.expressionText)")
}

var compiled = 0
let start = processorTime()
for _ in 0..<500 {
  for expression in expressions {
    if (try? environment.compile(expression, expecting: .bool)) != nil { compiled += 1 }
  }
}
let perProgram = (processorTime() - start) / Double(compiled) / 1_000
print(column(rounded(perProgram), 12) + "  microseconds to compile one of them")

/// Nanoseconds that this process has computed, whatever else the machine does.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
