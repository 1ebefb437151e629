import SourceText

/// Grows a ``SyntaxTree`` node by node, and knows how high each node stands above its leaves.
struct TreeBuilder {
  typealias ID = SyntaxTree.ID

  private(set) var nodes: [SyntaxTree.Node] = []
  private(set) var ranges: [ByteRange] = []
  private(set) var nameRanges: [ByteRange] = []
  private var heights: [Int32] = []
  /// The first node, if any, that is higher than the limit.
  private(set) var tooHigh: ID?
  private let maximumHeight: Int32

  init(byteCount: Int, maximumHeight: Int) {
    self.maximumHeight = Int32(clamping: maximumHeight)
    let expected = byteCount / 3 + 4
    nodes.reserveCapacity(expected)
    ranges.reserveCapacity(expected)
    nameRanges.reserveCapacity(expected)
    heights.reserveCapacity(expected)
  }

  subscript(_ id: ID) -> SyntaxTree.Node { nodes[Int(id)] }

  func range(of id: ID) -> ByteRange { ranges[Int(id)] }
  func nameRange(of id: ID) -> ByteRange { nameRanges[Int(id)] }

  func tree(root: ID, source: [UInt8]) -> SyntaxTree {
    SyntaxTree(
      nodes: nodes, ranges: ranges, nameRanges: nameRanges, root: root, depth: Int(heights[Int(root)]),
      source: source)
  }

  private mutating func add(_ node: SyntaxTree.Node, _ range: ByteRange, name: ByteRange?, below: Int32) -> ID {
    let id = ID(clamping: nodes.count)
    let height = below + 1
    if height > maximumHeight, tooHigh == nil { tooHigh = id }
    nodes.append(node)
    ranges.append(range)
    nameRanges.append(name ?? range)
    heights.append(height)
    return id
  }

  private func height(_ id: ID) -> Int32 { heights[Int(id)] }

  private func height(_ ids: [ID]) -> Int32 {
    var result: Int32 = 0
    for id in ids { result = max(result, heights[Int(id)]) }
    return result
  }

  mutating func literal(_ value: SyntaxTree.Literal, _ range: ByteRange) -> ID {
    add(.literal(value), range, name: nil, below: 0)
  }

  mutating func identifier(_ name: String, _ range: ByteRange) -> ID {
    add(.identifier(name), range, name: nil, below: 0)
  }

  mutating func select(
    _ operand: ID, _ field: String, _ range: ByteRange, name: ByteRange, testOnly: Bool = false
  ) -> ID {
    add(
      .select(operand: operand, field: field, testOnly: testOnly), range, name: name, below: height(operand))
  }

  mutating func call(
    _ function: String, target: ID? = nil, _ arguments: [ID], _ range: ByteRange, name: ByteRange? = nil
  ) -> ID {
    let below = max(height(arguments), target.map(height) ?? 0)
    return add(.call(function: function, target: target, arguments: arguments), range, name: name, below: below)
  }

  mutating func list(_ elements: [ID], optional: [Int] = [], _ range: ByteRange) -> ID {
    add(.list(elements: elements, optional: optional), range, name: nil, below: height(elements))
  }

  mutating func map(_ entries: [SyntaxTree.MapEntry], _ range: ByteRange) -> ID {
    let below = entries.reduce(Int32(0)) { max($0, height($1.key), height($1.value)) }
    return add(.map(entries: entries), range, name: nil, below: below)
  }

  mutating func message(
    _ name: String, _ fields: [SyntaxTree.MessageField], _ range: ByteRange, name nameRange: ByteRange
  ) -> ID {
    let below = fields.reduce(Int32(0)) { max($0, height($1.value)) }
    return add(.message(name: name, fields: fields), range, name: nameRange, below: below)
  }

  mutating func comprehension(_ fold: SyntaxTree.Comprehension, _ range: ByteRange, name: ByteRange) -> ID {
    let below = height([fold.range, fold.accumulatorInitial, fold.loopCondition, fold.loopStep, fold.result])
    return add(.comprehension(fold), range, name: name, below: below)
  }
}
