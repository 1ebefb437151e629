package import CEL
package import SourceText

/// One place in the format of a kind: what may stand there.
///
/// A format is a JSON Schema in the subset that `rules/README.md` lists, read into a flat array of these.
package struct SchemaNode: Sendable {
  /// The number of a node in ``Kind/nodes``.
  package typealias ID = Int

  /// What kind of YAML node may stand here, and so what CEL type it has.
  package enum Shape: Sendable, Hashable {
    case text
    case day
    case number
    case integer
    case boolean
    case list
    /// A mapping with fixed keys.
    case record
    /// A mapping with keys of the author's.
    case map
    /// Anything; typed by the YAML 1.2 core schema.
    case anything
  }

  /// What a text refers to, and so how a wrong one is reported.
  package enum Reference: Sendable, Hashable {
    /// An authority or partner body of the registers.
    case body
    case authority
    /// A body of the registers, or the name of a person listed in the document.
    case person
    /// A document of a kind, by id.
    case document(kind: String)
    /// `document#priority`.
    case priority
    /// The id of an element of a list at the root of the same document.
    case own(list: String)
    case indicator
    case guidance
  }

  package struct Property: Sendable {
    package var name: String
    package var bytes: [UInt8]
    package var symbol: UInt16
    package var node: ID
    package var isRequired: Bool
    package var description: String?
  }

  package struct Choice: Sendable {
    package var text: String
    package var bytes: [UInt8]
    package var symbol: UInt16
  }

  package var shape: Shape
  package var description: String?
  /// The permitted texts of an `enum` or `const`.
  package var choices: [Choice] = []
  package var reference: Reference?
  /// Whether the text is an id that others are compared with, and so has a number.
  package var isSymbol = false
  package var properties: [Property] = []
  /// Each inner list holds keys (indices of ``properties``) of which one list must be present whole.
  package var alternatives: [[Int]] = []
  package var items: ID?
  package var valueSchema: ID?
  package var keyPattern: RegularExpression?
  /// The expressions as they are written, for those who read schemas.
  package var patternText: String?
  package var keyPatternText: String?
  package var keyReference: Reference?
  package var keysAreFinancialYears = false
  package var pattern: RegularExpression?
  package var minimum: Double?
  package var maximum: Double?
  package var minimumLength: Int?
  package var maximumCount: Int?
  package var isCell = false
  /// Whether one item may stand without a list round it.
  package var allowsSingle = false
  /// The name of the CEL structure that a record is.
  package var structureName = ""
  /// Where in the pack the node is written.
  package var range: ByteRange

  package init(shape: Shape, range: ByteRange) {
    self.shape = shape
    self.range = range
  }
}
