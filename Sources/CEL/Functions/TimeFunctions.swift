/// Parts of timestamps and durations. Source: CEL language definition, "Timestamps and durations".
enum TimeFunctions {
  static let builtins: [Builtin] = parts.flatMap { name, part in make(name, part) }

  private static let parts: [(String, @Sendable (LocalTime) -> Int64)] = [
    ("getFullYear", { $0.date.year }),
    ("getMonth", { $0.date.month - 1 }),
    ("getDate", { $0.date.day }),
    ("getDayOfMonth", { $0.date.day - 1 }),
    // 1970-01-01 was a Thursday.
    ("getDayOfWeek", { (($0.days + 4) % 7 + 7) % 7 }),
    ("getDayOfYear", { $0.days - Civil.days(Civil.Date(year: $0.date.year, month: 1, day: 1)) }),
    ("getHours", { $0.secondOfDay / 3_600 }),
    ("getMinutes", { $0.secondOfDay / 60 % 60 }),
    ("getSeconds", { $0.secondOfDay % 60 }),
    ("getMilliseconds", { $0.nanoseconds / 1_000_000 }),
  ]

  /// A time as clocks and calendars at a place show it.
  struct LocalTime {
    var days: Int64
    var secondOfDay: Int64
    var nanoseconds: Int64
    var date: Civil.Date { Civil.date(days: days) }
  }

  private static func make(_ name: String, _ part: @escaping (LocalTime) -> Int64) -> [Builtin] {
    let plain: Builtin.Unary = { c, value, node in
      switch value.tag {
      case .timestamp: return .int(part(local(value, offset: 0)))
      case .duration:
        guard let total = durationPart(name, value.asInt) else { return c.noOverload(node) }
        return .int(total)
      default: return c.noOverload(node)
      }
    }
    let zoned: Builtin.Binary = { c, value, zone, node in
      guard value.tag == .timestamp, zone.tag == .string else { return c.noOverload(node) }
      guard let offset = TimeZones.offset(zone: zone.rawBytes, at: value.asInt) else {
        return c.failure(.noZone, node, zone)
      }
      return .int(part(local(value, offset: offset)))
    }
    return [.member(name, plain), .member(name, zoned)]
  }

  private static func local(_ value: Value, offset: Int64) -> LocalTime {
    // Timestamps made by hosts may hold any seconds; those of the language are far from the ends.
    let seconds = min(max(value.asInt, Civil.firstSecond), Civil.lastSecond) + offset
    let days = Civil.floorDivide(seconds, Civil.secondsPerDay)
    return LocalTime(
      days: days, secondOfDay: seconds - days * Civil.secondsPerDay, nanoseconds: Int64(value.count))
  }

  /// Hours, minutes and seconds of a duration are totals, its milliseconds the part below a second.
  private static func durationPart(_ name: String, _ nanoseconds: Int64) -> Int64? {
    switch name {
    case "getHours": return nanoseconds / 3_600_000_000_000
    case "getMinutes": return nanoseconds / 60_000_000_000
    case "getSeconds": return nanoseconds / 1_000_000_000
    case "getMilliseconds": return nanoseconds % 1_000_000_000 / 1_000_000
    default: return nil
    }
  }
}
