#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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

  /// Puts bytes where a path leads: in the place of a file, or into what is there if it is no file, such as a pipe.
  static func put(_ bytes: [UInt8], at path: BytePath) throws(SystemFailure) {
    guard let status = try? FileStatus(following: path), status.kind != .regular else {
      return try replace(path, with: bytes)
    }
    let descriptor = path.withCString { open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw .last }
    var failure: SystemFailure?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemFailure) { try write(buffer, to: descriptor) } catch { failure = error }
    }
    if let failure {
      close(descriptor)
      throw failure
    }
    try closeWritten(descriptor)
  }

  /// Puts bytes in the place of a file: readers see the old file or the new one, never a part.
  static func replace(_ path: BytePath, with bytes: [UInt8]) throws(SystemFailure) {
    let parts = path.parts
    let temporary = parts.folder.appending(Array(".".utf8) + parts.name + Array(".new-\(getpid())".utf8))
    let descriptor = temporary.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw .last }
    do throws(SystemFailure) {
      try fill(descriptor, with: bytes)
      guard temporary.withCString({ old in path.withCString { rename(old, $0) } }) == 0 else { throw .last }
    } catch {
      _ = temporary.withCString { unlink($0) }
      throw error
    }
  }

  /// Writes, syncs and closes.
  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) throws(SystemFailure) {
    var failure: SystemFailure?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemFailure) { try write(buffer, to: descriptor) } catch { failure = error }
    }
    if failure == nil, fsync(descriptor) != 0 { failure = .last }
    if let failure {
      close(descriptor)
      throw failure
    }
    try closeWritten(descriptor)
  }
}
