/// The sets that `\p{L}`, `\p{Lu}` and their like stand for.
///
/// Taken from the standard library, so they are of the Unicode version that the toolchain carries. The first
/// use reads the category of every assigned code point (about 6 ms); a pattern without `\p` pays nothing.
enum GeneralCategories {
  /// The set of a category (`Lu`) or of a group of categories (`L`), or `nil` for a name that RE2 does not know.
  ///
  /// `C` does not contain unassigned code points, as in RE2.
  static func set(named name: String) -> ScalarSet? {
    sets[name]
  }

  /// Of every category and every group.
  private static let sets: [String: ScalarSet] = {
    var ranges: [String: [ScalarSet.Bounds]] = [:]
    for run in runs {
      guard let name = names[run.category] else { continue }
      ranges[name, default: []].append(run.range)
      ranges[String(name.prefix(1)), default: []].append(run.range)
    }
    return ranges.mapValues { ScalarSet($0) }
  }()

  private struct Run: Sendable {
    var range: ScalarSet.Bounds
    var category: Unicode.GeneralCategory
  }

  private static let runs: [Run] = {
    var result: [Run] = []
    for block in assignedBlocks {
      for value in block {
        let category = Unicode.Scalar(value)?.properties.generalCategory ?? .surrogate
        if let last = result.last, last.category == category, last.range.upperBound + 1 == value {
          result[result.count - 1].range = last.range.lowerBound...value
        } else {
          result.append(Run(range: value...value, category: category))
        }
      }
    }
    // Planes 15 and 16 are private from end to end, except for the last two code points of each.
    result.append(Run(range: 0xF0000...0xFFFFD, category: .privateUse))
    result.append(Run(range: 0x100000...0x10FFFD, category: .privateUse))
    return result
  }()

  /// The planes in which anything is assigned, the private ones left out.
  private static let assignedBlocks: [ScalarSet.Bounds] = [0...0x3FFFF, 0xE0000...0xE0FFF]

  private static let names: [Unicode.GeneralCategory: String] = [
    .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm",
    .otherLetter: "Lo", .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me",
    .decimalNumber: "Nd", .letterNumber: "Nl", .otherNumber: "No", .connectorPunctuation: "Pc",
    .dashPunctuation: "Pd", .openPunctuation: "Ps", .closePunctuation: "Pe", .initialPunctuation: "Pi",
    .finalPunctuation: "Pf", .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc",
    .modifierSymbol: "Sk", .otherSymbol: "So", .spaceSeparator: "Zs", .lineSeparator: "Zl",
    .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf", .surrogate: "Cs", .privateUse: "Co",
  ]
}
