import Base
import Documents
import Resolution

extension Shape {
  static let provenance: Shape = .object(["name": .text, "href": .text, "asOf": .day])
}

extension Provenance {
  /// The other site, its page, and the day of which its export tells.
  func view(in corpus: Corpus) -> View {
    .make([
      "name": .text(siteName), "href": .text(url.encodedForURL),
      "asOf": .day(corpus.region.sources.first { $0.id == source }?.asOf),
    ])
  }
}

extension Document {
  /// Where its page's links to a file of its own lead: beside the page, or to the other site.
  func href(of file: Attachment) -> String {
    provenance?.files[file.path].map { $0.url.encodedForURL } ?? file.fileName.encodedForURLPath
  }
}
