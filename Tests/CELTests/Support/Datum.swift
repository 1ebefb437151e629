import Foundation

@testable import CEL

/// A value as the conformance tables write it, independent of how the library represents values.
///
/// Equality is the suite's: kinds must agree, NaN equals NaN, `-0.0` is not `0.0`, maps have no order.
indirect enum Datum: Equatable, CustomStringConvertible {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string([UInt8])
  case bytes([UInt8])
  case list([Datum])
  case map([(Datum, Datum)])
  case type(String)
  case timestamp(seconds: Int64, nanoseconds: Int32)
  case duration(seconds: Int64, nanoseconds: Int32)
  case optional(Datum?)
  /// A message or an enum value, which this library does not have.
  case foreign(String)

  init(json: Any) throws {
    guard let object = json as? [String: Any], let (kind, content) = object.first else {
      throw Conformance.Unreadable(what: "value \(json)")
    }
    func whole<Number: FixedWidthInteger>(_ content: Any?) throws -> Number {
      if let text = content as? String, let number = Number(text) { return number }
      if let number = content as? Int, let exact = Number(exactly: number) { return exact }
      throw Conformance.Unreadable(what: "number \(content ?? "nothing")")
    }
    switch kind {
    case "null": self = .null
    case "bool": self = .bool(content as? Bool ?? false)
    case "int": self = .int(try whole(content))
    case "uint": self = .uint(try whole(content))
    case "double":
      let text = content as? String ?? ""
      switch text {
      case "NaN": self = .double(.nan)
      case "Infinity": self = .double(.infinity)
      case "-Infinity": self = .double(-.infinity)
      default:
        guard let number = Double(text) else { throw Conformance.Unreadable(what: "double \(text)") }
        self = .double(number)
      }
    case "string": self = .string(Array((content as? String ?? "").utf8))
    case "bytes": self = .bytes([UInt8](Data(base64Encoded: content as? String ?? "") ?? Data()))
    case "list": self = .list(try (content as? [Any] ?? []).map(Datum.init(json:)))
    case "map":
      self = .map(
        try (content as? [[Any]] ?? []).map { pair in
          guard pair.count == 2 else { throw Conformance.Unreadable(what: "map entry \(pair)") }
          return (try Datum(json: pair[0]), try Datum(json: pair[1]))
        })
    case "type": self = .type(content as? String ?? "")
    case "timestamp", "duration":
      let fields = content as? [String: Any] ?? [:]
      let seconds: Int64 = try whole(fields["seconds"])
      let nanoseconds: Int32 = try whole(fields["nanos"])
      self =
        kind == "timestamp"
        ? .timestamp(seconds: seconds, nanoseconds: nanoseconds)
        : .duration(seconds: seconds, nanoseconds: nanoseconds)
    case "optional": self = .optional(content is NSNull ? nil : try Datum(json: content))
    case "object", "enum": self = .foreign("\(content)")
    default: throw Conformance.Unreadable(what: "kind of value \(kind)")
    }
  }

  static func == (left: Datum, right: Datum) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): (a.isNaN && b.isNaN) || a.bitPattern == b.bitPattern
    case (.string(let a), .string(let b)): a == b
    case (.bytes(let a), .bytes(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)):
      a.count == b.count && a.allSatisfy { entry in b.contains { $0.0 == entry.0 && $0.1 == entry.1 } }
    case (.type(let a), .type(let b)): a == b
    case (.timestamp(let a, let c), .timestamp(let b, let d)): a == b && c == d
    case (.duration(let a, let c), .duration(let b, let d)): a == b && c == d
    case (.optional(let a), .optional(let b)): a == b
    case (.foreign(let a), .foreign(let b)): a == b
    default: false
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)u"
    case .double(let value): "\(value)"
    case .string(let value): "\"\(String(decoding: value, as: UTF8.self))\""
    case .bytes(let value): "b\(value)"
    case .list(let value): "\(value)"
    case .map(let value): "{" + value.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    case .type(let value): "type \(value)"
    case .timestamp(let seconds, let nanoseconds): "timestamp \(seconds) s \(nanoseconds) ns"
    case .duration(let seconds, let nanoseconds): "duration \(seconds) s \(nanoseconds) ns"
    case .optional(let value): value.map { "optional(\($0))" } ?? "optional.none"
    case .foreign(let value): "message \(value)"
    }
  }
}
