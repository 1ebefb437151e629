import Foundation
import YAMLTree

/// A JSON value, however it came about.
enum JSONValue: Equatable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let array = try? value.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  /// The value of a node by the core schema, aliases followed; names of every kind become text.
  init(_ tree: YAMLTree, _ id: NodeID) {
    guard let id = tree.resolve(id) else {
      self = .string("an alias to nothing")
      return
    }
    switch tree.kind(of: id) {
    case .sequence: self = .array(tree.children(of: id).map { JSONValue(tree, $0) })
    case .mapping:
      let pairs = tree.entries(of: id).map { (tree.string(of: tree.resolve($0.key) ?? $0.key), JSONValue(tree, $0.value)) }
      self = .object(Dictionary(pairs, uniquingKeysWith: { $1 }))
    case .null, .scalar, .alias:
      switch tree.value(of: id) {
      case .null: self = .null
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .number(Double(value))
      case .float(let value): self = .number(value)
      case .largeInt: self = .number(Double(tree.string(of: id)) ?? .nan)
      case .string, nil: self = .string(tree.string(of: id))
      }
    }
  }

  /// Values that stand one after another.
  static func all(in text: String) throws -> [JSONValue] {
    var values: [JSONValue] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    var current: [UInt8] = []
    func finish() throws {
      guard current.contains(where: { $0 > 0x20 }) else { return }
      values.append(try JSONDecoder().decode(JSONValue.self, from: Data(current)))
      current = []
    }
    for byte in text.utf8 {
      if depth == 0, !isInString, byte == 0x0A { try finish() }
      current.append(byte)
      if isInString {
        if isEscaped { isEscaped = false } else if byte == 0x5C { isEscaped = true } else if byte == 0x22 { isInString = false }
      } else if byte == 0x22 {
        isInString = true
      } else if byte == 0x7B || byte == 0x5B {
        depth += 1
      } else if byte == 0x7D || byte == 0x5D {
        depth -= 1
      }
    }
    try finish()
    return values
  }
}
