/// How large values are, and how large what is inside them is.
extension CostEstimator {
  static func isOptional(_ type: CELType) -> Bool {
    if case .opaque("optional_type", _) = type { return true }
    return false
  }

  /// Whether a value of a type counts as one.
  private func isScalar(_ type: CELType) -> Bool {
    switch type {
    case .bool, .double, .duration, .int, .timestamp, .uint: true
    case .null, .type, NetworkDeclarations.address, NetworkDeclarations.network: isMetered
    case .opaque("optional_type", let parts): isMetered || parts.first.map(isScalar) == true
    default: false
    }
  }

  /// The size of a value that the expression did not make.
  func value(
    at path: String?, _ type: CELType, declared: Int? = nil, inner: [Int?] = [], bound: ValueSize.Bound? = nil
  ) -> ValueSize {
    var size = ValueSize(count(at: path, type, declared))
    size.path = path
    size.innerCounts = inner
    size.bound = bound
    if case .opaque("optional_type", let parts) = type, let content = parts.first {
      size.elements = value(at: path, content, declared: declared, inner: inner, bound: bound)
    }
    return size
  }

  private func count(at path: String?, _ type: CELType, _ declared: Int?) -> SizeEstimate {
    if let path, let hint = sizes.hint(path, type) { return hint }
    if isScalar(type) { return CostEstimate(exactly: 1) }
    switch type {
    case .list, .map, .string, .bytes:
      if let declared { return CostEstimate(upTo: UInt64(clamping: declared)) }
    case .structure(let name):
      if let structure = expression.environment.provider.structure(named: name) {
        return CostEstimate(upTo: UInt64(structure.fields.count))
      }
    default: break
    }
    return sizes.otherwise(type) ?? .unknown
  }

  // MARK: Parts

  /// Elements of a list or values of a map.
  func elements(of size: ValueSize, _ type: CELType) -> ValueSize {
    if let elements = size.elements { return elements }
    switch type {
    case .list(let element): return part(of: size, "@items", element)
    case .map(_, let value): return part(of: size, "@values", value)
    case .opaque: return elementsOfContent(size, type)
    default: return part(of: size, "@items", .dyn)
    }
  }

  func keys(of size: ValueSize, _ type: CELType) -> ValueSize {
    if let keys = size.keys { return keys }
    guard case .map(let key, _) = type else { return part(of: size, "@keys", .dyn) }
    return value(at: size.path.map { $0 + ".@keys" }, key, bound: size.bound)
  }

  /// What an optional holds.
  func content(of size: ValueSize, _ type: CELType) -> ValueSize {
    guard case .opaque("optional_type", let parts) = type, parts.count == 1 else { return size }
    return size.elements ?? value(at: size.path, parts[0], inner: size.innerCounts, bound: size.bound)
  }

  private func elementsOfContent(_ size: ValueSize, _ type: CELType) -> ValueSize {
    guard case .opaque("optional_type", let parts) = type, parts.count == 1 else { return .unknown }
    return elements(of: content(of: size, type), parts[0])
  }

  private func part(of size: ValueSize, _ component: String, _ type: CELType) -> ValueSize {
    value(
      at: size.path.map { $0 + "." + component }, type, declared: size.innerCounts.first.flatMap(\.self),
      inner: Array(size.innerCounts.dropFirst()), bound: size.bound)
  }

  /// A field of a record, or a value of a map; through an optional, wrapped in one.
  func field(_ name: String, of size: ValueSize, _ type: CELType, result: CELType) -> ValueSize {
    if case .opaque("optional_type", let parts) = type, parts.count == 1 {
      let inner = field(name, of: content(of: size, type), parts[0], result: CostEstimator.contentType(result))
      return optional(inner)
    }
    let path = size.path.map { $0 + "." + name }
    switch type {
    case .structure(let structure):
      let field = expression.environment.provider.structure(named: structure)?.field(named: name)
      return value(
        at: path, field?.type ?? result, declared: field?.maximumCount, inner: field?.innerMaximumCounts ?? [],
        bound: .field(structure: structure, name: name))
    case .map(_, let valueType):
      if size.elements == nil, let path, let hint = sizes.hint(path, valueType) {
        var found = value(at: path, valueType, bound: size.bound)
        found.count = hint
        return found
      }
      return elements(of: size, type)
    // Whatever it is said to be, it stands in a value of which only the host's word is known.
    default: return size.elements ?? value(at: path, type == .dyn ? .dyn : result, bound: size.bound)
    }
  }

  /// The type of what an optional holds; any other type itself.
  static func contentType(_ type: CELType) -> CELType {
    guard case .opaque("optional_type", let parts) = type, parts.count == 1 else { return type }
    return parts[0]
  }

  /// An optional with this inside.
  func optional(_ content: ValueSize) -> ValueSize {
    var size = ValueSize(isMetered ? CostEstimate(exactly: 1) : .unknown, elements: content)
    size.path = content.path
    return size
  }

  /// A size that still tells what it does when its type is forgotten.
  func settled(_ size: ValueSize, _ type: CELType) -> ValueSize {
    var settled = size
    switch type {
    case .list(let element): settled.elements = self.settled(elements(of: size, type), element)
    case .map(let key, let value):
      settled.keys = self.settled(keys(of: size, type), key)
      settled.elements = self.settled(elements(of: size, type), value)
    case .opaque("optional_type", let parts) where parts.count == 1:
      settled.elements = self.settled(content(of: size, type), parts[0])
    case .dyn, .error, .parameter, .opaque, .structure: break
    default: settled.isLeaf = true
    }
    return settled
  }

  // MARK: Joining

  /// What a value may be that is one or the other.
  func union(_ a: ValueSize, _ b: ValueSize, _ type: CELType) -> ValueSize {
    var size = a.count.maximum >= b.count.maximum ? a : b
    size.count = a.count.union(b.count)
    size.isLeaf = a.isLeaf && b.isLeaf
    size.amount = nil
    if let first = a.amount, let second = b.amount { size.amount = first.union(second) }
    if a.path != b.path { size.path = nil }
    switch type {
    case .list, .map, .opaque("optional_type", _): break
    case .dyn where (a.isLeaf || a.elements != nil) && (b.isLeaf || b.elements != nil):
      // Whatever is inside either of them.
      size.elements = eitherOf(a.elements, b.elements)
      size.keys = eitherOf(a.keys, b.keys)
      return size
    // A record's parts follow from its type, and of a text there are none.
    default:
      size.elements = nil
      size.keys = nil
      return size
    }
    size.innerCounts = []
    size.elements = joined(a, b, type) { elements(of: $0, type) }
    if case .map = type { size.keys = joined(a, b, type) { keys(of: $0, type) } }
    return size
  }

  private func eitherOf(_ a: ValueSize?, _ b: ValueSize?) -> ValueSize? {
    guard let a else { return b }
    guard let b else { return a }
    return union(a, b, .dyn)
  }

  /// What both have inside; an empty literal has nothing to add.
  private func joined(_ a: ValueSize, _ b: ValueSize, _ type: CELType, _ part: (ValueSize) -> ValueSize) -> ValueSize {
    if a.count.maximum == 0, a.elements == nil { return part(b) }
    if b.count.maximum == 0, b.elements == nil { return part(a) }
    let inner: CELType
    switch type {
    case .list(let element): inner = element
    case .map(_, let value): inner = value
    default: inner = CostEstimator.contentType(type)
    }
    return union(part(a), part(b), inner)
  }

  /// The most comparisons of elements that comparing a value with another takes.
  func comparisons(in size: ValueSize, _ type: CELType) -> UInt64 {
    var budget = CostEstimator.comparedParts
    return comparisons(in: size, type, &budget)
  }

  private func comparisons(in size: ValueSize, _ type: CELType, _ budget: inout Int) -> UInt64 {
    budget -= 1
    guard budget > 0 else { return CostEstimate.unbounded }
    let count = size.count.maximum
    switch type {
    case .list(let element):
      return count.times(comparisons(in: elements(of: size, type), element, &budget)).adding(1)
    case .map(_, let value):
      // Each key may be looked for in the whole of the other map.
      return count.times(comparisons(in: elements(of: size, type), value, &budget).adding(count)).adding(1)
    case .structure(let name):
      guard let structure = expression.environment.provider.structure(named: name) else { return CostEstimate.unbounded }
      var sum = UInt64(1)
      for field in structure.fields where budget > 0 {
        let part = self.field(field.name, of: size, type, result: field.type)
        sum = sum.adding(comparisons(in: part, field.type, &budget)).adding(UInt64(structure.fields.count))
      }
      return budget > 0 ? sum : CostEstimate.unbounded
    case .opaque("optional_type", let parts) where parts.count == 1:
      return comparisons(in: content(of: size, type), parts[0], &budget).adding(1)
    case .dyn where size.isLeaf: return 1
    case .dyn:
      guard let elements = size.elements else {
        return sizes.otherwise(.dyn).map { max($0.maximum, count) } ?? CostEstimate.unbounded
      }
      let keys = size.keys == nil ? 0 : count
      return count.times(comparisons(in: elements, .dyn, &budget).adding(keys)).adding(1)
    case .opaque where isScalar(type): return 1
    case .error, .opaque, .parameter: return CostEstimate.unbounded
    default: return 1
    }
  }

  /// Records with more parts than this, or in themselves, are taken to have no bound.
  private static let comparedParts = 1_000
}
