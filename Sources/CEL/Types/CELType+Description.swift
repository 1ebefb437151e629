extension CELType: CustomStringConvertible {
  /// The type as the language definition writes it: `list(int)`, `map(string, dyn)`.
  public var description: String {
    switch self {
    case .dyn: "dyn"
    case .error: "error"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(let inner): inner.map { "type(\($0))" } ?? "type"
    case .structure(let name): name
    case .opaque("optional_type", let parts) where parts.count == 1: "optional(\(parts[0]))"
    case .opaque(let name, let parts):
      parts.isEmpty ? name : "\(name)(\(parts.map(\.description).joined(separator: ", ")))"
    case .wrapper(let inner): "\(inner) or null"
    case .parameter(let name): name
    }
  }
}
