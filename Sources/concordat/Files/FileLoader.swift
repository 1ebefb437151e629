import ConcordatDiagnostics
import ConcordatEngine
import SourceText

/// Reads files, several at a time, each at most once.
struct FileLoader {
  let jobs: Int

  /// Reads everything that was found; the order of the results is that of `found`.
  ///
  /// - Parameter progress: Told of each file that is done, from any thread.
  func load(
    _ found: [FileSearch.Found], progress: @escaping @Sendable () -> Void = {}
  ) async -> (files: [InputFile], faults: [Diagnostic]) {
    let (found, excess) = RunLimits.current(jobs: jobs).admit(found)
    let outcomes = await Workers(jobs).map(Array(found)) { file in
      defer { progress() }
      return Self.read(file)
    }
    var files: [InputFile] = []
    var faults: [Diagnostic] = []
    var seen: Set<FileIdentity> = []
    for (found, outcome) in zip(found, outcomes) {
      switch outcome {
      case .success(let (file, identity)):
        // Two names of one file would make every id in it look as if it were used twice.
        if identity.map({ seen.insert($0).inserted }) ?? true { files.append(InputFile(file: file, isNamed: found.isNamed)) }
      case .failure(let fault): faults.append(fault.diagnostic(at: found.shown))
      }
    }
    return (files, faults + (excess.map { [$0] } ?? []))
  }

  private static func read(_ found: FileSearch.Found) -> Result<(SourceFile, FileIdentity?), FileFault> {
    Result { () throws(FileFault) in
      switch found.place {
      case .path(let path):
        let read = try read(path, shown: found.shown, isNamed: found.isNamed)
        return (read.file, read.identity)
      case .standardInput:
        return (try readStandardInput(shown: found.shown), nil)
      }
    }
  }

  private static func readStandardInput(shown: String) throws(FileFault) -> SourceFile {
    let text: [UInt8]
    do throws(SystemFailure) {
      text = try System.readAll(System.standardInput, limit: SourceFile.sizeLimit)
    } catch {
      throw .unreadable(error)
    }
    guard text.count <= SourceFile.sizeLimit else { throw .tooLarge(size: nil) }
    return SourceFile(path: shown, text: text)
  }

  /// Reads a file that may grow, shrink or go away meanwhile.
  ///
  /// It is read rather than mapped: a mapped file that shrinks ends the process.
  static func read(
    _ path: BytePath, shown: String, isNamed: Bool = true, followingLinks: Bool = true
  ) throws(FileFault) -> (file: SourceFile, identity: FileIdentity) {
    let open = try open(path, isNamed: isNamed, followingLinks: followingLinks)
    let status = open.status
    guard status.kind == .regular else { throw .notAFile(status.kind) }
    guard status.size <= SourceFile.sizeLimit else { throw .tooLarge(size: status.size) }
    do throws(SystemFailure) {
      // One byte more than it should hold, so that the end is seen by the same call.
      let room = min(status.size + 1, SourceFile.sizeLimit)
      var count = 0
      let file = try SourceFile(path: shown, byteCount: room) { buffer throws(SystemFailure) in
        count = try System.read(open.descriptor, into: buffer)
        return count
      }
      if count < room { return (file, status.identity) }
      // It is as large as may be, or holds more than its size said, as files of /proc do.
      if try System.readAll(open.descriptor, limit: 0).isEmpty { return (file, status.identity) }
      try open.rewind()
      let text = try System.readAll(open.descriptor, limit: SourceFile.sizeLimit)
      if text.count <= SourceFile.sizeLimit { return (SourceFile(path: shown, text: text), status.identity) }
    } catch {
      throw .unreadable(error)
    }
    throw .tooLarge(size: nil)
  }

  private static func open(_ path: BytePath, isNamed: Bool, followingLinks: Bool) throws(FileFault) -> OpenFile {
    do throws(SystemFailure) {
      return try OpenFile(path, followingLinks: followingLinks)
    } catch {
      throw fault(error, opening: path, isNamed: isNamed)
    }
  }

  private static func fault(_ failure: SystemFailure, opening path: BytePath, isNamed: Bool) -> FileFault {
    let kind = (try? FileStatus(at: path))?.kind
    switch kind {
    case .link where failure.isMissing: return .brokenLink
    case .link?, .regular?: return .unreadable(failure)
    case .some(let kind): return .notAFile(kind)
    case nil where failure.isMissing: return isNamed ? .missing(suggestion: nil) : .vanished
    case nil: return .unreadable(failure)
    }
  }
}
