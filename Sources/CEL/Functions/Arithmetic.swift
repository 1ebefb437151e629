/// `+ - * / %` and unary minus: every overflow is an error, nothing converts by itself.
enum Arithmetic {
  static let builtins: [Builtin] = [
    // Addition of texts and bytes costs by length, so it charges for itself.
    .global(Operator.add, cost: 0, add), .global(Operator.subtract, subtract), .global(Operator.multiply, multiply),
    .global(Operator.divide, divide), .global(Operator.modulo, modulo), .global(Operator.negate, negate),
  ]

  static func add(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    switch (a.tag, b.tag) {
    case (.int, .int):
      c.charge(1)
      let (sum, overflow) = a.asInt.addingReportingOverflow(b.asInt)
      return overflow ? c.failure(.overflow, node) : .int(sum)
    case (.double, .double):
      c.charge(1)
      return .double(a.asDouble + b.asDouble)
    case (.uint, .uint):
      c.charge(1)
      let (sum, overflow) = a.payload.addingReportingOverflow(b.payload)
      return overflow ? c.failure(.overflow, node) : .uint(sum)
    case (.string, .string), (.bytes, .bytes):
      c.charge(tenthOf: Comparison.size(a) + Comparison.size(b))
      if c.isOverLimit { return c.costBreach(node) }
      return concatenate(c, a, b, node)
    case (.list, .list):
      c.charge(1)
      return concatenateLists(c, a, b, node)
    default:
      c.charge(1)
      return addTime(c, a, b, node)
    }
  }

  private static func addTime(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    switch (a.tag, b.tag) {
    case (.timestamp, .duration): return shift(c, a, by: b.asInt, node)
    case (.duration, .timestamp): return shift(c, b, by: a.asInt, node)
    case (.duration, .duration):
      let (sum, overflow) = a.asInt.addingReportingOverflow(b.asInt)
      return overflow ? c.failure(.overflow, node) : .duration(nanoseconds: sum)
    default: return c.noOverload(node)
    }
  }

  private static func concatenate(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    if a.count == 0 { return b }
    if b.count == 0 { return a }
    let isASCII = a.flags.contains(.isASCII) && b.flags.contains(.isASCII)
    let text = c.string(capacity: a.count + b.count, isASCII: isASCII, node) { place in
      place.update(from: a.rawBytes.baseAddress ?? UnsafePointer(place), count: a.count)
      (place + a.count).update(from: b.rawBytes.baseAddress ?? UnsafePointer(place), count: b.count)
      return a.count + b.count
    }
    return a.tag == .bytes && text.tag == .string ? .bytes(text.rawBytes) : text
  }

  private static func concatenateLists(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    if a.count == 0 { return b }
    if b.count == 0 { return a }
    let count = a.count + b.count
    if count > 256 {
      // Copying is not free, though the table of costs says one unit.
      c.charge(Int64(count / 256))
      if c.isOverLimit { return c.costBreach(node) }
    }
    guard let place = c.pointee.scratch.values(count), let x = a.pointer(to: Value.self),
      let y = b.pointer(to: Value.self)
    else { return c.memoryBreach(node) }
    place.update(from: x, count: a.count)
    (place + a.count).update(from: y, count: b.count)
    return .list(UnsafeBufferPointer(start: place, count: count))
  }

  static func subtract(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    switch (a.tag, b.tag) {
    case (.int, .int):
      let (difference, overflow) = a.asInt.subtractingReportingOverflow(b.asInt)
      return overflow ? c.failure(.overflow, node) : .int(difference)
    case (.double, .double): return .double(a.asDouble - b.asDouble)
    case (.uint, .uint):
      let (difference, overflow) = a.payload.subtractingReportingOverflow(b.payload)
      return overflow ? c.failure(.overflow, node) : .uint(difference)
    case (.timestamp, .duration):
      guard b.asInt != .min else { return c.failure(.overflow, node) }
      return shift(c, a, by: -b.asInt, node)
    case (.duration, .duration):
      let (difference, overflow) = a.asInt.subtractingReportingOverflow(b.asInt)
      return overflow ? c.failure(.overflow, node) : .duration(nanoseconds: difference)
    case (.timestamp, .timestamp):
      let (seconds, first) = a.asInt.subtractingReportingOverflow(b.asInt)
      let (product, second) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
      let (sum, third) = product.addingReportingOverflow(Int64(a.count) - Int64(b.count))
      return first || second || third ? c.failure(.overflow, node) : .duration(nanoseconds: sum)
    default: return c.noOverload(node)
    }
  }

  /// A timestamp moved by nanoseconds; out of the years 1 to 9999 is an error.
  static func shift(_ c: Context, _ time: Value, by nanoseconds: Int64, _ node: NodeID) -> Value {
    let whole = Civil.floorDivide(nanoseconds, 1_000_000_000)
    var rest = nanoseconds - whole * 1_000_000_000 + Int64(time.count)
    // Timestamps made by hosts may hold any seconds.
    var (seconds, overflow) = time.asInt.addingReportingOverflow(whole)
    if rest >= 1_000_000_000 {
      rest -= 1_000_000_000
      seconds = seconds &+ 1
    }
    guard !overflow, seconds >= Civil.firstSecond, seconds <= Civil.lastSecond else {
      return c.failure(.overflow, node)
    }
    let isDate =
      time.flags.contains(.isDateOnly) && rest == 0 && nanoseconds % (Civil.secondsPerDay * 1_000_000_000) == 0
    return .timestamp(seconds: seconds, nanoseconds: UInt32(rest), isDateOnly: isDate)
  }

  static func multiply(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    switch (a.tag, b.tag) {
    case (.int, .int):
      let (product, overflow) = a.asInt.multipliedReportingOverflow(by: b.asInt)
      return overflow ? c.failure(.overflow, node) : .int(product)
    case (.double, .double): return .double(a.asDouble * b.asDouble)
    case (.uint, .uint):
      let (product, overflow) = a.payload.multipliedReportingOverflow(by: b.payload)
      return overflow ? c.failure(.overflow, node) : .uint(product)
    default: return c.noOverload(node)
    }
  }

  static func divide(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    switch (a.tag, b.tag) {
    case (.int, .int):
      if b.asInt == 0 { return c.failure(.divideByZero, node) }
      let (quotient, overflow) = a.asInt.dividedReportingOverflow(by: b.asInt)
      return overflow ? c.failure(.overflow, node) : .int(quotient)
    case (.double, .double): return .double(a.asDouble / b.asDouble)
    case (.uint, .uint): return b.payload == 0 ? c.failure(.divideByZero, node) : .uint(a.payload / b.payload)
    default: return c.noOverload(node)
    }
  }

  static func modulo(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    switch (a.tag, b.tag) {
    case (.int, .int):
      if b.asInt == 0 { return c.failure(.moduloByZero, node) }
      let (rest, overflow) = a.asInt.remainderReportingOverflow(dividingBy: b.asInt)
      return overflow ? c.failure(.overflow, node) : .int(rest)
    case (.uint, .uint): return b.payload == 0 ? c.failure(.moduloByZero, node) : .uint(a.payload % b.payload)
    default: return c.noOverload(node)
    }
  }

  static func negate(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .int:
      let (negative, overflow) = Int64(0).subtractingReportingOverflow(a.asInt)
      return overflow ? c.failure(.overflow, node) : .int(negative)
    case .double: return .double(-a.asDouble)
    default: return c.noOverload(node)
    }
  }
}
