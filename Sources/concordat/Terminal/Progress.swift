import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One line on the terminal that says how far a long run has come; gone when the run ends.
final class Progress: Sendable {
  private struct State {
    var doing = ""
    var total: Int?
    var isOver = false
    var isShown = false
  }

  /// Runs shorter than this say nothing.
  private static let patience: UInt32 = 1_000_000
  private static let interval: UInt32 = 100_000

  private let state = Mutex(State())
  private let done = Atomic(0)
  private let isWanted: Bool

  init(isWanted: Bool) {
    self.isWanted = isWanted
    guard isWanted else { return }
    // Nobody waits for this thread: the process ends whether it sleeps or not.
    _ = Thread { [self] in
      usleep(Self.patience)
      while show() { usleep(Self.interval) }
    }
  }

  /// Begins a part of the work; with a total, as many calls of ``advance()`` are expected.
  func begin(_ doing: String, of total: Int?) {
    guard isWanted else { return }
    done.store(0, ordering: .relaxed)
    state.withLock { state in
      state.doing = doing
      state.total = total
    }
  }

  /// One more is done; from any thread.
  func advance() {
    if isWanted { done.wrappingAdd(1, ordering: .relaxed) }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      state.isOver = true
      if state.isShown { Output.say(Array("\r\u{1B}[K".utf8)) }
    }
  }

  private func show() -> Bool {
    state.withLock { state in
      guard !state.isOver else { return false }
      let count = state.total.map { " \(done.load(ordering: .relaxed)) of \($0) files" } ?? ""
      Output.say(Array("\r\u{1B}[K\(state.doing)\(count) …".utf8))
      state.isShown = true
      return true
    }
  }
}
