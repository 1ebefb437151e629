import ConcordatDiagnostics
import ConcordatEngine
import ConcordatModel

/// What was read of files in earlier rounds, for as long as they stay as they were.
final class FileMemory {
  private struct Known {
    var stamp: FileStamp
    var file: LoadedFile
  }

  private var known: [String: Known] = [:]

  /// Reads what is new or changed, and keeps it; the rest comes from memory.
  func load(_ found: [FileSearch.Found], with linter: Linter) async -> (files: [LoadedFile], faults: [Diagnostic]) {
    var stamps: [String: FileStamp] = [:]
    var fresh: [FileSearch.Found] = []
    var kept: [LoadedFile] = []
    var seen: Set<FileIdentity> = []
    for file in found {
      guard case .path(let path) = file.place, let stamp = FileStamp(of: path) else {
        fresh.append(file)
        continue
      }
      guard seen.insert(stamp.identity).inserted else { continue }
      stamps[file.shown] = stamp
      if let known = known[file.shown], known.stamp == stamp { kept.append(known.file) } else { fresh.append(file) }
    }
    let loaded = await FileLoader(jobs: 1).load(fresh)
    let read = await linter.read(loaded.files)
    known = [:]
    for file in kept + read {
      if let stamp = stamps[file.file.path] { known[file.file.path] = Known(stamp: stamp, file: file) }
    }
    let files = (kept + read).sorted { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
    return (files, loaded.faults)
  }

  /// Lets go of everything, as when the rules change.
  func forget() { known = [:] }
}
