import SourceText

/// What the code of a program works on: one a worker, passed everywhere by address.
///
/// Plain memory behind one pointer, because a class would be retained and checked for exclusive access at every step.
struct Frame: ~Copyable {
  /// The host's variables by slot.
  var variables: UnsafeMutablePointer<Value>
  var variableCount: Int
  /// The variables of comprehensions of the program that runs now.
  var locals: UnsafeMutablePointer<Value>
  /// Units used so far.
  var cost: Int64 = 0
  /// The evaluation ends when `cost` is above this; below zero after any breach, so that every loop ends soon.
  var limit: Int64
  var scratch: Scratch
  /// The program that runs now, registered for its errors; 0 when it has had none.
  var programNumber: UInt16 = 0
  var program: Unmanaged<Program>?
  /// What ended the evaluation, when something that no `||` may absorb did.
  var breach: Value = .unset
  unowned(unsafe) let activation: Activation
  /// How many evaluations run inside each other.
  var nesting = 0
  /// Nesting of the expressions of the programs that run now.
  var depth = 0
  /// Locals of the programs that run now.
  var localsUsed = 0
  /// Variables computed so far.
  var memoised = 0
  /// Units that an evaluation may use.
  var costLimit: Int64
  /// Whether ``costLimit`` holds for all evaluations together.
  var isCostAccumulated = false

  init(
    activation: Activation, variableCount: Int, locals: UnsafeMutablePointer<Value>,
    limit: Int64, scratchLimit: Int
  ) {
    self.activation = activation
    self.variableCount = variableCount
    variables = .allocate(capacity: max(1, variableCount))
    variables.initialize(repeating: .unset, count: max(1, variableCount))
    self.locals = locals
    self.limit = limit
    costLimit = limit
    scratch = Scratch(limit: scratchLimit)
  }

  deinit { variables.deallocate() }

  /// The most that one charge counts for; a limit above it could not be reached in a day.
  static var largestCharge: Int64 { 1 << 40 }
}

typealias Context = UnsafeMutablePointer<Frame>

/// Code of one node: captures are plain data, so that calling it counts no references.
typealias Operation = (Context) -> Value

/// Number of a node of the syntax tree, as errors carry it.
typealias NodeID = Int32

extension UnsafeMutablePointer where Pointee == Frame {
  /// The sum of charges cannot overflow: each is bounded, and evaluation ends soon after the limit.
  @inline(__always)
  func charge(_ units: Int64) { pointee.cost &+= min(units, Frame.largestCharge) }

  /// What the planner counted, which the length of the expression bounds: no data makes it larger, so nothing is compared.
  @inline(__always)
  func charge(planned units: Int64) { pointee.cost &+= units }

  /// One unit for ten bytes or elements, rounded up.
  @inline(__always)
  func charge(tenthOf size: Int) { pointee.cost &+= Int64((size &+ 9) / 10) }

  @inline(__always)
  var isOverLimit: Bool { pointee.cost > pointee.limit }

  /// Work that the rest of the budget pays for at so much a unit, and a little more: whoever has done all of it and charges
  /// for it is over the limit.
  func affordable(_ workPerUnit: Int) -> Int {
    let units = pointee.limit < 0 ? 0 : max(0, pointee.limit - pointee.cost)
    // Half of everything leaves room for sums.
    guard units < Int64(Int.max / 4 / workPerUnit) else { return .max / 2 }
    return (Int(units) + 1) * workPerUnit
  }

  // MARK: Errors

  /// An error value whose text is only built when somebody asks.
  @inline(never)
  func failure(_ kind: EvaluationError.Code, _ node: NodeID, _ details: Value...) -> Value {
    let program = pointee.activation.number(of: pointee.program, in: self)
    var payload: UInt64 = 0
    if !details.isEmpty, let place = pointee.scratch.values(details.count) {
      for i in 0..<details.count { (place + i).initialize(to: details[i]) }
      payload = UInt64(UInt(bitPattern: place))
    }
    return Value(
      tag: .error, flags: Value.Flags(rawValue: kind.rawValue), symbol: program,
      count: UInt32(bitPattern: node), payload: payload)
  }

  @inline(never)
  func noOverload(_ node: NodeID) -> Value { failure(.noSuchOverload, node) }

  @inline(never)
  func noOverload(_ node: NodeID, _ a: Value) -> Value { a.isError ? a : failure(.noSuchOverload, node) }

  /// The first error among the operands, or else a complaint that there is no overload for them.
  @inline(never)
  func noOverload(_ node: NodeID, _ a: Value, _ b: Value) -> Value {
    a.isError ? a : (b.isError ? b : failure(.noSuchOverload, node))
  }

  /// The cost is above the limit: the evaluation ends, whatever stands around the node.
  @inline(never)
  func costBreach(_ node: NodeID) -> Value {
    if pointee.breach.tag == .unset { pointee.breach = failure(.costLimit, node) }
    return stop()
  }

  /// The scratch memory is full: the evaluation ends.
  @inline(never)
  func memoryBreach(_ node: NodeID) -> Value {
    if pointee.breach.tag == .unset { pointee.breach = failure(.memoryLimit, node) }
    return stop()
  }

  private func stop() -> Value {
    pointee.limit = -1
    return pointee.breach
  }

  // MARK: Variables

  @inline(__always)
  func variable(_ slot: Int, _ node: NodeID) -> Value {
    let value = pointee.variables[slot]
    return value.tag == .unset ? pointee.activation.resolve(slot, node, self) : value
  }

  // MARK: Making values

  /// Text in scratch memory; `fill` writes at most `capacity` bytes and answers how many.
  func string(
    capacity: Int, isASCII: Bool, _ node: NodeID, fill: (UnsafeMutablePointer<UInt8>) -> Int
  ) -> Value {
    guard capacity > 0 else { return .emptyString }
    guard let place = pointee.scratch.allocate(capacity) else { return memoryBreach(node) }
    let start = place.assumingMemoryBound(to: UInt8.self)
    let count = fill(start)
    pointee.scratch.shrink(place, from: capacity, to: count)
    return .string(UnsafeBufferPointer(start: start, count: count), isASCII: isASCII)
  }

  func string(_ bytes: [UInt8], _ node: NodeID) -> Value {
    string(capacity: bytes.count, isASCII: !bytes.contains { $0 >= 0x80 }, node) { place in
      bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { place.update(from: base, count: $0.count) } }
      return bytes.count
    }
  }

  func string(_ text: String, _ node: NodeID) -> Value {
    string(Array(text.utf8), node)
  }

  func bytes(_ bytes: [UInt8], _ node: NodeID) -> Value {
    var value = string(bytes, node)
    if value.tag == .string { value = Value(tag: .bytes, count: UInt32(value.count), payload: value.payload) }
    return value
  }

  func list(_ values: [Value], _ node: NodeID) -> Value {
    guard !values.isEmpty else { return .emptyList }
    guard let place = pointee.scratch.values(values.count) else { return memoryBreach(node) }
    for i in 0..<values.count { (place + i).initialize(to: values[i]) }
    return .list(UnsafeBufferPointer(start: place, count: values.count))
  }

  func map(_ entries: [MapEntry], _ node: NodeID) -> Value {
    guard !entries.isEmpty else { return .emptyMap }
    guard let place = pointee.scratch.entries(entries.count) else { return memoryBreach(node) }
    for i in 0..<entries.count { (place + i).initialize(to: entries[i]) }
    return .map(UnsafeBufferPointer(start: place, count: entries.count))
  }

  /// An optional around a copy of the value.
  func optional(_ value: Value, _ node: NodeID) -> Value {
    if value.isError { return value }
    guard let place = pointee.scratch.values(1) else { return memoryBreach(node) }
    place.initialize(to: value)
    return .optional(place)
  }
}
