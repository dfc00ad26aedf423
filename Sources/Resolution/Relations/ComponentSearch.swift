package import Documents

/// Tarjan's search for strongly connected components: parts of a graph in which every document leads to every other.
/// Without recursion, so that a chain may be of any length.
package struct ComponentSearch {
  /// The parts found so far, each after those that it leads to.
  package private(set) var components: [[DocumentID]] = []
  private var order: [DocumentID: Int] = [:]
  private var lowest: [DocumentID: Int] = [:]
  private var open: [DocumentID] = []
  private var isOpen: Set<DocumentID> = []

  /// Makes a search that has found nothing yet.
  package init() {}

  /// Finds the parts that a document leads to, its own as the last one; none twice.
  ///
  /// - Complexity: Linear in the documents and edges that were not seen before.
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
