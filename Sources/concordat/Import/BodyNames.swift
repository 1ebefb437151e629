import ConcordatModel

/// Finds the register id of a body that a table names, where there can be no doubt.
struct BodyNames {
  private let registers: Registers
  private let day: Day
  private var byName: [TitleWords: Set<String>] = [:]
  /// Authorities by the name of their area.
  private var byArea: [TitleWords: [(id: String, tier: String)]] = [:]

  init(_ registers: Registers, on day: Day) {
    self.registers = registers
    self.day = day
    for register in [registers.authorities, registers.partnerBodies] {
      for index in register.rows.indices where register.inForce[index].covers(day) {
        let row = register.rows[index]
        guard let id = row["id"]?.text else { continue }
        for name in [row["official_name"]?.text, register === registers.partnerBodies ? row["name"]?.text : nil, id].compactMap(\.self) {
          byName[TitleWords(name), default: []].insert(id)
        }
        if register === registers.authorities, let name = row["name"]?.text {
          byArea[TitleWords(name), default: []].append((id, row["tier"]?.text ?? ""))
        }
      }
    }
  }

  /// The one body of this name that exists on the day.
  ///
  /// Names are compared but for capitals, punctuation and small words. `CC`, `DC`, `BC`, `MBC` and `PCT` at the end are read out. "The
  /// County Council", "Police" or "LCC" may mean several bodies, and stay names.
  func id(for name: String) -> String? {
    let written = Self.readOut(name)
    if let ids = byName[TitleWords(written)], ids.count == 1 { return ids.first }
    let folded = TableColumns.folded(written).split(separator: " ").map(String.init)
    guard folded.contains("council") else { return nil }
    let area = TitleWords(written).withoutCouncilWords
    let found = (byArea[area] ?? []).filter { candidate in
      // Where the words say what kind of council it is, it must be of that kind.
      folded.contains("county") == (candidate.tier == "county") || (candidate.tier == "unitary" && folded.contains("county"))
    }
    return found.count == 1 ? found.first?.id : nil
  }

  private static let endings = [
    "cc": "County Council", "dc": "District Council", "bc": "Borough Council", "mbc": "Metropolitan Borough Council", "pct": "Primary Care Trust",
  ]

  private static func readOut(_ name: String) -> String {
    var words = name.split(separator: " ").map(String.init)
    if words.count > 1, let last = words.last, let full = endings[last.lowercased()] { words[words.count - 1] = full }
    return words.joined(separator: " ")
  }
}
