import CEL
import ConcordatDiagnostics
import ConcordatModel
import ConcordatRules
import SourceText

/// Finds where a value of an evaluation is written.
struct PlaceFinder {
  let activation: Activation
  let document: Document
  let repository: Repository

  /// Where a finding about the whole document points.
  var documentPlace: Diagnostic.Place { .init(file: document.file, range: document.shownRange) }

  /// The place that a path leads to, or the deepest part of it that is written somewhere.
  ///
  /// - Parameter whole: Whether only the path's end will do: a label would be untrue of a part.
  func place(of program: Program, whole: Bool = false) -> Diagnostic.Place? {
    guard let place = program.resolvePlace(with: activation), !whole || place.isComplete || place.stepCount == 0 else {
      return nil
    }
    if let slot = place.slot {
      if let found = written(slot) { return found }
      // A slot of a list that the rule made: the value itself may still lie in a document.
      if let found = written(slot.pointee) { return found }
    }
    let variable = activation.value(of: place.variable)
    return written(variable)
  }

  // The document at hand first: nearly every place is in it.

  private func written(_ slot: UnsafePointer<Value>) -> Diagnostic.Place? {
    Self.written(slot, in: document.content)
      ?? repository.document(holding: slot).flatMap { Self.written(slot, in: $0.content) }
  }

  private func written(_ value: Value) -> Diagnostic.Place? {
    Self.written(value, in: document.content)
      ?? repository.document(holding: value).flatMap { Self.written(value, in: $0.content) }
  }

  private static func written(_ slot: UnsafePointer<Value>, in content: TypedTree) -> Diagnostic.Place? {
    if slot == content.rootSlot { return .init(file: content.file, range: content.shownRange(of: content.root)) }
    return content.node(at: slot).map { .init(file: content.file, range: content.shownRange(of: $0)) }
  }

  private static func written(_ value: Value, in content: TypedTree) -> Diagnostic.Place? {
    content.node(of: value).map { .init(file: content.file, range: content.shownRange(of: $0)) }
  }
}
