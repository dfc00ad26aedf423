import Base
package import Documents

extension Corpus {
  /// Paths of the columns that show a document, if only by title and number, or another column.
  ///
  /// - Parameter failed: Documents that could not be read.
  package func filledColumns(failed: Set<DocumentID> = []) -> Set<String> {
    Set(entries.map(\.document.column)).union(catalogued.map(\.column)).union(columns.compactMap(\.parent))
      .union(failed.map { $0.path.parentPath })
  }

  /// 空白栏目: the columns without anything to show and without a declaration why.
  ///
  /// - Parameter failed: Documents that could not be read.
  package func emptyColumns(failed: Set<DocumentID> = []) -> [Column] {
    let filled = filledColumns(failed: failed)
    return columns.filter { column in
      !column.path.isEmpty && !filled.contains(column.path) && column.notApplicable == nil
        && column.collects.map { gather($0).entries.isEmpty } ?? true
    }
  }
}
