package import CEL

/// Which elements of two lists are the same element: those with the same name, in order where a name is there twice.
///
/// O(elements).
package struct ElementMatching: Sendable {
  /// One element of either list or of both, by its place in each.
  package struct Pair: Sendable {
    package var name: String
    package var old: Int?
    package var new: Int?
  }

  /// In the order of the new list; those that are gone come last, in their order.
  package let pairs: [Pair]

  package init(_ old: some Collection<Value>, _ new: some Collection<Value>) {
    let names = old.map(Self.name)
    var waiting: [String: [Int]] = [:]
    for (index, name) in names.enumerated().reversed() { waiting[name, default: []].append(index) }
    var isMatched = [Bool](repeating: false, count: names.count)
    var pairs: [Pair] = []
    for (index, element) in new.enumerated() {
      let name = Self.name(of: element)
      let partner = waiting[name]?.popLast()
      if let partner { isMatched[partner] = true }
      pairs.append(Pair(name: name, old: partner, new: index))
    }
    for (index, name) in names.enumerated() where !isMatched[index] { pairs.append(Pair(name: name, old: index, new: nil)) }
    self.pairs = pairs
  }

  /// What an element of a list is called: by its id, body, name, target, priority or source, or else its first value.
  package static func name(of element: Value) -> String {
    guard element.tag == .map else { return English.text(of: element) }
    let name =
      element.entry("id") ?? element.entry("body") ?? element.entry("name") ?? element.entry("target")
      ?? element.entry("priority") ?? element.entry("source")
    return name?.pointee.stringValue ?? element.mapEntries?.first.map { English.text(of: $0.value) } ?? ""
  }
}
