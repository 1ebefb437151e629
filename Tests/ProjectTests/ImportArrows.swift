/// Which imports the manifest allows.
///
/// SwiftPM lets a file import any module that happens to be built already, so an arrow could turn round unseen.
struct ImportArrows {
  /// Modules of the toolchain and the system that any target may use. Foundation is not among them: it doubles the
  /// time that the command takes to start.
  static let system: Set<String> = ["Swift", "Synchronization", "Glibc", "Musl", "Darwin"]

  let manifest: Manifest

  /// Says what is wrong with the imports of a source file, one sentence for each.
  func faults(in source: String, at path: String) -> [String] {
    let folders = path.split(separator: "/")
    guard folders.count > 2, folders[0] == "Sources", let target = manifest[String(folders[1])] else {
      return ["\(path) belongs to no target of Package.swift"]
    }
    return Self.imports(in: source).compactMap { module in
      if Self.system.contains(module) || target.dependencies.contains(module) || module == target.name { return nil }
      if module == "Foundation" {
        return target.kind == .executable ? nil : "\(path) imports Foundation, which only the executable may"
      }
      return "\(path) imports \(module), which Package.swift does not give to \(target.name)"
    }
  }

  /// The modules that a source file imports, in order, whatever stands before or after the word.
  static func imports(in source: String) -> [String] {
    let statement = /(?:^|;)[ \t]*(?:@\w+(?:\([^)]*\))?[ \t]+)*(?:\w+[ \t]+)?import[ \t]+(?<rest>[^\n;\/]+)/
      .anchorsMatchLineEndings()
    return source.matches(of: statement).compactMap { match in
      // `import struct Module.Type` names a kind of declaration first.
      match.output.rest.split(separator: " ").last?.split(separator: ".").first.map(String.init)
    }
  }
}
