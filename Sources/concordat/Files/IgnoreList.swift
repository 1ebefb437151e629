/// The patterns of one file or of one list of the configuration, and the folder that they are for.
final class IgnoreList: Sendable {
  /// The folder that the patterns start from, from the root of the repository, without slashes at the ends.
  let base: [UInt8]
  private let patterns: [IgnorePattern]

  /// A `.gitignore` of more bytes is read no further.
  static let sizeLimit = 1 << 20

  init(base: [UInt8], patterns: [IgnorePattern]) {
    self.base = base
    self.patterns = patterns
  }

  /// Reads the text of a `.gitignore`.
  convenience init(base: [UInt8], text: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let lines = text.dropFirst(text.starts(with: mark) ? 3 : 0).split(separator: 0x0A)
    self.init(base: base, patterns: lines.compactMap { IgnorePattern(line: $0.last == 0x0D ? $0.dropLast() : $0) })
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// What the last pattern that matches says; nothing where none does.
  ///
  /// - Parameter path: From the root of the repository.
  func verdict(on path: [UInt8], isFolder: Bool) -> Verdict? {
    var inner = path[...]
    if !base.isEmpty {
      guard path.count > base.count, path.starts(with: base), path[base.count] == UInt8(ascii: "/") else { return nil }
      inner = path[(base.count + 1)...]
    }
    guard let last = patterns.last(where: { $0.matches(inner, isFolder: isFolder) }) else { return nil }
    return last.isNegated ? .kept : .leftOut
  }

  enum Verdict { case kept, leftOut }
}

/// What decides which files of folders are read.
struct PathFilter: Sendable {
  /// The root that paths are reckoned from; nothing where nothing is left out.
  var root: BytePath?
  /// Whether `.gitignore` is heeded.
  var heedsGit = false
  /// Patterns of the configuration; all of its files where there are none.
  var include: IgnoreList?
  var exclude: IgnoreList?

  static let everything = PathFilter()

  /// Why a file or folder is left out.
  enum Reason: String, Sendable {
    case git = "left out by .gitignore"
    case exclude = "left out by the configuration"
    case include = "not among the paths that the configuration includes"
  }

  /// What is known of a folder on the way down.
  struct Folder: Sendable {
    /// From the root; empty for the root itself.
    var path: [UInt8]
    fileprivate var lists: [IgnoreList]
    fileprivate var isIncluded: Bool
  }

  /// What holds in a folder that was named, whatever stands above; nothing where it lies outside.
  func enter(_ folder: BytePath) -> Folder? {
    guard let root, let real = System.realPath(folder), let path = real.inside(root) else { return nil }
    let names = path.split(separator: UInt8(ascii: "/"))
    var current = Folder(path: [], lists: [], isIncluded: include == nil)
    if heedsGit {
      add(root.appending(Array(".git/info/exclude".utf8)), to: &current, followingLinks: true)
      add(root.appending(Array(".gitignore".utf8)), to: &current)
    }
    var place = root
    for name in names {
      place = place.appending(Array(name))
      descend(into: Array(name), at: place, &current)
    }
    return current
  }

  /// The folder of that name inside.
  func enter(_ name: [UInt8], at place: BytePath, in folder: Folder) -> Folder {
    var inner = folder
    descend(into: name, at: place, &inner)
    return inner
  }

  private func descend(into name: [UInt8], at place: BytePath, _ folder: inout Folder) {
    folder.path = folder.path.isEmpty ? name : folder.path + [UInt8(ascii: "/")] + name
    if !folder.isIncluded, include?.verdict(on: folder.path, isFolder: true) == .leftOut { folder.isIncluded = true }
    if heedsGit { add(place.appending(Array(".gitignore".utf8)), to: &folder) }
  }

  private func add(_ file: BytePath, to folder: inout Folder, followingLinks: Bool = false) {
    guard let open = try? OpenFile(file, followingLinks: followingLinks), open.status.kind == .regular,
      let text = try? System.readAll(open.descriptor, limit: IgnoreList.sizeLimit)
    else { return }
    let list = IgnoreList(base: folder.path, text: text)
    if !list.isEmpty { folder.lists.append(list) }
  }

  /// Why something in a folder is left out; nothing where it is not.
  func reason(against name: [UInt8], in folder: Folder, isFolder: Bool) -> Reason? {
    let path = folder.path.isEmpty ? name : folder.path + [UInt8(ascii: "/")] + name
    if let verdict = folder.lists.reversed().lazy.compactMap({ $0.verdict(on: path, isFolder: isFolder) }).first,
      verdict == .leftOut
    {
      return .git
    }
    if exclude?.verdict(on: path, isFolder: isFolder) == .leftOut { return .exclude }
    if !isFolder, !folder.isIncluded, include?.verdict(on: path, isFolder: false) != .leftOut { return .include }
    return nil
  }
}
