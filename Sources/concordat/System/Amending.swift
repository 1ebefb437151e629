#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension System {
  /// Why a file was not changed.
  enum AmendFailure: Error {
    case system(SystemFailure)
    /// Somebody else changed it since it was read.
    case changed
    /// It has further names, which would go on leading to the old text.
    case furtherNames
    case notAFile

    /// What happened, in words.
    var words: String {
      switch self {
      case .system(let failure): failure.words
      case .changed: "somebody else changed it meanwhile"
      case .furtherNames: "it has a second name (a hard link), which would keep the old text"
      case .notAFile: "it is not a file"
      }
    }
  }

  /// Puts bytes in the place of a file that is known to hold certain others; on any failure the file stays as it was.
  ///
  /// The old text is compared last of all, when the new one is on the disk and only the name is to be given, so that what somebody else
  /// saved meanwhile is not lost.
  static func amend(_ path: BytePath, from old: [UInt8], to new: [UInt8]) throws(AmendFailure) {
    let found = try asked { () throws(SystemFailure) in try resolve(path) }
    guard let status = found.status, status.kind == .regular else { throw .notAFile }
    guard status.names == 1 else { throw .furtherNames }
    guard found.path.withCString({ access($0, W_OK) }) == 0 else { throw .system(.last) }
    let isReplaced = try asked { () throws(SystemFailure) in
      try WholeFile(new).replace(status, at: found.path) { () throws(SystemFailure) in
        let file = try OpenFile(found.path)
        guard file.status.identity == status.identity else { return false }
        return try readAll(file.descriptor, limit: old.count) == old
      }
    }
    guard isReplaced else { throw .changed }
  }

  private static func asked<Answer>(_ body: () throws(SystemFailure) -> Answer) throws(AmendFailure) -> Answer {
    do throws(SystemFailure) { return try body() } catch { throw .system(error) }
  }
}
