/// Nested headings, as in official forms: columns from the top down, rows from the left.
package struct HeadingTree: Sendable {
  /// One heading.
  package struct Cell: Sendable {
    /// The heading itself.
    package let text: String
    /// The first column (or row) that it covers.
    package let start: Int
    /// The number of columns (or rows) that it covers.
    package let span: Int
    /// The number of levels it takes up: a heading without groups takes up all of them.
    package let depth: Int
    /// Whether there are other headings under it.
    package let isGroup: Bool
  }

  /// By level, outermost first; within a level in the order of the columns.
  package let levels: [[Cell]]

  /// Merges equal groups of neighbouring columns (or rows).
  ///
  /// - Parameter paths: The groups and the heading of each column (or row).
  package init(_ paths: [[String]]) {
    let depth = paths.map(\.count).max() ?? 0
    levels = (0..<depth).map { level in
      var cells: [Cell] = []
      var start = 0
      while start < paths.count {
        let path = paths[start]
        var end = start + 1
        if level < path.count - 1 {
          while end < paths.count, paths[end].count > level + 1, paths[end].starts(with: path[...level]) { end += 1 }
          cells.append(Cell(text: path[level], start: start, span: end - start, depth: 1, isGroup: true))
        } else if level == path.count - 1 {
          cells.append(Cell(text: path[level], start: start, span: 1, depth: depth - level, isGroup: false))
        }
        start = end
      }
      return cells
    }
  }
}
