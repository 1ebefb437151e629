internal import CEmbeddedPack
import ConcordatDiagnostics
package import SourceText

/// The files of a pack, wherever they came from.
package struct PackFiles: Sendable {
  /// What the report calls it until its `pack.yaml` is read: the folder's name.
  package var name: String
  /// By path inside the pack, with `/`: `statutory/responsible-authority-kind.yaml`.
  package var files: [String: SourceFile]

  package init(name: String, files: [String: SourceFile]) {
    self.name = name
    self.files = files
  }

  /// The files directly in a folder of the pack, by file name, in the order of their names.
  package func folder(_ name: String) -> [(name: String, file: SourceFile)] {
    files.compactMap { path, file in
      let parts = path.split(separator: "/")
      return parts.count == 2 && parts[0] == name ? (String(parts[1]), file) : nil
    }
    .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// The SHA-256 of the list that `sha256sum` prints of the pack's files by path, so that anybody can work it out:
  /// `find . -name '*.yaml' ! -name catalogue.yaml -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum | sha256sum`. The catalogue is
  /// left out: it lists what was decided and takes no part in a check.
  package var digest: String {
    var list: [UInt8] = []
    for (path, file) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) where path != "catalogue.yaml" {
      list += Array("\(SHA256.hexDigest(of: file.originalBytes))  \(path)\n".utf8)
    }
    return SHA256.hexDigest(of: list)
  }

  /// Folders that hold something other than rules.
  package static let reservedFolders: Set<String> = ["kinds", "registers", "parameters", "provisions"]

  /// The rule files, by rule id, in the order of the ids.
  package var rules: [(id: String, file: SourceFile)] {
    files.compactMap { path, file in
      let parts = path.split(separator: "/")
      guard parts.count == 2, !Self.reservedFolders.contains(String(parts[0])), path.hasSuffix(".yaml") else { return nil }
      return (String(path.dropLast(5)), file)
    }
    .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// The pack that travels inside the binary.
  package static let england = embedded("england/", name: "england")

  /// The formats that pack files are checked by.
  package static let formats = embedded("formats/", name: "formats")

  private static func embedded(_ prefix: String, name: String) -> PackFiles {
    var files: [String: SourceFile] = [:]
    var entry = concordat_embedded_files
    while let pathPointer = entry.pointee.path, let data = entry.pointee.data {
      let path = String(cString: pathPointer)
      if path.hasPrefix(prefix) {
        let bytes = UnsafeBufferPointer(start: data, count: entry.pointee.size)
        files[String(path.dropFirst(prefix.count))] = SourceFile(path: "rules/" + path, text: Array(bytes))
      }
      entry = entry.successor()
    }
    return PackFiles(name: name, files: files)
  }
}
