#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Waits until something happens in some folders: inotify on Linux, a look five times a second elsewhere.
final class FolderWatch {
  enum Event {
    case change
    /// The user pressed Ctrl-C, or the program was asked to end.
    case end
  }

  /// Set by the handler of signals, which may do no more.
  private nonisolated(unsafe) static var isEnded: sig_atomic_t = 0

  /// From now on, Ctrl-C is an event rather than the end of the process.
  static func catchSignals() {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { _ in FolderWatch.isEnded = 1 }
    #else
      action.__sigaction_handler.sa_handler = { _ in FolderWatch.isEnded = 1 }
    #endif
    // Without SA_RESTART, so that waiting ends at once.
    for signal in [SIGINT, SIGTERM] { sigaction(signal, &action, nil) }
  }

  static var wasAskedToEnd: Bool { isEnded != 0 }

  /// After a change, others of the same save are waited for as long.
  private static let settling: Int32 = 15

  #if os(Linux)
    private let descriptor: Int32

    init?(_ folders: Set<BytePath>) {
      // Its own names for these are the same numbers.
      descriptor = inotify_init1(O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { return nil }
      // A save is a write that is closed, or another file put in the place of the old one.
      let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
      for folder in folders {
        // One that has just gone is no fault; one too many for the system is.
        let number = folder.withCString { inotify_add_watch(descriptor, $0, events) }
        if number < 0, errno == ENOSPC { return nil }
      }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Waits for a change, and until it has settled.
    func wait() -> Event {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while true {
        if Self.wasAskedToEnd { return .end }
        // The time is for a signal that comes right before the call.
        let count = poll(&request, 1, 500)
        if count > 0 { break }
      }
      repeat { drain() } while poll(&request, 1, Self.settling) > 0 && !Self.wasAskedToEnd
      return Self.wasAskedToEnd ? .end : .change
    }

    private func drain() {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while read(descriptor, &buffer, buffer.count) > 0 {}
    }
  #else
    private let folders: [BytePath]

    init?(_ folders: Set<BytePath>) { self.folders = Array(folders) }

    func wait() -> Event {
      let before = stamps
      while stamps == before {
        if Self.wasAskedToEnd { return .end }
        usleep(200_000)
      }
      return Self.wasAskedToEnd ? .end : .change
    }

    private var stamps: Set<FileStamp> {
      var stamps: Set<FileStamp> = []
      for folder in folders {
        if let stamp = FileStamp(of: folder) { stamps.insert(stamp) }
        guard let listing = try? FolderListing(folder, followingLink: true) else { continue }
        for entry in listing.entries { if let stamp = FileStamp(of: folder.appending(entry.name)) { stamps.insert(stamp) } }
      }
      return stamps
    }
  #endif
}
