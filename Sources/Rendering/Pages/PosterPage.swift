import Base
import Documents
import Resolution

extension Shape {
  static let posterPage: Shape = Frame.shape.merging([
    "poster": .object([
      "place": .text, "above": .text, "qrCode": .html, "address": .text, "placeHref": .text,
      "documents": .object(["rows": .list(.row)]),
    ])
  ])
}

/// `/places/<id>/poster/`: a sheet of A4 for the board of a village, with the way to its page and what is newest there.
struct PosterPage {
  let frame: Frame

  /// As many as a sheet has room for.
  private static let shown = 10

  /// The view of a place's sheet.
  func view(_ term: TermIndex.Shelf) -> View {
    let corpus = frame.corpus
    let address = PageAddress(SiteFile.poster(term.id).url)
    var heading = Frame.Heading(heading: term.name + "政府信息公开")
    heading.description = "打印成一张 A4，张贴在\(term.name)的公开栏。"
    heading.ancestors = [
      ("分类查找", SiteFile.browse.url), ("按" + term.facet.label, SiteFile.facet(term.facet).url), (term.name, term.url),
    ]
    // It repeats the page of the place.
    heading.isIndexed = false
    heading.sheets = [.poster]
    let url = corpus.site.baseURL + term.url.encodedForURLPath
    let rows = term.documents.prefix(Self.shown).map { Rows(corpus: corpus).row(corpus.entries[$0], from: address) }
    return frame.view(heading, at: address).adding([
      "poster": .make([
        "place": .text(term.name), "above": .optional(corpus.site.places.named(term.name)?.above.last),
        "qrCode": QRSymbol(Array(url.utf8)).map { .html(Array($0.svg(label: "\(term.name)网页的二维码").utf8)) },
        "address": .text(url), "placeHref": .text(address.href(term.url)),
        "documents": View.items(Array(rows)).map { .make(["rows": $0]) },
      ])
    ])
  }
}
