package import CEL
package import ConcordatModel

/// The dated values of a pack, as the record `parameters` that rules read.
package final class Parameters: Sendable {
  /// The name of the record's structure in CEL.
  package static let structureName = "parameters"

  private let parameters: [Parameter]

  private struct Parameter: Sendable {
    var name: Record
    var key: Value
    var type: CELType
    var values: [(inForce: InForce, value: Value)]
  }

  /// - Parameter trees: The files of `parameters/`; a later one replaces an earlier one of the same name.
  init(_ trees: [TypedTree], symbols: SymbolTable.Builder, faults: inout [PackFault]) {
    var byName: [String: Parameter] = [:]
    for tree in trees {
      guard let name = tree.record["parameter"], let bytes = name.value.stringBytes, let text = name.text else { continue }
      let (type, read) = Parameters.reader(tree.record["type"]?.text ?? "integer")
      var values: [(InForce, Value)] = []
      for row in tree.record["values"]?.elements ?? [] {
        guard let written = row["value"] else { continue }
        guard let value = read(written.value) else {
          faults.append(
            PackFault(
              file: tree.file, range: written.shownRange,
              message: "the value is not of the type '\(tree.record["type"]?.text ?? "integer")'",
              help: "Correct the value, or the type"))
          continue
        }
        values.append((InForce(from: row["from"]?.day, through: row["through"]?.day), value))
      }
      byName[text] = Parameter(
        name: name, key: .string(bytes, isASCII: true, symbol: symbols.intern(bytes)), type: type, values: values)
    }
    parameters = byName.values.sorted { ($0.name.text ?? "") < ($1.name.text ?? "") }
  }

  package var structure: StructureDeclaration {
    StructureDeclaration(
      name: Self.structureName,
      fields: parameters.map { parameter in
        FieldDeclaration(
          name: parameter.name.text ?? "", type: parameter.type, isOptional: false,
          maximumCount: parameter.values.compactMap { $0.value.listElements?.count }.max())
      })
  }

  /// The values in force on a day. A parameter without a value on that day is a failure value, and so are all of them
  /// when there is no day.
  package func record(on day: Day?) -> (arena: DataArena, value: Value) {
    var builder = DataArena.Builder(unitCount: parameters.count * 4)
    let entries = builder.map(count: parameters.count)
    for (index, parameter) in parameters.enumerated() {
      var value = day.flatMap { day in parameter.values.first { $0.inForce.covers(day) }?.value }
      if value == nil, let details = builder.list(count: 2)?.baseAddress {
        details[0] = .int(HostFailure.noParameter.rawValue)
        details[1] = parameter.key
        value = .failure(details: details)
      }
      entries?[index] = MapEntry(key: parameter.key, value: value ?? .null)
    }
    let arena = builder.freeze()
    return (arena, entries.map { .map(UnsafeBufferPointer($0)) } ?? .emptyMap)
  }

  /// The CEL type of a parameter's values, and how one is made of what the file holds.
  private static func reader(_ type: String) -> (CELType, (Value) -> Value?) {
    switch type {
    case "number": (.double, { $0.tag == .double ? $0 : $0.intValue.map { .double(Double($0)) } })
    case "text": (.string, { $0.tag == .string ? $0 : nil })
    case "day": (.timestamp, { $0.stringBytes.flatMap { Day(iso: $0)?.value } })
    case "texts":
      (
        .list(.string),
        { value in (value.listElements?.allSatisfy { $0.tag == .string } ?? false) ? value : nil }
      )
    default: (.int, { $0.tag == .int ? $0 : nil })
    }
  }
}
