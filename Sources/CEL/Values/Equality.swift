/// When two values are equal, and which comes first.
///
/// Numbers of different kinds compare as numbers, an integer against a double by way of a double (so that large
/// integers may lose their last digits: the language says so). Anything else of different kinds is unequal, never an error.
/// Source: CEL language definition, "Equality and ordering"; section 7.
struct Equality {
  /// Values nested deeper than this are unequal: source text and documents are both limited to less.
  static let maximumDepth = 400

  /// Comparisons of elements made so far, for the cost of large containers; 64 bytes of text count as one.
  private(set) var work = 0
  /// Work after which everything is unequal. Values may share their parts, so that a few words of an expression
  /// describe more elements than can ever be compared: whoever compares must pay for ``work`` and then look at the limit.
  private let most: Int

  init(most: Int = .max) { self.most = most }

  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    var equality = Equality()
    return equality.areEqual(a, b)
  }

  mutating func areEqual(_ a: Value, _ b: Value, depth: Int = 0) -> Bool {
    work &+= 1
    guard work <= most else { return false }
    guard a.tag == b.tag else { return Value.areEqualNumbers(a, b) }
    switch a.tag {
    case .unset, .null: return true
    case .bool, .int, .uint, .duration: return a.payload == b.payload
    case .double: return a.asDouble == b.asDouble
    case .string:
      if a.count == b.count { work &+= a.count >> 6 }
      return a.hasSameText(as: b)
    case .bytes, .type:
      guard a.count == b.count else { return false }
      work &+= a.count >> 6
      return Value.haveSameBytes(a, b)
    case .timestamp: return a.payload == b.payload && a.count == b.count
    case .list: return areEqualLists(a, b, depth: depth)
    case .map: return areEqualMaps(a, b, depth: depth)
    case .optional:
      guard let x = a.optionalValue, let y = b.optionalValue else { return a.payload == b.payload }
      return depth < Equality.maximumDepth && areEqual(x.pointee, y.pointee, depth: depth + 1)
    case .address, .network: return a.areSameAddress(as: b)
    case .error: return false
    }
  }

  private mutating func areEqualLists(_ a: Value, _ b: Value, depth: Int) -> Bool {
    guard a.count == b.count, depth < Equality.maximumDepth else { return false }
    let x = a.elements
    let y = b.elements
    for i in 0..<x.count where !areEqual(x[i], y[i], depth: depth + 1) { return false }
    return true
  }

  private mutating func areEqualMaps(_ a: Value, _ b: Value, depth: Int) -> Bool {
    guard a.count == b.count, depth < Equality.maximumDepth else { return false }
    let x = a.entries
    let y = b.entries
    for i in 0..<x.count {
      // Records are mostly written in one order, so the entry at the same place is tried first.
      if Equality.areSameKey(x[i].key, y[i].key) {
        if !areEqual(x[i].value, y[i].value, depth: depth + 1) { return false }
        continue
      }
      work &+= b.count
      guard let other = MapLookup.find(x[i].key, in: b) else { return false }
      if !areEqual(x[i].value, other.pointee, depth: depth + 1) { return false }
    }
    return true
  }

  private static func areSameKey(_ a: Value, _ b: Value) -> Bool {
    if a.tag == .string && b.tag == .string { return a.hasSameText(as: b) }
    return a.header == b.header && a.payload == b.payload && a.tag != .string
  }
}

extension Value {
  /// An address is the same in either family; a network is its address as written and the length of its prefix.
  func areSameAddress(as other: Value) -> Bool {
    guard let a = network, let b = other.network else { return address == other.address }
    return a.address == b.address && a.length - a.address.width == b.length - b.address.width
  }

  @inline(__always)
  var isNumber: Bool { tag == .int || tag == .uint || tag == .double }

  static func areEqualNumbers(_ a: Value, _ b: Value) -> Bool {
    guard a.isNumber && b.isNumber else { return false }
    return compareNumbers(a, b) == 0
  }

  /// −1, 0 or 1; nothing when one of them is not a number in the mathematical sense.
  static func compareNumbers(_ a: Value, _ b: Value) -> Int? {
    switch (a.tag, b.tag) {
    case (.int, .int): return order(a.asInt, b.asInt)
    case (.uint, .uint): return order(a.payload, b.payload)
    case (.double, .double): return order(doubles: a.asDouble, b.asDouble)
    case (.int, .uint): return a.asInt < 0 ? -1 : order(a.payload, b.payload)
    case (.uint, .int): return b.asInt < 0 ? 1 : order(a.payload, b.payload)
    case (.int, .double): return compare(int: a.asInt, double: b.asDouble)
    case (.double, .int): return compare(int: b.asInt, double: a.asDouble).map { -$0 }
    case (.uint, .double): return compare(uint: a.payload, double: b.asDouble)
    case (.double, .uint): return compare(uint: b.payload, double: a.asDouble).map { -$0 }
    default: return nil
    }
  }

  @inline(__always)
  static func order<T: Comparable>(_ a: T, _ b: T) -> Int { a == b ? 0 : (a < b ? -1 : 1) }

  static func order(doubles a: Double, _ b: Double) -> Int? {
    a.isNaN || b.isNaN ? nil : order(a, b)
  }

  private static func compare(int: Int64, double: Double) -> Int? {
    if double.isNaN { return nil }
    if double < -0x1p63 { return 1 }
    if double > 0x1p63 { return -1 }
    return order(Double(int), double)
  }

  private static func compare(uint: UInt64, double: Double) -> Int? {
    if double.isNaN { return nil }
    if double < 0 { return 1 }
    if double > 0x1p64 { return -1 }
    return order(Double(uint), double)
  }

  /// How two values of ordered kinds compare.
  enum Ordering {
    case order(Int)
    /// One of them is NaN.
    case unordered
    /// Kinds that have no order, or not with each other.
    case noOverload
  }

  static func compare(_ a: Value, _ b: Value) -> Ordering {
    if a.isNumber && b.isNumber {
      guard let order = compareNumbers(a, b) else { return .unordered }
      return .order(order)
    }
    guard a.tag == b.tag else { return .noOverload }
    switch a.tag {
    case .string, .bytes: return .order(compareBytes(a, b))
    case .bool: return .order(order(a.payload, b.payload))
    case .duration: return .order(order(a.asInt, b.asInt))
    case .timestamp:
      let seconds = order(a.asInt, b.asInt)
      return .order(seconds != 0 ? seconds : order(a.count, b.count))
    default: return .noOverload
    }
  }
}
