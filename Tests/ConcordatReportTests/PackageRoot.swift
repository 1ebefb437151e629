import Foundation

/// Files beside the tests.
enum PackageRoot {
  static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func file(_ path: String) -> URL { url.appending(path: path) }

  /// Samples and facts that lie next to the package, where they are at hand.
  static func shared(_ path: String) -> URL { url.deletingLastPathComponent().appending(path: "shared/\(path)") }
}
