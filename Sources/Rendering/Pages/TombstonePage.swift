import Base
import Documents
import Resolution

/// What stands at the address of a document that was taken down: since when, why, and whom to ask.
struct TombstonePage {
  let frame: Frame

  static let shape = Frame.shape.merging([
    "tombstone": .object(["title": .text, "on": .day, "reason": .text, "by": .text])
  ])

  func view(_ tombstone: Tombstone) -> View {
    let retraction = tombstone.retraction
    var heading = Frame.Heading(heading: retraction.title ?? "本页内容已撤下")
    heading.isIndexed = false
    heading.column = frame.corpus.columns.first { $0.path == tombstone.column }
    heading.ancestors = ColumnTree(frame.corpus).ancestors(of: tombstone.column, inclusive: true)
    return frame.view(heading, at: PageAddress(tombstone.url)).adding([
      "tombstone": .make([
        "title": .optional(retraction.title), "on": .day(retraction.on), "reason": .text(retraction.reason),
        "by": .optional(retraction.by),
      ])
    ])
  }
}

/// The page at an old address, for servers that cannot lead on by themselves.
struct RedirectPage {
  let frame: Frame

  static let shape = Frame.shape.merging(["target": .object(["href": .text, "url": .text])])

  /// - Parameters:
  ///   - path: Of the old address below the root.
  ///   - url: Of the page that it leads to.
  func view(from path: String, to url: String) -> View {
    var heading = Frame.Heading(heading: "网址已变更")
    heading.isIndexed = false
    let address = PageAddress(path)
    return frame.view(heading, at: address).adding([
      "target": .make([
        "href": .text(address.href(url)), "url": .text(frame.corpus.site.baseURL + url.encodedForURLPath),
      ])
    ])
  }
}
