@testable import CEL

/// Records for tests of the checker: an agreement with partners and targets.
struct AgreementTypes: TypeProvider {
  private let structures: [String: StructureDeclaration] = Dictionary(
    uniqueKeysWithValues: [
      StructureDeclaration(
        name: "Agreement",
        fields: [
          FieldDeclaration(name: "title", type: .string, isOptional: false),
          FieldDeclaration(name: "partners", type: .list(.structure("Partner")), isOptional: false),
          FieldDeclaration(name: "targets", type: .map(.string, .structure("Target")), isOptional: false),
          FieldDeclaration(name: "review", type: .structure("Review"), isOptional: true),
          FieldDeclaration(name: "note", type: .wrapper(.string), isOptional: false),
        ]),
      StructureDeclaration(
        name: "Partner",
        fields: [
          FieldDeclaration(name: "name", type: .string, isOptional: false),
          FieldDeclaration(name: "share", type: .double, isOptional: true),
          FieldDeclaration(name: "votes", type: .int, isOptional: true),
        ]),
      StructureDeclaration(
        name: "Target", fields: [FieldDeclaration(name: "value", type: .int, isOptional: true)]),
      StructureDeclaration(
        name: "Review", fields: [FieldDeclaration(name: "due", type: .timestamp, isOptional: true)]),
    ].map { ($0.name, $0) })

  func structure(named name: String) -> StructureDeclaration? { structures[name] }

  static let environment = Environment(
    variables: [
      VariableDeclaration(name: "agreement", type: .structure("Agreement")),
      VariableDeclaration(name: "count", type: .int),
      VariableDeclaration(name: "share", type: .double),
      VariableDeclaration(name: "text", type: .string),
      VariableDeclaration(name: "anything", type: .dyn),
      VariableDeclaration(name: "names", type: .list(.string)),
      VariableDeclaration(name: "limit.low", type: .int),
    ],
    provider: AgreementTypes())
}
