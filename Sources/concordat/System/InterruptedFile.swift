import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The file under a passing name that a signal must take away; there is at most one.
enum InterruptedFile {
  /// The address of its path as the system takes it, so that a handler of signals has nothing to allocate; or 0.
  private static let path = Atomic<UInt>(0)
  private static let before = Mutex<[(number: Int32, handler: @convention(c) (Int32) -> Void)]>([])

  /// From now on, a signal that ends the program takes this file away first.
  static func watch(_ file: BytePath) {
    forget()
    path.store(UInt(bitPattern: file.withCString { strdup($0) }), ordering: .sequentiallyConsistent)
    before.withLock { before in
      for number in [SIGINT, SIGTERM, SIGHUP] {
        guard let handler = signal(number, takeAway) else { continue }
        before.append((number, handler))
        // What the caller said to ignore, such as a hang-up under nohup, stays ignored.
        if unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { _ = signal(number, SIG_IGN) }
      }
    }
  }

  /// There is nothing to take away any more.
  static func forget() {
    before.withLock { before in
      while let last = before.popLast() { _ = signal(last.number, last.handler) }
    }
    free(UnsafeMutablePointer<CChar>(bitPattern: path.exchange(0, ordering: .sequentiallyConsistent)))
  }

  private static let takeAway: @convention(c) (Int32) -> Void = { number in
    if let path = UnsafePointer<CChar>(bitPattern: path.load(ordering: .sequentiallyConsistent)) { unlink(path) }
    _ = signal(number, SIG_DFL)
    raise(number)
  }
}
