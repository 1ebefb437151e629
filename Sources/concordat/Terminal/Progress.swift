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
    var total = 0
    var isCounted = false
    var isOver = false
    /// What stands on the terminal now.
    var shown = ""
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

  /// Begins a part of the work on some files.
  ///
  /// - Parameter isCounted: Whether ``advance()`` is called for each of them.
  func begin(_ doing: String, of total: Int, isCounted: Bool) {
    guard isWanted else { return }
    done.store(0, ordering: .relaxed)
    state.withLock { state in
      state.doing = doing
      state.total = total
      state.isCounted = isCounted
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
      if !state.shown.isEmpty { Output.say(Array("\r\u{1B}[K".utf8)) }
    }
  }

  private func show() -> Bool {
    state.withLock { state in
      guard !state.isOver else { return false }
      let done = state.isCounted ? "\(done.load(ordering: .relaxed)) of " : ""
      let line = "\(state.doing) \(done)\(counted(state.total, "file", "files"))"
      if line != state.shown { Output.say(Array("\r\u{1B}[K\(line)".utf8)) }
      state.shown = line
      return true
    }
  }
}
