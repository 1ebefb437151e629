import ConcordatEngine
import ConcordatModel
import ConcordatRules
import SourceText
import Testing

/// What rules can ask of two versions of a list, with the places in both.
struct VersionFunctionTests {
  private static let before = """
    kind: local-area-agreement
    id: v1
    authority: rutland
    approved: 2008-06-30
    targets:
      - {id: homes, scope: local, values: {2008/09: 10, 2009/10: 20}}
      - {id: waste, scope: local, values: {2008/09: 40}, areas: [rutland]}
      - {id: old, scope: local}

    """

  private static func after(homes: String = "{2009/10: 25, 2008/09: 10}", waste: String = "{2008/09: 40}") -> String {
    """
    kind: local-area-agreement
    id: v2
    authority: rutland
    previous: v1
    approved: 2008-06-30
    targets:
      - {id: new, scope: local}
      - {id: waste, scope: designated, areas: [rutland], values: \(waste)}
      - {id: homes, scope: local, values: \(homes)}

    """
  }

  /// Findings of a specimen rule on the later of two versions: message, and the texts at its places.
  private static func findings(_ loops: String, _ condition: String, at: String, also: String, after: String) throws -> [[String]] {
    let rule = """
      rule: targets/specimen
      title: A specimen
      severity: warning
      provision: lgpiha-2007/s105-1
      source: verified
      rationale: To try the functions.
      applies_to: local-area-agreement
      let:
        before: "has(document.previous) ? agreement(document.previous).targets : []"
      \(loops)
      \(condition)
      at: \(at)
      also_at:
        - {place: "\(also)", text: before}
      message: found
      help: Nothing
      examples: []

      """
    let file = SourceFile(path: "targets/specimen.yaml", text: Array(rule.utf8))
    let pack = PackLoader.load([.england, PackFiles(name: "specimen", files: ["targets/specimen.yaml": file])])
    let faults = pack.faults.map(\.message)
    try #require(faults.isEmpty, "\(faults)")
    let specimen = try #require(pack.rule(id: "targets/specimen"))
    let reader = FileReader(kinds: pack.kinds, symbols: pack.symbols)
    let documents = [Self.before, after].flatMap { text in
      reader.read(SourceFile(path: "laa.yaml", text: Array(text.utf8)), isNamed: false).documents
    }
    let judge = Judge(pack: pack, repository: Repository(documents), asOf: nil)
    let verdict = try #require(documents.last.flatMap { judge.judge($0, by: specimen) })
    return verdict.undecided.map { ["undecided", $0.reason] }
      + verdict.findings.map { finding in
        ([finding.place] + finding.related.map(\.place)).map { place in
          let position = place.file.position(of: place.range.lowerBound)
          return "\(place.file.bytes[Int(place.range.lowerBound)..<Int(place.range.upperBound)].map { String(UnicodeScalar($0)) }.joined())@\(position.line)"
        }
      }
  }

  @Test func `added elements stand in the new version, removed ones in the old`() throws {
    let added = try Self.findings(
      "for_each:\n  t: \"added(before, has(document.previous) ? document.targets : [])\"", "require: t.id == ''", at: "t.id",
      also: "document.previous", after: Self.after())
    #expect(added == [["new@7", "v1@4"]])
    let removed = try Self.findings(
      "for_each:\n  t: removed(before, document.targets)", "require: t.id == ''", at: "t.id", also: "t.scope", after: Self.after())
    #expect(removed == [["old@8", "local@8"]])
  }

  @Test func `a changed element is shown in both versions, and order is no change`() throws {
    let loops = "for_each:\n  c: changed(before, document.targets, ['values', 'areas'])"
    let changed = try Self.findings(
      loops, "require: c.old.id != c.new.id", at: "c.new.values['2009/10']", also: "c.old.values['2009/10']", after: Self.after())
    #expect(changed == [["25@9", "20@6"]])
    let same = try Self.findings(
      loops, "require: c.old.id != c.new.id", at: "c.new.values", also: "c.old.values", after: Self.after(homes: "{2009/10: 20, 2008/09: 10}"))
    #expect(same.isEmpty)
    let gone = try Self.findings(
      loops, "require: c.old.id != c.new.id", at: "c.new.id", also: "c.old.id", after: Self.after(homes: "{2008/09: 10}"))
    #expect(gone == [["homes@9", "homes@6"]])
  }

  @Test func `a cell that cannot be read leaves undecided only what it decides`() throws {
    let loops = "for_each:\n  t: document.targets\n  o: before.filter(b, b.id == t.id)"
    let found = try Self.findings(
      loops, "require: \"!differs(o, t, ['values'])\"", at: "t.id", also: "o.id", after: Self.after(waste: "{2008/09: TBC}"))
    #expect(found.count == 2)
    #expect(found.contains(["homes@9", "homes@6"]) && found.contains { $0.first == "undecided" })
    // It decides nothing where another field differs anyway.
    let anyway = try Self.findings(
      loops, "require: \"!differs(o, t, ['values', 'scope'])\"", at: "t.id", also: "o.id", after: Self.after(waste: "{2008/09: TBC}"))
    #expect(Set(anyway) == [["homes@9", "homes@6"], ["waste@8", "waste@7"]])
  }
}
