/// Headings under headings, as official forms have them: of columns from the top down, of rows from the left.
package struct HeadingTree: Sendable {
  /// One heading.
  package struct Cell: Sendable {
    /// Its words.
    package let text: String
    /// The first column (or row) that it stands over.
    package let start: Int
    /// How many of them.
    package let span: Int
    /// Over how many levels it reaches: a heading without groups is as high as all of them.
    package let depth: Int
    /// Whether others stand under it.
    package let isGroup: Bool
  }

  /// By level, outermost first; each in the order of the columns.
  package let levels: [[Cell]]

  /// Arranges headings.
  ///
  /// - Parameter paths: Of each column (or row) its groups and its own heading.
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
