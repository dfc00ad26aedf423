package import Documents

/// The columns as a tree.
package struct ColumnTree {
  private let columns: [Column]

  /// The columns of a corpus, those of other sites too.
  package init(_ corpus: Corpus) { columns = corpus.columns + corpus.region.columns }

  /// The direct children of a column, in order.
  package func children(of path: String) -> [Column] { columns.filter { $0.parent == path } }

  /// The site's own top-level columns, in order.
  package var roots: [Column] { columns.filter { $0.parent == nil && !$0.path.isEmpty && $0.source == nil } }

  /// The columns above `path`, outermost first; with itself if `inclusive`.
  package func ancestors(of path: String, inclusive: Bool) -> [(title: String, url: String)] {
    columns.filter { path.hasPrefix($0.path + "/") || (inclusive && $0.path == path) }
      .sorted { $0.path.utf8.count < $1.path.utf8.count }.map { ($0.title, $0.url) }
  }

  /// All columns with their depth (1 at the top), parents before their children.
  package var flattened: [(column: Column, level: Int)] { flatten(roots, level: 1) }

  private func flatten(_ columns: [Column], level: Int) -> [(column: Column, level: Int)] {
    columns.flatMap { [($0, level)] + flatten(children(of: $0.path), level: level + 1) }
  }

  /// Whether a document of column `inner` is shown in column `outer`.
  package static func contains(_ outer: String, _ inner: String) -> Bool {
    outer == inner || inner.hasPrefix(outer + "/")
  }
}
