#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that is run to its end, without a shell.
struct Subprocess {
  struct Outcome {
    /// 128 and the signal where one ended it.
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]
  }

  enum Failure: Error {
    case notStarted(SystemFailure)
    /// It wrote more than was to be read.
    case tooMuch
  }

  /// - Parameters:
  ///   - arguments: The name of the program, looked up in `PATH`, and its arguments.
  ///   - environment: All that the program sees of the environment, as `NAME=value`.
  ///   - limit: The most bytes of output that are read; of errors, a hundredth is kept.
  static func run(_ arguments: [[UInt8]], environment: [String], limit: Int) throws(Failure) -> Outcome {
    let output = try Pipe()
    let errors = try Pipe()
    let number = try spawn(arguments, environment, output: output.writing, errors: errors.writing)
    output.closeWriting()
    errors.closeWriting()
    let read = drain(output.reading, errors.reading, limit: limit)
    if read.isTooMuch { kill(number, SIGKILL) }
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    if read.isTooMuch { throw .tooMuch }
    let signal = status & 0x7F
    return Outcome(status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: read.output, errors: read.errors)
  }

  /// Two ends; both are closed when nobody needs them.
  private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32

    init() throws(Failure) {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw .notStarted(.last) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      reading = ends[0]
      writing = ends[1]
    }

    func closeWriting() {
      close(writing)
      writing = -1
    }

    deinit {
      close(reading)
      if writing >= 0 { close(writing) }
    }
  }

  private static func spawn(
    _ arguments: [[UInt8]], _ environment: [String], output: Int32, errors: Int32
  ) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    // A closed pipe is no signal to us; it should be one to the program.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let texts = arguments + environment.map { Array($0.utf8) }
    let copies: [UnsafeMutablePointer<CChar>] = texts.map { text in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
      for (index, byte) in text.enumerated() { copy[index] = CChar(bitPattern: byte) }
      copy[text.count] = 0
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    var argv: [UnsafeMutablePointer<CChar>?] = copies.prefix(arguments.count).map { Optional($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = copies.dropFirst(arguments.count).map { Optional($0) } + [nil]
    guard let program = argv[0] else { throw .notStarted(SystemFailure(code: ENOENT)) }
    var number: pid_t = 0
    let code = posix_spawnp(&number, program, &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw .notStarted(SystemFailure(code: code)) }
    return number
  }

  /// Reads both by turns, so that neither holds up the program.
  private static func drain(
    _ output: Int32, _ errors: Int32, limit: Int
  ) -> (output: [UInt8], errors: [UInt8], isTooMuch: Bool) {
    var texts: [[UInt8]] = [[], []]
    var open = [output, errors]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while open.contains(where: { $0 >= 0 }) {
      var requests = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if poll(&requests, nfds_t(requests.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      for (index, request) in requests.enumerated() where open[index] >= 0 && request.revents != 0 {
        let count = read(open[index], &chunk, chunk.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        if count <= 0 {
          open[index] = -1
        } else if index == 0 {
          if texts[0].count + count > limit { return (texts[0], texts[1], true) }
          texts[0] += chunk[..<count]
        } else if texts[1].count < limit / 100 {
          texts[1] += chunk[..<count]
        }
      }
    }
    return (texts[0], texts[1], false)
  }
}
