#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A call of the operating system that failed.
struct SystemFailure: Error, Hashable {
  let code: Int32

  /// The failure of the call that was made last on this thread.
  static var last: SystemFailure { SystemFailure(code: errno) }

  var isTaken: Bool { code == EEXIST }
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  var isLoopOfLinks: Bool { code == ELOOP }
  var isBrokenPipe: Bool { code == EPIPE }
  var isInterruption: Bool { code == EINTR }
  var isWouldBlock: Bool { code == EAGAIN || code == EWOULDBLOCK }

  /// What happened, in words; the same ones whatever the C library.
  var words: String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "it does not exist"
    case ENOTDIR: "a part of the path is not a folder"
    case EEXIST: "there is one already"
    case EISDIR: "it is a folder"
    case ELOOP: "the links lead round in a circle"
    case ENAMETOOLONG: "the path is too long"
    case EIO: "the disk or the network gave an error"
    case ENOSPC: "no space is left"
    case EDQUOT: "the quota is used up"
    case EFBIG: "the file would become too large"
    case EPIPE: "the reader has gone away"
    case EBADF: "it is closed"
    case EMFILE, ENFILE: "too many files are open"
    case ENOMEM: "there is not enough memory"
    case ENXIO, ENODEV: "there is nothing behind it"
    case EROFS: "it can only be read"
    default: "error \(code) of the operating system"
    }
  }
}
