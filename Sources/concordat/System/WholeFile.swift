#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Bytes that become a file in one step, so that nobody ever meets a part of them.
///
/// Where the system has files without a name (Linux), the bytes are written into one: whatever ends the program leaves
/// nothing. It then gets a name: its own if nothing has that, or else one beside it for the time between two calls. A
/// program that is killed between these two leaves a whole file there, which the next run puts in place. Elsewhere the file
/// is written under a name of its own, and a signal that can be caught takes it away.
struct WholeFile {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Becomes a new file; fails with `EEXIST` where something has the name.
  func appear(at path: BytePath) throws(SystemFailure) {
    let file = try UnfinishedFile(beside: path)
    try file.fill(bytes)
    try file.appear(at: path)
    try Self.sync(path.parts.folder)
  }

  /// Takes the place of a file, with its rights.
  ///
  /// - Parameter condition: Asked when only the name is still to be given.
  /// - Returns: Whether it did, which is what the condition said.
  @discardableResult
  func replace(
    _ old: FileStatus, at path: BytePath, onlyIf condition: () throws(SystemFailure) -> Bool = { true }
  ) throws(SystemFailure) -> Bool {
    let file = try UnfinishedFile(beside: path)
    file.adopt(old)
    try file.fill(bytes)
    guard try condition() else { return false }
    try file.replace(path)
    try Self.sync(path.parts.folder)
    return true
  }

  /// Makes the new name outlast a power cut.
  private static func sync(_ folder: BytePath) throws(SystemFailure) {
    let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    // A folder that may be written but not read cannot be synced; the file is in its place all the same.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    try sync(descriptor)
  }

  /// Waits until the disk has everything; some file systems have nothing to wait for and say so.
  fileprivate static func sync(_ descriptor: Int32) throws(SystemFailure) {
    while fsync(descriptor) != 0 {
      let failure = SystemFailure.last
      if failure.isInterruption { continue }
      guard failure.code == EINVAL || failure.code == ENOTSUP || failure.code == EROFS else { throw failure }
      return
    }
  }
}

/// A file that nobody sees yet. Goes away with the value unless it was given its name.
private struct UnfinishedFile: ~Copyable {
  private let descriptor: Int32
  /// Its name for the time being, where the system has no files without one.
  private let temporary: BytePath?

  init(beside path: BytePath) throws(SystemFailure) {
    let (folder, name) = path.parts
    guard !name.isEmpty, name != [0x2E], name != [0x2E, 0x2E] else { throw SystemFailure(code: EISDIR) }
    if let descriptor = Self.openUnnamed(in: folder) {
      (self.descriptor, temporary) = (descriptor, nil)
      return
    }
    // Another process of this number may have been killed here.
    var failure = SystemFailure(code: EEXIST)
    for attempt in 0..<100 {
      let temporary = Self.beside(path, ".new-\(getpid())-\(attempt)")
      InterruptedFile.watch(temporary)
      let descriptor = temporary.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666) }
      if descriptor >= 0 {
        (self.descriptor, self.temporary) = (descriptor, temporary)
        return
      }
      failure = .last
      InterruptedFile.forget()
      if failure.code != EEXIST { break }
    }
    throw failure
  }

  deinit {
    close(descriptor)
    if let temporary {
      _ = temporary.withCString { unlink($0) }
      InterruptedFile.forget()
    }
  }

  /// Takes over the rights of a file, and its owner and group as far as the system lets.
  ///
  /// Where the group cannot be kept, the new group gets no more than everybody had.
  func adopt(_ old: FileStatus) {
    var mode = old.rights
    if fchown(descriptor, old.owner, old.group) != 0, fchown(descriptor, .max, old.group) != 0 {
      mode = mode & 0o707 | (mode & (mode & 0o007) << 3)
    }
    _ = fchmod(descriptor, mode)
  }

  func fill(_ bytes: [UInt8]) throws(SystemFailure) {
    try System.writeAll(bytes, to: descriptor)
    try WholeFile.sync(descriptor)
  }

  /// Gives it a name that nothing has.
  func appear(at path: BytePath) throws(SystemFailure) {
    guard link(to: path) else { throw .last }
  }

  /// Gives it the name that another file has.
  func replace(_ path: BytePath) throws(SystemFailure) {
    if let temporary { return try Self.rename(temporary, to: path) }
    let ready = Self.beside(path, ".new")
    for _ in 0..<1000 {
      if link(to: ready) {
        do throws(SystemFailure) {
          return try Self.rename(ready, to: path)
        } catch {
          // Another run came between and finished it.
          if error.code == ENOENT, (try? FileStatus(at: path)) != nil { return }
          _ = ready.withCString { unlink($0) }
          throw error
        }
      }
      let failure = SystemFailure.last
      guard failure.code == EEXIST else { throw failure }
      // Another run stands just here, or was killed here. What it has there is whole, so it is put in its place for it.
      guard let status = try? FileStatus(at: ready) else { continue }
      guard status.kind == .regular, status.owner == geteuid() else { break }
      do throws(SystemFailure) {
        try Self.rename(ready, to: path)
      } catch {
        guard error.code == ENOENT else { break }
      }
    }
    // Something strange has the name.
    let other = Self.beside(path, ".new-\(getpid())")
    guard link(to: other) else { throw .last }
    do throws(SystemFailure) {
      try Self.rename(other, to: path)
    } catch {
      _ = other.withCString { unlink($0) }
      throw error
    }
  }

  // MARK: Names

  /// A hidden name beside a file; a walk through the folder passes over it.
  private static func beside(_ path: BytePath, _ ending: String) -> BytePath {
    let (folder, name) = path.parts
    var short = name
    if name.count > 200 {
      // FNV-1a: two long names must not come out as one.
      let digest = name.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      short = Array(name.prefix(200)) + Array("-\(String(digest, radix: 16))".utf8)
    }
    return folder.appending(Array(".".utf8) + short + Array(ending.utf8))
  }

  private static func rename(_ old: BytePath, to new: BytePath) throws(SystemFailure) {
    #if canImport(Darwin)
      let result = old.withCString { old in new.withCString { Darwin.rename(old, $0) } }
    #elseif canImport(Musl)
      let result = old.withCString { old in new.withCString { Musl.rename(old, $0) } }
    #else
      let result = old.withCString { old in new.withCString { Glibc.rename(old, $0) } }
    #endif
    guard result == 0 else { throw .last }
  }

  /// Gives the file another name; nothing may have it yet.
  private func link(to path: BytePath) -> Bool {
    let current = temporary ?? Self.place(of: descriptor)
    return current.withCString { old in path.withCString { linkat(AT_FDCWD, old, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) } } == 0
  }

  private static func place(of descriptor: Int32) -> BytePath { BytePath(Array("/proc/self/fd/\(descriptor)".utf8)) }

  /// A new file without a name, where the system, the file system and /proc give one that can get a name later.
  private static func openUnnamed(in folder: BytePath) -> Int32? {
    #if os(Linux)
      // O_TMPFILE, which is too much of a macro for the importer.
      let flags = 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC
      let descriptor = folder.withCString { open($0, flags, 0o666) }
      guard descriptor >= 0 else { return nil }
      guard place(of: descriptor).withCString({ access($0, F_OK) }) == 0 else {
        close(descriptor)
        return nil
      }
      return descriptor
    #else
      return nil
    #endif
  }
}
