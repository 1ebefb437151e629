import CEL
import ConcordatDiagnostics

/// Finds the files that some paths mean.
///
/// A named path means itself, whatever its name and through links. A folder means every file below it whose name ends in
/// `.yaml` or `.yml`, but for names that begin with a dot; links to folders are not followed there, so a link to a folder
/// above cannot lead round in circles.
struct FileSearch {
  struct Found: Sendable {
    enum Place: Sendable {
      case path(BytePath)
      case standardInput
    }
    var place: Place
    /// As reports show it.
    var shown: String
    /// Whether the user named it, rather than a folder that holds it.
    var isNamed: Bool
  }

  /// The name that means standard input, and how reports show it.
  static let standardInput = (argument: Array("-".utf8), shown: "<stdin>")

  /// Named files first, so that a file that is also met in a folder counts as named; links last, so that a file goes by
  /// its own name.
  var found: [Found] { named + met + links }
  private(set) var faults: [Diagnostic] = []
  private var named: [Found] = []
  private var met: [Found] = []
  private var links: [Found] = []
  private var folders: Set<FileIdentity> = []
  private let currentFolder = System.currentFolder
  private let limit: Int
  private var isFull = false
  private var filter = PathFilter.everything
  /// The folders that were walked.
  private(set) var folderPaths: [BytePath] = []
  /// What was met in folders and not read, and why.
  private(set) var passedOver: [(shown: String, reason: PathFilter.Reason)] = []

  /// - Parameter filter: What of a folder that is named is left out; named files never are.
  init(_ paths: [BytePath], limit: Int = RunLimits().files, filter: (BytePath) -> PathFilter = { _ in .everything }) {
    self.limit = limit
    for path in paths {
      self.filter = filter(path)
      add(path)
    }
  }

  private mutating func add(_ path: BytePath) {
    if path.bytes == Self.standardInput.argument {
      if !named.contains(where: { if case .standardInput = $0.place { true } else { false } }) {
        named.append(Found(place: .standardInput, shown: Self.standardInput.shown, isNamed: true))
      }
      return
    }
    let shown = path.shown(in: currentFolder)
    do throws(SystemFailure) {
      if try FileStatus(following: path).kind == .folder {
        walk(path, shown: shown)
      } else {
        named.append(Found(place: .path(path), shown: shown, isNamed: true))
      }
    } catch {
      faults.append(Self.fault(error, naming: path).diagnostic(at: shown))
    }
  }

  /// Lets standard input stand in for a file: the file itself is not read, whatever names lead to it.
  mutating func putStandardInput(inPlaceOf path: BytePath) {
    let shown = path.shown(in: currentFolder)
    let identity = (try? FileStatus(following: path))?.identity
    let isOther = { (found: Found) -> Bool in
      switch found.place {
      case .standardInput: return false
      case .path(let other):
        return found.shown != shown && (identity == nil || (try? FileStatus(following: other))?.identity != identity)
      }
    }
    named = named.filter(isOther)
    met = met.filter(isOther)
    links = links.filter(isOther)
    named.append(Found(place: .standardInput, shown: shown, isNamed: true))
  }

  /// Depth first and without recursion; the system's limit on the length of a path ends the depth.
  private mutating func walk(_ root: BytePath, shown: String) {
    var open = [(path: root, shown: shown, isRoot: true, filtered: filter.enter(root))]
    while !isFull, let folder = open.popLast() {
      let listing: FolderListing
      do throws(SystemFailure) {
        listing = try FolderListing(folder.path, followingLink: folder.isRoot)
      } catch {
        faults.append(FileFault.unreadableFolder(error).diagnostic(at: folder.shown))
        continue
      }
      guard folders.insert(listing.identity).inserted else { continue }
      folderPaths.append(folder.path)
      if let failure = listing.failure {
        faults.append(FileFault.unreadableFolder(failure).diagnostic(at: folder.shown))
      }
      let prefix = folder.shown == "." ? "" : folder.shown == "/" ? "/" : folder.shown + "/"
      var inner: [(path: BytePath, shown: String, isRoot: Bool, filtered: PathFilter.Folder?)] = []
      for entry in listing.entries where entry.name.first != UInt8(ascii: ".") {
        guard met.count + links.count < limit else {
          isFull = true
          faults.append(FileFault.tooMany(limit: limit).diagnostic(at: folder.shown))
          return
        }
        let path = folder.path.appending(entry.name)
        let shown = prefix + BytePath.text(entry.name)
        // Where the folder does not tell, the file itself does; one that has just gone is told of when it is read.
        let kind = entry.kind ?? (try? FileStatus(at: path))?.kind
        guard kind == .folder || Self.isYAML(entry.name) else { continue }
        if let above = folder.filtered, let reason = filter.reason(against: entry.name, in: above, isFolder: kind == .folder) {
          passedOver.append((kind == .folder ? shown + "/" : shown, reason))
          continue
        }
        switch kind {
        case .folder: inner.append((path, shown, false, folder.filtered.map { filter.enter(entry.name, at: path, in: $0) }))
        case .link:
          guard (try? FileStatus(following: path))?.kind != .folder else { continue }
          links.append(Found(place: .path(path), shown: shown, isNamed: false))
        default:
          met.append(Found(place: .path(path), shown: shown, isNamed: false))
        }
      }
      open += inner.reversed()
    }
  }

  /// Whatever the case of the letters: `DRAFT.YAML` comes out of older programs.
  static func isYAML(_ name: [UInt8]) -> Bool {
    let end = name.suffix(5).map { $0 | 0x20 }
    // Bit 0x20 is set in a dot as well.
    return end.elementsEqual(".yaml".utf8) || end.suffix(4).elementsEqual(".yml".utf8)
  }

  private static func fault(_ failure: SystemFailure, naming path: BytePath) -> FileFault {
    if failure.isMissing, (try? FileStatus(at: path))?.kind == .link { return .brokenLink }
    return failure.isMissing ? .missing(suggestion: neighbour(of: path)) : .unreadable(failure)
  }

  /// The file or folder that a misspelt path was probably meant to name.
  private static func neighbour(of path: BytePath) -> String? {
    let (folder, name) = path.parts
    guard let listing = try? FolderListing(folder, followingLink: true) else { return nil }
    let names = listing.entries.map { BytePath.text($0.name) }
    return Suggestion.nearest(to: BytePath.text(name), among: names).map {
      let start = path.bytes.contains(UInt8(ascii: "/")) ? BytePath.text(folder.appending([]).bytes) : ""
      return start + $0
    }
  }
}
