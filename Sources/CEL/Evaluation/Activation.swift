import SourceText

/// The variables, the memory and the budget that programs are evaluated with: one for each worker, used again and again.
///
/// Slots have the numbers that the environment of the programs gave to its variables. A slot left unset is
/// computed by ``resolver`` when a program first reads it, and remembered, error or not. Values that an evaluation
/// returns lie in the activation's scratch memory until ``reset()`` or ``release(to:)``.
public final class Activation {
  private let context: Context
  private let localStorage: UnsafeMutablePointer<Value>
  private let localCapacity: Int
  private var origins: [UnsafePointer<Value>?]
  /// Programs that have made errors, in the order of their numbers from 1.
  private var programs: [Program] = []
  private var programNumbers: [ObjectIdentifier: UInt16] = [:]

  /// Computes the value of an unset slot; may evaluate other programs with this activation.
  public var resolver: ((_ slot: Int) -> Value)?

  /// What the searches of this worker share.
  private(set) lazy var regex = RegexScratch()

  /// What function bodies reach as ``Evaluation/host``.
  public var host: AnyObject?

  /// Units that one evaluation may use when nothing else is said.
  public static let defaultCostLimit: Int64 = 1_000_000
  /// Bytes of scratch memory when nothing else is said.
  public static let defaultScratchLimit = 16 << 20
  /// Evaluations inside each other: variables that are computed from variables.
  public static let maximumNesting = 32
  /// Nesting of the expressions that are evaluated at one time, so that the stack suffices.
  static let maximumDepth = 1_000

  /// Units that one evaluation may use.
  public var costLimit: Int64 {
    get { context.pointee.costLimit }
    set { context.pointee.costLimit = newValue }
  }

  /// - Parameters:
  ///   - slotCount: Variables of the environment.
  ///   - scratchLimit: Bytes that the values made since the last ``reset()`` may take.
  public init(
    slotCount: Int, costLimit: Int64 = Activation.defaultCostLimit,
    scratchLimit: Int = Activation.defaultScratchLimit
  ) {
    localCapacity = Program.maximumLocals * 8
    localStorage = .allocate(capacity: localCapacity)
    origins = Array(repeating: nil, count: max(0, slotCount))
    context = .allocate(capacity: 1)
    context.initialize(
      to: Frame(
        activation: self, variableCount: max(0, slotCount), locals: localStorage, limit: costLimit,
        scratchLimit: scratchLimit))
  }

  deinit {
    context.deinitialize(count: 1)
    context.deallocate()
    localStorage.deallocate()
  }

  /// For computing constants while planning.
  var foldingContext: Context { context }

  // MARK: Variables

  /// How many slots there are.
  public var slotCount: Int { context.pointee.variableCount }

  /// Sets a variable. `origin` is the slot of host memory that the value was read from, for ``Program/resolvePlace(with:)``.
  public func bind(_ slot: Int, _ value: Value, origin: UnsafePointer<Value>? = nil) {
    guard slot >= 0, slot < context.pointee.variableCount else { return }
    context.pointee.variables[slot] = value
    origins[slot] = origin
  }

  /// Makes a variable be computed again when next read.
  public func unbind(_ slot: Int) { bind(slot, .unset) }

  /// The value of a slot as it stands; unset when nothing has read it yet.
  public func value(of slot: Int) -> Value {
    slot >= 0 && slot < context.pointee.variableCount ? context.pointee.variables[slot] : .unset
  }

  func origin(of slot: Int) -> UnsafePointer<Value>? {
    slot >= 0 && slot < origins.count ? origins[slot] : nil
  }

  /// The value of a slot, computed if need be.
  public func resolvedValue(of slot: Int) -> Value {
    guard slot >= 0, slot < context.pointee.variableCount else { return .unset }
    return context.variable(slot, 0)
  }

  @inline(never)
  func resolve(_ slot: Int, _ node: NodeID, _ context: Context) -> Value {
    let current = context.pointee.variables[slot]
    if current.flags.contains(.isBeingComputed) {
      return context.failure(.dependsOnItself, node, .int(slot))
    }
    guard let resolver, context.pointee.nesting < Activation.maximumNesting else {
      return context.failure(.noSuchVariable, node, .int(slot))
    }
    context.pointee.variables[slot] = Value(tag: .unset, flags: .isBeingComputed)
    let mark = context.pointee.scratch.mark
    var value = resolver(slot)
    if value.tag == .unset { value = context.failure(.noSuchVariable, node, .int(slot)) }
    context.pointee.variables[slot] = value
    context.pointee.scratch.pin(since: mark)
    context.pointee.memoised &+= 1
    return value
  }

  // MARK: Evaluation

  /// The result of a program, an error value included.
  public func evaluate(_ program: Program) -> Value {
    let context = self.context
    let locals = context.pointee.locals
    let localsUsed = context.pointee.localsUsed
    let (slotCount, localCount) = (program.slotCount, program.localCount)
    let depth = context.pointee.depth
    guard localsUsed + localCount <= localCapacity, slotCount <= context.pointee.variableCount,
      depth + program.depth <= Activation.maximumDepth
    else { return context.failure(.memoryLimit, 0) }
    context.pointee.depth = depth + program.depth
    context.pointee.locals = localStorage + localsUsed
    context.pointee.localsUsed = localsUsed + localCount
    let outerProgram = context.pointee.program
    let outerNumber = context.pointee.programNumber
    context.pointee.program = Unmanaged.passUnretained(program)
    context.pointee.programNumber = 0
    let pinned = context.pointee.scratch.pinned
    let memoised = context.pointee.memoised
    let nesting = context.pointee.nesting
    if nesting == 0 {
      if !context.pointee.isCostAccumulated { context.pointee.cost = 0 }
      context.pointee.limit = context.pointee.costLimit
      context.pointee.breach = .unset
    }
    context.pointee.nesting = nesting + 1
    var result = program.run(context)
    if context.isOverLimit { result = context.costBreach(program.rootNode) }
    context.pointee.nesting = nesting
    context.pointee.depth = depth
    context.pointee.locals = locals
    context.pointee.localsUsed = localsUsed
    context.pointee.program = outerProgram
    context.pointee.programNumber = outerNumber
    // What `cel.bind` kept is of no use any more; what variables hold is.
    if context.pointee.memoised == memoised { context.pointee.scratch.unpin(to: pinned) }
    return result
  }

  /// Runs a part of a program outside of an evaluation, at no cost.
  func compute(_ operation: Operation, of program: Program) -> Value {
    let localsUsed = context.pointee.localsUsed
    guard localsUsed + program.localCount <= localCapacity else { return context.failure(.memoryLimit, 0) }
    let saved = (context.pointee.locals, context.pointee.program, context.pointee.programNumber, context.pointee.cost)
    context.pointee.locals = localStorage + localsUsed
    context.pointee.program = Unmanaged.passUnretained(program)
    context.pointee.programNumber = 0
    let value = operation(context)
    (context.pointee.locals, context.pointee.program, context.pointee.programNumber, context.pointee.cost) = saved
    return value
  }

  /// Units used by the last evaluation, or by all since ``resetCost()`` when the cost is accumulated.
  public var cost: Int64 { context.pointee.cost }
  /// Whether ``costLimit`` holds for all evaluations together until ``resetCost()``.
  public var isCostAccumulated: Bool {
    get { context.pointee.isCostAccumulated }
    set { context.pointee.isCostAccumulated = newValue }
  }

  public func resetCost() { context.pointee.cost = 0 }

  // MARK: Memory

  /// Forgets all variables, errors and values made.
  public func reset() {
    for slot in 0..<context.pointee.variableCount {
      context.pointee.variables[slot] = .unset
      origins[slot] = nil
    }
    programs.removeAll(keepingCapacity: true)
    programNumbers.removeAll(keepingCapacity: true)
    context.pointee.programNumber = 0
    context.pointee.scratch.reset()
  }

  /// A place in the scratch memory to go back to.
  public struct Mark {
    fileprivate var mark: Scratch.Mark
  }

  public var mark: Mark { Mark(mark: context.pointee.scratch.mark) }

  /// Forgets the values and errors made since the mark, but for memoised variables.
  public func release(to mark: Mark) { context.pointee.scratch.release(to: mark.mark) }

  /// What a host may make values with outside of an evaluation.
  public var evaluation: Evaluation { Evaluation(context: context, node: 0) }

  // MARK: Errors

  func number(of program: Unmanaged<Program>?, in context: Context) -> UInt16 {
    if context.pointee.programNumber != 0 { return context.pointee.programNumber }
    guard let program = program?.takeUnretainedValue() else { return 0 }
    let identity = ObjectIdentifier(program)
    if programNumbers[identity] == nil, programs.count < Int(UInt16.max) {
      programs.append(program)
      programNumbers[identity] = UInt16(programs.count)
    }
    let number = programNumbers[identity] ?? 0
    context.pointee.programNumber = number
    return number
  }

  /// What an error value of this activation says; nothing for other values.
  public func error(of value: Value) -> EvaluationError? {
    guard value.isError, let code = EvaluationError.Code(rawValue: value.flags.rawValue) else { return nil }
    let number = Int(value.symbol)
    let program = number > 0 && number <= programs.count ? programs[number - 1] : nil
    return EvaluationError(
      code: code, details: value.pointer(to: Value.self), node: NodeID(bitPattern: UInt32(value.count)),
      program: program)
  }
}
