import CAllocations
import CEL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Nanoseconds that this process has computed, whatever else the machine does.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// Nanoseconds per evaluation: the best of several runs, because what disturbs a run only ever makes it longer.
func evaluationTime(_ program: Program, _ activation: Activation) -> Double {
  let mark = activation.mark
  if let error = activation.error(of: activation.evaluate(program)) {
    print("\(program.expressionText): \(error.message)")
  }
  var best = Double.infinity
  var failures = 0
  for _ in 0..<7 {
    var count = 0
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
  return failures == 0 ? best : .infinity
}

/// Allocations per evaluation, once the activation has warmed up.
func allocations(_ program: Program, _ activation: Activation) -> Double {
  let mark = activation.mark
  let count = 1_000
  let before = allocations_so_far()
  for _ in 0..<count {
    _ = activation.evaluate(program)
    activation.release(to: mark)
  }
  return before < 0 ? .nan : Double(allocations_so_far() - before) / Double(count)
}

/// What parsing, checking and planning an expression takes.
func compilationTime(_ expression: String) -> (microseconds: Double, allocations: Double) {
  let bytes = Array(expression.utf8)
  let count = 200
  var best = Double.infinity
  var asked = 0
  for _ in 0..<7 {
    let before = allocations_so_far()
    let start = processorTime()
    for _ in 0..<count { _ = try? environment.compile(bytes, expecting: .bool) }
    best = min(best, (processorTime() - start) / Double(count))
    asked = allocations_so_far() - before
  }
  return (best / 1_000, asked < 0 ? .nan : Double(asked) / Double(count))
}

/// Columns of numbers, then words.
enum Table {
  static func row(_ cells: [String], _ words: String) {
    print(cells.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }.joined() + "  " + words)
  }

  static func tenths(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    let tenths = Int(number * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
