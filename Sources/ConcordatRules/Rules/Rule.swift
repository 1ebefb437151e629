package import CEL
package import ConcordatDiagnostics
package import ConcordatModel
package import SourceText

/// A rule of a pack, ready to run.
package final class Rule: Sendable {
  package let id: String
  package let catalogue: String?
  package let title: String
  package let severity: Severity
  /// The provisions it stands on; findings cite the first.
  package let citations: [Citation]
  package let source: Citation.Reading
  package let inForce: InForce
  package let rationale: String
  /// The help as written, with its braces.
  package let help: String
  package let message: String
  /// By the name of the kind.
  package let bodies: [String: RuleBody]
  package let kinds: [String]
  package let examples: [RuleExample]
  package let file: SourceFile

  init(
    id: String, catalogue: String?, title: String, severity: Severity, citations: [Citation], source: Citation.Reading,
    inForce: InForce, rationale: String, help: String, message: String, bodies: [String: RuleBody], kinds: [String],
    examples: [RuleExample], file: SourceFile
  ) {
    self.id = id
    self.catalogue = catalogue
    self.title = title
    self.severity = severity
    self.citations = citations
    self.source = source
    self.inForce = inForce
    self.rationale = rationale
    self.help = help
    self.message = message
    self.bodies = bodies
    self.kinds = kinds
    self.examples = examples
    self.file = file
  }

  /// The provision that findings cite.
  package var citation: Citation? { citations.first }
}

/// The condition of a rule, compiled for one kind of document.
///
/// Variables have slots: the document, the day and the parameters, then the names of `let`, then those of `for_each`.
package final class RuleBody: Sendable {
  package static let documentSlot = 0
  package static let daySlot = 1
  package static let parametersSlot = 2

  package struct Step: Sendable {
    package var slot: Int
    package var program: Program
  }

  package struct Related: Sendable {
    package var place: Program
    package var text: Template
  }

  package let slotCount: Int
  /// Computed when first read.
  package let lets: [Step]
  /// Nested in order.
  package let loops: [Step]
  package let when: Program?
  package let require: Program
  package let at: Program?
  package let alsoAt: [Related]
  package let message: Template
  package let help: Template
  package let restsOn: [Program]
  package let fix: RuleFix?

  init(
    slotCount: Int, lets: [Step], loops: [Step], when: Program?, require: Program, at: Program?, alsoAt: [Related],
    message: Template, help: Template, restsOn: [Program], fix: RuleFix?
  ) {
    self.slotCount = slotCount
    self.lets = lets
    self.loops = loops
    self.when = when
    self.require = require
    self.at = at
    self.alsoAt = alsoAt
    self.message = message
    self.help = help
    self.restsOn = restsOn
    self.fix = fix
  }
}

/// An example inside a rule file: a test and documentation at once.
package struct RuleExample: Sendable {
  package enum Verdict: String, Sendable { case passes, fails, undecided
    case notApplicable = "not_applicable"
    case notInForce = "not_in_force"
  }

  package var name: String
  package var verdict: Verdict
  package var asOf: Day?
  package var message: String?
  /// The documents, with their marks.
  package var yaml: [UInt8]
  /// The documents after the fixes that the rule offers, where it offers any.
  package var after: [UInt8]?
  /// Where the example and its text are written in the rule file.
  package var nameRange: ByteRange
  package var yamlRange: ByteRange
}
