import Base
import Documents
import Markdown
import Resolution

extension Shape {
  static let columnCards: Shape = .object([
    "items": .list(
      .object(["title": .text, "href": .text, "total": .text, "description": .text, "updatedText": .text])),
    "allHref": .text,
  ])
  static let listPage: Shape = Frame.shape.merging([
    "list": .object([
      "places": .object(["items": .list(.object(["title": .text, "href": .text, "total": .text]))]),
      "posterHref": .text, "isEmpty": .truth,
      "introduction": .html, "modified": .day, "description": .text, "columns": .columnCards, "phone": .text,
      "sisters": .object([
        "title": .text, "href": .text,
        "items": .list(.object(["title": .text, "href": .text, "current": .truth, "total": .text])),
      ]),
      "filters": .object([
        "label": .text,
        "items": .list(
          .object([
            "label": .text,
            "terms": .list(.object(["title": .text, "href": .text, "total": .text, "current": .truth])),
          ])),
      ]),
      "documents": .object(["rows": .list(.row)]),
      "onRequest": .object(["rows": .list(.row)]), "total": .text,
      "notApplicable": .object(["day": .day, "reason": .text]),
    ]),
    "pagination": .pagination,
  ])
  static let searchPage: Shape = Frame.shape.merging([
    "browse": .list(.object(["title": .text, "href": .text])), "tones": .text,
    "examples": .object(["phrase": .text, "number": .object(["year": .text, "serial": .text])]),
    "endpoint": .text,
    "start": .object(["entry": .html, "files": .list(.object(["href": .text]))]),
  ])
  static let sitemapPage: Shape = Frame.shape.merging([
    "sitemap": .object([
      "columns": .list(
        .object(["title": .text, "href": .text, "total": .text, "level": .text, "description": .text])),
      "others": .list(.object(["title": .text, "href": .text])),
    ])
  ])
}

/// Pages that list documents.
struct ListPages: Sendable {
  let input: RenderInput
  let frame: Frame
  let shelves: Shelves
  let followed: FollowedLists
  /// What narrows the list of each column: made for the first of its pages, because it looks at all documents.
  private let filters: [String: Once<ColumnFilters>]

  init(input: RenderInput, frame: Frame, shelves: Shelves, followed: FollowedLists) {
    self.input = input
    self.frame = frame
    self.shelves = shelves
    self.followed = followed
    filters = Dictionary(input.corpus.columns.map { ($0.path, Once()) }, uniquingKeysWith: { first, _ in first })
  }

  private func filters(of column: Column) -> ColumnFilters {
    let make = { ColumnFilters(shelves: shelves, column: column) }
    return filters[column.path]?.value(make) ?? make()
  }

  private var corpus: Corpus { input.corpus }
  private var size: Int { corpus.site.pageSize }

  /// A column's page: introduction and subcolumns on the first, then its documents, newest first.
  func column(_ column: Column, page: Int) -> View {
    let base = column.url
    let address = PageAddress(SiteFile.column(column.path, page: page).url)
    let tree = ColumnTree(corpus)
    var heading = Frame.Heading(heading: column.title, description: column.description, keywords: column.keywords)
    heading.column = column
    heading.ancestors = tree.ancestors(of: column.path, inclusive: false)
    heading.follow(followed[.column(column.path)])
    heading.number = page
    let isFirst = page == 1
    let onRequest = isFirst ? corpus.catalogued.filter { $0.column == column.path } : []
    let introduction = isFirst ? introduction(of: column, on: address) : nil
    let cards = isFirst ? shelves.cards(tree.children(of: column.path), from: address) : nil
    let filters = filters(of: column)
    let list = list(
      shelves.documents(in: column.path), page: page, base: base, from: address, anchors: filters.anchors)
    return frame.view(heading, at: address).adding(["pagination": list.pagination]).adding([
      "list": list.view.adding([
        "introduction": introduction, "filters": filters.view(from: address),
        "modified": introduction == nil ? nil : .day(input.revisions.columns[column.path]?.modifiedOn),
        "description": introduction == nil && isFirst ? .optional(column.description) : nil,
        "notApplicable": column.notApplicable.flatMap { declared in
          isFirst ? .make(["day": .day(declared.on), "reason": .text(declared.reason)]) : nil
        },
        "columns": cards.map { .make(["items": $0]) }, "sisters": sisters(of: column, in: tree, from: address),
        "onRequest": View.items(onRequest.map(Rows(corpus: corpus).catalogued)).map { .make(["rows": $0]) },
      ])
    ])
  }

  /// A page of the documents of a column under one term; nil if there is no such selection.
  func selection(of column: Column, _ facet: Facet, id: String, page: Int) -> View? {
    let selection = shelves.selections(in: column.path).first { $0.facet == facet && $0.id == id }
    guard let selection else { return nil }
    let address = PageAddress(SiteFile.selection(column.path, facet, id: id, page: page).url)
    var heading = Frame.Heading(heading: "\(column.title)：\(selection.name)")
    heading.column = column
    heading.ancestors = ColumnTree(corpus).ancestors(of: column.path, inclusive: true)
    heading.number = page
    // The documents are found by the pages of the column and of the term.
    heading.isIndexed = false
    let list = list(selection.documents, page: page, base: selection.url, from: address)
    let filters = filters(of: column)
    return frame.view(heading, at: address).adding([
      "pagination": list.pagination,
      "list": list.view.adding(["filters": filters.view(from: address, selection)]),
    ])
  }

  /// The column above and the columns beside this one; nil at the top, whose columns are in the main navigation.
  private func sisters(of column: Column, in tree: ColumnTree, from address: PageAddress) -> View? {
    guard let parent = column.parent.flatMap(corpus.column) else { return nil }
    let beside = tree.children(of: parent.path)
    guard beside.count > 1 else { return nil }
    return .make([
      "title": .text(parent.title), "href": .text(address.href(parent.url)),
      "items": .list(
        beside.map { sister in
          .make([
            "title": .text(sister.title), "href": .text(address.href(sister.url)),
            "current": .flag(sister.path == column.path),
            "total": .text(String(shelves.documents(in: sister.path).count)),
          ])
        }),
    ])
  }

  /// A page of the documents under one term.
  func term(_ term: TermIndex.Shelf, page: Int) -> View {
    let address = PageAddress(SiteFile.term(term.facet, id: term.id, page: page).url)
    var heading = Frame.Heading(heading: term.heading)
    heading.ancestors = [
      ("分类查找", SiteFile.browse.url), ("按" + term.facet.label, SiteFile.facet(term.facet).url),
    ]
    let place = term.facet == .places ? PlaceList(shelves: shelves, term: term) : nil
    heading.ancestors += place?.above ?? []
    heading.number = page
    heading.follow(followed[.term(term.facet, id: term.id)])
    heading.description = "\(term.facet.label)“\(term.name)”下的全部公开文件。"
    let list = list(
      term.documents, page: page, base: term.url, from: address, notes: place?.notes ?? [:])
    let explanation = term.facet == .validity ? State(rawValue: term.id)?.explanation : nil
    return frame.view(heading, at: address).adding(["pagination": list.pagination]).adding([
      "list": list.view.adding([
        "description": .optional(explanation ?? place?.explanation),
        "places": page == 1 ? place?.below(from: address) : nil,
        "posterHref": place.map { .text(address.href($0.poster.url)) }, "isEmpty": .flag(term.documents.isEmpty),
        "phone": term.facet == .issuers ? .optional(corpus.site.phone(of: term.name)) : nil,
      ])
    ])
  }

  /// The search page; without JavaScript it offers the ways to browse.
  func search(_ heading: Frame.Heading) -> View {
    let address = PageAddress(SiteFile.search.url)
    let ways =
      [("分类查找", SiteFile.browse.url)] + facets + [("网站地图", SiteFile.sitemap.url), ("近期变化", SiteFile.changes.url)]
    return frame.view(heading, at: address).adding([
      "browse": .list(ways.map { .make(["title": .text($0.0), "href": .text(address.href($0.1))]) }),
      "tones": .text(Tone.ofStates), "examples": SearchExamples(shelves).view, "endpoint": .optional(endpoint(address)),
    ])
  }

  /// The address of the engine that is asked first; nil while the browser can search by itself.
  private func endpoint(_ address: PageAddress) -> String? {
    corpus.site.searchEngine.flatMap { corpus.shown.count > $0.above ? address.href($0.path) : nil }
  }

  private var facets: [(String, String)] { shelves.waysToBrowse.map { ("按\($0.label)查找", SiteFile.facet($0).url) } }

  /// All columns and other entry points, for people.
  func sitemap() -> View {
    let address = PageAddress(SiteFile.sitemap.url)
    let columns = ColumnTree(corpus).flattened.map { column, level in
      View.make([
        "title": .text(column.title), "href": .text(address.href(column.url)),
        "total": .text(String(shelves.documents(in: column.path).count)), "level": .text(String(min(level, 3))),
        "description": .optional(column.description),
      ])
    }
    let others =
      [("分类查找", SiteFile.browse.url)] + facets + (corpus.site.matcher.isEmpty ? [] : [("找政策", SiteFile.match.url)]) + [
        ("近期变化", SiteFile.changes.url), ("日历", SiteFile.calendar.url), ("搜索", SiteFile.search.url),
        ("订阅", SiteFile.subscribe.url), ("开放数据", SiteFile.data.url),
        ("无障碍说明", SiteFile.accessibility.url), ("About this site (English)", SiteFile.english.url),
      ]
    return frame.view(Frame.Heading(heading: "网站地图", description: "全部栏目和查找方式。"), at: address).adding([
      "sitemap": .make([
        "columns": .items(columns),
        "others": .list(others.map { .make(["title": .text($0.0), "href": .text(address.href($0.1))]) }),
      ])
    ])
  }

  private func list(
    _ positions: [Int], page: Int, base: String, from address: PageAddress, anchors: [Int: String] = [:],
    notes: [Int: String] = [:]
  ) -> (view: View, pagination: View?) {
    let pagination = Pagination(total: positions.count, size: size)
    let rows = Rows(corpus: corpus)
    let shown = positions[pagination.rows(onPage: page)].map { position in
      rows.row(corpus.shown[position], from: address).adding([
        "anchor": .optional(anchors[position]), "note": .optional(notes[position]),
      ])
    }
    let view = View.make([
      "documents": View.items(shown).map { .make(["rows": $0]) },
      "total": shown.isEmpty ? nil : .text(String(positions.count)),
    ])
    return (view, pagination.view(base, page: page, from: address))
  }

  private func introduction(of column: Column, on address: PageAddress) -> View? {
    let body = column.introduction.text
    guard !body.html.isEmpty else { return nil }
    let links = TextLinks(corpus: frame.corpus, address: address)
    let writer = BodyWriter(resolver: input.resolver, host: frame.corpus.site.domain, links: links)
    let html = writer.html(body, from: column.sourcePath, on: address)
    return .html(html)
  }
}
