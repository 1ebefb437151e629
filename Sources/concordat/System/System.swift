import ConcordatModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few things asked of the process and the operating system that are not files.
enum System {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Makes faults of the standard streams come out as failures where they are used.
  ///
  /// A write to a closed pipe, or beyond the size that files may have, fails instead of ending the process. A stream that was closed before the program began is
  /// given a descriptor that can do nothing, because the next file that is opened would take its number, and the report
  /// would go there.
  static func secureStandardStreams() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for stream in [standardInput, standardOutput, standardError] where fcntl(stream, F_GETFD) == -1 {
      // The lowest free number is taken, which is this one.
      _ = open("/dev/null", stream == standardInput ? O_WRONLY : O_RDONLY)
    }
  }

  /// Gives the threads that do the work the stack that the deepest expression and document need, whatever `ulimit -s` says.
  static func secureStacks() {
    #if !canImport(Darwin)
      var attributes = pthread_attr_t()
      guard pthread_attr_init(&attributes) == 0 else { return }
      defer { pthread_attr_destroy(&attributes) }
      // Four times what the deepest took in a build without optimisation.
      guard pthread_attr_setstacksize(&attributes, 8 << 20) == 0 else { return }
      // An extension that the module of the C library does not show.
      typealias SetDefault = @convention(c) (UnsafePointer<pthread_attr_t>) -> Int32
      guard let symbol = dlsym(nil, "pthread_setattr_default_np") else { return }
      _ = unsafeBitCast(symbol, to: SetDefault.self)(&attributes)
    #endif
  }

  /// How much address space this process may have, where that is limited.
  static var memoryLimit: Int? {
    #if os(Linux)
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max else { return nil }
      return Int(clamping: limit.rlim_cur)
    #else
      return nil
    #endif
  }

  /// With less address space than this, the program would end without a word.
  static let leastMemory = 256 << 20

  static func exit(_ code: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Glibc.exit(code)
    #endif
  }

  /// A variable of the environment that is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The day it is now by universal time, so that it is the same day for all who share a repository.
  static var today: Day { Day(number: Int32(clamping: time(nil) / 86_400)) }

  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The columns of a terminal, where there is one that tells.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// How many processors there are.
  static var processors: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The folder that relative paths start from; nothing where it was removed.
  static var currentFolder: [UInt8]? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return Array(UnsafeRawBufferPointer(start: path, count: strlen(path)))
  }

  /// Reads a stream to its end, or to one byte more than the limit.
  static func readAll(_ descriptor: Int32, limit: Int) throws(SystemFailure) -> [UInt8] {
    var text: [UInt8] = []
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { chunk.deallocate() }
    while text.count <= limit {
      let room = UnsafeMutableRawBufferPointer(rebasing: chunk.prefix(limit + 1 - text.count))
      let count = try read(descriptor, into: room)
      text.append(contentsOf: room[..<count])
      if count < room.count { break }
    }
    return text
  }

  /// Reads until the buffer is full or there is nothing more; returns the number of bytes read.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var done = 0
    while done < buffer.count {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, base + done, buffer.count - done)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, base + done, buffer.count - done)
      #else
        let count = Glibc.read(descriptor, base + done, buffer.count - done)
      #endif
      if count > 0 {
        done += count
        continue
      }
      if count == 0 { break }
      let failure = SystemFailure.last
      if failure.isInterruption { continue }
      guard failure.isWouldBlock else { throw failure }
      wait(for: descriptor, events: Int16(POLLIN))
    }
    return done
  }

  /// Writes all of the bytes, or says why not.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, part.baseAddress, part.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, part.baseAddress, part.count)
      #else
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
      #endif
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      let failure = SystemFailure.last
      if count < 0, failure.isInterruption { continue }
      // Standard output may be shared with a program that made it non-blocking.
      guard count == 0 || failure.isWouldBlock else { throw failure }
      wait(for: descriptor, events: Int16(POLLOUT))
    }
  }

  /// Closes a descriptor: on a network disk, the last writes may fail only now.
  static func closeWritten(_ descriptor: Int32) throws(SystemFailure) {
    guard close(descriptor) == 0 || SystemFailure.last.isInterruption else { throw .last }
  }

  private static func wait(for descriptor: Int32, events: Int16) {
    var request = pollfd(fd: descriptor, events: events, revents: 0)
    _ = poll(&request, 1, 1000)
  }
}
