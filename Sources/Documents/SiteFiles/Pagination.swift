/// A list divided into pages; ``DirectoryPage/url(_:number:)`` gives their addresses.
package struct Pagination: Sendable, Hashable {
  package let total: Int
  package let size: Int

  /// - Parameter size: Rows per page, at least 1.
  package init(total: Int, size: Int) {
    self.total = total
    self.size = size
  }

  /// At least 1, so that an empty list has a page.
  package var pageCount: Int { max((total + size - 1) / size, 1) }

  /// Positions of the rows on a page; pages are numbered from 1.
  package func rows(onPage number: Int) -> Range<Int> {
    let first = min((number - 1) * size, total)
    return first..<min(first + size, total)
  }
}
