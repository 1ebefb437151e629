import Foundation

@testable import CEL

extension SyntaxTree {
  /// The tree as one line, in which trees of `&&` and of `||` are flat.
  var text: String { text(of: root) }

  func text(of id: ID) -> String {
    switch self[id] {
    case .literal(let literal): return SyntaxTree.text(literal)
    case .identifier(let name): return name
    case .select(let operand, let field, let testOnly):
      return "\(text(of: operand)).\(field)\(testOnly ? "~test~" : "")"
    case .call(let function, let target, let arguments):
      return SyntaxTree.call(function, target.map(text(of:)), arguments.map(text(of:)))
    case .list(let elements, let optional):
      return "["
        + elements.enumerated().map { (optional.contains($0.offset) ? "?" : "") + text(of: $0.element) }
        .joined(separator: ", ") + "]"
    case .map(let entries):
      return "{"
        + entries.map { ($0.optional ? "?" : "") + text(of: $0.key) + ": " + text(of: $0.value) }
        .joined(separator: ", ") + "}"
    case .message(let name, let fields):
      return "\(name){"
        + fields.map { ($0.optional ? "?" : "") + $0.name + ": " + text(of: $0.value) }.joined(separator: ", ")
        + "}"
    case .comprehension(let fold):
      return SyntaxTree.fold(
        fold.iterationVariable, fold.secondVariable ?? "", text(of: fold.range), fold.accumulator,
        text(of: fold.accumulatorInitial), text(of: fold.loopCondition), text(of: fold.loopStep),
        text(of: fold.result))
    }
  }

  /// The same line for a tree as `celgo/README.md` writes it.
  static func text(json: Any) throws -> String {
    guard let node = json as? [String: Any] else { throw Conformance.Unreadable(what: "node \(json)") }
    func texts(_ key: String) throws -> [String] { try (node[key] as? [Any] ?? []).map(text(json:)) }
    func mark(_ entry: [String: Any]) -> String { entry["optional"] as? Bool == true ? "?" : "" }
    if let literal = node["literal"] { return try text(Datum(json: literal)) }
    if let name = node["ident"] as? String { return name }
    if let field = node["select"] as? String {
      return try "\(text(json: node["operand"] ?? ""))." + field
        + (node["test_only"] as? Bool == true ? "~test~" : "")
    }
    if let function = node["call"] as? String {
      return call(function, try node["target"].map(text(json:)), try texts("args"))
    }
    if node["list"] != nil {
      let optional = node["optional_indices"] as? [Int] ?? []
      return "["
        + (try texts("list").enumerated().map { (optional.contains($0.offset) ? "?" : "") + $0.element })
        .joined(separator: ", ") + "]"
    }
    if let entries = node["map"] as? [[String: Any]] {
      return "{"
        + (try entries.map { mark($0) + (try text(json: $0["key"] ?? "")) + ": " + (try text(json: $0["value"] ?? "")) })
        .joined(separator: ", ") + "}"
    }
    if let name = node["message"] as? String, let fields = node["fields"] as? [[String: Any]] {
      return "\(name){"
        + (try fields.map { mark($0) + ($0["field"] as? String ?? "") + ": " + (try text(json: $0["value"] ?? "")) })
        .joined(separator: ", ") + "}"
    }
    if let parts = node["comprehension"] as? [String: Any] {
      func part(_ key: String) throws -> String { try text(json: parts[key] ?? "") }
      return fold(
        parts["iter_var"] as? String ?? "", parts["iter_var2"] as? String ?? "", try part("range"),
        parts["accu_var"] as? String ?? "", try part("accu_init"), try part("condition"), try part("step"),
        try part("result"))
    }
    throw Conformance.Unreadable(what: "node \(json)")
  }

  private static func text(_ literal: Literal) -> String {
    switch literal {
    case .null: text(Datum.null)
    case .bool(let value): text(Datum.bool(value))
    case .int(let value): text(Datum.int(value))
    case .uint(let value): text(Datum.uint(value))
    case .double(let value): text(Datum.double(value))
    case .string(let value): text(Datum.string(value))
    case .bytes(let value): text(Datum.bytes(value))
    }
  }

  private static func text(_ datum: Datum) -> String { datum.description }

  private static func call(_ function: String, _ target: String?, _ arguments: [String]) -> String {
    if function == "_&&_" || function == "_||_" {
      let mark = " \(function) "
      return "(" + arguments.map { $0.hasPrefix("(") && $0.contains(mark) && isOperation($0, mark) ? String($0.dropFirst().dropLast()) : $0 }
        .joined(separator: mark) + ")"
    }
    return (target.map { "\($0)." } ?? "") + "\(function)(" + arguments.joined(separator: ", ") + ")"
  }

  /// Whether a text in parentheses is, on its outermost level, operands of this operator.
  private static func isOperation(_ text: String, _ mark: String) -> Bool {
    var depth = 0
    var rest = Substring(text)
    while let character = rest.first {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if depth == 0, rest.count > 1 { return false }
      if depth == 1, rest.hasPrefix(mark) { return true }
      rest.removeFirst()
    }
    return false
  }

  private static func fold(_ parts: String...) -> String { "fold<" + parts.joined(separator: " | ") + ">" }
}
