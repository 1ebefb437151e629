import SourceText
import Testing

@testable import CEL

@Suite struct UnguardedAccessTests {
  static let environment = AgreementTypes.environment
  private static let guardShare = "Partner may lack 'share', and reading it then is an error → guard it with has(p.share) &&, or read it with '.?'"

  static let specimens: [Specimen] = [
    Specimen(
      "agreement.⟦review⟧.⟦due⟧ < timestamp(0)",
      "Agreement may lack 'review', and reading it then is an error → guard it with has(agreement.review) &&, or read it with '.?'",
      "Review may lack 'due', and reading it then is an error → guard it with has(agreement.review.due) &&, or read it with '.?'"
    ),
    // To ask for the inner field reads the outer one.
    Specimen(
      "has(agreement.⟦review⟧.due)",
      "Agreement may lack 'review', and reading it then is an error → guard it with has(agreement.review) &&, or read it with '.?'"
    ),
    Specimen("has(agreement.review) && has(agreement.review.due) && agreement.review.due < timestamp(0)"),
    Specimen("agreement.review.due < timestamp(0) && has(agreement.review) && has(agreement.review.due)"),
    Specimen("!has(agreement.review) || !has(agreement.review.due) || agreement.review.due < timestamp(0)"),
    Specimen("!(has(agreement.review) && has(agreement.review.due)) || agreement.review.due < timestamp(0)"),
    Specimen("has(agreement.review) ? agreement.review == null : true"),
    Specimen("!has(agreement.review) ? true : agreement.review == null"),
    Specimen("agreement.?review.?due.orValue(timestamp(0)) < timestamp(0)"),
    Specimen("agreement.?review.due.orValue(timestamp(0)) < timestamp(0)"),
    Specimen("agreement.partners.all(p, p.⟦share⟧ > 0.0)", guardShare),
    Specimen("agreement.partners.all(p, has(p.share) && p.share > 0.0)"),
    Specimen("agreement.partners.filter(p, has(p.share)).all(q, q.share > 0.0)"),
    Specimen("agreement.partners.filter(p, has(p.share)).filter(p, has(p.votes)).map(q, q.share * double(q.votes))"),
    Specimen("agreement.partners.map(p, has(p.share), p.share)"),
    Specimen("agreement.partners.all(p, !has(p.share)) || agreement.partners.all(p, p.⟦share⟧ > 0.0)", guardShare),
    // The same name is another variable inside.
    Specimen(
      "agreement.partners.all(p, has(p.share) && agreement.partners.exists(p, p.⟦share⟧ > 1.0))", guardShare),
    Specimen("has(agreement.partners[0].votes) && agreement.partners[0].votes > 1"),
    Specimen(
      "has(agreement.partners[0].votes) && agreement.partners[1].⟦votes⟧ > 1",
      "Partner may lack 'votes', and reading it then is an error → guard it with has(agreement.partners[1].votes) &&, or read it with '.?'"
    ),
    // The second reading is the same mistake.
    Specimen(
      "agreement.targets['a'].⟦value⟧ > 1 && agreement.targets['a'].value < 5",
      "Target may lack 'value', and reading it then is an error → guard it with has(agreement.targets['a'].value) &&, or read it with '.?'"
    ),
    Specimen("agreement.title == '' && agreement.partners.size() > 0"),
  ]

  @Test(arguments: specimens)
  func `a field that may be lacking needs a guard that decides`(specimen: Specimen) throws {
    let expression = try Self.environment.compile(specimen.expression)
    #expect(Specimen.shown(expression.warnings, in: specimen.expression) == specimen.shown)
    #expect(expression.warnings.allSatisfy { $0.severity == .warning })
  }

  @Test func `a condition known from elsewhere is a guard too`() throws {
    let condition = try Self.environment.compile("has(agreement.review) && has(agreement.review.due)")
    let child = Self.environment.adding([VariableDeclaration(name: "other", type: .int)])
    let expression = try child.compile("agreement.review.due < timestamp(other)")
    #expect(expression.warnings.count == 2)
    #expect(expression.unguardedFields(assuming: [condition]).isEmpty)
  }

  @Test func `the warning can be switched off`() throws {
    var options = CompileOptions()
    options.warnsOfUnguardedFields = false
    #expect(try Self.environment.with(options: options).compile("agreement.review.due").warnings.isEmpty)
  }
}
