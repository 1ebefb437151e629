package import CEL
package import ConcordatDiagnostics

/// What a rule offers to mend a finding with: one change, at a place that an expression names.
package struct RuleFix: Sendable {
  package enum Change: Sendable {
    /// The scalar at the place becomes another.
    case replace
    /// The record at the place gets a key, after those that it has.
    case add(key: String)
  }

  package let title: Template
  package let safety: Fix.Safety
  /// Whether the fix is offered; always, if left out.
  package let when: Program?
  package let change: Change
  package let place: Program
  /// The new text, before it is written as YAML.
  package let text: Template

  init(title: Template, safety: Fix.Safety, when: Program?, change: Change, place: Program, text: Template) {
    self.title = title
    self.safety = safety
    self.when = when
    self.change = change
    self.place = place
    self.text = text
  }
}
