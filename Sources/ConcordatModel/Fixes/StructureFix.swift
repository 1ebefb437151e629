import CEL
import ConcordatDiagnostics
import SourceText
import YAMLTree

/// What would mend a fault of form.
///
/// Safe is only what writes the same thing in the form that is asked for: `2,737` as `2737`, `in-effect` as `in_effect`. A guess, be it
/// ever so good, needs a person's look.
struct StructureFix {
  private let tree: YAMLTree
  private let edits: TreeEdit

  init(_ tree: YAMLTree) {
    self.tree = tree
    edits = TreeEdit(tree)
  }

  /// Another text in the place of a scalar.
  func writing(_ text: String, for node: NodeID, safety: Fix.Safety) -> [Fix] {
    fixes("Write \(text)", safety, [edits.replace(node, with: YAMLScalar.written(text))])
  }

  /// A word that is not text to YAML, such as `true` or a figure.
  func writing(word: String, for node: NodeID, safety: Fix.Safety) -> [Fix] {
    fixes("Write \(word)", safety, [edits.replace(node, with: word)])
  }

  /// The key that was meant, where the mapping does not have it already.
  func renaming(_ key: NodeID, _ written: String, to suggestion: String) -> [Fix] {
    if let parent = tree.parent(of: key) {
      let isTaken = tree.entries(of: parent).prefix(256).contains { tree.text(of: $0.key).elementsEqual(suggestion.utf8) }
      if isTaken { return [] }
    }
    return writing(suggestion, for: key, safety: Self.differInFormOnly(written, suggestion) ? .safe : .needsReview)
  }

  /// Whether two names differ only in capitals, hyphens, underscores, dots and spaces.
  static func differInFormOnly(_ a: String, _ b: String) -> Bool { letters(of: a).elementsEqual(letters(of: b)) }

  private static func letters(of text: String) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x5F, 0x2E, 0x20, 0xA0, 0x2010...0x2013: continue
      case 65...90: result.append(Unicode.Scalar(scalar.value | 0x20) ?? scalar)
      default: result.append(scalar)
      }
    }
    return result
  }

  // MARK: Cells

  /// A figure with a sign or separators: the figure, and its unit where the target has none.
  func dressed(_ node: NodeID, plain: String, unit: Cell.Unit?) -> [Fix] {
    guard let unit else { return writing(word: plain, for: node, safety: .safe) }
    guard let added = adding(unit, for: node) else { return [] }
    let title = added.isEmpty ? "Write \(plain)" : "Write \(plain), and unit: \(unit.word) on the target"
    return fixes(title, .safe, [edits.replace(node, with: plain)] + added)
  }

  /// A figure and the period that it is for.
  func withPeriod(_ node: NodeID, written: String, figure: String, period: String, inBaseline: Bool) -> [Fix] {
    guard inBaseline else { return withNote(node, written: written, figure: figure, note: period, inBaseline: false) }
    // "ave" is dropped, and so is a sign: somebody should know.
    let isWhole = written == "\(figure) (\(period))" || written == "\(figure) \(period)"
    return split(node, written: written, figure: figure, key: "period", value: period, safety: isWhole ? .safe : .needsReview)
  }

  /// A figure and a remark.
  func withNote(_ node: NodeID, written: String, figure: String, note: String, inBaseline: Bool) -> [Fix] {
    if inBaseline { return split(node, written: written, figure: figure, key: "note", value: note, safety: .needsReview) }
    // A year's figure: what stands beside it goes under the note of the target.
    guard let added = adding(Cell.Unit(in: written), for: node), let place = target(of: node), entry("note", of: place.mapping) == nil,
      let last = tree.entries(of: place.mapping).last, let year = key(of: node)
    else { return [] }
    let remark = tree.string(of: year) + ": " + written
    let edit = edits.add("note", YAMLScalar.written(remark), to: place.mapping, behind: last)
    guard edit != nil else { return [] }
    return fixes("Write \(figure), and note: \(remark) on the target", .needsReview, [edits.replace(node, with: figure), edit] + added)
  }

  private func split(_ node: NodeID, written: String, figure: String, key: String, value: String, safety: Fix.Safety) -> [Fix] {
    guard let mapping = tree.parent(of: node), tree.kind(of: mapping) == .mapping, entry(key, of: mapping) == nil,
      let own = tree.entries(of: mapping).prefix(64).first(where: { $0.value == node }), let added = adding(Cell.Unit(in: written), for: node)
    else { return [] }
    return fixes(
      "Write \(self.key(of: node).map { tree.string(of: $0) } ?? "value"): \(figure) and \(key): \(value)", safety,
      [edits.replace(node, with: figure), edits.add(key, YAMLScalar.written(value), to: mapping, behind: own)] + added)
  }

  /// The edit that keeps a sign as the target's unit: none where the target says the same, nothing where it says something else.
  private func adding(_ unit: Cell.Unit?, for node: NodeID) -> [Fix.Edit?]? {
    guard let unit else { return [] }
    guard let place = target(of: node) else { return nil }
    if let known = entry("unit", of: place.mapping) {
      return unit.isNamed(by: tree.string(of: tree.resolve(known.value) ?? known.value)) ? [] : nil
    }
    guard let edit = edits.add("unit", unit.word, to: place.mapping, behind: place.before) else { return nil }
    return [edit]
  }

  /// The mapping in which `values`, `baseline` or `districts` leads to a cell, and the entry in front of that.
  private func target(of node: NodeID) -> (mapping: NodeID, before: NodeEntry)? {
    var inner = node
    for _ in 0..<6 {
      guard let parent = tree.parent(of: inner) else { return nil }
      // A target has few keys; beyond these, nobody's file is mended.
      let entries = tree.entries(of: parent).prefix(64)
      if let index = entries.firstIndex(where: { $0.value == inner }),
        ["values", "baseline", "districts"].contains(where: { tree.text(of: entries[index].key).elementsEqual($0.utf8) }),
        let first = entries.first
      {
        return (parent, index > entries.startIndex ? entries[index - 1] : first)
      }
      inner = parent
    }
    return nil
  }

  private func entry(_ name: String, of mapping: NodeID) -> NodeEntry? {
    tree.entries(of: mapping).prefix(64).first { tree.text(of: $0.key).elementsEqual(name.utf8) }
  }

  private func key(of node: NodeID) -> NodeID? {
    tree.parent(of: node).flatMap { parent in tree.entries(of: parent).prefix(64).first { $0.value == node }?.key }
  }

  private func fixes(_ title: String, _ safety: Fix.Safety, _ edits: [Fix.Edit?]) -> [Fix] {
    let made = edits.compactMap(\.self)
    guard made.count == edits.count else { return [] }
    // Two changes at one place are one: in the braces of `{value: 54.5%}`, say.
    let sorted = made.sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
    return [Fix(title: title, safety: safety, edits: sorted)]
  }
}

extension Cell.Unit {
  /// The sign in a cell as written.
  init?(in written: String) {
    if written.utf8.contains(UInt8(ascii: "%")) { self = .percent } else if written.unicodeScalars.contains("£") { self = .pounds } else { return nil }
  }

  /// As a target says it.
  var word: String {
    switch self {
    case .percent: "percent"
    case .pounds: "pounds"
    }
  }

  /// Whether a target's unit says the same as the sign.
  func isNamed(by unit: String) -> Bool {
    let folded = unit.lowercased()
    let names =
      switch self {
      case .percent: ["percent", "per cent", "%"]
      case .pounds: ["pound", "£", "gbp"]
      }
    return names.contains { folded.utf8.count < 200 && folded.contains($0) }
  }
}
