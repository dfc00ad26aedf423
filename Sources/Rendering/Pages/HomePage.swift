import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let homePage: Shape = Frame.shape.merging([
    "home": .object([
      "lead": .text, "examples": .object(["items": .list(.object(["text": .text, "href": .text]))]),
      "themes": .columnCards, "browseHref": .text, "newest": .object(["rows": .list(.row), "moreHref": .text]),
      "consultations": .object(["rows": .list(.row), "moreHref": .text]), "columns": .columnCards,
      "changes": .object(["rows": .list(.change), "moreHref": .text]),
      "upcoming": .object(["rows": .list(.change), "moreHref": .text]),
      "states": .object([
        "items": .list(.object(["label": .text, "tone": .text, "text": .text, "href": .text, "total": .text]))
      ]),
      "counts": .object(["documents": .text, "inForce": .text]),
      "sources": .object([
        "items": .list(.object(["title": .text, "href": .text, "total": .text, "note": .text, "asOf": .day]))
      ]),
    ])
  ])
}

/// The home page: what citizens need first.
struct HomePage: Sendable {
  let frame: Frame
  let plan: SitePlan
  let changes: Changes

  private var shelves: Shelves { plan.shelves }
  private var corpus: Corpus { shelves.corpus }
  private var address: PageAddress { PageAddress("") }

  /// The page's view.
  func view() -> View {
    let column = corpus.columns.first { $0.path.isEmpty }
    var heading = Frame.Heading(heading: "政府信息公开", feed: .feed(.site), hasSearch: true)
    heading.description = column?.description ?? "\(corpus.site.name)，共收录 \(corpus.entries.count) 篇公开文件。"
    let newest = shelves.newestFirst.prefix(10).map { Rows(corpus: corpus).row(corpus.entries[$0], from: address) }
    let newestYear = shelves.terms[.years].first
    return frame.view(heading, at: address).adding([
      "home": .make([
        "lead": .text(lead), "examples": examples, "themes": themes,
        "browseHref": .text(address.href(SiteFile.browse.url)),
        "newest": View.items(newest).map {
          .make(["rows": $0, "moreHref": newestYear.map { .text(address.href($0.url)) }])
        },
        "consultations": consultations,
        "changes": ChangesPage(frame: frame, changes: changes).newest(4, from: address).map {
          .make(["rows": $0, "moreHref": .text(address.href(SiteFile.changes.url))])
        },
        "upcoming": Upcoming(corpus, plan.agenda, changes).rows(5, from: address).map {
          .make(["rows": $0, "moreHref": .text(address.href(SiteFile.calendar.url))])
        },
        "columns": shelves.cards(ColumnTree(corpus).roots, from: address).map { .make(["items": $0]) },
        "states": states, "counts": counts, "sources": sources,
      ])
    ])
  }

  private var lead: String {
    let first = corpus.entries.compactMap { $0.listDate?.year }.min()
    let organizer = corpus.site.organizer.isEmpty ? corpus.site.name : corpus.site.organizer
    return "收录\(first.map { "\($0)年以来" } ?? "")\(organizer)主动公开的政府信息，每份文件都标明是否仍然有效。"
  }

  /// A real number and theme of the site, as search examples.
  private var examples: View? {
    let found = SearchExamples(shelves)
    let words = [found.number?.text, found.phrase].compactMap(\.self)
    return View.items(
      words.map {
        .make(["text": .text($0), "href": .text(address.href(SiteFile.search.url) + "?q=" + $0.encodedForQuery)])
      }
    ).map { .make(["items": $0]) }
  }

  private var themes: View? {
    let terms = shelves.terms[.themes]
    return View.items(
      terms.map {
        .make([
          "title": .text($0.name), "href": .text(address.href($0.url)), "total": .text(String($0.documents.count)),
        ])
      }
    ).map { .make(["items": $0]) }
  }

  private var consultations: View? {
    let open = shelves.newestFirst.map { corpus.entries[$0] }.filter { $0.status?.state == .open }
    return View.items(open.map { Rows(corpus: corpus).row($0, from: address) }).map { .make(["rows": $0]) }
  }

  private var states: View? {
    let terms = shelves.terms[.validity]
    return View.items(
      State.validity.compactMap { state in
        terms.first { $0.id == state.rawValue }.map { term in
          .make([
            "label": .text(state.label), "tone": .text(state.tone.rawValue), "text": .text(state.explanation),
            "href": .text(address.href(term.url)), "total": .text(String(term.documents.count)),
          ])
        }
      }
    ).map { .make(["items": $0]) }
  }

  /// The other sites whose documents are found here.
  private var sources: View? {
    View.items(
      corpus.region.sources.map { source in
        .make([
          "title": .text(source.name), "href": .text(address.href(SiteFile.column(source.id, page: 1).url)),
          "total": .text(String(shelves.documents(in: source.id).count)), "note": .text(source.siteName),
          "asOf": .day(source.asOf),
        ])
      }
    ).map { .make(["items": $0]) }
  }

  private var counts: View {
    let inForce = corpus.entries.count { $0.status?.state.isInForce ?? false }
    return .make([
      "documents": .text(String(corpus.entries.count)), "inForce": inForce == 0 ? nil : .text(String(inForce)),
    ])
  }
}
