/// What a checker asks of whoever describes the host's records.
///
/// A document read without a description would be `dyn`, and every misspelt field would pass
/// the check; with one, `document.partnres` is an error with a suggestion.
public protocol TypeProvider: Sendable {
  /// The fields of a record, or nothing when the name is unknown.
  func structure(named name: String) -> StructureDeclaration?
}

/// A provider that knows no records.
public struct NoStructures: TypeProvider {
  public init() {}
  public func structure(named name: String) -> StructureDeclaration? { nil }
}

/// A record: what `CELType.structure(name)` stands for.
public struct StructureDeclaration: Sendable {
  public let name: String
  public let fields: [FieldDeclaration]
  private let index: [String: Int]

  /// A later field hides an earlier one of the same name.
  public init(name: String, fields: [FieldDeclaration]) {
    self.name = name
    self.fields = fields
    index = Dictionary(zip(fields.map(\.name), fields.indices), uniquingKeysWith: { $1 })
  }

  /// The field with this name. O(1).
  public func field(named name: String) -> FieldDeclaration? {
    index[name].map { fields[$0] }
  }
}

/// One field of a record.
public struct FieldDeclaration: Sendable {
  public var name: String
  public var type: CELType
  /// Whether a record may lack the field: reading it then gives the error value `no such key`.
  public var isOptional: Bool
  /// The most elements a list or map field may hold, or characters of a text, for the cost estimate.
  public var maximumCount: Int?
  /// The most elements of the lists or maps inside a list or map field, from the outside in.
  public var innerMaximumCounts: [Int?]

  public init(
    name: String, type: CELType, isOptional: Bool, maximumCount: Int? = nil, innerMaximumCounts: [Int?] = []
  ) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
    self.maximumCount = maximumCount
    self.innerMaximumCounts = innerMaximumCounts
  }
}
