#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one way in which files are written.
extension System {
  /// Makes a folder and those above it; what is there already is left alone.
  static func makeFolders(_ path: BytePath) throws(SystemFailure) {
    var missing: [BytePath] = []
    var current = path
    while (try? FileStatus(following: current)) == nil, missing.count < 256 {
      missing.append(current)
      current = current.parts.folder
    }
    for folder in missing.reversed() { try makeFolder(folder) }
  }

  /// Makes a folder; one that is there already is left alone.
  static func makeFolder(_ path: BytePath) throws(SystemFailure) {
    guard path.withCString({ mkdir($0, 0o777) }) != 0 else { return }
    let failure = SystemFailure.last
    guard failure.code == EEXIST else { throw failure }
  }

  /// Puts bytes where a path leads: readers see the old file or the new one, never a part.
  ///
  /// A link stays a link, and the file that it leads to is replaced. The file keeps its rights and, as far as the system
  /// lets, its owner and group. Into what is no file, such as a pipe, the bytes are written. On any failure what was there
  /// before stays, and nothing is left beside it.
  static func replace(_ path: BytePath, with bytes: [UInt8]) throws(SystemFailure) {
    guard path.bytes.last != UInt8(ascii: "/") else { throw SystemFailure(code: EISDIR) }
    let (target, old) = try resolve(path)
    // Links of /proc lead to what may have no name, such as the pipe that is standard output.
    let reached = try? FileStatus(following: path)
    guard reached?.identity == old?.identity else { return try write(bytes, into: path) }
    guard let old else { return try WholeFile(bytes).appear(at: target) }
    guard old.kind == .regular else { return try write(bytes, into: path) }
    // A file that may not be written would be replaced all the same, by a right to its folder.
    guard target.withCString({ access($0, W_OK) }) == 0 else { throw .last }
    try WholeFile(bytes).replace(old, at: target)
  }

  /// Puts bytes into a new file; fails with `EEXIST` where there is anything of that name.
  static func create(_ path: BytePath, with bytes: [UInt8]) throws(SystemFailure) {
    guard path.bytes.last != UInt8(ascii: "/") else { throw SystemFailure(code: EISDIR) }
    try WholeFile(bytes).appear(at: path)
  }

  /// What the links at a path lead to, and its status where it is there.
  static func resolve(_ path: BytePath) throws(SystemFailure) -> (path: BytePath, status: FileStatus?) {
    var path = path
    for _ in 0..<mostLinks {
      let status: FileStatus
      do throws(SystemFailure) {
        status = try FileStatus(at: path)
      } catch {
        guard error.code == ENOENT, !path.bytes.isEmpty else { throw error }
        return (path, nil)
      }
      guard status.kind == .link else { return (path, status) }
      let target = try readLink(path)
      path = target.first == UInt8(ascii: "/") ? BytePath(target) : path.parts.folder.appending(target)
    }
    throw SystemFailure(code: ELOOP)
  }

  /// As many as Linux follows.
  private static let mostLinks = 40

  private static func readLink(_ path: BytePath) throws(SystemFailure) -> [UInt8] {
    // No system has longer paths.
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 0 }
      return path.withCString { readlink($0, base, buffer.count) }
    }
    guard count > 0 else { throw count < 0 ? .last : SystemFailure(code: ENOENT) }
    return Array(buffer[..<count])
  }

  // MARK: What is no file

  /// Writes into a device, or into a pipe that somebody reads.
  private static func write(_ bytes: [UInt8], into path: BytePath) throws(SystemFailure) {
    let descriptor = try openWaiting(path)
    do throws(SystemFailure) {
      try writeAll(bytes, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    try closeWritten(descriptor)
  }

  /// Opens what is no file; a pipe's reader is waited for, but not for ever.
  private static func openWaiting(_ path: BytePath) throws(SystemFailure) -> Int32 {
    for _ in 0..<patience {
      let descriptor = path.withCString { open($0, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_TRUNC) }
      if descriptor >= 0 { return descriptor }
      let failure = SystemFailure.last
      guard failure.code == ENXIO, (try? FileStatus(following: path))?.kind == .pipe else { throw failure }
      usleep(interval)
    }
    throw SystemFailure(code: EPIPE)
  }

  /// Ten seconds: a reader that is started beside us is there by then.
  private static let patience = 500
  /// In microseconds.
  private static let interval: UInt32 = 20_000

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
    var failure: SystemFailure?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemFailure) { try write(buffer, to: descriptor) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
