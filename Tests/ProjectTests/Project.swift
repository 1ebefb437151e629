import Foundation

/// The checkout that these tests look at.
enum Project {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func url(_ path: String) -> URL { root.appending(path: path) }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }

  /// The paths of all files that are committed or about to be, relative to the root and in order.
  ///
  /// Asks git, which knows what is to be ignored; in a checkout without git, walks the folders.
  static let files: [String] = (gitFiles() ?? walkedFiles())
    .filter { FileManager.default.fileExists(atPath: url($0).path) }
    .sorted()

  static func files(under folder: String, ending suffix: String) -> [String] {
    files.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(suffix) }
  }

  private static func gitFiles() -> [String]? {
    let git = ["git", "-C", root.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    guard FileManager.default.fileExists(atPath: url(".git").path),
      let listing = try? Command.run(git), listing.code == 0
    else { return nil }
    return listing.output.split(separator: "\0").map(String.init)
  }

  private static func walkedFiles() -> [String] {
    let folders = FileManager.default.enumerator(atPath: root.path)
    var found: [String] = []
    while let path = folders?.nextObject() as? String {
      if path.hasPrefix(".build") || path.hasPrefix(".git/") || path.hasPrefix(".swiftpm") {
        folders?.skipDescendants()
      } else if (try? url(path).resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true {
        found.append(path)
      }
    }
    return found
  }
}
