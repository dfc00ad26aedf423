/// Where a cell of a table points, as its author wrote it: a document number, a content path, a web address, or
/// `[名称](地址)`.
package struct CellTarget: Sendable, Hashable {
  /// Nil: as the target itself is called.
  package let title: String?
  package let destination: String

  /// The targets in a cell, one after the other.
  package static func read(_ text: String) -> [CellTarget] {
    DataTable.values(text).map { part in
      guard part.hasPrefix("["), part.hasSuffix(")"), let middle = part.firstRange(of: "](") else {
        return CellTarget(title: nil, destination: trimmed(part[...]))
      }
      let title = part[part.index(after: part.startIndex)..<middle.lowerBound]
      return CellTarget(title: String(title), destination: trimmed(part[middle.upperBound...].dropLast()))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension DataTable {
  /// Where a cell points.
  package func targets(_ row: Row, _ key: String) -> [CellTarget] { text(row, key).map(CellTarget.read) ?? [] }
}

extension StringProtocol {
  /// The first place of a text.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    indices.lazy.map { $0..<(self.index($0, offsetBy: text.count, limitedBy: endIndex) ?? endIndex) }
      .first { self[$0] == text }
  }
}
