import Synchronization

/// Runs the same work on many items, some at once; the results stand in the order of the items.
package struct Workers: Sendable {
  private let count: Int

  package init(_ count: Int) { self.count = count }

  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
  ) async -> [Result] {
    await map(items, state: { () }) { _, item in work(item) }
  }

  /// - Parameter state: Made once for each worker, and never shared between them.
  package func map<Item: Sendable, State, Result: Sendable>(
    _ items: [Item], state: @escaping @Sendable () -> State, _ work: @escaping @Sendable (State, Item) -> Result
  ) async -> [Result] {
    let workers = min(count, items.count)
    guard workers > 1 else {
      let own = state()
      return items.map { work(own, $0) }
    }
    let next = Counter()
    return await withTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<workers {
        group.addTask {
          let own = state()
          var results: [(Int, Result)] = []
          while let index = next.take(below: items.count) { results.append((index, work(own, items[index]))) }
          return results
        }
      }
      var slots = [Result?](repeating: nil, count: items.count)
      for await results in group {
        for (index, result) in results { slots[index] = result }
      }
      return slots.compactMap { $0 }
    }
  }

  /// Hands out numbers to workers.
  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    func take(below limit: Int) -> Int? {
      let index = value.wrappingAdd(1, ordering: .relaxed).oldValue
      return index < limit ? index : nil
    }
  }
}
