import Base
import Documents
import Resolution

extension Shelves {
  /// Columns with their document counts.
  func cards(_ columns: [Column], from address: PageAddress) -> View? {
    .items(
      columns.map { column in
        let documents = documents(in: column.path)
        let newest = documents.first.flatMap { corpus.shown[$0].listDate?.iso }
        return .make([
          "title": .text(column.title), "href": .text(address.href(column.url)),
          "total": .text(String(documents.count)), "description": .optional(column.description),
          "updatedText": .optional(newest),
        ])
      })
  }
}
