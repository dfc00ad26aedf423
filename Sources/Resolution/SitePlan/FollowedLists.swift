package import Documents

/// The lists that readers can follow, and which of them have a calendar.
package struct FollowedLists: Sendable {
  /// The site, then the columns in the order of the tree, then the terms of each facet.
  package let all: [Followed]
  private let byList: [FollowedList: Followed]

  /// A list with what can be followed of it.
  package struct Followed: Sendable {
    package let list: FollowedList
    package let title: String
    /// The address of its page.
    package let page: String
    /// Positions in the corpus's entries, newest first.
    package let documents: [Int]
    /// Whether any of them has a day that a calendar shows.
    package let hasCalendar: Bool

    /// Its files.
    package var files: [SiteFile] { [.feed(list)] + (hasCalendar ? [.calendarFeed(list)] : []) }

    var owner: SitePlan.Owner {
      switch list {
      case .site: .site
      case .column(let path): .column(path)
      case .term(let facet, _): .facet(facet)
      }
    }
  }

  /// Finds the lists of a site.
  package init(_ shelves: Shelves) {
    let corpus = shelves.corpus
    let dated = corpus.entries.map(corpus.isInCalendars)
    func followed(_ list: FollowedList, _ title: String, _ page: String, _ documents: [Int]) -> Followed {
      Followed(
        list: list, title: title, page: page, documents: documents, hasCalendar: documents.contains { dated[$0] })
    }
    let columns = ColumnTree(corpus).flattened.map { column, _ in
      followed(.column(column.path), column.title, column.url, shelves.documents(in: column.path))
    }
    let terms = Facet.allCases.filter(\.isFollowed).flatMap { facet in
      shelves.terms[facet].filter(\.isFollowed).map { shelf in
        followed(.term(facet, id: shelf.id), shelf.name, shelf.url, shelf.documents)
      }
    }
    all = [followed(.site, corpus.site.name, SiteFile.home.url, shelves.newestFirst)] + columns + terms
    byList = Dictionary(all.map { ($0.list, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A list; nil if it cannot be followed.
  package subscript(list: FollowedList) -> Followed? { byList[list] }

  /// The lists of the terms of a facet.
  package subscript(facet: Facet) -> [Followed] {
    all.filter { if case .term(facet, _) = $0.list { true } else { false } }
  }
}
