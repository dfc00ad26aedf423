import Base
import Documents

/// Ways to take part or to apply, from the channels of a kind.
enum Channels {
  /// Each with its label and its values: text and, where it can be followed, a link.
  static func views(of document: Document, kind: Kind, links: TextLinks) -> [View] {
    kind.channels.compactMap { field in
      let values = document.fields[field.key].map(texts) ?? []
      return View.items(
        values.map { value in
          .make([
            "text": .text(value.text), "href": .optional(value.href),
            "html": value.href == nil ? links.html(value.text, of: field.label).map(View.html) : nil,
          ])
        }
      ).map { .make(["label": .text(field.label), "values": $0]) }
    }
  }

  private static func texts(_ value: FieldValue) -> [(text: String, href: String?)] {
    switch value {
    case .text(let text), .number(let text): [(text, nil)]
    case .link(let title, let url): [(title, url.encodedForURL)]
    case .list(let values): values.flatMap(texts)
    case .date, .boolean, .file, .table, .reference: []
    }
  }
}
