#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands in a folder, by name in the order of bytes, so that every run meets the files in the same order.
struct FolderListing {
  struct Entry {
    let name: [UInt8]
    /// What the folder says of it; nothing where the disk keeps no such record.
    let kind: FileStatus.Kind?
  }

  let identity: FileIdentity
  private(set) var entries: [Entry] = []
  /// What stopped the reading before the end.
  private(set) var failure: SystemFailure?

  /// - Parameter followingLink: Whether the folder's own name may be a link.
  init(_ path: BytePath, followingLink: Bool) throws(SystemFailure) {
    var flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    if !followingLink { flags |= O_NOFOLLOW }
    let descriptor = path.withCString { open($0, flags) }
    guard descriptor >= 0 else { throw .last }
    guard let status = FileStatus(descriptor: descriptor), let stream = fdopendir(descriptor) else {
      let failure = SystemFailure.last
      close(descriptor)
      throw failure
    }
    defer { closedir(stream) }
    identity = status.identity
    while true {
      errno = 0
      guard let record = readdir(stream) else {
        if errno != 0 { failure = .last }
        break
      }
      let name = Self.name(of: record)
      if name != [UInt8(ascii: ".")], name != [UInt8(ascii: "."), UInt8(ascii: ".")] {
        entries.append(Entry(name: name, kind: Self.kind(record.pointee.d_type)))
      }
    }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The name is read where it stands: a record is shorter than its declaration, so it must not be copied whole.
  private static func name(of record: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = UnsafeRawPointer(record) + offset
    return Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
  }

  private static func kind(_ type: UInt8) -> FileStatus.Kind? {
    switch Int(type) {
    case Int(DT_REG): .regular
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_FIFO): .pipe
    case Int(DT_SOCK): .socket
    case Int(DT_CHR), Int(DT_BLK): .device
    default: nil
    }
  }
}
