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

    let issue = try #require(refusal)
    let article = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "../../../Sources/CEL/CEL.docc/CostAndLimits.md"), encoding: .utf8)
    #expect(article.contains("    \(issue.message)\n"), "the article should show: \(issue.message)")
    #expect(article.contains("    help: \(issue.suggestion ?? "")\n"), "the article should show: \(issue.suggestion ?? "")")
    #expect(most > 1_000_000)
    #expect(checked.costIssue(limit: Int64.max.magnitude, sizes: sizes) == nil)
  }
}
