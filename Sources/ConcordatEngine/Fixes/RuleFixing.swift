import CEL
import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules

/// Makes the fix of a rule for the element at hand.
struct RuleFixing {
  let places: PlaceFinder

  /// The fix, or nothing where the rule does not offer it here, its text cannot be made, or the file does not lend itself to it.
  ///
  /// A finding without a fix is still a finding, so what goes wrong here leaves nothing undecided.
  func fix(_ fix: RuleFix) -> Fix? {
    let activation = places.activation
    if let when = fix.when, !activation.evaluate(when).isTrue { return nil }
    guard let title = text(of: fix.title), let written = text(of: fix.text), let place = fix.place.resolvePlace(with: activation),
      place.isComplete || place.stepCount == 0
    else { return nil }
    let value = place.slot?.pointee ?? activation.value(of: place.variable)
    let owner = place.slot.flatMap { places.repository.document(holding: $0) } ?? places.repository.document(holding: value)
    let contents = [places.document.content] + (owner.map { [$0.content] } ?? [])
    let edit = contents.lazy.compactMap { content in
      switch fix.change {
      case .replace: content.replacing(value, at: place.slot, with: written)
      case .add(let key): content.adding(key, written, to: value, at: place.slot)
      }
    }.first
    return edit.map { Fix(title: title, safety: fix.safety, edits: [$0]) }
  }

  private func text(of template: Template) -> String? {
    var result = ""
    for part in template.parts {
      switch part {
      case .text(let text): result += text
      case .expression(let program):
        let value = places.activation.evaluate(program)
        if value.isError { return nil }
        // A day is written as documents write it, not in words.
        result += Day(value)?.iso ?? English.text(of: value)
      }
    }
    return result
  }
}
