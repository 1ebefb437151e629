import Foundation
import Testing

@testable import CEL

/// The conformance tables beside the project, read as they stand.
///
/// They are data of other projects (`cel/README.md` there tells whose) and are not part of this package: where the folder
/// is missing, tests that need it are skipped with ``skipReason``.
enum Conformance {
  static let folder: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/conformance").standardizedFileURL

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)
  static let skipReason: Comment = "the conformance tables are not in ../shared/conformance"

  /// Files of the specification's own suite.
  static let specificationFiles = [
    "basic", "bindings_ext", "block_ext", "comparisons", "conversions", "encoders_ext", "fields", "fp_math",
    "integer_math", "lists", "logic", "macros", "macros2", "math_ext", "namespace", "network_ext", "optionals",
    "parse", "plumbing", "string", "string_ext", "timestamps", "type_deduction",
  ]

  /// The other files of the suite, which are about protocol buffers.
  static let filesOfMessages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("cel").path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
      .filter { !specificationFiles.contains($0) }.sorted()
  }()

  /// The cases of `cel/basic.json` for `cel/basic`, those that need protocol buffers included.
  static func cases(_ file: String) throws -> [Case] {
    let table = try table(file)
    let shared = try declarations(table["type_env"])
    let sharedBindings = try bindings(table["bindings"])
    return try (table["tests"] as? [[String: Any]] ?? []).map {
      try Case($0, shared: shared, sharedBindings: sharedBindings)
    }
  }

  /// A whole table as JSON.
  static func table(_ file: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appendingPathComponent(file + ".json"))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// One test, with what all tables have in common decoded.
  struct Case {
    var id: String
    var expression: String
    var container: String
    var disablesMacros: Bool
    var disablesCheck: Bool
    var checksOnly: Bool
    var needsMessages: Bool
    var features: [String]
    var variables: [VariableDeclaration]
    var functions: [FunctionDeclaration]
    var bindings: [(name: String, value: Datum)]
    /// `{"value": V}`, `{"eval_error": …}`, `{"typed_result": …}` …, as in the table.
    var expect: [String: Any]
    /// The whole test, for what only one table has.
    var raw: [String: Any]

    init(_ raw: [String: Any], shared: Declarations, sharedBindings: [(name: String, value: Datum)]) throws {
      self.raw = raw
      id = raw["id"] as? String ?? ""
      expression = raw["expr"] as? String ?? ""
      container = raw["container"] as? String ?? ""
      disablesMacros = raw["disable_macros"] as? Bool ?? false
      disablesCheck = raw["disable_check"] as? Bool ?? false
      checksOnly = raw["check_only"] as? Bool ?? false
      needsMessages = raw["needs_proto"] as? Bool ?? false
      features = raw["features"] as? [String] ?? []
      expect = raw["expect"] as? [String: Any] ?? [:]
      let own = needsMessages ? Declarations() : try declarations(raw["type_env"])
      variables = shared.variables + own.variables
      functions = shared.functions + own.functions
      bindings = sharedBindings + (needsMessages ? [] : try Conformance.bindings(raw["bindings"]))
    }

    /// The value to be expected, if one is.
    func expectedValue() throws -> Datum? {
      if let value = expect["value"] { return try Datum(json: value) }
      if let typed = expect["typed_result"] as? [String: Any], let value = typed["value"] {
        return try Datum(json: value)
      }
      return nil
    }

    /// The type to be expected, if one is.
    func expectedType() throws -> CELType? {
      if let typed = expect["typed_result"] as? [String: Any], let type = typed["type"] {
        return try celType(json: type)
      }
      if let type = expect["type"] ?? raw["type"] { return try celType(json: type) }
      return nil
    }
  }

  struct Declarations {
    var variables: [VariableDeclaration] = []
    var functions: [FunctionDeclaration] = []
  }

  static func declarations(_ json: Any?) throws -> Declarations {
    var result = Declarations()
    for entry in json as? [[String: Any]] ?? [] {
      let name = entry["name"] as? String ?? ""
      if let type = entry["type"] {
        result.variables.append(VariableDeclaration(name: name, type: try celType(json: type)))
      } else if let overloads = entry["function"] as? [[String: Any]] {
        result.functions.append(
          FunctionDeclaration(
            name: name,
            overloads: try overloads.map {
              FunctionDeclaration.Overload(
                id: $0["overload_id"] as? String ?? "", isMember: $0["member"] as? Bool ?? false,
                parameters: try ($0["params"] as? [Any] ?? []).map(celType(json:)),
                result: try celType(json: $0["result"] ?? "dyn"))
            }))
      }
    }
    return result
  }

  static func bindings(_ json: Any?) throws -> [(name: String, value: Datum)] {
    try (json as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, try Datum(json: $0.value)) }
  }

  /// A type as `cel/README.md` writes it.
  static func celType(json: Any) throws -> CELType {
    if let name = json as? String {
      switch name {
      case "dyn", "any": return .dyn
      case "null_type": return .null
      case "bool": return .bool
      case "int": return .int
      case "uint": return .uint
      case "double": return .double
      case "string": return .string
      case "bytes": return .bytes
      case "timestamp": return .timestamp
      case "duration": return .duration
      case "error": return .error
      default: throw Unreadable(what: "type \(name)")
      }
    }
    guard let object = json as? [String: Any] else { throw Unreadable(what: "type \(json)") }
    if let element = object["list"] { return .list(try celType(json: element)) }
    if let pair = object["map"] as? [Any], pair.count == 2 {
      return .map(try celType(json: pair[0]), try celType(json: pair[1]))
    }
    if let inner = object["type"] { return .type(inner is NSNull ? nil : try celType(json: inner)) }
    if let inner = object["wrapper"] { return .wrapper(try celType(json: inner)) }
    if let name = object["message"] as? String { return .structure(name) }
    if let name = object["param"] as? String { return .parameter(name) }
    if let name = object["abstract"] as? String {
      return .opaque(name, try (object["params"] as? [Any] ?? []).map(celType(json:)))
    }
    throw Unreadable(what: "type \(json)")
  }

  struct Unreadable: Error, CustomStringConvertible {
    var what: String
    var description: String { "the conformance tables hold an unknown \(what)" }
  }
}
