import Foundation

/// The data that lies beside the project and is not part of it.
enum SharedData {
  static let root: URL = {
    var place = URL(fileURLWithPath: #filePath)
    while place.path != "/", !FileManager.default.fileExists(atPath: place.appendingPathComponent("Package.swift").path) {
      place.deleteLastPathComponent()
    }
    return place.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static let isPresent: Bool = {
    let found = FileManager.default.fileExists(atPath: root.path)
    if !found { print("skipped: \(root.path) is not there, so tests on shared data do not run") }
    return found
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// The files below a folder, as paths relative to it, in order.
  static func files(below folder: String) -> [String] {
    let base = root.appendingPathComponent(folder).path
    let found = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: base + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
