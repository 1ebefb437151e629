/// A parsed pattern: nodes in one array, each knowing what it will cost.
///
/// Children come before their parents, and everything that a later stage asks about a subtree is worked out when its
/// root is made, so nothing walks the tree to any depth except the compiler, which keeps its own stack.
struct RegexTree: Sendable {
  /// The position of a node in ``nodes``.
  typealias Index = Int

  struct Node: Sendable {
    var shape: Shape
    /// Instructions that the subtree compiles to.
    var size: Int
    /// Characters and classes after repeats are written out: the most places of the pattern that a search stands at.
    var width: Int
    /// The product of the counted repeats inside each other, for RE2's limit on it.
    var repeatFactor: Int
    var matchesEmpty: Bool
    /// Whether a match can begin only where the text begins.
    var isAnchored: Bool
  }

  enum Shape: Sendable {
    case empty
    /// Matches nothing at all, such as an empty class.
    case nothing
    case literal(Unicode.Scalar)
    case set(Int)
    case assertion(Assertion)
    /// The children lie in this part of ``RegexTree/links``.
    case concatenation(Range<Int>)
    case alternation(Range<Int>)
    /// A group with the number of its capture, from 1.
    case group(Int, Index)
    /// No maximum means without end.
    case repetition(Index, minimum: Int, maximum: Int?, isGreedy: Bool)
  }

  private(set) var nodes: [Node] = []
  private(set) var links: [Index] = []
  /// The automata of the classes, each different class once.
  private(set) var sets: [UTF8Automaton] = []
  private(set) var root: Index = 0
  /// Names of the groups from 1 on; `nil` for a group without one.
  var groupNames: [String?] = []

  private var setNumbers: [ScalarSet: Int] = [:]
  /// Ranges of the classes that were turned into automata, which takes most of the time where there are many.
  private(set) var rangeCount = 0

  mutating func finish(root: Index) {
    self.root = root
    setNumbers = [:]
  }

  mutating func empty() -> Index {
    add(Node(shape: .empty, size: 0, width: 0, repeatFactor: 1, matchesEmpty: true, isAnchored: false))
  }

  mutating func literal(_ scalar: Unicode.Scalar) -> Index {
    add(
      Node(
        shape: .literal(scalar), size: UTF8.width(scalar), width: 1, repeatFactor: 1, matchesEmpty: false,
        isAnchored: false))
  }

  mutating func assertion(_ assertion: Assertion) -> Index {
    add(
      Node(
        shape: .assertion(assertion), size: 1, width: 0, repeatFactor: 1, matchesEmpty: true,
        isAnchored: assertion == .beginText))
  }

  mutating func set(_ set: ScalarSet) -> Index {
    if let only = set.singleMember, let scalar = Unicode.Scalar(only) { return literal(scalar) }
    let number: Int
    if let known = setNumbers[set] {
      number = known
      rangeCount += set.ranges.count / 16
    } else {
      number = sets.count
      rangeCount += set.ranges.count
      sets.append(UTF8Automaton(set))
      setNumbers[set] = number
    }
    let size = sets[number].nodes.count
    let shape = size == 0 ? Shape.nothing : .set(number)
    return add(
      Node(shape: shape, size: max(size, 1), width: 1, repeatFactor: 1, matchesEmpty: false, isAnchored: false))
  }

  mutating func concatenation(_ all: some Collection<Index>) -> Index {
    // What compiles to nothing is left out, unless RE2 would still count its repeats.
    let children = all.filter { nodes[$0].size > 0 || nodes[$0].repeatFactor > 1 }
    if children.count == 1, let only = children.first { return only }
    guard !children.isEmpty else { return empty() }
    var node = Node(
      shape: .concatenation(link(children)), size: 0, width: 0, repeatFactor: 1, matchesEmpty: true, isAnchored: false)
    for child in children {
      // Whatever comes before the anchor must be empty if it is to match.
      node.isAnchored = node.isAnchored || nodes[child].isAnchored
      absorb(child, into: &node)
      node.matchesEmpty = node.matchesEmpty && nodes[child].matchesEmpty
    }
    return add(node)
  }

  mutating func alternation(_ children: some Collection<Index>) -> Index {
    if children.count == 1, let only = children.first { return only }
    var node = Node(
      shape: .alternation(link(children)), size: children.count - 1, width: 0, repeatFactor: 1, matchesEmpty: false,
      isAnchored: true)
    for child in children {
      absorb(child, into: &node)
      node.matchesEmpty = node.matchesEmpty || nodes[child].matchesEmpty
      node.isAnchored = node.isAnchored && nodes[child].isAnchored
    }
    return add(node)
  }

  mutating func group(_ number: Int, _ child: Index) -> Index {
    var node = nodes[child]
    node.shape = .group(number, child)
    node.size += 2
    return add(node)
  }

  mutating func repetition(_ child: Index, minimum: Int, maximum: Int?, isGreedy: Bool) -> Index {
    let inner = nodes[child]
    var node = inner
    node.shape = .repetition(child, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
    node.matchesEmpty = minimum == 0 || inner.matchesEmpty
    node.isAnchored = minimum > 0 && inner.isAnchored
    node.width = max(minimum, maximum ?? 1, 1) * inner.width
    if let maximum {
      node.size = maximum * inner.size + (maximum - minimum)
    } else {
      node.size = max(minimum, 1) * inner.size + (minimum == 0 && inner.matchesEmpty ? 2 : 1)
    }
    return add(node)
  }

  /// Multiplies the node's repeat factor by a count, as RE2 does for `{n,m}` but not for `*`, `+` and `?`.
  mutating func countRepeat(_ node: Index, times: Int) {
    nodes[node].repeatFactor *= max(times, 1)
  }

  private func absorb(_ child: Index, into node: inout Node) {
    node.size += nodes[child].size
    node.width += nodes[child].width
    node.repeatFactor = max(node.repeatFactor, nodes[child].repeatFactor)
  }

  private mutating func link(_ children: some Collection<Index>) -> Range<Int> {
    let start = links.count
    links.append(contentsOf: children)
    return start..<links.count
  }

  private mutating func add(_ node: Node) -> Index {
    nodes.append(node)
    return nodes.count - 1
  }
}

/// A condition on a place between two bytes.
///
/// As a set of conditions it says which of them hold at a place.
struct Assertion: OptionSet, Hashable, Sendable {
  var rawValue: UInt8

  static let beginText = Assertion(rawValue: 1)
  static let endText = Assertion(rawValue: 2)
  static let beginLine = Assertion(rawValue: 4)
  static let endLine = Assertion(rawValue: 8)
  static let wordBoundary = Assertion(rawValue: 16)
  static let noWordBoundary = Assertion(rawValue: 32)
}
