import Base
import Documents
import Papers
import Resolution

/// One of the texts that a document has had, at an address that stays.
struct DatedTextPage {
  let input: RenderInput
  let frame: Frame
  let titles: TitleBreaks

  static let shape = Frame.shape.merging([
    "datedText": .object([
      "titleHTML": .html, "documentNumber": .text, "from": .day, "until": .day, "isCurrent": .truth, "isFirst": .truth,
      "by": .list(.object(["title": .text, "href": .text])), "note": .text, "body": .html, "documentHref": .text,
      "earlier": .object(["href": .text, "comparison": .text]), "later": .object(["href": .text]), "state": .text,
    ])
  ])

  private var corpus: Corpus { input.corpus }

  func view(_ entry: CorpusEntry, _ index: Int) -> View {
    let document = entry.document
    let text = document.texts[index]
    let later = document.texts.indices.contains(index + 1) ? document.texts[index + 1] : nil
    let address = PageAddress(url(text, document))
    var heading = Frame.Heading(heading: document.title + "（\(text.from.map { "\($0.chinese)起的" } ?? "最初的")文本）")
    heading.isIndexed = false
    heading.column = corpus.columns.first { $0.path == document.column }
    heading.ancestors =
      ColumnTree(corpus).ancestors(of: document.column, inclusive: true) + [(document.title, document.url)]
    var writer = BodyWriter(resolver: input.resolver, host: corpus.site.domain)
    writer.folder = document.url
    return frame.view(heading, at: address).adding([
      "datedText": .make([
        "titleHTML": .html(titles.html(document.title, issuers: document.issuers)),
        "documentNumber": .optional(document.documentNumber?.text), "from": .day(text.from),
        "until": .day(later?.from?.adding(days: -1)), "isCurrent": .flag(later == nil), "isFirst": .flag(index == 0),
        "by": TextSource.views(of: text, in: document, corpus, from: address),
        "note": .optional(text.note), "state": .optional(entry.status?.state.label),
        "body": .html(writer.html(text.body.text, from: document.sourcePath, on: address)),
        "documentHref": .text(address.href(document.url)),
        "earlier": index > 0
          ? link(document.texts[index - 1], document, address).adding([
            "comparison": .text(address.href(DocumentFile.comparison(text.name).url(beside: document.url)))
          ]) : nil,
        "later": later.map { link($0, document, address) },
      ])
    ])
  }

  private func url(_ text: DatedText, _ document: Document) -> String {
    DocumentFile.text(text.name).url(beside: document.url)
  }

  private func link(_ text: DatedText, _ document: Document, _ address: PageAddress) -> View {
    .make(["href": .text(address.href(url(text, document)))])
  }
}
