import Foundation
import Testing

/// The committed output of a case, compared whole.
///
/// A missing file is written *and the test fails*, so that somebody reads it; with
/// `RECORD_SNAPSHOTS=1` differing files are rewritten.
struct Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  let name: String
  var folder = Self.folder

  func expect(_ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) throws {
    let url = folder.appending(path: name)
    let actual = Data(bytes)
    guard let expected = try? Data(contentsOf: url) else {
      try actual.write(to: url)
      Issue.record("\(name) was missing and has been written: read it, then run again", sourceLocation: location)
      return
    }
    guard expected != actual else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try actual.write(to: url)
      return
    }
    Issue.record(
      """
      \(name) differs (RECORD_SNAPSHOTS=1 rewrites it)
      --- expected
      \(String(decoding: expected, as: UTF8.self))
      --- actual
      \(String(decoding: actual, as: UTF8.self))
      """,
      sourceLocation: location
    )
  }
}
