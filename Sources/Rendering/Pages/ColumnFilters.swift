import Documents
import Resolution

/// What narrows the long list of a column without a script: its states and issuers have pages, its years places in the list.
struct ColumnFilters: Sendable {
  private let shelves: Shelves
  private let column: Column
  private let selections: [Selection]
  private let years: [Year]

  /// A year and the newest document of the column in it.
  private struct Year: Sendable {
    let name: String
    let anchor: String
    let page: Int
    let position: Int
    let total: Int
  }

  init(shelves: Shelves, column: Column) {
    self.shelves = shelves
    self.column = column
    selections = shelves.selections(in: column.path)
    years = Self.years(shelves, column)
  }

  private static func years(_ shelves: Shelves, _ column: Column) -> [Year] {
    let size = shelves.corpus.site.pageSize
    let documents = shelves.documents(in: column.path)
    guard documents.count > size else { return [] }
    let rows = Dictionary(zip(documents, documents.indices), uniquingKeysWith: { first, _ in first })
    let years = shelves.terms[.years].compactMap { shelf -> Year? in
      let own = shelf.documents.filter { rows[$0] != nil }
      guard let first = own.first, let row = rows[first] else { return nil }
      return Year(name: shelf.name, anchor: "y\(shelf.id)", page: row / size + 1, position: first, total: own.count)
    }
    return years.count > 1 ? years : []
  }

  /// The anchors of rows, by positions in the corpus's entries.
  var anchors: [Int: String] {
    Dictionary(years.map { ($0.position, $0.anchor) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil when there is nothing to choose.
  ///
  /// - Parameter current: The selection that the page shows.
  func view(from address: PageAddress, _ current: Selection? = nil) -> View? {
    let all = View.make([
      "title": .text("全部"), "href": .text(address.href(column.url)),
      "total": .text(String(shelves.documents(in: column.path).count)), "current": .flag(current == nil),
    ])
    var items = Selection.facets.compactMap { facet -> View? in
      let own = selections.filter { $0.facet == facet }
      guard !own.isEmpty else { return nil }
      let terms = own.map { selection in
        View.make([
          "title": .text(selection.name), "href": .text(address.href(selection.url)),
          "total": .text(String(selection.documents.count)), "current": .flag(current?.url == selection.url),
        ])
      }
      return .make(["label": .text(facet.label), "terms": .list([all] + terms)])
    }
    if !years.isEmpty {
      let terms = years.map { year in
        View.make([
          "title": .text(year.name),
          "href": .text(address.href(SiteFile.column(column.path, page: year.page).url, fragment: year.anchor)),
          "total": .text(String(year.total)),
        ])
      }
      items.append(.make(["label": .text(Facet.years.label), "terms": .list(terms)]))
    }
    guard !items.isEmpty else { return nil }
    return .make(["label": .text(column.title), "items": .list(items)])
  }
}
