#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension System {
  /// The path without links and detours; nothing where it leads to nothing.
  static func realPath(_ path: BytePath) -> BytePath? {
    guard let real = path.withCString({ realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return BytePath(Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
  }
}

extension BytePath {
  private static let slash = UInt8(ascii: "/")

  /// The way from a folder to this path, both absolute and without detours; empty for the folder itself, nothing outside it.
  func inside(_ folder: BytePath) -> [UInt8]? {
    if bytes == folder.bytes { return [] }
    let prefix = folder.bytes == [Self.slash] ? folder.bytes : folder.bytes + [Self.slash]
    guard bytes.starts(with: prefix) else { return nil }
    return Array(bytes.dropFirst(prefix.count))
  }

  /// The path of something named by a path of its own: absolute, or from this folder.
  func resolving(_ path: [UInt8]) -> BytePath {
    path.first == Self.slash ? BytePath(path) : appending(path)
  }

  /// A path without detours as reports show it: from a folder, with `..` where it lies above.
  func shownFrom(_ folder: [UInt8]?) -> String {
    guard let folder else { return BytePath.text(bytes) }
    let own = bytes.split(separator: Self.slash)
    let other = folder.split(separator: Self.slash)
    var common = 0
    while common < own.count, common < other.count, own[common] == other[common] { common += 1 }
    let up = [[UInt8]](repeating: Array("..".utf8), count: other.count - common)
    let parts = up + own[common...].map(Array.init)
    return parts.isEmpty ? "." : BytePath.text(Array(parts.joined(separator: [Self.slash])))
  }

  /// Itself and the folders above it, up to the root of the file system.
  var upwards: some Sequence<BytePath> {
    sequence(first: self) { $0.bytes == [Self.slash] || $0.bytes.isEmpty ? nil : $0.parts.folder }
  }
}

/// Where a path stands: the repository round it, and the configuration above it.
struct Surroundings {
  /// The folder itself, or the one that holds the file; without detours.
  let folder: BytePath
  /// The nearest folder from there upwards that holds `.git`.
  let repository: BytePath?
  /// The nearest `concordat.yaml` from there up to the root of the repository.
  let configuration: BytePath?
  /// A file that looks like a configuration by another name.
  let misnamed: BytePath?

  static let configurationName = "concordat.yaml"

  /// Nothing for a path whose folder does not exist.
  ///
  /// Without a repository, folders above are looked at only as far as the one that the program was started in: what somebody put
  /// into a shared folder far above must not decide.
  init?(of path: BytePath) {
    guard let place = (try? FileStatus(following: path))?.kind == .folder ? path : Self.folder(of: path),
      let folder = System.realPath(place)
    else { return nil }
    self.folder = folder
    let repository = folder.upwards.first { (try? FileStatus(at: $0.appending(Array(".git".utf8)))) != nil }
    self.repository = repository
    let current = System.currentFolder.flatMap { System.realPath(BytePath($0)) }
    let top = repository ?? current.flatMap { folder.inside($0) == nil ? nil : $0 } ?? folder
    var configuration: BytePath?
    var misnamed: BytePath?
    for above in folder.upwards {
      let file = above.appending(Array(Self.configurationName.utf8))
      if (try? FileStatus(following: file))?.kind == .regular {
        configuration = file
        break
      }
      for name in ["concordat.yml", ".concordat.yaml", ".concordat.yml"] where misnamed == nil {
        let other = above.appending(Array(name.utf8))
        if (try? FileStatus(following: other))?.kind == .regular { misnamed = other }
      }
      if above == top { break }
    }
    self.configuration = configuration
    self.misnamed = configuration == nil ? misnamed : nil
  }

  /// The folder that holds a file, existing or not.
  private static func folder(of path: BytePath) -> BytePath? {
    let folder = path.parts.folder
    return (try? FileStatus(following: folder))?.kind == .folder ? folder : nil
  }
}
