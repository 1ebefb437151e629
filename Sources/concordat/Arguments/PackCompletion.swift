import ArgumentParser
import ConcordatRules
import YAMLTree

/// What a shell offers where a name of the pack is wanted: read from the pack in the program, without loading it.
enum PackCompletion {
  /// The ids of rules.
  static let rules = CompletionKind.custom { _, _, prefix in matching(prefix, PackFiles.england.rules.map(\.id)) }

  /// The names of kinds of document.
  static let kinds = CompletionKind.custom { _, _, prefix in
    matching(
      prefix,
      PackFiles.england.folder("kinds").compactMap { file in
        // What several kinds share is no kind.
        file.name == "common.yaml" ? nil : String(file.name.dropLast(".yaml".utf8.count))
      })
  }

  /// The register ids of councils.
  static let authorities = CompletionKind.custom { _, _, prefix in
    guard let file = PackFiles.england.folder("registers").first(where: { $0.name == "authorities.yaml" })?.file else { return [] }
    let tree = YAMLTree(parsing: file)
    return matching(prefix, tree.root?["rows"]?.children.compactMap { $0["id"]?.string } ?? [])
  }

  private static func matching(_ prefix: String, _ names: [String]) -> [String] {
    names.filter { $0.utf8.starts(with: prefix.utf8) }
  }
}
