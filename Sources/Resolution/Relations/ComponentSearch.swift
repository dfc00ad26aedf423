package import Documents

/// Tarjan's algorithm for strongly connected components: sets of documents that are all reachable from one another.
/// Iterative, so that long chains do not overflow the stack.
package struct ComponentSearch {
  /// The components found so far, each after those reachable from it.
  package private(set) var components: [[DocumentID]] = []
  private var order: [DocumentID: Int] = [:]
  private var lowest: [DocumentID: Int] = [:]
  private var open: [DocumentID] = []
  private var isOpen: Set<DocumentID> = []

  /// A search that has visited nothing yet.
  package init() {}

  /// Finds the new components reachable from a document, ending with its own.
  ///
  /// - Complexity: Linear in the documents and edges not visited before.
  package mutating func walk(from start: DocumentID, targets: (DocumentID) -> [DocumentID]) {
    guard isNew(start) else { return }
    var path = [(id: start, targets: targets(start)[...])]
    enter(start)
    while let (id, left) = path.last {
      if let next = left.first {
        path[path.count - 1].targets.removeFirst()
        if isNew(next) {
          enter(next)
          path.append((next, targets(next)[...]))
        } else if isOpen.contains(next) {
          lower(id, to: order[next])
        }
      } else {
        path.removeLast()
        if let above = path.last { lower(above.id, to: lowest[id]) }
        if lowest[id] == order[id] { close(id) }
      }
    }
  }

  private func isNew(_ id: DocumentID) -> Bool { order[id] == nil }

  private mutating func enter(_ id: DocumentID) {
    order[id] = order.count
    lowest[id] = order[id]
    open.append(id)
    isOpen.insert(id)
  }

  private mutating func lower(_ id: DocumentID, to value: Int?) {
    lowest[id] = min(lowest[id] ?? .max, value ?? .max)
  }

  private mutating func close(_ id: DocumentID) {
    var component: [DocumentID] = []
    repeat {
      component.append(open.removeLast())
    } while component.last != id
    isOpen.subtract(component)
    components.append(component)
  }
}
