import CEL
import Foundation
import Testing

/// The code of the section on the estimate.
struct EstimateExamples {
  @Test func `an estimate tells how much an expression may cost, and a refusal why`() throws {
    let environment = Environment(
      variables: [VariableDeclaration(name: "agreement", type: .structure("Agreement"))], provider: AgreementSchema())
    let checked = try environment.compile(
      "agreement.partners.all(p, agreement.partners.all(q, p.name == q.name || p.votes != q.votes))")

    // Schemas seldom say how long a text may be.
    let sizes = CostSizes(otherwise: { $0 == .string ? SizeEstimate(upTo: 1_000) : nil })
    let most = checked.costEstimate(sizes: sizes).maximum
    let refusal = checked.costIssue(limit: 1_000_000, sizes: sizes)

    try expectShown(try #require(refusal))
    #expect(most > 1_000_000)
    #expect(checked.costIssue(limit: Int64.max.magnitude, sizes: sizes) == nil)
  }

  @Test func `lists inside lists have bounds of their own, and a refusal names the list that has none`() throws {
    let ballot = StructureDeclaration(
      name: "Ballot",
      fields: [
        FieldDeclaration(
          name: "rounds", type: .list(.list(.int)), isOptional: false, maximumCount: 40, innerMaximumCounts: [12]),
        FieldDeclaration(name: "marks", type: .list(.int), isOptional: false),
      ])

    let environment = Environment(
      variables: [VariableDeclaration(name: "ballot", type: .structure("Ballot"))], provider: OneStructure(only: ballot))
    let most = try environment.compile("ballot.rounds.all(r, r.all(v, v > 0))").costEstimate().maximum
    #expect(try article().contains("takes at most 2,603 units"))
    #expect(most == 2_603)
    try expectShown(try #require(try environment.compile("ballot.marks.all(m, m > 0)").costIssue(limit: 1_000_000)))
  }

  private struct OneStructure: TypeProvider {
    var only: StructureDeclaration
    func structure(named name: String) -> StructureDeclaration? { name == only.name ? only : nil }
  }

  private func article() throws -> String {
    try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "../../../Sources/CEL/CEL.docc/CostAndLimits.md"), encoding: .utf8)
  }

  private func expectShown(_ issue: CompileIssue) throws {
    let article = try article()
    #expect(article.contains("    \(issue.message)\n"), "the article should show: \(issue.message)")
    #expect(article.contains("    help: \(issue.suggestion ?? "")\n"), "the article should show: \(issue.suggestion ?? "")")
  }
}
