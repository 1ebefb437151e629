/// Where an operation takes an operand from.
///
/// Operations are generic over it, so that the compiler makes one version for each kind of operand, without a
/// call in between. The types are plain data, but for ``CodeFetch``.
protocol Fetch {
  func fetch(_ context: Context) -> Value
}

struct ConstantFetch: Fetch {
  let value: Value
  @inline(__always)
  func fetch(_ context: Context) -> Value { value }
}

struct LocalFetch: Fetch {
  let index: Int
  @inline(__always)
  func fetch(_ context: Context) -> Value { context.pointee.locals[index] }
}

struct LocalPathFetch: Fetch {
  let index: Int
  let steps: PathSteps
  @inline(__always)
  func fetch(_ context: Context) -> Value { Path.walk(context.pointee.locals[index], steps, context) }
}

struct VariablePathFetch: Fetch {
  let slot: Int
  let node: NodeID
  let steps: PathSteps
  @inline(__always)
  func fetch(_ context: Context) -> Value { Path.walk(context.variable(slot, node), steps, context) }
}

struct CodeFetch: Fetch {
  let code: Operation
  @inline(__always)
  func fetch(_ context: Context) -> Value { code(context) }
}

/// Makes the operation of a node with two operands, whatever they are.
protocol BinaryMaker {
  func make<L: Fetch, R: Fetch>(_ left: L, _ right: R) -> Operation
}

/// Makes the operation of a node with one operand.
protocol UnaryMaker {
  func make<O: Fetch>(_ operand: O) -> Operation
}

extension Planned {
  func make(_ maker: some UnaryMaker) -> Operation {
    switch form {
    case .local(let index): return maker.make(LocalFetch(index: index))
    case .localPath(let index, let steps): return maker.make(LocalPathFetch(index: index, steps: steps))
    case .variablePath(let slot, let steps):
      return maker.make(VariablePathFetch(slot: slot, node: node, steps: steps))
    case .constant, .code: return maker.make(CodeFetch(code: code))
    }
  }

  /// With this as the left operand.
  func make(_ maker: some BinaryMaker, with right: Planned) -> Operation {
    switch form {
    case .local(let index):
      if case .constant(let value) = right.form {
        return maker.make(LocalFetch(index: index), ConstantFetch(value: value))
      }
      return makeRight(maker, LocalPathFetch(index: index, steps: .none), right)
    case .localPath(let index, let steps):
      return makeRight(maker, LocalPathFetch(index: index, steps: steps), right)
    case .variablePath(let slot, let steps):
      return makeRight(maker, VariablePathFetch(slot: slot, node: node, steps: steps), right)
    case .constant, .code: return makeRight(maker, CodeFetch(code: code), right)
    }
  }

  private func makeRight(_ maker: some BinaryMaker, _ left: some Fetch, _ right: Planned) -> Operation {
    switch right.form {
    case .constant(let value): return maker.make(left, ConstantFetch(value: value))
    case .local(let index): return maker.make(left, LocalPathFetch(index: index, steps: .none))
    case .localPath(let index, let steps): return maker.make(left, LocalPathFetch(index: index, steps: steps))
    case .variablePath(let slot, let steps):
      return maker.make(left, VariablePathFetch(slot: slot, node: right.node, steps: steps))
    case .code: return maker.make(left, CodeFetch(code: right.code))
    }
  }
}

extension PathSteps {
  /// No steps: the pointer is never followed.
  static let none = PathSteps(base: UnsafePointer(UnsafeMutablePointer<PathStep>.allocate(capacity: 1)), count: 0)
}

extension PathSteps: @unchecked Sendable {
  // Steps are written once, while their program is planned.
}
