import Base
import Documents
import Markdown
import Papers
import Resolution

extension Shape {
  static let bundlePage: Shape = Frame.shape.merging([
    "bundle": .object([
      "backHref": .text, "title": .text, "archiveHref": .text,
      "members": .list(
        .object([
          "anchor": .text, "number": .text, "title": .text, "href": .text, "documentNumber": .text, "kind": .text,
          "issuer": .text, "dateText": .text, "status": .status, "body": .html,
          "files": .object(["items": .list(.object(["title": .text, "href": .text]))]),
        ])),
    ])
  ])
}

/// The full texts of a package's members, one after the other: to read, print or save.
struct BundlePage {
  let input: RenderInput
  let frame: Frame

  private var corpus: Corpus { input.corpus }

  /// The page's view.
  func view(_ entry: CorpusEntry) -> View {
    let document = entry.document
    let address = PageAddress(DocumentFile.fullText.url(beside: document.url))
    let tree = ColumnTree(corpus).ancestors(of: document.column, inclusive: true)
    var heading = Frame.Heading(heading: document.title + "：全文", description: document.summary)
    heading.column = corpus.columns.first { $0.path == document.column }
    heading.ancestors = tree + [(document.title, document.url)]
    // Every text also has its own page.
    heading.isIndexed = false
    let members = corpus.gathered(by: entry).enumerated().map { member($1, number: $0 + 1, from: address) }
    return frame.view(heading, at: address).adding([
      "bundle": .make([
        "backHref": .text(address.href(document.url)), "title": .text(document.title),
        "archiveHref": .text(address.href(DocumentFile.archive.path(beside: document.url))), "members": .items(members),
      ])
    ])
  }

  private func member(_ entry: CorpusEntry, number: Int, from address: PageAddress) -> View {
    let document = entry.document
    let prefix = "p\(number)-"
    let writer = BodyWriter(
      resolver: input.resolver, host: corpus.site.domain, folder: document.url, anchorPrefix: prefix,
      links: TextLinks(corpus: corpus, address: address, document: document, anchorPrefix: prefix),
      showsPictures: !document.isRegional)
    let body = writer.html(document.body.text.nested(prefix: prefix), from: document.sourcePath, on: address)
    let files = document.attachments.map { file in
      View.make([
        "title": .text(file.title),
        "href": .text(document.isRegional ? document.href(of: file) : address.href(document.url + file.fileName)),
      ])
    }
    return .make([
      "anchor": .text("p\(number)"), "number": .text(String(number)), "title": .text(document.title),
      "href": .text(address.href(document.url)), "documentNumber": .optional(document.documentNumber?.text),
      "kind": .optional(corpus.kind(of: document)?.readersLabel),
      "issuer": .optional(document.issuers.joined(separator: "、")), "dateText": .optional(entry.listDate?.chinese),
      "status": .badge(of: entry, in: corpus),
      "body": .html(body), "files": View.items(files).map { .make(["items": $0]) },
    ])
  }
}
