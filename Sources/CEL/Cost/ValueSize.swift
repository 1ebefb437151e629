/// What an estimate knows of how large a value is.
public struct ValueSize: Sendable {
  /// Elements of a list, entries of a map, characters of a text, bytes; one for anything else.
  public var count: SizeEstimate
  /// Where the greatest count comes from, if it is known.
  public var bound: Bound?
  /// Whether it is known that nothing is inside: a number, a text, a day; a type of `dyn` does not tell.
  public var isLeaf = false
  /// Elements of a list, values of a map, what an optional holds: at most one.
  private var elementPart: [ValueSize] = []
  /// Keys of a map: at most one.
  private var keyPart: [ValueSize] = []
  /// What a whole number may be, if it is known: a size, or a literal.
  var amount: SizeEstimate?
  /// Where the value stands in the host's data: `input.@items.name`.
  var path: String?
  /// The most elements of the lists or maps inside, from the outside in.
  var innerCounts: [Int?] = []

  /// Who says how large a value may be, or should.
  public enum Bound: Sendable, Hashable {
    case field(structure: String, name: String)
    case variable(String)
    case function(String)
  }

  public init(_ count: SizeEstimate, elements: ValueSize? = nil, keys: ValueSize? = nil) {
    self.count = count
    if let elements { elementPart = [elements] }
    if let keys { keyPart = [keys] }
  }

  /// How large the elements of a list, the values of a map or the content of an optional are, if that is known.
  public var elements: ValueSize? {
    get { elementPart.first }
    set { elementPart = newValue.map { [$0] } ?? [] }
  }

  /// How large the keys of a map are, if that is known.
  public var keys: ValueSize? {
    get { keyPart.first }
    set { keyPart = newValue.map { [$0] } ?? [] }
  }

  /// A number, a truth value and the like.
  public static let one = leaf(CostEstimate(exactly: 1))

  /// A value with nothing inside: so many characters or bytes, or one.
  public static func leaf(_ count: SizeEstimate) -> ValueSize {
    var size = ValueSize(count)
    size.isLeaf = true
    return size
  }

  static let unknown = ValueSize(.unknown)
}
