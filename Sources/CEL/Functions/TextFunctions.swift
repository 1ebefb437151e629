#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `size`, `contains`, `startsWith` and `endsWith`.
enum TextFunctions {
  static let builtins: [Builtin] = [
    .global("size", size), .member("size", size), .member("contains", cost: 0, contains),
    .member("startsWith", cost: 0, startsWith), .member("endsWith", cost: 0, endsWith),
  ]

  static func size(_ c: Context, _ a: Value, _ node: NodeID) -> Value {
    switch a.tag {
    case .string:
      // Counting is not free where the text is not known to be ASCII.
      if a.count > 1_024 && !a.flags.contains(.isASCII) { c.charge(Int64(a.count / 1_024)) }
      return .int(UTF8Text.count(a))
    case .bytes, .list, .map: return .int(a.count)
    default: return c.noOverload(node)
    }
  }

  static func contains(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    guard a.tag == .string && b.tag == .string else { return c.noOverload(node) }
    let text = Int64((UTF8Text.count(a) + 9) / 10)
    let needle = Int64((UTF8Text.count(b) + 9) / 10)
    let (cost, overflow) = text.multipliedReportingOverflow(by: needle)
    c.charge(overflow ? .max / 2 : cost)
    if c.isOverLimit { return c.costBreach(node) }
    guard b.count > 0 else { return .true }
    guard b.count <= a.count, let x = a.pointer(to: UInt8.self), let y = b.pointer(to: UInt8.self) else {
      return .false
    }
    var place = x
    var left = a.count - b.count + 1
    while left > 0, let hit = memchr(place, Int32(y[0]), left) {
      if memcmp(hit, y, b.count) == 0 { return .true }
      let next = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) + 1
      left -= next - place
      place = next
    }
    return .false
  }

  static func startsWith(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    guard a.tag == .string && b.tag == .string else { return c.noOverload(node) }
    c.charge(tenthOf: UTF8Text.count(a))
    guard b.count > 0 else { return .true }
    guard b.count <= a.count, let x = a.pointer(to: UInt8.self), let y = b.pointer(to: UInt8.self) else {
      return .false
    }
    return .bool(memcmp(x, y, b.count) == 0)
  }

  static func endsWith(_ c: Context, _ a: Value, _ b: Value, _ node: NodeID) -> Value {
    guard a.tag == .string && b.tag == .string else { return c.noOverload(node) }
    c.charge(tenthOf: UTF8Text.count(a))
    guard b.count > 0 else { return .true }
    guard b.count <= a.count, let x = a.pointer(to: UInt8.self), let y = b.pointer(to: UInt8.self) else {
      return .false
    }
    return .bool(memcmp(x + (a.count - b.count), y, b.count) == 0)
  }
}
