import ConcordatModel
import ConcordatRules
import Foundation
import SourceText
import Testing
import YAMLTree

/// Every point of the catalogue has a decision, and every decision is true.
struct CatalogueTests {
  static let rows: [YAMLNode] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "rules/england/catalogue.yaml")
    guard let data = try? Data(contentsOf: file) else { return [] }
    let tree = YAMLTree(parsing: SourceFile(path: "catalogue.yaml", text: Array(data)))
    return tree.root?["rules"]?.children ?? []
  }()

  @Test func `the catalogue has all its points`() {
    #expect(Self.rows.count == 269)
    #expect(Set(Self.rows.compactMap { $0["id"]?.string }).count == 269)
  }

  @Test func `a decision names what it rests on`() {
    for row in Self.rows {
      let id = row["id"]?.string ?? "?"
      switch row["decision"]?.string {
      case "encoded", "review":
        let rule = row["rule"]?.string ?? ""
        #expect(England.pack.rule(id: rule) != nil, "\(id): there is no rule '\(rule)'")
      case "merged":
        let rule = row["into"]?.string ?? ""
        #expect(England.pack.rule(id: rule) != nil || rule.hasPrefix("structure/"), "\(id): there is no rule '\(rule)'")
      case "not-for-documents": #expect(row["why"]?.string.isEmpty == false, "\(id) does not say why")
      case "open": break
      case let other: Issue.record("\(id): '\(other ?? "")' is not a decision")
      }
    }
  }

  @Test func `a rule that names a point of the catalogue is named by it`() {
    let decided = Dictionary(
      Self.rows.compactMap { row in row["id"].map { ($0.string, row["rule"]?.string ?? row["into"]?.string) } }, uniquingKeysWith: { $1 })
    for rule in England.pack.rules {
      guard let number = rule.catalogue else { continue }
      #expect(decided[number] != nil, "\(rule.id) names \(number), which the catalogue does not have")
    }
  }

  @Test func `every provision that rules check has a rule, and no rule stands on another`() {
    let coverage = Coverage(England.pack)
    #expect(coverage.counts.gaps == 0)
    for line in coverage.lines {
      let id = line.provision.id
      #expect(!line.isGap, "\(id): checked_by is rules, but no rule names it; name it in the rule that checks it, or say who does")
      #expect(!line.isDenied, "\(id): \(line.rules) name it, but checked_by is \(line.provision.checkedBy)")
      #expect((line.provision.why == nil) == (line.provision.checkedBy == .rules), "\(id): why goes with person and none")
      if let wider = line.provision.partOf {
        #expect(coverage.lines.contains { $0.provision.id == wider }, "\(id) is part of '\(wider)', which is not there")
      }
    }
  }

  @Test func `the provisions that rules and points of the catalogue name are there, and those of rules list them`() {
    let lines = Dictionary(uniqueKeysWithValues: Coverage(England.pack).lines.map { ($0.provision.id, $0) })
    for rule in England.pack.rules {
      #expect(!rule.citations.isEmpty, "\(rule.id) stands on nothing")
      for citation in rule.citations { #expect(lines[citation.id]?.rules.contains(rule.id) == true, "\(rule.id): \(citation.id)") }
    }
    for row in Self.rows {
      for provision in row["provisions"]?.children ?? [] {
        #expect(lines[provision.string] != nil, "\(row["id"]?.string ?? ""): there is no provision '\(provision.string)'")
      }
    }
  }

  @Test func `where a background document differs from the law, the rule stands on the law`() {
    let lines = Dictionary(uniqueKeysWithValues: Coverage(England.pack).lines.map { ($0.provision.id, $0) })
    let differences = England.pack.provisions.flatMap { provision in provision.differences.map { (provision.id, $0) } }
    #expect(differences.count >= 10)
    for (id, difference) in differences {
      #expect(lines[difference.law]?.provision.kind == .law, "\(id): '\(difference.law)' is no provision of the law")
      #expect(!difference.rules.isEmpty, "\(id): no rule follows the law")
      for rule in difference.rules {
        #expect(lines[difference.law]?.rules.contains(rule) == true, "\(id): \(rule) does not stand on \(difference.law)")
      }
    }
  }

  @Test func `the functions that rules may use are all in the guide for authors`() throws {
    let guide = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "rules/README.md"), encoding: .utf8)
    let kinds = England.pack.kinds
    let ofKinds = Set(kinds.flatMap { kind in kind.functions.map { [$0.one, $0.of, $0.all, "has_" + $0.one, "has_" + $0.of] } ?? [] })
    for function in DomainFunctions.all(kinds: kinds) where !ofKinds.contains(function.name) {
      #expect(guide.contains(function.name + "("), "\(function.name) is not explained in rules/README.md")
    }
    for kind in kinds {
      guard let functions = kind.functions else { continue }
      #expect(guide.contains("`\(functions.one)(id)`"), "\(functions.one) is not listed in rules/README.md")
    }
  }
}
