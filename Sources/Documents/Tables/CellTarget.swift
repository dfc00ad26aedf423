import Base

/// The target of a link in a table cell, as its author wrote it: a document number, a content path, a URL, or
/// `[名称](地址)`.
package struct CellTarget: Sendable, Hashable {
  /// Nil: the title of the target itself.
  package let title: String?
  package let destination: String

  /// The targets in a cell, in order.
  package static func read(_ text: String) -> [CellTarget] {
    DataTable.values(text).map { part in
      guard part.hasPrefix("["), part.hasSuffix(")"), let middle = part.firstRange(of: "](") else {
        return CellTarget(title: nil, destination: part.trimmed)
      }
      let title = part[part.index(after: part.startIndex)..<middle.lowerBound]
      return CellTarget(title: String(title), destination: part[middle.upperBound...].dropLast().trimmed)
    }
  }
}

extension DataTable {
  /// The targets in a cell.
  package func targets(_ row: Row, _ key: String) -> [CellTarget] { text(row, key).map(CellTarget.read) ?? [] }
}
