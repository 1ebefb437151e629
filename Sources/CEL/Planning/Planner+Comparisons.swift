/// `==`, `!=`, the orderings and `in`.
extension Planner {
  mutating func planEquality(_ node: NodeID, _ arguments: [SyntaxTree.ID], isNegated: Bool) -> Planned {
    let (left, right) = (plan(arguments[0]), plan(arguments[1]))
    // One unit is charged beforehand, as for scalars.
    return folded(
      .code(
        node, cost: left.cost + right.cost + 1,
        left.make(EqualityMaker(isNegated: isNegated), with: right)),
      left.constant != nil && right.constant != nil)
  }

  mutating func planOrdering(_ node: NodeID, _ arguments: [SyntaxTree.ID], _ function: String) -> Planned {
    let (left, right) = (plan(arguments[0]), plan(arguments[1]))
    let code =
      switch function {
      case Operator.less: left.make(OrderMaker<Less>(node: node), with: right)
      case Operator.lessOrEqual: left.make(OrderMaker<LessOrEqual>(node: node), with: right)
      case Operator.greater: left.make(OrderMaker<Greater>(node: node), with: right)
      default: left.make(OrderMaker<GreaterOrEqual>(node: node), with: right)
      }
    return folded(
      .code(node, cost: left.cost + right.cost + 1, code), left.constant != nil && right.constant != nil)
  }

  /// `x in list` and `k in map`; a list of constants becomes a hash set.
  mutating func planMembership(_ node: NodeID, _ arguments: [SyntaxTree.ID]) -> Planned {
    let (left, right) = (plan(arguments[0]), plan(arguments[1]))
    if let list = right.constant, list.tag == .list, let set = constants.set(list) {
      let planned = Planned.code(
        node, cost: left.cost + right.cost + Int64(list.count), left.make(SetMaker(set: set)))
      return folded(planned, left.constant != nil)
    }
    return folded(
      .code(node, cost: left.cost + right.cost, left.make(MembershipMaker(node: node), with: right)),
      left.constant != nil && right.constant != nil)
  }
}

struct EqualityMaker: BinaryMaker {
  let isNegated: Bool

  func make<L: Fetch, R: Fetch>(_ left: L, _ right: R) -> Operation {
    let flip: UInt64 = isNegated ? 1 : 0
    return { context in
      let a = left.fetch(context)
      let b = right.fetch(context)
      if a.header == b.header && a.header <= Header.uint && a.header != 0 {
        return Value(header: Header.bool, payload: (a.payload == b.payload ? 1 : 0) ^ flip)
      }
      if a.tag == .string && b.tag == .string {
        Comparison.chargeText(a, b, context)
        return Value(header: Header.bool, payload: (a.hasSameText(as: b) ? 1 : 0) ^ flip)
      }
      if a.header == Header.double && b.header == Header.double {
        return Value(header: Header.bool, payload: (a.asDouble == b.asDouble ? 1 : 0) ^ flip)
      }
      return Comparison.areEqual(a, b, flip, context)
    }
  }
}

protocol Ordered {
  static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool
}
enum Less: Ordered {
  @inline(__always)
  static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a < b }
}
enum LessOrEqual: Ordered {
  @inline(__always)
  static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a <= b }
}
enum Greater: Ordered {
  @inline(__always)
  static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a > b }
}
enum GreaterOrEqual: Ordered {
  @inline(__always)
  static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a >= b }
}

struct OrderMaker<Relation: Ordered>: BinaryMaker {
  let node: NodeID

  func make<L: Fetch, R: Fetch>(_ left: L, _ right: R) -> Operation {
    let node = node
    return { context in
      let a = left.fetch(context)
      let b = right.fetch(context)
      if a.header == Header.int && b.header == Header.int { return .bool(Relation.holds(a.asInt, b.asInt)) }
      if a.header == Header.double && b.header == Header.double && !a.asDouble.isNaN && !b.asDouble.isNaN {
        return .bool(Relation.holds(a.asDouble, b.asDouble))
      }
      let order = Comparison.order(a, b, node, context)
      return order.header == Header.int ? .bool(Relation.holds(order.asInt, 0)) : order
    }
  }
}

struct SetMaker: UnaryMaker {
  let set: ConstantSet
  func make<O: Fetch>(_ operand: O) -> Operation {
    let set = set
    return { context in
      let value = operand.fetch(context)
      return value.isError ? value : .bool(set.contains(value))
    }
  }
}

struct MembershipMaker: BinaryMaker {
  let node: NodeID
  func make<L: Fetch, R: Fetch>(_ left: L, _ right: R) -> Operation {
    let node = node
    return { context in
      let a = left.fetch(context)
      let b = right.fetch(context)
      return Comparison.isMember(a, of: b, node, context)
    }
  }
}
