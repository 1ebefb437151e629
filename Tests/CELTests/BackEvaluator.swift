import Foundation

@testable import CEL

/// Evaluates expressions over values as the conformance tables write them.
final class Evaluator {
  let environment: Environment
  let activation: Activation
  private let memory = Constants()
  private let symbols = SymbolTable.Builder()
  let start: Activation.Mark

  init(
    variables: [VariableDeclaration] = [], bindings: [(name: String, value: Datum)] = [],
    functions: [FunctionDeclaration] = [], libraries: [Library] = Library.all + [.block, .network], container: String = "",
    options: CompileOptions = CompileOptions()
  ) {
    environment = Environment(
      libraries: libraries, functions: functions, variables: variables, container: container, options: options)
    activation = Activation(slotCount: variables.count)
    start = activation.mark
    for binding in bindings {
      if let slot = environment.slot(named: binding.name) { activation.bind(slot, value(binding.value)) }
    }
  }

  enum Outcome {
    case value(Datum, CELType)
    case failure(EvaluationError)
    case refused(CompileFailure)
  }

  func program(_ expression: String, checks: Bool = true) throws(CompileFailure) -> Program {
    let tree = try environment.parse(expression)
    let checked = checks ? try environment.check(tree) : environment.resolve(tree)
    return try environment.plan(checked, source: Array(expression.utf8), symbols: symbols)
  }

  func evaluate(_ expression: String, checks: Bool = true) -> Outcome {
    do {
      let program = try program(expression, checks: checks)
      let value = activation.evaluate(program)
      if let error = activation.error(of: value) { return .failure(error) }
      return .value(Datum(value), program.resultType)
    } catch {
      return .refused(error)
    }
  }

  /// The type alone.
  func check(_ expression: String) -> Outcome {
    do {
      return .value(.null, try environment.check(environment.parse(expression)).type)
    } catch {
      return .refused(error)
    }
  }

  /// A value in memory that lives as long as the evaluator.
  func value(_ datum: Datum) -> Value {
    switch datum {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .uint(let value): return .uint(value)
    case .double(let value): return .double(value)
    case .string(let bytes): return memory.string(bytes, symbols)
    case .bytes(let bytes): return bytes.withUnsafeBufferPointer { memory.copy(.bytes($0), nil) }
    case .list(let elements):
      let values = elements.map { value($0) }
      return values.withUnsafeBufferPointer { memory.copy(.list($0), symbols) }
    case .map(let entries):
      let values = entries.map { MapEntry(key: value($0.0), value: value($0.1)) }
      return values.withUnsafeBufferPointer { memory.copy(.map($0), symbols) }
    case .type(let name): return Array(name.utf8).withUnsafeBufferPointer { memory.copy(.type(name: $0), nil) }
    case .timestamp(let seconds, let nanoseconds):
      return .timestamp(seconds: seconds, nanoseconds: UInt32(nanoseconds))
    case .duration(let seconds, let nanoseconds):
      return .duration(nanoseconds: seconds * 1_000_000_000 + Int64(nanoseconds))
    case .optional(let wrapped):
      guard let wrapped else { return .noneOptional }
      return withUnsafePointer(to: value(wrapped)) { memory.copy(.optional($0), symbols) }
    case .foreign: return .null
    }
  }
}

extension Datum {
  /// A value as the tables write it.
  init(_ value: Value) {
    switch value.tag {
    case .address, .network: self = .foreign(value.networkText ?? "")
    case .unset, .error: self = .foreign("error")
    case .null: self = .null
    case .bool: self = .bool(value.asBool)
    case .int: self = .int(value.asInt)
    case .uint: self = .uint(value.payload)
    case .double: self = .double(value.asDouble)
    case .string: self = .string(Array(value.rawBytes))
    case .bytes: self = .bytes(Array(value.rawBytes))
    case .list: self = .list(value.elements.map { Datum($0) })
    case .map: self = .map(value.entries.map { (Datum($0.key), Datum($0.value)) })
    case .type: self = .type(String(decoding: value.rawBytes, as: UTF8.self))
    case .timestamp: self = .timestamp(seconds: value.asInt, nanoseconds: Int32(value.count))
    case .duration:
      self = .duration(seconds: value.asInt / 1_000_000_000, nanoseconds: Int32(value.asInt % 1_000_000_000))
    case .optional: self = .optional(value.optionalValue.map { Datum($0.pointee) })
    }
  }
}
