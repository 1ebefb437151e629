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

  private func written(_ slot: UnsafePointer<Value>) -> Diagnostic.Place? {
    for content in contents {
      if slot == content.rootSlot { return .init(file: content.file, range: content.shownRange(of: content.root)) }
      if let node = content.node(at: slot) { return .init(file: content.file, range: content.shownRange(of: node)) }
    }
    return nil
  }

  private func written(_ value: Value) -> Diagnostic.Place? {
    for content in contents {
      if let node = content.node(of: value) { return .init(file: content.file, range: content.shownRange(of: node)) }
    }
    return nil
  }

  /// The document at hand first: nearly every place is in it.
  private var contents: some Sequence<TypedTree> {
    CollectionOfOne(document.content) + repository.documents.lazy.filter { $0 !== document }.map(\.content)
  }
}
