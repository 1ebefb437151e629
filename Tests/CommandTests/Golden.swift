import Foundation
import Testing

/// The committed output of a run, compared whole.
///
/// A missing file is written *and the test fails*, so that somebody reads it; with `RECORD_SNAPSHOTS=1` differing files
/// are rewritten.
struct Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  let name: String

  func expect(_ actual: String, _ location: SourceLocation = #_sourceLocation) throws {
    let url = Self.folder.appending(path: name)
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
      try Data(actual.utf8).write(to: url)
      Issue.record("\(name) was missing and has been written: read it, then run again", sourceLocation: location)
      return
    }
    guard !expected.utf8.elementsEqual(actual.utf8) else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(actual.utf8).write(to: url)
      return
    }
    Issue.record(
      "\(name) differs (RECORD_SNAPSHOTS=1 rewrites it)\n--- expected\n\(expected)\n--- actual\n\(actual)",
      sourceLocation: location)
  }
}
