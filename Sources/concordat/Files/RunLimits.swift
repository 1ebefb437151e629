import ConcordatDiagnostics
import SourceText

/// How much one run reads, so that its memory is bounded whatever is in the folders.
///
/// All documents of a run are compared with each other, so all stay in memory: an ordinary repository takes six bytes for
/// each byte of its files, and the worst that was found takes sixteen.
struct RunLimits {
  /// The most files; England has below a thousand.
  var files = 250_000
  /// The most bytes of all files together: sixty times the agreements of England.
  var bytes = 512 << 20

  /// The most files of one rule pack; that of England has below five hundred.
  static let packFiles = 10_000
  /// The most bytes of one rule pack.
  static let packBytes = 64 << 20
  /// The most faults of one rule pack that are told in full.
  static let packFaults = 100

  /// The limits of this process: fewer bytes where the system lets it have little memory.
  static func current(jobs: Int) -> RunLimits {
    var limits = RunLimits()
    if let memory = System.memoryLimit {
      limits.bytes = min(limits.bytes, max(0, memory - System.leastMemory - jobs * memoryOfThread) / bytesOfMemory)
    }
    return limits
  }

  /// Bytes of memory for a byte of a file, with room to spare in an ordinary repository.
  private static let bytesOfMemory = 8
  /// Address space for the stack of a thread and its own heap.
  private static let memoryOfThread = 80 << 20

  /// The files that may be read, in the order in which they were found, and what is said of the others.
  func admit(_ found: [FileSearch.Found]) -> (found: ArraySlice<FileSearch.Found>, fault: Diagnostic?) {
    // Fewer cannot exceed it, each being of limited size.
    guard found.count > bytes / SourceFile.sizeLimit else { return (found[...], nil) }
    var sum = 0
    for (index, file) in found.enumerated() {
      guard case .path(let path) = file.place, let status = try? FileStatus(following: path), status.kind == .regular,
        status.size <= SourceFile.sizeLimit
      else { continue }
      sum += status.size
      guard sum <= bytes else {
        let fault = FileFault.tooMuch(limit: bytes, others: found.count - index - 1)
        return (found[..<index], fault.diagnostic(at: file.shown))
      }
    }
    return (found[...], nil)
  }
}
