/// The memory that searches of one thread use: automata as far as they are built, and recent patterns.
///
/// Give each thread or worker its own. ``RegularExpression`` stays immutable and everything that changes is here: `^[a-z]+-[a-z]+$`
/// on 12 bytes takes 24 ns this way (release build), and locking and unlocking a `Mutex` around a shared cache would
/// alone take 36 ns on the same machine, with nobody else wanting it.
public final class RegexScratch {
  /// The most memory for automata before they are all dropped, in bytes; one automaton keeps to 1 MiB by itself.
  public static let memoryLimit = 16 << 20

  private struct Slot {
    var owner: RegularExpression?
    var automaton: LazyAutomaton?
  }

  /// Automata by a hash of the address of their expression; a newcomer replaces what was there. The slot keeps the
  /// expression alive, so that its address cannot become another's. A constant pointer, because a stored array
  /// costs an exclusivity check per search.
  private let slots: UnsafeMutablePointer<Slot>
  private static let slotCount = 1_024

  let workspace = RegexWorkspace()
  private var recent = RecentExpressions()

  /// Instructions visited, transitions built and bytes read so far.
  package var steps: Int { workspace.steps }
  /// What finding matches with their groups has taken so far, the same for the same searches.
  var threadWork: Int { workspace.threadWork }

  public init() {
    slots = .allocate(capacity: Self.slotCount)
    slots.initialize(repeating: Slot(), count: Self.slotCount)
  }

  deinit {
    slots.deinitialize(count: Self.slotCount)
    slots.deallocate()
  }

  /// The expression of a pattern that is known only at run time, from the cache if it was used lately.
  ///
  /// Complexity: O(pattern) when cached.
  public func expression(_ pattern: some Sequence<UInt8>) throws(RegexSyntaxError) -> RegularExpression {
    try recent.expression(Array(pattern))
  }

  @inline(__always)
  func automaton(for expression: RegularExpression) -> LazyAutomaton {
    let address = UInt(bitPattern: Unmanaged.passUnretained(expression).toOpaque())
    let slot = slots + Int(truncatingIfNeeded: (address >> 5) % UInt(Self.slotCount))
    if slot.pointee.owner === expression, let automaton = slot.pointee.automaton { return automaton }
    return makeAutomaton(for: expression, in: slot)
  }

  @inline(never)
  private func makeAutomaton(for expression: RegularExpression, in slot: UnsafeMutablePointer<Slot>) -> LazyAutomaton {
    if workspace.automatonBytes > Self.memoryLimit {
      slots.update(repeating: Slot(), count: Self.slotCount)
    }
    let automaton = LazyAutomaton(expression.program, workspace: workspace)
    slot.pointee = Slot(owner: expression, automaton: automaton)
    return automaton
  }
}

/// The expressions, or the errors, of the patterns used last.
private struct RecentExpressions {
  private struct Entry {
    var pattern: [UInt8]
    var hash: Int
    var lastUse: Int
    var outcome: Result<RegularExpression, RegexSyntaxError>
  }

  static let capacity = 32

  private var entries: [Entry] = []
  private var uses = 0

  mutating func expression(_ pattern: [UInt8]) throws(RegexSyntaxError) -> RegularExpression {
    uses &+= 1
    let hash = pattern.hashValue
    if let found = entries.firstIndex(where: { $0.hash == hash && $0.pattern == pattern }) {
      entries[found].lastUse = uses
      return try entries[found].outcome.get()
    }
    let outcome: Result<RegularExpression, RegexSyntaxError>
    do throws(RegexSyntaxError) {
      outcome = .success(try RegularExpression(pattern))
    } catch {
      outcome = .failure(error)
    }
    // A pattern beyond the limit is refused by its length, which needs no cache and should not fill one.
    guard pattern.count <= RegexLimits.standard.patternBytes else { return try outcome.get() }
    let entry = Entry(pattern: pattern, hash: hash, lastUse: uses, outcome: outcome)
    if entries.count < Self.capacity {
      entries.append(entry)
    } else if let oldest = entries.indices.min(by: { entries[$0].lastUse < entries[$1].lastUse }) {
      entries[oldest] = entry
    }
    return try outcome.get()
  }
}
