#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is open for reading.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let status: FileStatus

  /// Opens a file without waiting for anybody: a named pipe without a writer does not hold up the run.
  init(_ path: BytePath, followingLinks: Bool = true) throws(SystemFailure) {
    var flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    if !followingLinks { flags |= O_NOFOLLOW }
    let descriptor = path.withCString { open($0, flags) }
    guard descriptor >= 0 else { throw .last }
    guard let status = FileStatus(descriptor: descriptor) else {
      let failure = SystemFailure.last
      close(descriptor)
      throw failure
    }
    self.descriptor = descriptor
    self.status = status
  }

  deinit {
    close(descriptor)
  }

  /// Begins again at the first byte.
  func rewind() throws(SystemFailure) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
  }
}

/// What the system knows of a file before it is read.
struct FileStatus {
  enum Kind {
    case regular, folder, link, pipe, socket, device, other
  }

  let kind: Kind
  let size: Int
  let identity: FileIdentity
  /// Who may read, write and run it; without the bits that give a program another user's rights.
  let rights: mode_t
  let owner: uid_t
  let group: gid_t
  /// How many names lead to it.
  let names: Int

  /// The status of an open file.
  init?(descriptor: Int32) {
    var record = stat()
    guard fstat(descriptor, &record) == 0 else { return nil }
    self.init(record)
  }

  /// The status of what a path leads to, through links.
  init(following path: BytePath) throws(SystemFailure) {
    var record = stat()
    guard path.withCString({ stat($0, &record) }) == 0 else { throw .last }
    self.init(record)
  }

  /// The status of what stands at a path, be it a link.
  init(at path: BytePath) throws(SystemFailure) {
    var record = stat()
    guard path.withCString({ lstat($0, &record) }) == 0 else { throw .last }
    self.init(record)
  }

  private init(_ record: stat) {
    switch record.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    case S_IFIFO: kind = .pipe
    case S_IFSOCK: kind = .socket
    case S_IFCHR, S_IFBLK: kind = .device
    default: kind = .other
    }
    size = Int(record.st_size)
    rights = record.st_mode & 0o777
    owner = record.st_uid
    group = record.st_gid
    names = Int(record.st_nlink)
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: record.st_dev), number: UInt64(truncatingIfNeeded: record.st_ino))
  }
}

/// Which file it is, whatever names lead to it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}

/// What changes when somebody saves a file.
struct FileStamp: Hashable, Sendable {
  let identity: FileIdentity
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int
  private let changeSeconds: Int
  private let changeNanoseconds: Int

  /// Nothing where nothing is there.
  init?(of path: BytePath) {
    var record = stat()
    guard path.withCString({ stat($0, &record) }) == 0 else { return nil }
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: record.st_dev), number: UInt64(truncatingIfNeeded: record.st_ino))
    size = Int(record.st_size)
    #if canImport(Darwin)
      let (modified, changed) = (record.st_mtimespec, record.st_ctimespec)
    #else
      let (modified, changed) = (record.st_mtim, record.st_ctim)
    #endif
    seconds = Int(modified.tv_sec)
    nanoseconds = Int(modified.tv_nsec)
    changeSeconds = Int(changed.tv_sec)
    changeNanoseconds = Int(changed.tv_nsec)
  }
}
