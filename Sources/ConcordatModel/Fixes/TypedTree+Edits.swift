package import CEL
package import ConcordatDiagnostics
import SourceText
import YAMLTree

extension TypedTree {
  /// The text at a value's place replaced by another; nothing where the value is not written here, or not as a scalar of one piece.
  package func replacing(_ value: Value, at slot: UnsafePointer<Value>?, with text: String) -> Fix.Edit? {
    node(of: value, at: slot).flatMap { TreeEdit(tree).replace($0, with: YAMLScalar.written(text)) }
  }

  /// A key added to the record that a value is; nothing where the value is not written here, or is no record.
  package func adding(_ key: String, _ text: String, to value: Value, at slot: UnsafePointer<Value>?) -> Fix.Edit? {
    node(of: value, at: slot).flatMap { TreeEdit(tree).add(key, YAMLScalar.written(text), to: $0) }
  }

  private func node(of value: Value, at slot: UnsafePointer<Value>?) -> NodeID? {
    if let slot {
      if slot == rootSlot { return root }
      if let node = node(at: slot) { return node }
    }
    return node(of: value)
  }
}
