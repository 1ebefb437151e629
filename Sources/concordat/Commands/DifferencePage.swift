import ConcordatModel
import ConcordatRules
import SourceText

/// The changes between two versions in words, each with the route that the law demands.
struct DifferencePage {
  let before: Document
  let after: Document
  let comparison: VersionComparison
  let routes: [Route]

  func write(on page: inout Page) {
    page.heading("\(before.id ?? before.file.path) → \(after.id ?? after.file.path)")
    if comparison.groups.isEmpty {
      page.paragraph("Nothing changed.", indent: 2)
      return
    }
    for group in comparison.groups {
      page.blank()
      page.paragraph(title(of: group))
      for change in group.changes { page.paragraph(words(for: change), indent: 2) }
      if let route = routes.first(where: { $0.fits(group, of: after.kind.name) }) {
        page.entry("= route:", route.text, column: 11)
        page.entry("= law:", route.citation.citation, column: 11)
      }
    }
    page.blank()
    page.paragraph(summary)
    if after.content.record["previous"]?.text != before.id {
      page.paragraph(
        "The new version does not name the old one: with previous: \(before.id ?? "its id"), the rules on changes can compare them.")
    }
    page.blank()
  }

  private func title(of group: VersionComparison.Group) -> String {
    guard let list = group.list else { return "The document" }
    let element = group.new ?? group.old
    let name = element.map { VersionComparison.name(of: $0) } ?? ""
    let title = element?["title"]?.text.map { " (\($0))" } ?? ""
    return "\(list): \(name)\(title) \(group.kind.rawValue)\(places(group.old, group.new))"
  }

  private func words(for change: VersionComparison.Change) -> String {
    let path = change.path.joined(separator: " ")
    switch change.kind {
    case .added: return "\(path): \(shown(change.new)) added\(places(nil, change.new))"
    case .removed: return "\(path): \(shown(change.old)) removed\(places(change.old, nil))"
    case .changed: return "\(path): \(shown(change.old)) → \(shown(change.new))\(places(change.old, change.new))"
    }
  }

  private func shown(_ record: Record?) -> String {
    guard let record else { return "" }
    switch record.value.tag {
    case .map, .list: return VersionComparison.name(of: record)
    case .error: return record.node.map { "'\(record.owner.tree.string(of: $0))'" } ?? "?"
    default: return English.text(of: record.value)
    }
  }

  /// Where the change is written, in both versions.
  private func places(_ old: Record?, _ new: Record?) -> String {
    let places = [old, new].compactMap { record -> String? in
      guard let record else { return nil }
      let position = record.owner.file.position(of: record.shownRange.lowerBound)
      return "\(record.owner.file.path):\(position.line)"
    }
    return places.isEmpty ? "" : " [\(places.joined(separator: ", "))]"
  }

  private var summary: String {
    let elements = comparison.groups.filter { $0.list != nil }
    let counts = VersionComparison.Kind.allCases.compactMap { kind -> String? in
      let count = elements.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return counts.isEmpty ? "No entry of a list changed." : English.list(counts) + "."
  }
}
